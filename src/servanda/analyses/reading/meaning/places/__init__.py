"""Where something was said: the medium, and the place in the article.

May import what stands below meaning.
"""
