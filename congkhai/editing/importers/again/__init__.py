"""Importing again over an edited file: what the source changed is taken over, what the editor changed is kept."""
