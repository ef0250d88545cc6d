"""The same picture with nothing to read in it, for sharing."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import cast

from bot.pictures.values import Clock, Contact, Garland, Heading, Petals, Picture, Postcard, Sky, Year


def wordless(picture: Picture) -> Picture:
    """``picture`` without its heading, its labels and the person's words; photos stay."""
    silent = replace(picture, heading=_silent(picture.heading))
    return cast(Picture, _without_labels(silent))


def _silent(heading: Heading) -> Heading:
    return Heading("", "", heading.language, heading.rtl)


@singledispatch
def _without_labels(picture: object) -> object:
    raise TypeError(type(picture))


@_without_labels.register
def _(picture: Sky) -> Sky:
    return replace(picture, key=())


@_without_labels.register
def _(picture: Year) -> Year:
    return replace(picture, months=("",) * len(picture.months))


@_without_labels.register
def _(picture: Clock) -> Clock:
    return replace(picture, hours=("", "", "", ""))


@_without_labels.register
def _(picture: Petals) -> Petals:
    return replace(picture, petals=tuple(replace(petal, name="") for petal in picture.petals))


@_without_labels.register
def _(picture: Contact) -> Contact:
    return replace(picture, photos=tuple(replace(photo, caption="") for photo in picture.photos))


@_without_labels.register
def _(picture: Garland) -> Garland:
    return replace(picture, beads=tuple(replace(bead, word="") for bead in picture.beads))


@_without_labels.register
def _(picture: Postcard) -> Postcard:
    return replace(picture, text="")
