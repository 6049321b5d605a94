"""One module per format in which a report is written."""
