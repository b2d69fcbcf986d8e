"""What can be asked of articles: from files, pages and feeds to what a case keeps of them.

    sources           from what the user names to articles, each told how it was come by
    lists, subjects   the packaged lists of who there is, and of what talks are about
    by_rules          an article read by rules, for a case
    many              the same done to many articles, in several processes
    proposing         articles gathered, read, and put side by side; `readings` is what that gives
    model_reader      an article read by a language model as well, where the user asks for that
    language_model    its parts
    beside            what both have read
    confirmation      proposals gone through, and what is confirmed entered in the record
    reading_lines     what was read as lines of JSON; `listed` has the persons of the lists

Nothing is asked of a network unless the user named an address or a model. May import what
:mod:`servanda.workbench` may.
"""
