"""From proposals to the record of a case: asked about, decided, kept, entered.

    deciding      an article gone through, with its log and its case
    queue, order  which proposal is asked about next, and what an answer does
    review, decisions, decision_files   what was decided of each proposal, one after the other
    taking        decisions taken, each held against those before it
    decided       what was decided, for whoever only reads it
    parting       decisions on several articles, each to its own
    lapsed        what was decided and does not hold any more, since the case was changed
    log           where decisions are kept, beside the case, for one session at a time
    drafts        a proposal with what the user says of it
    correcting, links, fields, typed, naming   what can be corrected, and how it is typed
    corrections   what was put right: cases that a later reader can be held against
    compiling, chaining, contents   a confirmed proposal as a statement of the record
    declaring, again   what the statement needs that the case lacks; what the record has already
    guarding      nothing in the record stands better than it was read
    planning, confirming, desks   statements into the text of the case; `outcome` is what became of each
    unwritten     what is kept only, where something stood in the way

May import what :mod:`servanda.workbench` may.
"""
