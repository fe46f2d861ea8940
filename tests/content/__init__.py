"""What `content/` says: counts, levels, sources, numbers to call, reading level."""
