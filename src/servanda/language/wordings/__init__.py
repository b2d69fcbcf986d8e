"""What treaties write, and what to write instead: from a line that is refused to one that is read.

`table` says what stands for what, as data. `search` tries the replacements on a line until
the parser reads it, so that a line which is offered is one that is accepted; `advice` tells
of it. May import the layout, the lexer and the tree of :mod:`servanda.language`,
:mod:`servanda.model` and :mod:`servanda.core`, and never the parser: how a line is read is
handed in.
"""
