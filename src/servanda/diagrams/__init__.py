"""Decision diagrams: functions of variables with finitely many values, to calculate with.

A rule covers some of the cases that can arise. Held as a diagram, such a rule can be
joined with others, counted, compared, and put in few words, without going through the
cases one by one. ``Diagrams`` is the one door.

Knows nothing of treaties. May import nothing else of Servanda.
"""

from servanda.diagrams.cubes import Cube
from servanda.diagrams.diagrams import Diagrams
from servanda.diagrams.nodes import FALSE, TRUE, BudgetExceeded
from servanda.diagrams.primes import Primes

__all__ = ["FALSE", "TRUE", "BudgetExceeded", "Cube", "Diagrams", "Primes"]
