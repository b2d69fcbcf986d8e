"""Servanda: a workbench for security guarantees and peace agreements.

Agreements are plain text that runs. The command line calls
:mod:`servanda.workbench`, which has one function for each use case, and a notebook
can do the same. Nothing is imported here, so that ``servanda --help`` starts fast.
"""

__version__ = "0.1.0"
