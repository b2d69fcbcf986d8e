"""Which issues and options a statement is about, and how its words are meant.

May import everything else of meaning but hearing, and what stands below meaning.
"""
