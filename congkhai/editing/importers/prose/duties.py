"""Duties told in prose beside a table of tasks: one entry an actor, and one for each duty with a deadline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congkhai.editing.importers.house_yaml import Value
from congkhai.editing.importers.tables.columns import Role
from congkhai.editing.importers.tables.tree import Node


def duties_of(nodes: Iterable[Node]) -> list[Value]:
    """The duties of all actors below some nodes, with the words of the document as a first summary."""
    found: list[dict[str, str]] = []
    for task in _assigned(nodes):
        fields = dict(task.fields)
        actor, time = fields[Role.LEAD], fields.get(Role.TIME, "")
        last = found[-1] if found else {}
        if last.get("actor") == actor and not time and "time" not in last:
            last["summary"] = f"{last['summary']}\n{task.title}"
            continue
        found.append({"actor": actor, "summary": task.title} | ({"time": time} if time else {}))
    return list(found)


def _assigned(nodes: Iterable[Node]) -> Iterator[Node]:
    """The tasks below some nodes that name who leads them; a bare label ("Cơ quan thực hiện:") asks nothing."""
    for node in nodes:
        told = (task for task in node.tasks() if not task.title.rstrip().endswith(":"))
        yield from (task for task in told if dict(task.fields).get(Role.LEAD))
