"""SSDA903, the yearly return on children looked after: twelve tables, 2017 to 2026/27."""
