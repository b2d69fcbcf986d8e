"""The command line: thin, one module per command, each importing only what it uses.

May import anything of Servanda; nothing imports it.
"""
