"""The register file: the one room that reads and writes it, and the only importer of tinydb.

In and out go domain values; what is in the file (documents, tables, ids) stays in here.
"""

from itatui.store.create import SAMPLE, create, sample
from itatui.store.register_file import RegisterFile

__all__ = ["SAMPLE", "RegisterFile", "create", "sample"]
