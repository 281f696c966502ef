"""Annex A, the child-level lists an authority gives Ofsted: eleven lists in one workbook."""
