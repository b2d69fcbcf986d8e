"""What treaties write, and what to write instead: from a line that is refused to one that is read.

`table` says what stands for what, as data. `search` tries the replacements on a line until
the parser reads it, so that a line which is offered is one that is accepted; `advice` tells
of it. May import the lexer, the syntax tree and the model's words, and never the parser:
how a line is read is handed in.
"""
