"""The same measures on other engines, against the authority's own tables where they lie."""
