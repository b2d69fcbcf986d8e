"""The one door by which text comes in: Markdown to model, with diagnostics; and the formatter.

    document   Markdown: headings, fenced blocks, lines and columns
    lexer      a line's characters to words, numbers, dates, titles
    layout     a block's lines to statements and their lines, by indentation
    parser     words to tree, recovering at the next line
    tree       what was written, names not yet looked up
    passes     tree to model: names, kinds, times
    format     the one way to lay a block out
    folder     a case folder to texts

May import :mod:`servanda.model` and :mod:`servanda.core`.
"""
