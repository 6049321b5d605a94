"""Documents in: read the tables of a document, and propose them to a register.

`document.read_document` turns bytes into a `Grid`, `document_proposal.propose` a grid into a `Proposal`, and
`proposal_edits.edits_of` a proposal into the edits of one change. All three are pure; nothing here opens a file, a
link or an address.
"""
