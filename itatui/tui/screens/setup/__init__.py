"""The register screen: agency, titles, signatories, rounds, own fields, tracks and forms in one place."""
