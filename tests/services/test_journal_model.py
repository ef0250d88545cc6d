"""Law: kept, edited, replayed, joined, undone, deleted in any order, the journal is as a list has it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from bot.domain.glimmer import Medium, MediumKind, Said
from bot.services.browsing import END
from bot.storage.changes import Changes
from bot.storage.database import IN_MEMORY, open_database
from bot.storage.glimmers import Filed, Glimmers
from bot.storage.listing import Listing
from bot.storage.media import Media
from bot.storage.search import Search

ANNA, BEN = 1, 2
START = datetime(2026, 11, 24, 12, tzinfo=UTC)
WORDS = st.text(alphabet="abc #光é", max_size=6)


@dataclass(eq=False)
class Entry:
    """A message, or an album, as it should be kept."""

    said: list[Said]
    captions: dict[int, str]
    day: date
    text: str
    earlier: str | None = None
    edited: datetime | None = None
    taken: bool = False
    worded: bool = False  # chosen words, which captions do not make up any more
    last_edit: Said | None = None
    undone: bool = False
    tags: tuple[str, ...] = ()
    part_of: Entry | None = None
    id: int = 0
    parts: list[Entry] = field(default_factory=list)


class JournalModel(RuleBasedStateMachine):
    """The journal of one person, beside that of another whose every attempt must fail."""

    entries = Bundle("entries")
    albums = Bundle("albums")

    def __init__(self) -> None:
        super().__init__()
        self.db = open_database(IN_MEMORY)
        for person in (ANNA, BEN):
            self.db.execute(
                "INSERT INTO people (id, language, zone, joined_at) VALUES (?, 'en', 'UTC', '2026-01-01')",
                [person],
            )
        self.glimmers, self.changes = Glimmers(self.db), Changes(self.db)
        self.numbers = itertools.count(1)
        self.model: list[Entry] = []
        self.deleted: list[Entry] = []

    def teardown(self) -> None:
        self.db.close()

    def _now(self) -> datetime:
        return START + timedelta(seconds=next(self.numbers))

    def _keep(self, said: Said) -> tuple[int, bool]:
        return self.glimmers.keep(ANNA, said, Filed(START.date()))

    @rule(target=entries, text=WORDS)
    def says(self, text: str) -> Entry:
        said = Said(next(self.numbers), START, text)
        entry = Entry([said], {}, START.date(), text)
        entry.id, new = self._keep(said)
        assert new
        self.model.append(entry)
        return entry

    @rule(
        targets=(entries, albums), captions=st.lists(WORDS, min_size=2, max_size=3), backwards=st.booleans()
    )
    def sends_an_album(self, captions: list[str], backwards: bool) -> Entry:
        name = str(next(self.numbers))
        parts = []
        for text in captions:
            number = next(self.numbers)
            photo = Medium(MediumKind.PHOTO, f"f{number}", f"u{number}")
            parts.append(Said(number, START, text, (photo,), album=name))
        entry = Entry(parts, {s.message_id: s.text for s in parts}, START.date(), "")
        for said in reversed(parts) if backwards else parts:
            entry.id, _ = self._keep(said)
        entry.text = composed(entry)
        self.model.append(entry)
        return entry

    @rule(entry=albums, text=WORDS)
    def sends_one_more_of_an_album(self, entry: Entry, text: str) -> None:
        """A late picture adds its caption to whatever the words are by then."""
        if entry not in self.model:
            return
        number = next(self.numbers)
        photo = Medium(MediumKind.PHOTO, f"f{number}", f"u{number}")
        said = Said(number, START, text, (photo,), album=entry.said[0].album)
        assert self._keep(said) == (entry.id, False)
        entry.said.append(said)
        entry.captions[number] = text
        if not entry.worded:
            entry.text = composed(entry)
        elif text:
            entry.text = added(entry.text, text)
            entry.earlier = None if entry.earlier is None else added(entry.earlier, text)

    @rule(entry=st.one_of(entries, albums), text=WORDS)
    def rewords(self, entry: Entry, text: str) -> None:
        """All of it gets these words; what was added to it gives up its own."""
        if entry not in self.model:
            return
        at = self._now()
        assert self.changes.reword(ANNA, entry.id, text, at)
        goes_on(entry, at)
        for part in entry.parts:
            if part.text:
                part.text, part.earlier, part.edited, part.worded = "", part.text, at, True
        entry.earlier = entry.text if entry.earlier is None else entry.earlier
        entry.text, entry.edited, entry.worded = text, at, True

    @rule(entry=entries, tags=st.lists(st.sampled_from(["sea", "光", "home"]), max_size=3, unique=True))
    def tags(self, entry: Entry, tags: list[str]) -> None:
        """All that the whole is to have; each part of it loses those that are not among them."""
        assert self.changes.tag(ANNA, entry.id, tags)
        parts = alive(entry)[1:]
        elsewhere = {tag for part in parts for tag in part.tags}
        entry.tags = tuple(tag for tag in tags if tag in entry.tags or tag not in elsewhere)
        for part in parts:
            part.tags = tuple(tag for tag in part.tags if tag in tags)

    @rule(entry=entries)
    def is_replayed(self, entry: Entry) -> None:
        for said in entry.said:
            assert self._keep(said) == (entry.id, False)

    @rule(
        entry=entries,
        text=WORDS,
        which=st.integers(0, 2),
        ago=st.sampled_from([0, 0, 3600]),
        other=st.booleans(),
    )
    def edits(self, entry: Entry, text: str, which: int, ago: int, other: bool) -> None:
        """An edit of long ago that comes late changes nothing once there is a newer one."""
        at = self._now() - timedelta(seconds=ago)
        said = entry.said[which % len(entry.said)]
        photo = Medium(MediumKind.PHOTO, f"o{at}", f"o{at}")
        media = (photo,) if other and said.media else said.media
        edited = Said(said.message_id, START, text, media, album=said.album, edited=at)
        changed = self.changes.edit(ANNA, entry.id, edited, at)
        if changed:
            entry.last_edit, entry.undone = edited, False
        if entry.edited and at < entry.edited:
            assert not changed
            return
        before = entry.text
        if entry.captions:
            entry.captions[said.message_id] = text
        entry.text, entry.worded = composed(entry) if entry.captions else text, False
        assert changed == (entry.text != before)
        if changed:
            goes_on(entry, at)
            entry.earlier, entry.edited = before if entry.earlier is None else entry.earlier, at

    @rule(entry=entries)
    def gets_its_last_edit_again(self, entry: Entry) -> None:
        """Of what was undone nothing comes back."""
        if entry.last_edit is not None and entry.undone:
            assert not self.changes.edit(ANNA, entry.id, entry.last_edit, START)

    @rule(entry=entries)
    def brings_earlier_words_back(self, entry: Entry) -> None:
        partners = [p for p in entry.parts if gave_up(p) and p.edited == entry.edited]
        if entry.earlier is None:
            partners = []
        assert self.changes.unword(ANNA, entry.id) == (entry.earlier is not None)
        for one in (*partners, entry):
            if one.earlier is not None:
                one.text, one.earlier, one.worded, one.undone = one.earlier, None, True, True

    @rule(entry=entries, taken=st.booleans())
    def undoes(self, entry: Entry, taken: bool) -> None:
        (self.changes.take_back if taken else self.changes.put_back)(ANNA, entry.id)
        entry.taken = taken

    @rule(entry=entries, days=st.integers(-3, 0))
    def moves(self, entry: Entry, days: int) -> None:
        entry.day = START.date() + timedelta(days=days)
        assert self.changes.move(ANNA, entry.id, entry.day)

    @rule(entry=entries, to=entries)
    def joins(self, entry: Entry, to: Entry) -> None:
        possible = entry is not to and to.part_of is None and not (entry.taken or to.taken)
        assert self.changes.join(ANNA, entry.id, to.id) == possible
        if not possible:
            return
        for one in (entry, *entry.parts):
            if one.part_of is not None:
                one.part_of.parts.remove(one)
            one.part_of = to
            to.parts.append(one)
        entry.parts = []

    @rule(texts=st.lists(WORDS, min_size=3, max_size=4))
    def joins_a_chain(self, texts: list[str]) -> None:
        """What was added to something goes along when that is added to something else."""
        chain = [self.says(text) for text in texts]
        for entry, to in itertools.pairwise(chain):
            self.joins(entry, to)

    @rule(entry=entries)
    def parts(self, entry: Entry) -> None:
        assert self.changes.part(ANNA, entry.id)
        if entry.part_of is not None:
            if gave_up(entry):
                entry.text, entry.earlier = entry.earlier or "", None
            entry.part_of.parts.remove(entry)
            entry.part_of = None

    @rule(entry=consumes(entries))
    def deletes(self, entry: Entry) -> None:
        if entry.parts:
            return  # they would go with it while the bundle still holds them
        assert self.changes.delete(ANNA, entry.id)
        if entry.part_of is not None:
            entry.part_of.parts.remove(entry)
        self.model.remove(entry)
        self.deleted.append(entry)

    @rule(entry=entries, text=WORDS, day=st.just(START.date()))
    def old_ids_change_nothing(self, entry: Entry, text: str, day: date) -> None:
        """What names a deleted moment, as old buttons do, never finds another in its place."""
        for gone in self.deleted:
            assert not self.changes.take_back(ANNA, gone.id)
            assert not self.changes.put_back(ANNA, gone.id)
            assert not self.changes.reword(ANNA, gone.id, text, START)
            assert not self.changes.move(ANNA, gone.id, day)
            assert not self.changes.join(ANNA, gone.id, entry.id)
            assert not self.changes.join(ANNA, entry.id, gone.id)
            assert not self.changes.delete(ANNA, gone.id)
            assert self.glimmers.get(ANNA, gone.id) is None

    @rule(entry=entries)
    def another_changes_nothing(self, entry: Entry) -> None:
        changes, said = self.changes, entry.said[0]
        assert not changes.take_back(BEN, entry.id)
        assert not changes.edit(BEN, entry.id, said, START)
        assert not changes.reword(BEN, entry.id, "mine", START)
        assert not changes.tag(BEN, entry.id, ["mine"])
        assert not changes.unword(BEN, entry.id)
        assert not changes.join(BEN, entry.id, entry.id + 1)
        assert not changes.part(BEN, entry.id)
        assert not changes.delete(BEN, entry.id)
        assert self.glimmers.get(BEN, entry.id) is None
        assert Media(self.db).of(BEN, entry.id) == []

    @invariant()
    def is_as_the_model_has_it(self) -> None:
        whole = [e for e in self.model if not e.taken and e.part_of is None]
        listed = Listing(self.db).older(ANNA, END, 1000)
        expected = [
            (e.id, e.day, text_of(e), tuple(dict.fromkeys(tag for one in alive(e) for tag in one.tags)))
            for e in sorted(whole, key=lambda e: (e.day, e.id), reverse=True)
        ]
        assert [(g.id, g.day, g.text, g.added_tags) for g in listed] == expected
        assert Listing(self.db).older(BEN, END, 1000) == []
        files = {e.id: sum(len(s.media) for one in alive(e) for s in one.said) for e in whole}
        assert {e.id: len(Media(self.db).of(ANNA, e.id)) for e in whole} == files

    @invariant()
    def is_found(self) -> None:
        found = {g.id for g in Search(self.db).find(ANNA, "光", 1000)}
        whole = [e for e in self.model if not e.taken and e.part_of is None]
        assert found == {e.id for e in whole if any("光" in one.text or "光" in one.tags for one in alive(e))}


def composed(entry: Entry) -> str:
    """An album's text: the captions in order of the messages."""
    return "\n".join(entry.captions[number] for number in sorted(entry.captions) if entry.captions[number])


def added(text: str, caption: str) -> str:
    return f"{text}\n{caption}" if text else caption


def gave_up(entry: Entry) -> bool:
    """Whether it gave up its words as what it was added to got others."""
    return entry.text == "" and entry.worded and entry.earlier is not None


def goes_on(entry: Entry, at: datetime) -> None:
    """One more edit in a row: what gave up its words for one of them gets them back with the first."""
    for part in entry.parts:
        if entry.earlier is not None and gave_up(part) and part.edited == entry.edited:
            part.edited = at


def alive(entry: Entry) -> list[Entry]:
    """The entry and what was added to it and not taken back."""
    return [entry, *sorted((p for p in entry.parts if not p.taken), key=lambda p: p.id)]


def text_of(entry: Entry) -> str:
    return "\n".join(one.text for one in alive(entry) if one.text)


TestJournal = JournalModel.TestCase
TestJournal.settings = settings(max_examples=80, stateful_step_count=30, deadline=None)
