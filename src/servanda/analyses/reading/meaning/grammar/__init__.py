"""The clauses of a text: their verbs, what these do by being said, whether they are said not to be so.

May import the lexicon of meaning, and what stands below meaning.
"""
