"""What one does by a saying, how sure that is, in whose words, and to whom.

May import conditions, denials, doubts, grammar and the lexicon of meaning, and what stands below meaning.
"""
