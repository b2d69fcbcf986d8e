"""Sequencing as a picture."""

from __future__ import annotations

from servanda.workbench.sequences import Sequenced


def sequenced_picture(sequenced: Sequenced) -> str:
    """The steps as an SVG file that needs nothing else."""
    return f"<svg xmlns='http://www.w3.org/2000/svg'><title>{sequenced.case}</title></svg>\n"
