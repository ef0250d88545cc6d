"""Pictures of a period, postcards of one moment, and booklets to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat import entry, periods, words
from bot.chat.acts import Act, Button, Rows, Say, Show, Toast, rows_of
from bot.chat.drawing import Drawing, Kind, postcard
from bot.chat.press import Press
from bot.chat.studio import Studio
from bot.chat.turn import Turn, tell
from bot.domain.glimmer import MediumKind
from bot.domain.kinds import Category
from bot.domain.typed import Period
from bot.pictures import MOST_PHOTOS, Look
from bot.services.picturing import Page, Picturing
from bot.services.recaps import Recaps
from bot.services.rhythms import Rhythms

WORDS, WORDLESS = "words", "plain"
QUOTED = 300  # characters of a card's words below it
LOOKS = {look.value[0]: look for look in Look}
"""As they stand in buttons."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn, in a thread, while others are answered."""

    picturing: Picturing
    recaps: Recaps
    rhythms: Rhythms
    studio: Studio

    # -- of a period -------------------------------------------------------------------------------

    async def menu(self, turn: Turn) -> Sequence[Act]:
        """*Pictures*: those there is enough for."""
        drawing = await self._drawing(turn, periods.pressed(turn.press), photos=1)
        if drawing is None:
            return [self._gone(turn)]
        carried = periods.carried(drawing.period)
        buttons = [
            turn.button(f"picture-{kind.value}", "picture", kind.value, *carried, "d", WORDS)
            for kind in await self.studio.think(drawing.kinds)
        ]
        return [Say(turn.say("pictures-question"), rows_of(buttons, 2))]

    async def pressed(self, turn: Turn) -> Sequence[Act]:
        """One of them, in one look, with words or without."""
        kind = next((kind for kind in Kind if kind.value == turn.press.word(0)), None)
        drawing = await self._drawing(turn, periods.pressed(turn.press, 1), _photos(kind)) if kind else None
        if kind is None or drawing is None:
            return [self._gone(turn)]
        look, with_words = _wanted(turn.press, 4)
        return await self._shown(turn, drawing, kind, look, with_words) or tell(turn, "picture-not")

    async def of(self, turn: Turn, period: Period, kind: Kind = Kind.SKY) -> Show | None:
        """The picture of a recap; None if it could not be painted."""
        drawing = await self._drawing(turn, period)
        shown = await self._shown(turn, drawing, kind, Look.DARK, True) if drawing else []
        return shown[0] if shown else None

    async def _shown(
        self, turn: Turn, drawing: Drawing, kind: Kind, look: Look, with_words: bool
    ) -> list[Show]:
        painted = await self.studio.paint(lambda: drawing.picture(kind), look, with_words)
        if painted is None:
            return []
        themes = await self.studio.think(drawing.themes) if with_words else ()
        caption = alternative(drawing, kind, themes, turn) if with_words else turn.say("alt-wordless")
        carried = periods.carried(drawing.period)
        rows = (
            *_others(turn, ("picture", kind.value, *carried), look, with_words),
            (turn.button("pictures", "pictures", *carried),),
        )
        return [Show(MediumKind.PHOTO, painted, caption, rows, f"{kind.value}.png")]

    async def _drawing(self, turn: Turn, period: Period | None, photos: int = 0) -> Drawing | None:
        today = self.rhythms.today(turn.person, turn.now)
        stretch = await self.picturing.stretch(turn.person, period, today) if period else None
        if stretch is None or period is None:
            return None
        prints = await self.picturing.prints(turn.person, stretch, photos)
        return Drawing(stretch, period, turn.person, turn.locale, prints)

    # -- of one moment -----------------------------------------------------------------------------

    async def postcards(self, turn: Turn) -> Sequence[Act]:
        """*Postcard* below a recap: of which of those that were shown."""
        period = periods.pressed(turn.press)
        if period is None:
            return [self._gone(turn)]
        skip = max(turn.press.number(3), 0)
        found = self.recaps.cards(turn.person, period, skip, periods.among(turn.press))
        if len(found) == 1:
            return await self._card(turn, found[0].id, Look.LIGHT, True)
        today = self.rhythms.today(turn.person, turn.now)
        buttons = (
            (Button(entry.label(glimmer, today, turn.locale), _of_card(glimmer.id)),) for glimmer in found
        )
        return [Say(turn.say("postcard-question"), tuple(buttons))] if found else [self._gone(turn)]

    async def postcard(self, turn: Turn) -> Sequence[Act]:
        """One moment's."""
        return await self._card(turn, turn.press.number(0), *_wanted(turn.press, 1))

    async def _card(self, turn: Turn, glimmer_id: int, look: Look, with_words: bool) -> list[Act]:
        page = self.picturing.one(turn.person, glimmer_id, turn.locale)
        if page is None or not (page.glimmer.text or page.photo):
            return [self._gone(turn)]
        shown = await self.card(turn, page, look, with_words)
        return [shown] if shown else tell(turn, "picture-not")

    async def card(
        self, turn: Turn, page: Page, look: Look = Look.LIGHT, with_words: bool = True
    ) -> Show | None:
        """The moment as a postcard; None if it could not be painted."""
        painted = await self.studio.paint(lambda: postcard(page, turn.locale), look, with_words)
        if painted is None:
            return None
        rows = _others(turn, ("postcard", str(page.glimmer.id)), look, with_words)
        caption = of_card(page, turn) if with_words else turn.say("alt-wordless")
        return Show(MediumKind.PHOTO, painted, caption, rows, "postcard.png")

    # -- to print ----------------------------------------------------------------------------------

    async def booklet(self, turn: Turn) -> Sequence[Act]:
        """*Save as PDF*"""
        drawing = await self._drawing(turn, periods.pressed(turn.press))
        if drawing is None:
            return [self._gone(turn)]
        pages = await self.picturing.pages(turn.person, drawing.period, turn.locale)
        closing = turn.say("booklet-closing")
        bound = await self.studio.bind(lambda: drawing.booklet(pages, closing))
        if bound is None:
            return tell(turn, "picture-not")
        name = f"glimmers-{drawing.stretch.first}.pdf"
        return [Show(MediumKind.DOCUMENT, bound, turn.say("booklet-done"), name=name)]

    def _gone(self, turn: Turn) -> Toast:
        return Toast(turn.say("button-gone-toast"))


def of_card(page: Page, turn: Turn) -> str:
    """What is on a postcard: its day, whether there is a picture, and the words themselves."""
    day, text = words.long_day(page.glimmer.day, turn.locale), " ".join(page.glimmer.text.split())
    shown = text if len(text) <= QUOTED else f"{text[: QUOTED - 1]}…"
    key = ("alt-postcard-both" if page.photo else "alt-postcard") if text else "alt-postcard-photo"
    return turn.say(key, day=day, words=shown)


def alternative(drawing: Drawing, kind: Kind, seen: Sequence[Category], turn: Turn) -> str:
    """What can be seen, for who does not see it: sent as the caption."""
    said = turn.say(f"alt-{kind.value}", period=drawing.title(), dates=drawing.dates())
    themes = [turn.say(f"kind-{theme.value}") for theme in seen[:4]]
    if kind in (Kind.CONTACT, Kind.GARLAND, Kind.PETALS) or not themes:
        return said
    return f"{said} {turn.say('alt-themes', themes=words.listed(themes, turn.locale))}"


def _photos(kind: Kind) -> int:
    return MOST_PHOTOS if kind is Kind.CONTACT else 0


def _of_card(glimmer_id: int) -> Press:
    return Press.of("postcard", glimmer_id, "l", WORDS)


def _wanted(press: Press, at: int) -> tuple[Look, bool]:
    return LOOKS.get(press.word(at), Look.DARK), press.word(at + 1) != WORDLESS


def _others(turn: Turn, of: tuple[str, ...], look: Look, with_words: bool) -> Rows:
    """The same in the other look, and without words or with them."""
    name, *rest = of
    other = Look.LIGHT if look is Look.DARK else Look.DARK
    said = WORDS if with_words else WORDLESS
    turned = turn.button(f"look-{other.value}", name, *rest, other.value[0], said)
    unsaid = (
        turn.button("wordless", name, *rest, look.value[0], WORDLESS)
        if with_words
        else turn.button("with-words", name, *rest, look.value[0], WORDS)
    )
    return ((turned, unsaid),)
