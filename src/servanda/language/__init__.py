"""The one door by which text comes in: Markdown to model, with diagnostics; and the formatter.

    tree       what was written, names not yet looked up
    document   Markdown: headings, fenced blocks, lines and columns
    folder     a case folder to texts
    lexer      a line's characters to words, numbers, dates, titles
    layout     a block's lines to statements and their lines, by indentation
    format     the one way to lay a block out
    wordings   what treaties write, and the lines to write instead
    passes     tree to model: names, kinds, times
    parser     words to tree, recovering at the next line
    read       texts to a case, or to what is wrong with them

Each may import those above it, but `parser` and `passes` know nothing of each other, nor do
`format` and `wordings`. May import :mod:`servanda.model` and :mod:`servanda.core`.
"""
