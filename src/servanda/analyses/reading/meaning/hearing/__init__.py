"""Which sayings are heard from somebody, and through whom they are known.

May import everything else of meaning but topics, and what stands below meaning.
"""
