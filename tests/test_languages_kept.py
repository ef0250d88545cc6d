"""Moments stay what they are about when their person is spoken to in another language."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.chat.drawing import Drawing, Kind
from bot.domain.glimmer import Said
from bot.domain.typed import Period
from bot.pictures import Garland, Sky
from bot.services.picturing import Picturing
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.media import Media
from bot.storage.outlines import Outlines
from bot.storage.people import People
from tests import words
from tests.dialog import START, Dialog, talking

GERMAN = (
    "ich saß mit dem Hund am See, und die Sonne ging unter",
    "der Geruch von Kaffee in der Küche, ich und die Katze",
    "mit der Oma im Garten, das Lachen der Kinder",
    "ich hörte die Vögel im Garten, mit dem Kaffee in der Hand",
    "die Sonne auf dem See, das Lachen von der Brücke",
    "die Katze auf dem Kissen, und der Hund daneben, mit Oma und Kaffee",
)


async def kept(anna: Dialog, *texts: str) -> None:
    await anna.says("/timezone UTC")
    glimmers = Glimmers(anna.house.db)
    for number, text in enumerate(texts):
        at = START - timedelta(days=len(texts) - number)
        glimmers.keep(anna.person.id, Said(10**6 + number, at, text), Filed(at.date()))


async def drawing(anna: Dialog, code: str) -> Drawing:
    person = People(anna.house.db).get(anna.person.id)
    assert person is not None
    picturing = Picturing(Outlines(anna.house.db), Media(anna.house.db))
    everything = Period("all", None, None)
    stretch = await picturing.stretch(person, everything, START.date())
    assert stretch is not None
    return Drawing(stretch, everything, person, words.ours().locale(code))


async def test_a_garland_holds_no_small_word_of_the_language_before(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", language="de") as anna:
        await kept(anna, *GERMAN * 5)
        before, after = [(await drawing(anna, code)).picture(Kind.GARLAND) for code in ("de", "en")]
    assert isinstance(before, Garland)
    assert isinstance(after, Garland)
    assert after.beads == before.beads
    assert {"Garten", "Kaffee"} <= {bead.word for bead in after.beads}
    assert {bead.word for bead in after.beads}.isdisjoint({"mit", "dem", "ich", "die"})


async def test_a_sky_keeps_its_themes_and_the_five_senses_after_another_language(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", language="de") as anna:
        await kept(anna, *GERMAN * 5)
        before, after = await drawing(anna, "de"), await drawing(anna, "en")
        skies = before.picture(Kind.SKY), after.picture(Kind.SKY)
        assert before.kinds() == after.kinds()
    assert Kind.PETALS in after.kinds()
    assert isinstance(skies[0], Sky)
    assert isinstance(skies[1], Sky)
    assert skies[0].stars == skies[1].stars
