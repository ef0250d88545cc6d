"""``/recap``: a period in the person's own words, and one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from bot.chat import periods, retold
from bot.chat.acts import Act, Rows, Say, Show, Toast, rows_of
from bot.chat.drawing import Kind
from bot.chat.picture import Picture
from bot.chat.press import packed, unpacked
from bot.chat.turn import Turn, button, tell
from bot.domain.typed import Misread, Period
from bot.domain.typed_folding import fold
from bot.library.locale import Locale
from bot.services.caring import Caring
from bot.services.recaps import FEW, THEMED, Recaps
from bot.services.recaps import Recap as Given
from bot.services.rhythms import Rhythms


@dataclass(frozen=True, slots=True)
class Recap:
    """Gives a period back, five moments at a time."""

    recaps: Recaps
    rhythms: Rhythms
    picture: Picture
    caring: Caring

    async def command(self, turn: Turn) -> Sequence[Act]:
        """``/recap`` with or without a period behind it."""
        if not turn.typed:
            return self._asked(turn, "recap-question")
        asked, text = _how_many(turn)
        period = periods.typed(turn, text)
        if isinstance(period, Misread):
            return self._asked(turn, "recap-misread")
        return self._counted(turn, period) if asked else await self._give(turn, text, period)

    def _asked(self, turn: Turn, key: str) -> list[Act]:
        buttons = [turn.button(f"recap-{span}", "recap", span) for span in periods.SPANS]
        return [Say(turn.say(key), rows_of(buttons, 2))]

    async def pressed(self, turn: Turn) -> Sequence[Act]:
        """A period's button, in the machine's own words."""
        text = periods.of_button(turn.press.word(0))
        period = periods.typed(turn, text)
        if isinstance(period, Misread):
            return tell(turn, "recap-misread")
        return await self._give(turn, text, period)

    def more(self, turn: Turn) -> Sequence[Act]:
        """*Another five*."""
        period = periods.pressed(turn.press)
        if period is None:
            return tell(turn, "recap-misread")
        skip, among = max(turn.press.number(3), 0), periods.among(turn.press, 4)
        shown = unpacked(turn.press.word(5))
        given = self.recaps.recap(turn.person, period, turn.locale, {}, skip, among, shown)
        if not given.kept:
            return [Toast(turn.say("button-gone-toast"))]
        if not given.entries:
            count = turn.button("recap-total", "recap-total", *periods.carried(period))
            return [Say(turn.say("recap-nothing-more"), ((count,),))]
        return self._told(turn, given, below(turn.locale, period, given, is_first=False))

    def total(self, turn: Turn) -> Sequence[Act]:
        """How many there are, for who asks."""
        period = periods.pressed(turn.press)
        return self._counted(turn, period) if period else tell(turn, "recap-misread")

    def _counted(self, turn: Turn, period: Period) -> list[Act]:
        return tell(turn, "recap-total", total=self.recaps.kept(turn.person, period))

    async def _give(self, turn: Turn, text: str, period: Period) -> list[Act]:
        named = periods.named(period, turn.person, turn.locale)
        given = self.recaps.recap(turn.person, period, turn.locale, named)
        if not given.entries:
            return self._nothing(turn, given, text)
        rows = below(turn.locale, period, given)
        if given.kept <= FEW:
            rows = (*rows, *self._before(turn, text))
        shown = await self._pictured(turn, period, given)
        if shown is None:
            return self._told(turn, given, rows)
        return [*self._told(turn, given, ()), replace(shown, rows=rows)]

    def _nothing(self, turn: Turn, given: Given, text: str) -> list[Act]:
        if given.elsewhere and not self.caring.may_offer_one(turn.person, turn.now):
            return tell(turn, "recap-nothing")
        if not given.elsewhere or not given.intro:
            away = "remember-away" if given.away else "remember-none"
            return tell(turn, "recap-none" if given.elsewhere else away)
        offer = escape(given.intro, quote=False)
        return [Say(offer, (*self._before(turn, text), (turn.button("remember", "remember"),)))]

    def _before(self, turn: Turn, text: str) -> Rows:
        """*Last month* below a month that holds little yet, if there is something in it."""
        name, period = periods.one_before(turn, text) or ("", None)
        if period is None or not self._is_light(turn) or not self.recaps.kept(turn.person, period):
            return ()
        return ((turn.button(f"recap-last-{name}", "recap", f"last {name}"),),)

    def _is_light(self, turn: Turn) -> bool:
        """Whether something of theirs may be offered that they did not ask for."""
        return self.caring.unburdened(turn.person, turn.now)

    async def _pictured(self, turn: Turn, period: Period, given: Given) -> Show | None:
        """A few stand for themselves; then a card with one of them that can be one, then the sky of all."""
        if given.kept <= FEW:
            return None
        for glimmer in given.suited if given.kept < THEMED else ():
            page = self.picture.picturing.one(turn.person, glimmer.id, turn.locale)
            if page is not None and (shown := await self.picture.card(turn, page)):
                return shown
        return await self.picture.of(turn, period, Kind.SKY)

    def _told(self, turn: Turn, given: Given, rows: Rows) -> list[Act]:
        today = self.rhythms.today(turn.person, turn.now)
        *before, last = retold.messages(given, turn.locale, today)
        return [*map(Say, before), Say(last, rows)]


def below(locale: Locale, period: Period, given: Given, is_first: bool = True) -> Rows:
    """*Another five*, *Pictures*, *Postcard*, *Save as PDF*; at the end of many pages, *How many*.

    *Postcard* only where one of those that are shown can be one. It and *Another five* name those, so that
    they mean the page that they stand below, whatever was kept or changed since.
    """
    carried, among = periods.carried(period), periods.marked(given.among)
    shown = packed(glimmer.id for glimmer in given.entries)
    more = button(locale, "recap-more", "five", *carried, given.goes_on_at, given.among.value, shown)
    cards = packed(glimmer.id for glimmer in given.cards)
    card = (button(locale, "postcard", "cards", cards),) if cards else ()
    if given.kept <= FEW:
        return (card,) if card else ()
    drawn = button(locale, "pictures", "pictures", *carried, *among)
    total = button(locale, "recap-total", "recap-total", *carried)
    first = (more, drawn) if given.goes_on_at else (drawn,) if is_first else (total, drawn)
    return (first, (*card, button(locale, "booklet", "booklet", *carried, *among)))


def _how_many(turn: Turn) -> tuple[bool, str]:
    """Whether a number was asked for, and of which period: *how many in march*; of everything unless said."""
    text = fold(turn.typed)
    for name in turn.say("recap-total-typed").split(","):
        asked = fold(name).strip()
        if text == asked:
            return True, "all"
        if text.startswith(f"{asked} ") or text.endswith(f" {asked}"):
            return True, text.removeprefix(asked).removesuffix(asked).strip()
    return False, turn.typed
