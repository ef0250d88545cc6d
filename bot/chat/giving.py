"""What comes back by itself: how it looks, and choosing it in the settings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import time

from bot.chat import entry, recap, remember, retold, words
from bot.chat.acts import Act, Button, Reword, Rows, Say, Show, Toast, rows_of
from bot.chat.press import Press
from bot.chat.turn import Turn
from bot.domain.giving import Gift, Giving
from bot.domain.person import Person
from bot.domain.rhythm import EVERY_DAY, Slot
from bot.domain.typed import Misread
from bot.domain.typed import times as read_times
from bot.library.locale import Locale
from bot.services.giving import GivingBack
from bot.services.ports import Letter
from bot.storage.givings import Planned
from bot.storage.steps import Steps

STEP = "gift"
CHOSEN = "chosen"  # by a tap: it can still be typed, and words are more likely a moment
WEEKLY = (Gift.WEEK, Gift.LOOK)
HOURS = (8, 12, 18, 20, 21)


def acts(letter: Letter, locale: Locale) -> list[Say | Show]:
    """What is sent: a recap in words, its pictures a tap away; or one moment whole."""
    if letter.recap is not None and letter.period is not None:
        *before, last = retold.messages(letter.recap, locale, letter.day)
        return [*map(Say, before), Say(last, recap.below(locale, letter.period, letter.recap))]
    if letter.lookback is None:
        return []
    found = letter.lookback
    rows = remember.rows(locale, found.glimmer.id, near=found.glimmer.favourite)
    return entry.whole(remember.heading(found, locale), found.glimmer.text, found.files, rows, locale)


@dataclass(frozen=True, slots=True)
class GivingChat:
    """The page in the settings, a question for each kind, and the offer after the first moments."""

    giving: GivingBack
    steps: Steps

    def page(self, turn: Turn) -> Sequence[Act]:
        """What comes back by itself, and what else could."""
        self.steps.clear(turn.person.id)
        return [Say(*self._page(turn))]

    def opened(self, turn: Turn) -> Sequence[Act]:
        """The same in place of what it was opened from."""
        self.steps.clear(turn.person.id)
        return [Reword(*self._page(turn))]

    def question(self, turn: Turn) -> Sequence[Act]:
        """One kind: when it shall come. A day and a time can be typed as well from here on."""
        gift = _gift(turn.press.word(0))
        return [self._asked(turn, gift)] if gift else [_gone(turn)]

    def _asked(self, turn: Turn, gift: Gift) -> Reword:
        self.steps.set(turn.person.id, f"{STEP}:{gift.value}", turn.now)
        known = self.giving.of(turn.person).get(gift)
        return Reword(turn.say(f"gift-{gift.value}-question"), _choices(turn, gift, known))

    def take(self, turn: Turn) -> Sequence[Act]:
        """*Each week*, *Each month* under the offer: as it usually comes."""
        gift = _gift(turn.press.word(0))
        return [self._chosen(turn, gift, None, None)] if gift else [_gone(turn)]

    def at(self, turn: Turn) -> Sequence[Act]:
        """A weekday or an hour."""
        gift, what, number = _gift(turn.press.word(0)), turn.press.word(1), turn.press.number(2)
        if gift is None or not 0 <= number < (24 if what == "hour" else 7):
            return [_gone(turn)]
        wall, day = (time(number), None) if what == "hour" else (None, number)
        self.steps.set(turn.person.id, f"{STEP}:{gift.value}:{CHOSEN}", turn.now)
        return [self._chosen(turn, gift, wall, day)]

    def _chosen(self, turn: Turn, gift: Gift, wall: time | None, day: int | None) -> Reword:
        return Reword(*self._told(turn, gift, wall, day))

    def _told(self, turn: Turn, gift: Gift, wall: time | None, day: int | None) -> tuple[str, Rows]:
        """It is so from now on; and what that takes the place of."""
        before = self.giving.of(turn.person)
        planned = self.giving.choose(turn.person, gift, turn.now, wall, day)
        gone = before.keys() - self.giving.of(turn.person).keys()
        said = [_done(turn, planned)]
        said += [turn.say("gift-instead", other=turn.say(f"gift-{other.value}-button")) for other in gone]
        return "\n".join(said), _choices(turn, gift, planned)

    def answer(self, turn: Turn, flow: str, text: str) -> list[Act]:
        """A day and a time that were typed; empty if it is none."""
        gift, slots = _gift(flow.partition(":")[0]), read_times(text, turn.locale.vocabulary)
        if gift is None or isinstance(slots, Misread) or len(slots) != 1 or slots[0].end is not None:
            return []
        slot = slots[0]
        days = slot.days if slot.days != EVERY_DAY else frozenset()
        told, rows = self._told(turn, gift, slot.start, min(days, default=None))
        self.steps.clear(turn.person.id)
        return [Say("\n".join([told, *_left_out(turn, gift, days)]), rows)]

    def hint(self, turn: Turn, flow: str, text: str) -> list[Act]:
        """What would work, after words that are no time; none if all is chosen, and no number among them."""
        name, _, chosen = flow.partition(":")
        gift = _gift(name)
        if gift is None or (chosen and not any(map(str.isdecimal, text))):
            return []
        known = self.giving.of(turn.person).get(gift)
        key = "gift-weekly-hint" if gift in WEEKLY else "gift-hint"
        return [Say(turn.say(key), _choices(turn, gift, known))]

    def stop(self, turn: Turn) -> Sequence[Act]:
        """*Not by itself*"""
        gift = _gift(turn.press.word(0))
        if gift is None:
            return [_gone(turn)]
        self.giving.stop(turn.person, gift)
        self.steps.clear(turn.person.id)
        return [Toast(turn.say("gift-off-toast")), Reword(*self._page(turn))]

    def refused(self, turn: Turn) -> Sequence[Act]:
        """*No, thank you* under the offer."""
        return [Reword(turn.say("gift-refused"))]

    def offer(self, turn: Turn) -> list[Act]:
        """Once, after the first seven moments."""
        if not self.giving.offer_now(turn.person):
            return []
        rows = (
            (turn.button("gift-take-week", "gift-take", Gift.WEEK.value),),
            (turn.button("gift-take-month", "gift-take", Gift.MONTH.value),),
            (turn.button("gift-refuse", "gift-refuse"),),
        )
        return [Say(turn.say("gift-offer"), rows)]

    def held_back(self, turn: Turn, person: Person) -> str:
        """What does not come because its time lies in their quiet hours; empty if nothing does."""
        wanted = (planned.giving for planned in self.giving.of(person).values())
        held = (giving.gift for giving in wanted if giving.is_held_back(person.rhythm))
        names = [turn.say(f"gift-{gift.value}-button") for gift in held]
        return turn.say("gifts-quiet", gifts=words.listed(names, turn.locale)) if names else ""

    def _page(self, turn: Turn) -> tuple[str, Rows]:
        known = self.giving.of(turn.person)
        values = {gift.value: _standing(turn, known.get(gift)) for gift in Gift}
        buttons = [turn.button(f"gift-{gift.value}", "gift", gift.value) for gift in Gift]
        return turn.say("gifts", **values), rows_of(buttons, 2)


def _gift(name: str) -> Gift | None:
    return Gift(name) if name in set(Gift) else None


def _gone(turn: Turn) -> Toast:
    return Toast(turn.say("button-gone-toast"))


def _left_out(turn: Turn, gift: Gift, days: Collection[int]) -> list[str]:
    """What became of weekdays that were typed, where not each of them is taken."""
    if gift in WEEKLY:
        return [turn.say("gift-weekly-days")] if len(days) > 1 else []
    return [turn.say(f"gift-{gift.value}-days")] if days else []


def _choices(turn: Turn, gift: Gift, known: Planned | None) -> Rows:
    """Weekdays, hours, and not at all; what is chosen is marked."""
    giving = known.giving if known else None
    days = [
        _choice(name, giving is not None and number in giving.days, "gift-at", gift.value, "day", number)
        for number, name in enumerate(words.weekdays(turn.locale))
    ]
    hours = [
        _choice(
            words.clock(time(hour), turn.locale),
            giving is not None and giving.wall == time(hour),
            "gift-at",
            gift.value,
            "hour",
            hour,
        )
        for hour in HOURS
    ]
    rows = (*(rows_of(days, 4) if gift in WEEKLY else ()), *rows_of(hours, 3))
    off = (turn.button("gift-off", "gift-off", gift.value),) if giving else ()
    return (*rows, (*off, turn.button("gifts-back", "gifts")))


def _choice(label: str, chosen: bool, name: str, *args: object) -> Button:
    return Button(f"✓ {label}" if chosen else label, Press.of(name, *args))


def _done(turn: Turn, planned: Planned) -> str:
    what = turn.say(f"gift-{planned.giving.gift.value}-button")
    said = turn.say("gift-done", what=what, when=_when(turn, planned))
    if planned.giving.is_held_back(turn.person.rhythm):
        return f"{said}\n{turn.say('gift-quiet')}"
    if planned.moment is None or planned.giving.gift is Gift.DAY:
        return said
    return f"{said}\n{turn.say('gift-next', at=words.moment(planned.moment.at, turn.person, turn.locale))}"


def _standing(turn: Turn, planned: Planned | None) -> str:
    """When it comes, or that it does not."""
    if planned is None:
        return turn.say("gift-never")
    when, held = _when(turn, planned), planned.giving.is_held_back(turn.person.rhythm)
    return turn.say("gift-held-back", when=when) if held else when


def _when(turn: Turn, planned: Planned) -> str:
    giving: Giving = planned.giving
    if giving.gift in WEEKLY:
        return words.slots([Slot(giving.wall, days=giving.days)], turn.locale)
    return turn.say(f"gift-{giving.gift.value}-when", time=words.clock(giving.wall, turn.locale))
