"""The screen: the one importer of textual. It shows a register and says what the person does; it writes nothing."""
