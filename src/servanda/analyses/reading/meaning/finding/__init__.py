"""All the sayings of an article: stances, nouns, headlines, and the words that one gives of another.

May import grammar and the lexicon of meaning, and what stands below meaning.
"""
