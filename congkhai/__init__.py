"""Công Khai: turn a folder of YAML records into a static portal of plans, deadlines and procedures."""

__version__ = "0.1.0"
