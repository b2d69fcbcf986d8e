"""Servanda: a workbench for security guarantees and peace agreements.

Agreements are plain text that runs. The command line, the documents and a
notebook all call :mod:`servanda.workbench`, which has one function per use
case. Nothing is imported here, so that ``servanda --help`` starts fast.
"""

__version__ = "0.1.0"
