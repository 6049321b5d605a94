"""The register file, read and written here only, and the only importer of tinydb.

Callers pass and get domain values; documents, tables and ids of the file stay inside.
"""

from itatui.store.create import SAMPLE, create, sample
from itatui.store.register_file import RegisterFile

__all__ = ["SAMPLE", "RegisterFile", "create", "sample"]
