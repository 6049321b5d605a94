"""One module per command, as `itatui.cli.parser.CommandModule` describes."""
