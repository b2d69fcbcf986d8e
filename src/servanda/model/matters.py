"""What bodies vote and decide on: an incident, or a motion."""

from __future__ import annotations

from servanda.model.node import IncidentId, MotionId, Node

Matter = IncidentId | MotionId
"""What is voted and decided on; no motion has the name of an incident."""


class OnMatter(Node, frozen=True, kw_only=True):
    """An event that is about an incident or about a motion.

    Attributes:
        incident: The incident; None for a motion.
        motion: The motion.
    """

    incident: IncidentId | None = None
    motion: MotionId | None = None

    @property
    def matter(self) -> Matter:
        """The one of the two that it is about."""
        return self.motion or self.incident or IncidentId("")
