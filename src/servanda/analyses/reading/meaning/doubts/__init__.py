"""Why what a text tells is not told as so: forged, supposed, mentioned, contested, left open.

May import denials, grammar and the lexicon of meaning, and what stands below meaning.
"""
