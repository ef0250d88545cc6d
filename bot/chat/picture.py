"""Pictures of a period, postcards of one moment, and booklets to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.chat import alternative, entry, periods
from bot.chat.acts import Act, Button, Rows, Say, Show, Toast, rows_of
from bot.chat.drawing import Drawing, Kind, postcard
from bot.chat.press import Press, unpacked
from bot.chat.studio import Studio
from bot.chat.turn import Turn, tell
from bot.domain.glimmer import Glimmer, MediumKind
from bot.domain.spread import Among
from bot.domain.typed import Period
from bot.pictures import MOST_BOOKLET_PHOTOS, MOST_PHOTOS, Look
from bot.services.picturing import Page, Picturing
from bot.services.recaps import Recaps
from bot.services.rhythms import Rhythms

WORDS, WORDLESS = "words", "plain"
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
        drawing = await self._drawing(turn, *_asked(turn.press, 0, 3), photos=1)
        if drawing is None:
            return [self._gone(turn)]
        carried, marked = periods.carried(drawing.period), periods.marked(drawing.stretch.among)
        buttons = [
            turn.button(f"picture-{kind.value}", "picture", kind.value, *carried, "d", WORDS, *marked)
            for kind in await self.studio.think(drawing.kinds)
        ]
        return [Say(turn.say("pictures-question"), rows_of(buttons, 2))]

    async def pressed(self, turn: Turn) -> Sequence[Act]:
        """One of them, in one look, with words or without."""
        kind = next((kind for kind in Kind if kind.value == turn.press.word(0)), None)
        drawing = await self._drawing(turn, *_asked(turn.press, 1, 6), _photos(kind)) if kind else None
        if kind is None or drawing is None:
            return [self._gone(turn)]
        look, with_words = _wanted(turn.press, 4)
        return await self._shown(turn, drawing, kind, look, with_words) or tell(turn, "picture-not")

    async def of(self, turn: Turn, period: Period, kind: Kind = Kind.SKY) -> Show | None:
        """The picture of a recap; None if it could not be painted."""
        async with self.studio.easel:
            drawing = await self._drawing(turn, period, Among.ALL)
            shown = await self._shown(turn, drawing, kind, Look.DARK, True) if drawing else []
        return shown[0] if shown else None

    async def _shown(
        self, turn: Turn, drawing: Drawing, kind: Kind, look: Look, with_words: bool
    ) -> list[Show]:
        picture = await self.studio.think(lambda: drawing.picture(kind))
        painted = await self.studio.paint(picture, look, with_words) if picture else None
        if picture is None or painted is None:
            return []
        told = alternative.of_picture if with_words else alternative.wordless
        caption = await self.studio.think(lambda: told(picture, turn))
        carried, marked = periods.carried(drawing.period), periods.marked(drawing.stretch.among)
        rows = (
            *_others(turn, ("picture", kind.value, *carried), look, with_words, marked),
            (turn.button("pictures", "pictures", *carried, *marked),),
        )
        return [Show(MediumKind.PHOTO, painted, caption, rows, f"{kind.value}.png")]

    async def _drawing(
        self, turn: Turn, period: Period | None, among: Among, photos: int = 0
    ) -> Drawing | None:
        today = self.rhythms.today(turn.person, turn.now)
        stretch = await self.picturing.stretch(turn.person, period, today, among) if period else None
        if stretch is None or period is None:
            return None
        prints = await self.picturing.prints(turn.person, stretch, photos)
        return Drawing(stretch, period, turn.person, turn.locale, prints)

    # -- of one moment -----------------------------------------------------------------------------

    async def cards(self, turn: Turn) -> Sequence[Act]:
        """*Postcard* below a recap: of which of those that were shown and can be one."""
        return await self._of_these(turn, self.recaps.cards_of(turn.person, unpacked(turn.press.word(0))))

    async def postcards(self, turn: Turn) -> Sequence[Act]:
        """The same where an older button says only where its page began."""
        period = periods.pressed(turn.press)
        if period is None:
            return [self._gone(turn)]
        skip = max(turn.press.number(3), 0)
        found = self.recaps.cards(turn.person, period, turn.locale, skip, periods.among(turn.press, 4))
        return await self._of_these(turn, found)

    async def _of_these(self, turn: Turn, found: Sequence[Glimmer]) -> list[Act]:
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
        """The moment as a postcard: without its photo where that cannot be read; None if nothing is left."""
        picture = postcard(page, turn.locale)
        painted = await self.studio.paint(picture, look, with_words)
        if painted is None:
            bare = replace(page, photo=None)
            return await self.card(turn, bare, look, with_words) if page.photo and page.glimmer.text else None
        rows = _others(turn, ("postcard", str(page.glimmer.id)), look, with_words)
        caption = alternative.of_card(page, turn) if with_words else alternative.wordless(picture, turn)
        return Show(MediumKind.PHOTO, painted, caption, rows, "postcard.png")

    # -- to print ----------------------------------------------------------------------------------

    async def booklet(self, turn: Turn) -> Sequence[Act]:
        """*Save as PDF*"""
        drawing = await self._drawing(turn, *_asked(turn.press, 0, 3))
        if drawing is None:
            return [self._gone(turn)]
        among = drawing.stretch.among
        pages = await self.picturing.pages(turn.person, drawing.period, turn.locale, among)
        some = "-some" if _is_choice(drawing, pages) else ""
        closing = turn.say(f"booklet-closing{some}")
        bound = await self.studio.bind(lambda: drawing.booklet(pages, closing))
        if bound is None:
            return tell(turn, "picture-not")
        name = f"glimmers-{drawing.stretch.first}.pdf"
        return [Show(MediumKind.DOCUMENT, bound, turn.say(f"booklet-done{some}"), name=name)]

    def _gone(self, turn: Turn) -> Toast:
        return Toast(turn.say("button-gone-toast"))


def _is_choice(drawing: Drawing, pages: Sequence[Page]) -> bool:
    """Whether a booklet of these pages has no room for some moments, or for some of the photos."""
    photos = sum(page.photo is not None for page in pages)
    return len(pages) < len(drawing.stretch.glimmers) or photos > MOST_BOOKLET_PHOTOS


def _photos(kind: Kind) -> int:
    return MOST_PHOTOS if kind is Kind.CONTACT else 0


def _asked(press: Press, at: int, mark: int) -> tuple[Period | None, Among]:
    """The period that stands in a button from ``at`` on, and at ``mark`` which of its moments."""
    return periods.pressed(press, at), periods.among(press, mark)


def _of_card(glimmer_id: int) -> Press:
    return Press.of("postcard", glimmer_id, "l", WORDS)


def _wanted(press: Press, at: int) -> tuple[Look, bool]:
    return LOOKS.get(press.word(at), Look.DARK), press.word(at + 1) != WORDLESS


def _others(
    turn: Turn, of: tuple[str, ...], look: Look, with_words: bool, marked: tuple[str, ...] = ()
) -> Rows:
    """The same in the other look, and without words or with them."""
    name, *rest = of
    other = Look.LIGHT if look is Look.DARK else Look.DARK
    said = WORDS if with_words else WORDLESS
    turned = turn.button(f"look-{other.value}", name, *rest, other.value[0], said, *marked)
    unsaid = (
        turn.button("wordless", name, *rest, look.value[0], WORDLESS, *marked)
        if with_words
        else turn.button("with-words", name, *rest, look.value[0], WORDS, *marked)
    )
    return ((turned, unsaid),)
