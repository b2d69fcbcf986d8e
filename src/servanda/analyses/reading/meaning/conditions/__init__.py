"""On what a statement hangs: in its sentence, and in the one that follows.

May import grammar and the lexicon of meaning, and what stands below meaning.
"""
