"""Công Khai: turn a folder of YAML records into a static portal of plans, deadlines and procedures."""
