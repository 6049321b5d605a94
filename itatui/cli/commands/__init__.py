"""One module per command, as `itatui.cli.command_module.CommandModule` describes."""
