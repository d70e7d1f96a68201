"""Where plans, their tasks, what is due and what is compared live."""

from __future__ import annotations

from congkhai.knowledge.urls.chapters import (
    AGENCIES,
    CHANGES,
    COMPARISON,
    DEADLINES,
    KINDS,
    PLANS,
    TARGETS,
)
from congkhai.records.position import address_part

# The anchor of what a plan says outside its annex that sets a target.
OBJECTIVES = "muc-tieu"
# Addresses below a plan that no row may take.
_BELOW_A_PLAN = (AGENCIES, DEADLINES, CHANGES, "phan/", "dong-thoi-gian/", "thuc-hien/", "to-gap/")


def plan_url(plan_id: str) -> str:
    """The page of a plan."""
    return f"{PLANS}{plan_id}/"


def parts_of_plan(plan_id: str) -> frozenset[str]:
    """The addresses below a plan at which its own pages stand, or pages begin, so that no row may have them."""
    return frozenset(f"{plan_url(plan_id)}{part}" for part in _BELOW_A_PLAN)


def task_url(plan_id: str, task_id: str) -> str:
    """The page of a task: `II.3.1` of a plan → ke-hoach/<plan>/ii-3-1/."""
    return f"{plan_url(plan_id)}{row_anchor(task_id)}/"


def row_anchor(task_id: str) -> str:
    """The anchor of a row, a group or a section on the page of its plan."""
    return "-".join(address_part(part) for part in task_id.split("."))


def plan_actor_url(plan_id: str, actor_id: str) -> str:
    """The rows of one actor in one plan."""
    return f"{plan_url(plan_id)}{AGENCIES}{actor_id}/"


def carrying_url(plan_id: str) -> str:
    """How far a plan carries out the plans above it."""
    return f"{plan_url(plan_id)}thuc-hien/"


def leaflet_url(plan_id: str) -> str:
    """A plan on one sheet to be handed out."""
    return f"{plan_url(plan_id)}to-gap/"


def plan_section_url(plan_id: str, section_id: str) -> str:
    """The rows of one section of a plan."""
    return f"{plan_url(plan_id)}phan/{row_anchor(section_id)}/"


def year_url(year: int) -> str:
    """The agenda of a year."""
    return f"{DEADLINES}{year}/"


def month_url(year: int, month: int) -> str:
    """The agenda of a month."""
    return f"{DEADLINES}{year}/{month:02}/"


def quarter_url(year: int, quarter: int) -> str:
    """The agenda of a quarter."""
    return f"{DEADLINES}{year}/quy-{quarter}/"


def target_url(measure: str) -> str:
    """The targets of one measure, over all plans."""
    return f"{TARGETS}{measure}/"


def place_target_url(measure: str, territory: str) -> str:
    """The targets of one measure in the plans of one place."""
    return f"{target_url(measure)}{territory}/"


def due_url(url: str) -> str:
    """What is due for a plan or an agency: now, and by year and quarter."""
    return f"{url}{DEADLINES}"


def changes_url(url: str) -> str:
    """What has changed of a plan or an agency."""
    return f"{url}{CHANGES}"


def due_feed_url(url: str) -> str:
    """The feed (Atom) of what is due in the quarter, of a plan, an agency, or the whole portal."""
    return f"{url}den-han.xml"


def pair_url(plan_id: str, other_id: str) -> str:
    """Two plans side by side."""
    return f"{COMPARISON}{PLANS}{plan_id}/{other_id}/"


def timeline_url(url: str) -> str:
    """The timeline of a plan or agency."""
    return f"{url}dong-thoi-gian/"


def kind_url(kind_id: str) -> str:
    """What plans ask of one kind of agency, side by side."""
    return f"{COMPARISON}{AGENCIES}{kind_id}/"


def task_kind_url(kind: str, year: int | None = None) -> str:
    """The tasks of one kind of work, over all plans or those of a year."""
    return f"{KINDS}{kind}/{year}/" if year else f"{KINDS}{kind}/"
