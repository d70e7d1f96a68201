"""A general name stands for the agencies of places that are called so but for their place."""

from __future__ import annotations

from congkhai.knowledge.library import Library
from congkhai.knowledge.plans.general_names import called_so
from congkhai.records.abbreviation import Abbreviation
from congkhai.records.agency import Agency, Registry

GENERAL = (
    Agency(id="so", name="Sở Nội vụ", general=True),
    Agency(id="ca", name="Công an cấp tỉnh", general=True),
    Agency(id="ub", name="Ủy ban nhân dân cấp tỉnh", general=True),
)


def found(*names: str) -> dict[str, tuple[str, ...]]:
    """What the general agencies stand for among agencies of Sơn La, who are called like their ids."""
    agencies = (*GENERAL, *(Agency(id=name, name=name, territory="son-la") for name in names))
    library = Library(
        actors={one.id: one for one in agencies},
        territories={"son-la": Registry(territory="son-la", name="Tỉnh Sơn La")},
        abbreviations={"UBND": Abbreviation(short="UBND", long="Ủy ban nhân dân")},
    )
    return dict(called_so(library))


def test_a_name_with_its_level_and_place_is_one_of_the_general_name() -> None:
    assert found("Sở Nội vụ tỉnh Sơn La", "Sở Nội vụ Sơn La")["so"] == ("Sở Nội vụ tỉnh Sơn La", "Sở Nội vụ Sơn La")


def test_a_general_name_that_tells_the_level_and_a_short_form_are_understood() -> None:
    assert found("Công an tỉnh Sơn La", "UBND tỉnh Sơn La") == {
        "ca": ("Công an tỉnh Sơn La",),
        "ub": ("UBND tỉnh Sơn La",),
    }


def test_a_longer_name_is_another_agency() -> None:
    assert found("Phòng Nội vụ Sơn La", "Sở Nội vụ và Lao động tỉnh Sơn La") == {}
