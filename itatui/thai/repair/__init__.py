"""Repair of Thai text damaged by copying from PDFs: automatic repairs, and suggestions."""
