"""Bulk data for measuring: invented, marked as such, and the same for the same seed."""
