"""From what the user names to articles, each told how it was come by.

    articles      all of it: files, folders, pages, feeds, addresses and standard input
    files, addresses            what the user names, to bytes
    decoding, sniffing          bytes to characters; of which form a source is
    pages, printed, feeds       web pages, PDF files and feeds, to texts
    gathered      what was come by, and how
    failures      what can be wrong with a source (SV951 to SV959)

Nothing is asked of a network unless the user named an address. May import what
:mod:`servanda.workbench` may; trafilatura, pypdf, feedparser and urllib3 come with the extra
``servanda[read]`` and are imported only where a source needs them.
"""
