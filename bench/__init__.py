"""What the course costs, measured beside the stock way in one run: `make bench`."""
