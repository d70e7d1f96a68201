"""`dataclass` for values (frozen, with slots), as the standard library has it but sooner ready.

The standard one compiles six methods of each class while its module is imported; for two hundred classes that is a
third of what a program waits for before it begins. Here a method is compiled when it is first called.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

_Method = Callable[..., Any]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """Make values of a class; `frozen` and `slots` hold for all of them, and stand there to be read."""
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")
        return lambda cls: _finished(
            dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
        )


def _finished(cls: type) -> type:
    """A dataclass that has no methods yet, with all that it does not bring along."""
    methods = {
        "__init__": _compiled_later(cls, "__init__", _init),
        "__eq__": _compiled_later(cls, "__eq__", _eq),
        "__hash__": _compiled_later(cls, "__hash__", _hash),
        "__repr__": _repr,
        "__getstate__": _state,
        "__setstate__": _restore,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    for name, method in methods.items():
        if cls.__dict__.get(name) is None:
            setattr(cls, name, method)
    return cls


def _compiled_later(cls: type, name: str, write: Callable[[type, dict[str, Any]], str]) -> _Method:
    """A method that is there at once, and gives way to the compiled one when it is first called."""

    def first(*args: Any, **values: Any) -> Any:
        names: dict[str, Any] = {}
        exec(write(cls, names), names)
        setattr(cls, name, names[name])
        return names[name](*args, **values)

    return first


def _init(cls: type, names: dict[str, Any]) -> str:
    names["MISSING"] = dataclasses.MISSING
    by_place, by_name, body = ["self"], ["*"], []
    for field in dataclasses.fields(cls):
        name, default, value = field.name, "", field.name
        # The descriptor of the slot sets what the value itself refuses to have set.
        names[f"set_{name}"] = getattr(cls, name).__set__
        if field.default is not dataclasses.MISSING:
            names[f"default_{name}"], default = field.default, f"=default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            names[f"make_{name}"], default = field.default_factory, "=MISSING"
            value = f"make_{name}() if {name} is MISSING else {name}"
        (by_name if field.kw_only else by_place).append(name + default)
        body.append(f" set_{name}(self, {value})")
    parameters = ", ".join((*by_place, *(by_name if len(by_name) > 1 else ())))
    return "\n".join((f"def __init__({parameters}):", *(body or [" pass"])))


def _eq(cls: type, _names: dict[str, Any]) -> str:
    pair = f"{_tuple('self', cls)} == {_tuple('other', cls)}"
    return f"def __eq__(self, other):\n return {pair} if other.__class__ is self.__class__ else NotImplemented"


def _hash(cls: type, _names: dict[str, Any]) -> str:
    return f"def __hash__(self):\n return hash({_tuple('self', cls)})"


def _tuple(owner: str, cls: type) -> str:
    compared: Iterable[str] = (f"{owner}.{field.name}, " for field in dataclasses.fields(cls) if field.compare)
    return f"({''.join(compared)})"


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


# What copies and other processes need, since values refuse to have anything set.
def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


def _refuse(self: Any, name: str, _value: object = None) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} can't change")
