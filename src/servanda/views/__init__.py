"""From results to something to read: terminal text, Markdown, one HTML file, or JSON.

    sheet                      what every page is made of: sections, tables, lines, references
    brief, run, expectations   a result becomes a sheet
    duties                     what is owed, as rows and as lines
    differences                what a reading or an option would change, in a sentence
    wording, plural            every sentence and every count is composed here, once
    terminal, markdown, page   a sheet becomes text
    prose                      a page in Markdown becomes text for a terminal
    diagnostics                reports with the line of the text that they are about
    documents                  the JSON forms, each with a version and a schema
    template                   the forms of pages and pictures, in which all text is escaped
    visible                    control characters of the user's text never reach a screen

Sentences are templates over results: nothing appears that no analysis computed. The same
result gives the same bytes. May import :mod:`servanda.workbench` and what lies below it.
"""
