"""The passphrase of a workspace: set, asked for, changed, taken off."""
