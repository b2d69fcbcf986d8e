"""From results to something to read: terminal text, Markdown, one HTML file, or JSON.

    sheet       what every page is made of: sections, tables, lines, references
    brief, run, test ...   a result becomes a sheet; every sentence is composed here, once
    differences what a reading or an option would change, in a sentence
    terminal, markdown, page   a sheet becomes text
    diagnostics reports with the line of the text that they are about
    documents   the JSON forms, each with a version and a schema
    visible     control characters of the user's text never reach a screen

Sentences are templates over results: nothing appears that no analysis computed. The same
result gives the same bytes. May import :mod:`servanda.workbench` and what lies below it.
"""
