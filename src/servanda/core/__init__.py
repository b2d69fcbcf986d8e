"""Ground terms that know nothing of treaties: places in a text, verdicts, reasons, dates, numbers.

May import nothing else of Servanda.
"""
