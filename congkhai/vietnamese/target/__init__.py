"""Targets in the words of a plan: what is measured, which number, at least or at most, and whom it is for."""

from congkhai.vietnamese.target.measures import Measure, measure_of
from congkhai.vietnamese.target.model import Direction, Scope, Target, Unit
from congkhai.vietnamese.target.reading import read_targets
from congkhai.vietnamese.target.scopes import scopes_in

__all__ = ["Direction", "Measure", "Scope", "Target", "Unit", "measure_of", "read_targets", "scopes_in"]
