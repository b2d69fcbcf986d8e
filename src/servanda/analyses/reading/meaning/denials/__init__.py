"""What somebody denies, excludes, stops or will on no account do.

May import grammar and the lexicon of meaning, and what stands below meaning.
"""
