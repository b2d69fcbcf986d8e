"""What a language model reads in an article: how it is asked, and what is made of its answer.

    answers        what it is to give: the words of the article, and a choice among few
    questions      what it is asked, with which issues of the case
    meanings       who and which day its words mean, by lists and rules
    placing        its words found in the article, as proposals
    judging        what of them stands
    destinations   which model, and where its server is
    clients        what fetches its answer, and no more than an answer can need
    asking         the one module that sends
    consent        what is asked of the user before
    sendings       the list of what was sent where and when
    kept           answers from before
    failures       what can go wrong (SV970 to SV975)

May import what :mod:`servanda.workbench` may; pydantic-ai comes with the extra ``servanda[model]``
and is imported only where a model is named.
"""
