"""What kind of work a task of a plan is, by the words of its cells and of the headings above it."""

from congkhai.vietnamese.task_kind.kinds import TaskKind
from congkhai.vietnamese.task_kind.reading import kind_of

__all__ = ["TaskKind", "kind_of"]
