"""The formats of documents, one module each: bytes or text in, tables out."""
