"""Keeping everything whole, and what the receipt still lets one do, as transcripts."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import ShiftedClock
from bot.domain.glimmer import LARGEST_COPY
from bot.domain.lines import When
from bot.sandbox import Attachment, Sandbox, actions
from bot.sandbox.wire import Upload
from bot.storage.glimmers import Glimmers
from tests import words
from tests.archives import exported, glimmers_in
from tests.dialog import FAST, START, TOKEN, Dialog, running, talking
from tests.test_browse import labels


def kept(anna: Dialog) -> list[str]:
    """The texts of all whole moments, oldest first."""
    return [glimmer.text for glimmer in Glimmers(anna.house.db).between(anna.person.id, None, None)]


def buttons(message: dict[str, Any]) -> list[str]:
    """The labels under it."""
    return [b["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for b in row]


async def sends(anna: Dialog, wire: dict[str, object]) -> None:
    """A message with parts that no method of the person has."""
    anna.person._send(wire, None)
    await anna.settles()


async def test_the_receipt_moves_a_moment_to_the_day_before_and_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        anna.clock.move_to(START + timedelta(days=900))
        await anna.presses("…")
        await anna.presses("the day before: Mon, Nov 23")
        await anna.says("/list")
        assert labels(anna) == ["Nov 23, 2026 · a blackbird"]
        await anna.presses("Tue, Nov 24")
        await anna.says("/list")
        assert labels(anna) == ["Nov 24, 2026 · a blackbird"]


async def test_two_of_a_breath_become_one_only_when_asked_and_two_again(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("on the gutter")
        await anna.says("singing")
        assert len(kept(anna)) == 3
        await anna.presses("Add to the last one")
        assert kept(anna) == ["a blackbird", "on the gutter\nsinging"]
        await anna.presses("Make it two again")
        assert len(kept(anna)) == 3
        anna.clock.move_to(START + timedelta(minutes=5))
        await anna.says("later")
        assert "Add to the last one" not in labels(anna)


async def test_an_edit_keeps_the_earlier_words_for_two_days(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("a blackbird")
        await anna.settles()
        anna.person.edits(message, "two blackbirds")
        await anna.settles()
        assert kept(anna) == ["two blackbirds"]
        await anna.presses("The earlier words")
        assert kept(anna) == ["a blackbird"]
        anna.person.edits(message, "three blackbirds")
        await anna.settles()
        await anna.at(START + timedelta(hours=49))
        await anna.presses("The earlier words")
        assert kept(anna) == ["three blackbirds"]
        assert anna.person.answers[-1].text == "This button has had its day."


async def test_an_album_has_its_caption_whichever_part_has_it_and_whatever_is_edited(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        first, second = anna.person.sends_album([b"x", b"y"])
        await anna.settles()
        anna.person.edits(second, "two trees")
        await anna.settles()
        assert kept(anna) == ["two trees"]
        anna.person.edits(first, "in the wind")
        await anna.settles()
        assert kept(anna) == ["in the wind\ntwo trees"]


async def test_a_forwarded_message_and_a_quote_say_where_they_are_from(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.forwards("look at this sky", "Nobody Inparticular")
        await anna.settles()
        message = anna.person.says("the smell of rain on dust")
        anna.person.says("that one", reply_to=message, quote="rain")
        await anna.settles()
        await anna.says("/search inparticular")
        await anna.presses("look at")
        assert "from Nobody Inparticular" in anna.last()
        await anna.says("/search “that one”")
        await anna.presses("that one")
        assert "about: rain" in anna.last()


LINKED = {"type": "text_link", "offset": 4, "length": 4, "url": "https://example.org/a?b=1&c"}


async def test_an_address_behind_words_is_kept_with_them(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person._send({"text": "see this", "entities": [LINKED]}, None)
        anna.person._send({"text": "and that"}, None)
        await anna.settles()
        await anna.presses("Add to the last one")
        message = anna.person.sends_photo(b"x", "a sky")
        anna.person._world.updates.add(
            "edited_message", {**message, "edit_date": message["date"], "caption_entities": [LINKED]}
        )
        await anna.settles()
        for label in ("see this", "a sky"):
            await anna.says("/list")
            await anna.presses(label)
            shown = anna.person.chat[-1]
            assert "https://example.org/a?b=1&c" in (shown.get("text") or shown["caption"])
        assert [glimmer["links"] for glimmer in glimmers_in(await exported(anna))] == [
            [LINKED["url"]],
            [],
            [LINKED["url"]],
        ]


async def test_an_answer_to_a_message_elsewhere_says_whose_it_was(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "Zed"}
        anna.person._send({"text": "yes to that", "external_reply": {"origin": origin}}, None)
        quote = {"text": "rain & wind", "position": 0}
        anna.person._send({"text": "and that", "external_reply": {"origin": origin}, "quote": quote}, None)
        await anna.settles()
        for label, about in (("yes to", "about: Zed"), ("and that", "about: Zed: rain & wind")):
            await anna.says("/list")
            await anna.presses(label)
            assert about in anna.last().splitlines()


async def test_a_place_is_kept_as_words_and_its_spot_only_when_asked(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.shares_location(48.85661, 2.35222)
        await anna.settles()
        await anna.says("/list")
        assert labels(anna) == ["Nov 24 · Paris"]
        anna.house.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        assert b"48.85" not in (tmp_path / "a.db").read_bytes()
        await anna.presses("Keep the exact spot")
        await anna.presses("Paris")
        assert "48.85661, 2.35222" in anna.last()
        await anna.presses("Yes, by that clock")
        await anna.says("/settings")
        assert "Paris" in anna.last()


async def test_a_venue_is_kept_by_its_name(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        where = {"latitude": 51.5, "longitude": -0.12}
        venue = {"location": where, "title": "The Old Bakery", "address": "1 Invented Lane"}
        await sends(anna, {"venue": venue, "location": where})
        await anna.says("/search bakery")
        assert labels(anna) == ["Nov 24 · The Old Bakery, 1 Invented L…"]


async def test_what_cannot_be_kept_is_answered(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_contact()
        await anna.settles()
        assert "I can keep words" in anna.last()
        await sends(anna, {"dice": {"emoji": "🎲", "value": 3}})
        assert "I can keep words" in anna.last()
        assert kept(anna) == []


async def test_a_file_too_large_to_fetch_is_kept_where_it_is_and_said_so(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        anna.person.sends_document(b"x" * (LARGEST_COPY + 1), "film.txt", caption="our film")
        await anna.settles()
        assert "larger than 20 MB" in anna.last()
        assert kept(anna) == ["our film"]


LARGE = Attachment("video", Upload("film.mp4", "video/mp4", b"x" * (LARGEST_COPY + 1)), {})
SMALL = Attachment("photo", Upload("photo.jpg", "image/jpeg", b"x"), {})


def too_big(anna: Dialog) -> int:
    return sum("larger than 20 MB" in text for text in anna.texts())


async def test_a_large_file_within_an_album_is_told_of_once(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        world, chat = anna.person._world, anna.person._chat
        _, film, _ = actions.album(world, chat, [SMALL, LARGE, LARGE], "our films")
        await anna.settles()
        assert too_big(anna) == 1
        world.updates.add("edited_message", {**film, "caption": "two films", "edit_date": film["date"]})
        await anna.settles()
        assert too_big(anna) == 1


async def test_a_large_file_in_place_of_a_small_one_is_told_of_with_the_same_words(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        small = anna.person.sends(SMALL, "our film")
        await anna.settles()
        large = actions.attach(anna.person._world, LARGE)
        kept = {key: value for key, value in small.items() if key != "photo"}
        for seconds in (1, 2):
            edited = {**kept, **large, "edit_date": small["date"] + seconds}
            anna.person._world.updates.add("edited_message", edited)
            await anna.settles()
            assert too_big(anna) == 1


async def test_where_nothing_is_copied_no_file_is_too_large(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db", keep_media=False) as anna:
        anna.person.sends(LARGE)
        await anna.settles()
        assert too_big(anna) == 0


async def test_what_was_sent_meanwhile_has_its_own_time_and_one_acknowledgement(tmp_path: Path) -> None:
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with sandbox.serving(port=0):
        person = sandbox.person("Anna", language="en")
        for hours, text in ((0, "first"), (11, "second"), (13, "past midnight")):
            clock.move_to(START + timedelta(hours=hours))
            person.says(text)
        clock.move_to(START + timedelta(hours=20))
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            anna = Dialog(sandbox, person, house, clock)
            await anna.settles()
            assert [text for text in anna.texts() if "while I was away" in text] == anna.texts()
            assert len(anna.texts()) == 1
            await anna.says("now")
            assert "while I was away" not in anna.last()
            at = [g.at.hour for g in Glimmers(house.db).between(person.id, None, None)]
            assert at == [12, 23, 1, 8]


async def test_a_time_that_no_zone_has_is_answered_and_not_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("/timezone")
        await anna.says("13:17")  # at 12:00 UTC
        assert "No place I know" in anna.last()
        assert kept(anna) == []
        await anna.says("London")
        assert "Your clock" in anna.last()


async def test_an_answer_that_is_edited_afterwards_changes_nothing_that_is_kept(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        answers = []
        for question, answer in (("/search", "blackbird"), ("/timezone", "Berlin"), ("/times", "8:30")):
            await anna.says(question)
            answers.append(anna.person.says(answer))
            await anna.settles()
        zone = anna.house.people.get(anna.person.id).rhythm.zone  # type: ignore[union-attr]  # they are there
        for answer in answers:
            anna.person.edits(answer, "something else")
        await anna.settles()
        assert kept(anna) == ["a blackbird"]
        assert anna.house.people.get(anna.person.id).rhythm.zone == zone  # type: ignore[union-attr]  # as above
        assert anna.house.inbox.aside() == []


@pytest.mark.parametrize("language", ["en", "es", "de"])
async def test_of_what_came_without_words_nothing_is_said_about_words(tmp_path: Path, language: str) -> None:
    acks = words.ours().locale(language).acks
    async with talking(tmp_path / "a.db", language=language) as anna:
        for _ in range(30):
            anna.person.sends_sticker()
            await anna.settles()
        heard = set(anna.texts())
        assert heard & {ack.text for ack in acks if not ack.words}
        assert not heard & {ack.text for ack in acks if ack.words}


@pytest.mark.parametrize("language", ["en", "es", "de"])
async def test_who_wrote_a_caption_is_told_nothing_of_one_to_come(tmp_path: Path, language: str) -> None:
    acks = [ack for ack in words.ours().locale(language).acks if ack.when is When.PHOTO]
    async with talking(tmp_path / "a.db", language=language) as anna:
        for number in range(30):
            anna.person.sends_photo(bytes([number]), "light on the wall")
            await anna.settles()
        heard = set(anna.texts())
    assert len(heard & {ack.text for ack in acks if not ack.wordless}) >= 8
    assert not heard & {ack.text for ack in acks if ack.wordless}


async def test_an_edit_of_what_was_taken_back_leaves_it_so_and_the_way_back_open(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("a blackbird")
        await anna.settles()
        await anna.presses("Undo")
        anna.person.edits(message, "two blackbirds")
        await anna.settles()
        assert labels(anna) == ["Keep it after all"]
        await anna.presses("Keep it after all")
        assert kept(anna) == ["two blackbirds"]


async def test_buttons_of_what_was_deleted_or_forgotten_reach_nothing_that_came_after(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        receipt = anna.person.chat[-1]
        for _ in range(2):
            await anna.says("/list")
            await anna.presses("a blackbird")
            await anna.presses("Delete")
        question = anna.person.chat[-1]
        await anna.presses("Delete for good")
        await anna.says("the kettle")
        other = next(m for m in anna.person.chat if "Delete for good" in buttons(m))
        assert other != question
        anna.person.presses(other, "Delete for good")
        anna.person.presses(receipt, "Undo")
        await anna.settles()
        assert kept(anna) == ["the kettle"]
        receipt = next(m for m in anna.person.chat if m["text"] and "Undo" in buttons(m))
        await anna.says("/forget")
        await anna.presses("Forget everything")
        await anna.says("a new leaf")
        anna.person.presses(receipt, "Undo")
        await anna.settles()
        assert kept(anna) == ["a new leaf"]


async def test_nothing_is_added_to_what_was_taken_back(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("the first")
        await anna.says("a blackbird")
        undone = anna.person.chat[-1]
        await anna.says("on the gutter")
        anna.person.presses(undone, "Undo")
        await anna.settles()
        await anna.presses("Add to the last one")
        assert kept(anna) == ["the first", "on the gutter"]
        await anna.presses("Add to the last one")  # the last that stands is offered instead
        assert kept(anna) == ["the first\non the gutter"]


async def test_a_button_under_a_message_that_is_gone_by_then_holds_nothing_up(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        receipt = anna.person.chat[-1]
        anna.person.presses(receipt, "It was yesterday")
        anna.person.deletes(receipt)
        await anna.says("/settings heart")
        message = anna.person.says("the kettle")
        anna.person.deletes(message)
        await anna.settles()
        assert kept(anna) == ["a blackbird", "the kettle"]
        assert anna.house.inbox.aside() == []
        assert not anna.house.inbox.attempts()


@pytest.mark.parametrize("button", ["Edit", "Tags", "Another day"])
@pytest.mark.parametrize("between", ["/help", "/nonsense", "a button"])
async def test_what_is_said_after_something_else_is_a_moment_of_its_own(
    tmp_path: Path, button: str, between: str
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("the kettle")
        await anna.says("/list")
        await anna.presses("a blackbird")
        await anna.presses(button)
        await (anna.presses("…") if between == "a button" else anna.says(between))
        await anna.says("yesterday")
        assert kept(anna) == ["a blackbird", "the kettle", "yesterday"]


async def test_what_else_a_receipt_offers_stays_behind_its_dots(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        where = {"latitude": 51.5, "longitude": -0.12}
        venue = {"location": where, "title": "The Old Bakery", "address": "1 Invented Lane"}
        await sends(anna, {"venue": venue, "location": where})
        for label in ("It was yesterday", "Tue, Nov 24", "Undo", "Keep it after all", "…"):
            await anna.presses(label)
            assert label == "Undo" or {"Add to the last one", "Keep the exact spot"} <= set(labels(anna))
        await anna.presses("Add to the last one")
        await anna.presses("Make it two again")
        await anna.presses("Keep the exact spot")
        spots = anna.house.db.execute("SELECT spot FROM glimmers WHERE spot <> ''").fetchall()
        assert spots == [("51.50000, -0.12000",)]


async def test_undo_takes_back_what_was_said_last_and_nothing_that_was_brought_in(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("/import")
        anna.person.sends_document(b"date,text\n2019-03-07,long ago\n", "x.csv")
        await anna.settles()
        await anna.presses("Bring")
        await anna.says("/undo")
        assert kept(anna) == ["long ago"]


async def test_an_undo_that_is_handled_again_takes_back_no_other(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        for text in ("a lark", "a blackbird", "a wren"):
            await anna.says(text)
        db = anna.house.db
        db.execute("CREATE TABLE cut_off AS SELECT * FROM inbox")
        db.execute(
            "CREATE TRIGGER noted AFTER INSERT ON inbox BEGIN"
            " INSERT INTO cut_off SELECT * FROM inbox WHERE update_id = new.update_id; END"
        )
        await anna.says("/undo")
        assert kept(anna) == ["a lark", "a blackbird"]
        db.execute("DROP TRIGGER noted")
        db.execute("INSERT INTO inbox SELECT * FROM cut_off")  # as a crash would leave it
        anna.house.dispatcher.notice(anna.house.inbox.waiting())
        await anna.settles()
        assert kept(anna) == ["a lark", "a blackbird"]
        assert sum("Keep it after all" in label for label in labels(anna)) == 1
        await anna.says("/undo")
        assert kept(anna) == ["a lark"]


async def test_the_words_before_several_edits_come_back_and_no_copy_of_an_edit_undoes_that(
    tmp_path: Path,
) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("a blackbird")
        await anna.settles()
        for words_ in ("a blakbird", "two blackbirds"):
            anna.person.edits(message, words_)
            await anna.settles()
        edit = next(m for m in anna.person.chat if m["message_id"] == message["message_id"])
        await anna.presses("The earlier words")
        assert kept(anna) == ["a blackbird"]
        anna.person._world.updates.add("edited_message", edit)
        await anna.settles()
        assert kept(anna) == ["a blackbird"]


@pytest.mark.parametrize("together", [True, False])
async def test_an_edit_that_comes_before_its_message_is_not_lost(tmp_path: Path, together: bool) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("the kettle")
        before = anna.person.chat[-2]
        message = {**before, "message_id": 900, "text": "a blakbird"}
        edits = [
            {**message, "text": text, "edit_date": message["date"] + late}
            for text, late in (("two blackbirds", 9), ("a blackbird", 5))
        ]
        raws = [
            *({"update_id": 10**9 + n, "edited_message": edit} for n, edit in enumerate(edits, 1)),
            {"update_id": 10**9 if together else 10**9 + 3, "message": message},
        ]
        for batch in [raws] if together else [[raw] for raw in raws]:
            anna.house.dispatcher.notice(anna.house.inbox.take_in(batch, anna.clock.now()))
            await anna.house.dispatcher.drain()
        assert kept(anna) == ["the kettle", "two blackbirds"]
        await anna.presses("The earlier words")
        assert kept(anna) == ["the kettle", "a blakbird"]
        assert anna.house.db.execute("SELECT count(*) FROM early_edits").fetchone() == (0,)


async def test_what_telegram_hands_out_again_changes_nothing_whatever_was_done_since(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        raws: list[dict[str, Any]] = []
        take_in = anna.house.inbox.take_in
        await anna.says("the kettle")
        await anna.says("a blackbird")
        receipt = anna.person.chat[-1]
        anna.person.presses(receipt, "Undo")
        raws += anna.sandbox.pending
        await anna.settles()
        anna.person.says("soft rain")
        raws += anna.sandbox.pending
        await anna.settles()
        await anna.presses("Keep it after all")
        await anna.says("/list")
        await anna.presses("soft rain")
        await anna.presses("Delete")
        await anna.presses("Delete for good")
        heard = len(anna.person.chat)
        assert [set(raw) - {"update_id"} for raw in raws] == [{"callback_query"}, {"message"}]
        assert take_in(raws, anna.clock.now()) == []
        await anna.settles()
        assert kept(anna) == ["the kettle", "a blackbird"]
        assert len(anna.person.chat) == heard


async def test_an_edit_that_comes_before_the_first_message_of_all_is_not_lost(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("a blakbird")
        edit = {**message, "text": "a blackbird", "edit_date": message["date"] + 5}
        raws = [{"update_id": 10**9, "edited_message": edit}, {"update_id": 10**9 + 1, "message": message}]
        anna.sandbox.pending.clear()
        for raw in raws:
            anna.house.dispatcher.notice(anna.house.inbox.take_in([raw], anna.clock.now()))
            await anna.house.dispatcher.drain()
            assert len(anna.house.people.everybody()) == ("message" in raw)
        assert kept(anna) == ["a blackbird"]
        await anna.presses("The earlier words")
        assert kept(anna) == ["a blakbird"]


async def test_an_edit_of_what_never_was_a_moment_waits_for_an_hour_at_most(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        message = anna.person.says("/help")
        await anna.settles()
        anna.person.edits(message, "a secret")
        await anna.settles()
        await anna.at(START + timedelta(minutes=62))
        assert anna.house.db.execute("SELECT count(*) FROM early_edits").fetchone() == (0,)


async def test_what_was_added_has_its_own_words_again_whatever_became_of_the_whole(tmp_path: Path) -> None:
    async with talking(tmp_path / "a.db") as anna:
        await anna.says("a blackbird")
        await anna.says("on the gutter")
        await anna.presses("Add to the last one")
        receipt = anna.person.chat[-1]
        for words_ in ("singing", "still singing"):
            await anna.says("/list")
            await anna.presses("Nov 24")
            await anna.presses("Edit")
            await anna.says(words_)
        await anna.presses("The earlier words")
        assert kept(anna) == ["a blackbird\non the gutter"]
        await anna.says("/list")
        await anna.presses("Nov 24")
        await anna.presses("Edit")
        await anna.says("singing again")
        await anna.at(START + timedelta(hours=49))
        anna.person.presses(receipt, "Make it two again")
        await anna.settles()
        assert kept(anna) == ["singing again", "on the gutter"]


@pytest.mark.parametrize("liked", ["words", "heart"])
@pytest.mark.parametrize("minutes", [(0, 3, 6, 13), (0, 0, 0, 2), (0, 9, 11, 12)])
async def test_of_what_came_while_the_bot_was_down_is_told_once_however_long_that_was(
    tmp_path: Path, liked: str, minutes: tuple[int, ...]
) -> None:
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with sandbox.serving(port=0):
        person = sandbox.person("Anna", language="en")
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            await Dialog(sandbox, person, house, clock).says(f"/settings {liked}")
        before, down = len(person.chat), START + timedelta(hours=1)
        said = []
        for at in minutes[:3]:
            clock.move_to(down + timedelta(minutes=at))
            said.append(person.says(f"after {at} minutes"))
        clock.move_to(down + timedelta(minutes=minutes[3]))
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            await Dialog(sandbox, person, house, clock).settles()
        told = [m for m in person.chat[before:] if m["from"]["is_bot"]]
        assert ["while I was away" in m["text"] for m in told] == [True]
        hearts = [person.reactions.get(m["message_id"]) for m in said]
        assert all(hearts) == (liked == "heart")


async def test_after_a_restart_that_nobody_noticed_all_is_as_usual(tmp_path: Path) -> None:
    clock = ShiftedClock()
    clock.move_to(START)
    sandbox = Sandbox(token=TOKEN, clock=clock, limits=FAST)
    async with sandbox.serving(port=0):
        person = sandbox.person("Anna", language="en")
        person.says("a blackbird")
        clock.move_to(START + timedelta(seconds=20))
        async with running(sandbox, tmp_path / "a.db", clock) as house:
            await Dialog(sandbox, person, house, clock).settles()
        assert "Undo" in buttons(person.chat[-1])
