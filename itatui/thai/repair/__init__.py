"""Repair of damaged Thai text, as copied from PDFs: automatic, and proposed."""
