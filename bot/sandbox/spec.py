"""Checks calls against the specification: every method, parameter and nested field by name and type.

Stricter than Telegram, which ignores what it does not know: here an unknown name is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bot.sandbox.wire import Incoming, Refusal, Upload, Wire, bad

Check = Callable[[Any, str], Any]  # (value, where it stands) → the value; raises Refusal


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter or field: how it is checked, and whether it must be there."""

    check: Check
    required: bool


@cache
def specification() -> Wire:
    """The trimmed Bot API specification; read once."""
    return dict(json.loads(Path(__file__).with_name("bot-api.json").read_text(encoding="utf-8")))


def known(method: str) -> bool:
    """Does the Bot API know this method, spelled exactly so?"""
    return method in specification()["methods"]


def validated(method: str, raw: Mapping[str, Any], uploads: Mapping[str, Upload]) -> Incoming:
    """The call with every parameter in its wire type; raises Refusal naming what is wrong."""
    fields = _method(method)
    params = {name: _parameter(fields, method, name, value) for name, value in raw.items()}
    for name in uploads.keys() & fields.keys():
        params[name] = fields[name].check(uploads[name], name)
    for name in _required(method):
        if name not in params:
            raise bad(_MISSING.get(name, f'parameter "{name}" is required'))
    return Incoming(method, params, uploads)


def check_object(type_name: str, value: Any) -> None:
    """Raise Refusal where a value, ours for instance, is not the named type of the specification."""
    _checker(type_name)(value, type_name)


_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
}


def _parameter(fields: Mapping[str, Field], method: str, name: str, value: Any) -> Any:
    field = fields.get(name)
    if field is None:
        raise bad(f'the sandbox knows no parameter "{name}" of {method}')
    return field.check(value, name)


@cache
def _method(method: str) -> Mapping[str, Field]:
    declared = specification()["methods"][method]["fields"]
    return {
        name: Field(_from_form(tuple(given["types"]), _field_check(given)), given["required"])
        for name, given in declared.items()
    }


@cache
def _required(method: str) -> tuple[str, ...]:
    return tuple(name for name, field in _method(method).items() if field.required)


def _field_check(given: Wire) -> Check:
    if "const" in given:
        return _one_of((given["const"],))
    if "one_of" in given:
        return _one_of(tuple(given["one_of"]))
    return _union(tuple(given["types"]))


def _from_form(types: tuple[str, ...], check: Check) -> Check:
    """Parameters of a form are strings: read them as the type they are meant to be."""
    if "String" in types:
        return _integer_or_name(check) if "Integer" in types else check

    def read(value: Any, where: str) -> Any:
        return check(_parsed(value, where, types) if isinstance(value, str) else value, where)

    return read


def _integer_or_name(check: Check) -> Check:
    def read(value: Any, where: str) -> Any:
        if isinstance(value, str) and value.removeprefix("-").isascii() and value.removeprefix("-").isdigit():
            return int(value)
        return check(value, where)

    return read


def _parsed(value: str, where: str, types: tuple[str, ...]) -> Any:
    if types == ("Boolean",):
        return {"true": True, "1": True, "false": False, "0": False}.get(value.lower(), value)
    if "InputFile" in types:
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad(f'can\'t parse "{where}" as {" or ".join(types)}') from None


@cache
def _union(types: tuple[str, ...]) -> Check:
    if len(types) == 1:
        return _checker(types[0])
    plain = [name for name in types if name in _PLAIN or name.startswith("Array of ")]
    objects = tuple(name for name in types if name not in plain)

    def check(value: Any, where: str) -> Any:
        if isinstance(value, dict) and objects:
            return _checker(_subtype(objects, value, where))(value, where)
        return _first_that_fits(plain, value, where)

    return check


def _first_that_fits(names: list[str], value: Any, where: str) -> Any:
    for name in names:
        try:
            return _checker(name)(value, where)
        except Refusal:
            continue
    raise bad(f'"{where}" must be {" or ".join(names)}')


@cache
def _checker(name: str) -> Check:
    if name.startswith("Array of "):
        return _array(name.removeprefix("Array of "))
    if name in _PLAIN:
        return _PLAIN[name]
    declared = specification()["types"][name]
    subtypes = tuple(declared.get("subtypes", ()))
    return _union(subtypes) if subtypes else _object(name)


def _array(item: str) -> Check:
    def check(value: Any, where: str) -> Any:
        if not isinstance(value, list):
            raise bad(f'"{where}" must be an array')
        one = _checker(item)
        return [one(each, f"{where}[{number}]") for number, each in enumerate(value)]

    return check


@cache
def _fields(name: str) -> Mapping[str, Field]:
    declared = specification()["types"][name].get("fields", {})
    return {field: Field(_field_check(given), given["required"]) for field, given in declared.items()}


def _object(name: str) -> Check:
    def check(value: Any, where: str) -> Any:
        fields = _fields(name)
        if not isinstance(value, dict):
            raise bad(f'"{where}" must be {name}')
        for key in value.keys() - fields.keys():
            raise bad(f'the sandbox knows no field "{key}" of {name} in "{where}"')
        for key, field in fields.items():
            if key in value:
                value[key] = field.check(value[key], f"{where}.{key}")
            elif field.required:
                raise bad(f'field "{key}" of {name} must be specified in "{where}"')
        return value

    return check


def _subtype(names: tuple[str, ...], value: Wire, where: str) -> str:
    """Which of several types an object means: told by its constant fields, then by the required ones."""
    fitting = [name for name in _leaves(names) if _could_be(name, value)]
    if not fitting:
        raise bad(f'"{where}" is none of {", ".join(names)}')
    return max(fitting, key=lambda name: len(value.keys() & _fields(name).keys()))


@cache
def _leaves(names: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        below = tuple(specification()["types"][name].get("subtypes", ()))
        found.extend(_leaves(below) if below else (name,))
    return tuple(dict.fromkeys(found))


def _could_be(name: str, value: Wire) -> bool:
    declared = specification()["types"][name].get("fields", {})
    return all(
        field in value and value[field] == given.get("const", value[field])
        for field, given in declared.items()
        if given["required"]
    )


def _one_of(allowed: tuple[str, ...]) -> Check:
    def check(value: Any, where: str) -> Any:
        if value not in allowed:
            text = "REACTION_INVALID" if where.endswith("emoji") else f'"{where}" has a wrong value'
            raise bad(text)
        return value

    return check


def _integer(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise bad(f'"{where}" must be Integer')


def _float(value: Any, where: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise bad(f'"{where}" must be Float')


def _boolean(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise bad(f'"{where}" must be Boolean')


def _string(value: Any, where: str) -> str:
    if isinstance(value, str):
        return value
    raise bad(f'"{where}" must be String')


def _file(value: Any, where: str) -> Upload | str:
    if isinstance(value, Upload | str):
        return value
    raise bad(f'"{where}" must be a file')


_PLAIN: dict[str, Check] = {
    "Integer": _integer,
    "Float": _float,
    "Boolean": _boolean,
    "String": _string,
    "InputFile": _file,
}
