"""What was read in an article, as a sheet: each proposal with its words, then what was passed over.

sheet        all proposals of an article
card         one proposal, with all its fields and what each rests on
parts        who says what of what, and the words at their place
lines        proposals as lines of JSON
confirmed    what was entered in the record of it
annotations  where they stand in the article, for other tools

May import the rest of :mod:`servanda.views`, and what that may import.
"""
