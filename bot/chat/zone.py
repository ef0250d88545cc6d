"""``/timezone``: where somebody is, by city, by shared location (not kept), or by what time it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from bot.chat import words
from bot.chat.acts import Act, AskWhere, Button, PutAway, Reword, Rows, Say, Toast, rows_of
from bot.chat.press import Press
from bot.chat.times import START, Times, proof
from bot.chat.turn import Turn, tell
from bot.domain.typed import clock_reading, offset_reading
from bot.domain.typed_tables import place_key
from bot.services.rhythms import Rhythms
from bot.storage.lands import STATE, fold
from bot.storage.namesakes import Place
from bot.storage.places import Places
from bot.storage.steps import Keyboard, Steps

STEP = "zone"
QUARTER = timedelta(minutes=15)
WEST, EAST = timedelta(hours=-12), timedelta(hours=14)  # no zone lies beyond


@dataclass(frozen=True, slots=True)
class Zone:
    """Finding the zone with as few taps as possible."""

    rhythms: Rhythms
    steps: Steps
    places: Places
    times: Times

    def command(self, turn: Turn) -> Sequence[Act]:
        """``/timezone`` with or without a place or a time behind it."""
        if not turn.typed:
            return [self.question(turn, "")]
        return self.answer(turn, turn.typed, "") or [
            Say(turn.say("zone-misread"), self._near(turn, turn.typed, ""))
        ]

    def page(self, turn: Turn) -> Sequence[Act]:
        """The question, from the settings."""
        return [self.question(turn, "")]

    def question(self, turn: Turn, flow: str) -> Say:
        """Familiar cities with the time it is there, and the other ways."""
        self.steps.set(turn.person.id, f"{STEP}:{flow}", turn.now)
        if turn.person.placed:
            key, here = "zone-question-again", words.zone(turn.person.rhythm.zone, turn.locale)
            return Say(turn.say(key, zone=here), self.ways(turn, flow))
        return Say(turn.say("zone-question"), self.ways(turn, flow))

    def ways(self, turn: Turn, flow: str) -> Rows:
        """Cities that are known, and the other ways."""
        cities = self._buttons(turn, self.places.familiar(turn.person.language), flow)
        ways = [turn.button("zone-clock", "zone-clock", flow), turn.button("zone-share", "zone-share", flow)]
        return (*rows_of(cities, 2), tuple(ways), *_skip(turn, flow))

    def _buttons(self, turn: Turn, places: Sequence[Place], flow: str) -> list[Button]:
        called = [_name(turn, place) for place in places]
        return [
            Button(
                f"{name if called.count(name) == 1 else _exactly(turn, place)} · {_there(turn, place.zone)}",
                Press.of("zone", flow, place.zone, place.id),
            )
            for name, place in zip(called, places, strict=True)
        ]

    def _namesakes(self, turn: Turn, place: Place, flow: str) -> Rows:
        others = self.places.same_named(place) if place.id else []
        return tuple(
            (
                Button(
                    f"{_exactly(turn, other)} · {_there(turn, other.zone)}",
                    Press.of("zone", flow, other.zone, other.id),
                ),
            )
            for other in others[:3]
        )

    def answer(self, turn: Turn, text: str, flow: str) -> list[Act]:
        """A city, a zone or a clock reading, if ``text`` is one; empty otherwise."""
        if (offset := offset_reading(text)) is not None:
            return self._at_offset(turn, offset, flow)
        if reading := clock_reading(text, turn.locale.vocabulary):
            return self._on_clock(turn, reading, flow)
        found = self.places.named(text, turn.person.language, turn.now, turn.locale.vocabulary)
        if found.sure:
            return self._moved(turn, found.places[0], flow, "," not in text)
        return self._which(turn, found.places, flow) if found.places else []

    def reads(self, turn: Turn, text: str) -> bool:
        """Whether it is a place that is known, or what a clock shows."""
        if offset_reading(text) is not None or clock_reading(text, turn.locale.vocabulary):
            return True
        found = self.places.named(text, turn.person.language, turn.now, turn.locale.vocabulary)
        return bool(found.places)

    def _on_clock(self, turn: Turn, reading: time, flow: str) -> list[Act]:
        places = self._by_clock(turn, reading)
        if not places:
            return tell(turn, "zone-no-clock", time=words.clock(reading, turn.locale))
        if len({place.zone for place in places}) == 1:
            return self._moved(turn, places[0], flow)
        return self._which(turn, places, flow)

    def _which(self, turn: Turn, places: Sequence[Place], flow: str) -> list[Act]:
        return [Say(turn.say("zone-which"), rows_of(self._buttons(turn, places, flow), 1))]

    def hint(self, turn: Turn, text: str, flow: str) -> list[Act]:
        """What would work, with near misses as buttons."""
        clock = (turn.button("zone-clock", "zone-clock", flow),)
        return [Say(turn.say("zone-hint"), (*self._near(turn, text, flow), clock, *_skip(turn, flow)))]

    def _near(self, turn: Turn, text: str, flow: str) -> Rows:
        return rows_of(self._buttons(turn, self.places.close_to(text)[:3], flow), 1)

    def _at_offset(self, turn: Turn, offset: timedelta, flow: str) -> list[Act]:
        """The places that are so far from UTC now; never the offset itself, which changes with summer."""
        places = self.places.with_offset(offset, turn.now, turn.person.language)
        return self._which(turn, places, flow) if places else []

    def _by_clock(self, turn: Turn, reading: time) -> list[Place]:
        utc = turn.now.hour * 60 + turn.now.minute
        offset = timedelta(minutes=reading.hour * 60 + reading.minute - utc)
        return self._with_offset(turn, QUARTER * round(offset / QUARTER))

    def _with_offset(self, turn: Turn, offset: timedelta) -> list[Place]:
        day = timedelta(days=1)
        possible = [o for o in (offset - day, offset, offset + day) if WEST <= o <= EAST]
        found = [p for o in possible for p in self.places.with_offset(o, turn.now, turn.person.language)]
        return found[:6]

    def hours(self, turn: Turn) -> Sequence[Act]:
        """*What time is it for you now?*: a grid of hours."""
        flow = turn.press.word(0)
        hours = [Button(words.clock(time(h), turn.locale), Press.of("zone-hour", flow, h)) for h in range(24)]
        return [Reword(turn.say("zone-hours"), rows_of(hours, 4))]

    def hour(self, turn: Turn) -> Sequence[Act]:
        """An hour of that grid: the places where it is that hour now."""
        flow, hour = turn.press.word(0), turn.press.number(1)
        if not 0 <= hour < 24:
            return [Toast(turn.say("button-gone-toast"))]
        found: list[Place] = []
        for minute in (turn.now.minute, (turn.now.minute + 30) % 60):
            found += self._by_clock(turn, time(hour, minute))
        if not found:
            return [Toast(turn.say("zone-none-toast"))]
        return [Reword(turn.say("zone-which"), rows_of(self._buttons(turn, found[:8], flow), 1))]

    def share(self, turn: Turn) -> Sequence[Act]:
        """The keyboard that shares a location."""
        flow, leave = turn.press.word(0), turn.say("skip-button")
        self.steps.set(turn.person.id, f"{STEP}:{flow}", turn.now)
        self.steps.put_up(turn.person.id, Keyboard(flow, leave))
        return [AskWhere(turn.say("zone-share"), turn.say("zone-share-send-button"), leave)]

    def located(self, turn: Turn, flow: str) -> list[Act]:
        """A shared location, worked out here and not kept."""
        zone = self.places.at(*turn.place) if turn.place else None
        self.steps.put_away(turn.person.id)
        if zone is None:
            return [PutAway(turn.say("zone-misread"))]
        return [PutAway(turn.say("zone-located")), *self._moved(turn, Place("", "", zone, 0), flow)]

    def left(self, turn: Turn, flow: str) -> list[Act]:
        """The other button of that keyboard."""
        self.steps.put_away(turn.person.id)
        return [PutAway(turn.say("zone-located-not")), *(self.skipped(turn) if flow == START else [])]

    def met_at(self, turn: Turn, keep: Callable[[Turn], Sequence[Act]]) -> list[Act]:
        """A place sent as a moment, kept as words; where another clock is shown there, it is offered."""
        if turn.said is None or turn.place is None:
            return []
        zone = self.places.at(*turn.place) or turn.person.rhythm.zone
        city = self.places.near(*turn.place)
        near = _name(turn, city) if city else words.zone(zone, turn.locale)
        place = turn.said.place or near
        kept = list(keep(replace(turn, said=replace(turn.said, place=place))))
        if zone == turn.person.rhythm.zone:
            return kept
        clock = turn.button("place-clock", "zone", "", zone)
        return [*kept, Say(turn.say("place-clock", zone=words.zone(zone, turn.locale)), ((clock,),))]

    def pressed(self, turn: Turn) -> Sequence[Act]:
        """A city's button."""
        flow, zone = turn.press.word(0), turn.press.word(1)
        if not self.places.zone_exists(zone):
            return [Toast(turn.say("button-gone-toast"))]
        city = self.places.city(turn.press.number(2))
        said, *rest = self._moved(turn, city if city and city.zone == zone else Place("", "", zone, 0), flow)
        return [Reword(said.text), *rest] if isinstance(said, Say) else [said, *rest]

    def skipped(self, turn: Turn) -> list[Act]:
        """*Skip*: the zone stays a guess, or as they chose it, and the conversation goes on."""
        zone = words.zone(turn.person.rhythm.zone, turn.locale)
        text = turn.say("zone-kept" if turn.person.placed else "zone-skipped", zone=zone)
        said = PutAway(text) if self.steps.put_away(turn.person.id) else Say(text)
        return [said, self.times.question(turn, turn.person, START)]

    def _moved(self, turn: Turn, place: Place, flow: str, ask: bool = False) -> list[Act]:
        """They live there now; ``ask``: unless they meant a namesake."""
        person = self.rhythms.move(turn.person, place.zone, turn.now)
        self.steps.clear(person.id)
        others = self._namesakes(turn, place, flow) if ask else ()
        then = "" if flow == START else f"\n\n{proof(self.rhythms, turn, person)}"
        said = self._told(turn, _done(turn, place), then, others)
        return [*said, self.times.question(turn, person, START)] if flow == START else said

    def _told(self, turn: Turn, done: str, then: str, others: Rows) -> list[Act]:
        """A keyboard that is up is put away by a message that has no buttons."""
        asked = turn.say("zone-namesakes")
        if self.steps.put_away(turn.person.id):
            return [PutAway(f"{done}{then}"), *([Say(asked, others)] if others else [])]
        return [Say(f"{done} {asked}{then}" if others else f"{done}{then}", others)]


def _skip(turn: Turn, flow: str) -> Rows:
    return ((turn.button("skip", "zone-skip", flow),),) if flow == START else ()


def _done(turn: Turn, place: Place) -> str:
    zone, now = words.zone(place.zone, turn.locale), _there(turn, place.zone)
    city = _name(turn, place)
    if city == zone:
        return turn.say("zone-done", zone=zone, now=now)
    return turn.say("zone-done-city", city=city, zone=zone, now=now)


def _name(turn: Turn, place: Place) -> str:
    """The city, by the name of its zone where it is that city."""
    tail = fold(place.zone.rsplit("/", 1)[-1])
    principal = fold(place.own).removesuffix(" city") == tail.removesuffix(" city")
    if principal or not place.name:
        return words.zone(place.zone, turn.locale)
    theirs = turn.locale.vocabulary.cities.get(place_key(f"{place.own}, {place.country}"))
    return theirs if theirs and place.name == place.own else place.name


def _exactly(turn: Turn, place: Place) -> str:
    """With what it lies in."""
    state = place.region.removeprefix(STATE) if place.region.startswith(STATE) else ""
    return f"{_name(turn, place)}, {state or words.country(place.country, turn.locale)}"


def _there(turn: Turn, zone: str) -> str:
    """What time it is there."""
    return words.clock(turn.now.astimezone(ZoneInfo(zone)).time(), turn.locale)
