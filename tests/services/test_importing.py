"""What files from elsewhere hold, and which of them are refused whole."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, time
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.found import Found, NotTaken, Place, Reason, Source
from bot.services.importing.reading import content, read

BERLIN = Place("Europe/Berlin", time(4))

DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "A1",
            "creationDate": "2024-03-08T05:30:00Z",
            "timeZone": "America/New_York",
            "text": "Warm light\\.\n\n![](dayone-moment://B2)\n\non the wall \\- quiet",
            "tags": ["At home"],
            "starred": True,
            "location": {"placeName": "The bakery", "localityName": "Troy", "latitude": 42.7},
            "photos": [{"identifier": "B2", "type": "jpeg", "md5": "c0ffee"}],
        },
        {"uuid": "A2", "creationDate": "2024-03-07T20:30:00Z", "text": ""},
    ],
}


def zipped(compression: int = ZIP_DEFLATED, **files: bytes | str) -> bytes:
    """Names have ``__`` for a dot and ``___`` for a slash."""
    data = BytesIO()
    with ZipFile(data, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), content)
    return data.getvalue()


def said(found: Found) -> list[tuple[str, str]]:
    return [(entry.day.isoformat(), entry.text) for entry in found.entries]


def test_day_one_with_its_photos() -> None:
    data = zipped(Journal__json=json.dumps(DAY_ONE), photos___c0ffee__jpeg=b"\xff\xd8\xff")
    found = read(data, BERLIN)
    assert found.source is Source.DAY_ONE
    (entry,) = found.entries
    assert entry.text == "Warm light.\n\non the wall - quiet"
    assert entry.day == date(2024, 3, 7)  # half past midnight there, before that day's end
    assert entry.tags == ("at_home",)
    assert entry.favourite
    assert (entry.place, entry.spot) == ("The bakery", "")
    assert [file.path for file in entry.files] == ["photos/c0ffee.jpeg"]


def test_day_one_without_an_archive() -> None:
    assert len(read(json.dumps(DAY_ONE).encode(), BERLIN).entries) == 1


def test_daylio() -> None:
    found = read(
        b"\xef\xbb\xbffull_date,date,weekday,time,mood,activities,note_title,note\n"
        b'2024-03-07,March 7,Thursday,8:30 PM,good,"friends | good meal",Dinner,"with Ana, ""finally"""\n'
        b'2024-03-06,March 6,Wednesday,07:05,rad,"running",,\n'
        b"2024-03-05,March 5,Tuesday,12:00,meh,,,\n",
        BERLIN,
    )
    assert found.source is Source.DAYLIO
    assert said(found) == [
        ("2024-03-05", "meh"),
        ("2024-03-06", "running"),
        ("2024-03-07", 'Dinner\nwith Ana, "finally"'),
    ]
    assert [entry.tags for entry in found.entries] == [
        ("meh",),
        ("rad", "running"),
        ("good", "friends", "good_meal"),
    ]
    assert found.entries[2].at == datetime(2024, 3, 7, 19, 30, tzinfo=UTC)


def test_presently() -> None:
    found = read(b'entryDate,entryContent\n2024-03-07,"the kettle,\nthen quiet"\n', BERLIN)
    assert found.source is Source.PRESENTLY
    assert said(found) == [("2024-03-07", "the kettle,\nthen quiet")]
    assert found.entries[0].at == datetime(2024, 3, 7, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    "table",
    [
        "date,text\n2024-03-07,the kettle\n",
        "Datum;Text\n07.03.2024;the kettle\n",
        "text\tdate\nthe kettle\t2024/03/07\n",
    ],
)
def test_tables_of_ones_own(table: str) -> None:
    found = read(table.encode(), BERLIN)
    assert found.source is Source.TABLE
    assert said(found) == [("2024-03-07", "the kettle")]


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('2024-01-02,"hello, you"\n2024-01-03,"two\nlines"\n', ["hello, you", "two\nlines"]),
        ("2024-01-02\tleaves\n2024-01-03\tmoss\n", ["leaves", "moss"]),
        ("2024-01-02;leaves; and more\n2024-01-03;moss\n", ["leaves; and more", "moss"]),
        ("2024-01-02, leaves, and more\n2024-01-03, moss\n", ["leaves, and more", "moss"]),
        ('2024-01-02,"a; b; c"\n', ["a; b; c"]),
        ("Date,Title,Description\n2024-01-02,Evening,warm light\n", ["Evening\nwarm light"]),
        ("date,title,text\n2024-01-02,Evening,warm light\n", ["Evening\nwarm light"]),
        ('"Datum";"Titel";"Inhalt"\n"2.1.2024";"Abend";"Warmes ""Licht"""\n', ['Abend\nWarmes "Licht"']),
        ("Date,Journal\n2024-01-02,tea\n", ["tea"]),
        ("Created,Text\n2024-01-02 10:00,tea\n", ["tea"]),
        ('Timestamp,Notes\n2024-01-02T10:00:00Z,"light, soft"\n', ["light, soft"]),
        ("date,comment\n2024-01-02,tea\n", ["tea"]),
        ("Fecha,Descripci\u00f3n\n2024-01-02,luz\n", ["luz"]),
        ("\n\r\ndate,text\n2024-01-02,tea\n", ["tea"]),
        ("sep=;\r\ndate;text\r\n2024-01-02;tea, green\r\n", ["tea, green"]),
        ("date,text\n2024-01-02,tea, with milk\n", ["tea, with milk"]),
        ("Journal,Journal,Date\nEvening,tea,2024-01-02\n", ["Evening\ntea"]),
        ("Date,Title,Changed\n2024-01-02,tea,2024-05-05\n", ["tea"]),
    ],
)
def test_a_table_of_any_kind_with_a_column_of_dates(table: str, words: list[str]) -> None:
    found = read(table.encode(), BERLIN)
    assert found.source is Source.TABLE
    assert found.first == date(2024, 1, 2)
    assert [entry.text for entry in found.entries] == words


def test_an_unnamed_column_of_times_is_one() -> None:
    (entry,) = read(b"2024-03-07,8:30,tea\n", BERLIN).entries
    assert (entry.text, entry.at) == ("tea", datetime(2024, 3, 7, 7, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("table", "reason", "row"),
    [
        ("2024-01-02,tea\n\nand milk,then\n", Reason.DATES, 3),
        ("\nDate,Journal\n01/02/2024,tea\n", Reason.DATES, 3),
        ('Date,Journal\n2024-01-02,"never closed', Reason.BROKEN, 2),
    ],
)
def test_what_begins_as_a_table_and_does_not_go_on_as_one_is_refused_with_its_row(
    table: str, reason: Reason, row: int
) -> None:
    with pytest.raises(NotTaken) as refusal:
        read(table.encode(), BERLIN)
    assert (refusal.value.reason, refusal.value.line) == (reason, row)


def test_a_date_a_comma_and_words_over_several_lines_are_a_text() -> None:
    found = read(b"2024-03-07, the kettle\nthen quiet\n2024-03-08, moss\n", BERLIN)
    assert said(found) == [("2024-03-07", "the kettle\nthen quiet"), ("2024-03-08", "moss")]


@pytest.mark.parametrize(
    "time", ["9:30 PM", "9:30 p. m.", "9:30\u202fp.\u00a0m.", "21:30 Uhr", "21:30 h", "21.30"]
)
def test_a_time_of_daylios_in_any_of_the_languages(time: str) -> None:
    table = f"full_date,date,weekday,time,mood,activities,note_title,note\n2024-03-07,,,{time},good,,,tea\n"
    (entry,) = read(table.encode(), BERLIN).entries
    assert entry.at == datetime(2024, 3, 7, 20, 30, tzinfo=UTC)


def test_which_way_round_a_date_is_the_others_tell() -> None:
    assert said(read(b"date,text\n3/4/2024,a\n13/4/2024,b\n", BERLIN))[0] == ("2024-04-03", "a")
    assert said(read(b"date,text\n3/4/2024,a\n3/14/2024,b\n", BERLIN))[0] == ("2024-03-04", "a")


@pytest.mark.parametrize(
    ("cell", "day", "at"),
    [
        ("2024-03-07 21:15", (2024, 3, 7), (7, 20, 15)),
        ("2024-03-07T21:15:30", (2024, 3, 7), (7, 20, 15)),
        ("2024-03-07T21:15:00.123+01:00", (2024, 3, 7), (7, 20, 15)),
        ("2024-03-07T21:15:00-0500", (2024, 3, 7), (8, 2, 15)),  # by the clock over there
        (
            "2024-03-07T23:30:00Z",
            (2024, 3, 7),
            (7, 23, 30),
        ),  # half past midnight in Berlin, before the day end
        ("2024-03-07T02:30:00Z", (2024, 3, 6), (7, 2, 30)),
        ("2024-03-08 00:30", (2024, 3, 7), (7, 23, 30)),
        ('"13/03/2024, 9:15 PM"', (2024, 3, 13), (13, 20, 15)),
        ("07.03.2024 21:15", (2024, 3, 7), (7, 20, 15)),
    ],
)
def test_a_time_behind_the_date_is_read(cell: str, day: tuple[int, ...], at: tuple[int, ...]) -> None:
    (entry,) = read(f"date;text\n{cell};tea\n".encode(), BERLIN).entries
    assert entry.day == date(*day)
    assert entry.at.replace(second=0) == datetime(2024, 3, *at, tzinfo=UTC)
    assert not entry.hourless


@pytest.mark.parametrize(
    ("cell", "zone"),
    [
        ("2024-03-07T20:30-05:00", "Etc/GMT+5"),
        ("2024-03-07T20:30+01:00", "Europe/Berlin"),
        ("2024-03-07T20:30+05:30", "Europe/Berlin"),
        ("2024-03-07T20:30-13:00", "Europe/Berlin"),
        ("2024-03-07T20:30Z", "Europe/Berlin"),
        ("2024-03-07 20:30", "Europe/Berlin"),
        ("2024-03-07", "Europe/Berlin"),
    ],
)
def test_an_hour_in_a_table_is_by_the_clock_that_it_tells(cell: str, zone: str) -> None:
    (entry,) = read(f"date,text\n{cell},tea\n".encode(), BERLIN).entries
    assert entry.zone == zone


def test_an_hour_of_day_one_is_by_the_clock_that_it_tells() -> None:
    (entry,) = read(json.dumps(DAY_ONE).encode(), BERLIN).entries
    assert entry.zone == "America/New_York"


def test_an_hour_of_ours_is_by_its_own_zone_or_in_older_archives_by_its_persons() -> None:
    document = json.loads(ours()) | {"person": {"zone": "Asia/Tokyo"}}
    documents = [document, json.loads(ours(zone="America/New_York")), json.loads(ours(zone=""))]
    found = [read(json.dumps(one).encode(), BERLIN).entries[0].zone for one in documents]
    assert found == ["Asia/Tokyo", "America/New_York", ""]


@pytest.mark.parametrize(
    "cell",
    ["2024-03-07", "2024-03-07 00:00:00", "2024-03-07T00:00:00Z", "2024-03-07 25:10", "2024-03-07 soon"],
)
def test_midnight_or_no_time_behind_the_date_is_no_hour(cell: str) -> None:
    (entry,) = read(f"date,text\n{cell},tea\n".encode(), BERLIN).entries
    assert (entry.day, entry.hourless) == (date(2024, 3, 7), True)


def test_a_column_of_times_goes_before_one_behind_the_date() -> None:
    (entry,) = read(b"date,time,text\n2024-03-07 09:00,21:15,tea\n", BERLIN).entries
    assert entry.at == datetime(2024, 3, 7, 20, 15, tzinfo=UTC)


def test_text_with_dates() -> None:
    found = read(
        b"# My good things\n\n## 2024-03-07\n\nthe kettle\n\nthen quiet\n\n"
        b"2024-03-08: warm light\n- **2024-03-09 21:15** a lark\n",
        BERLIN,
    )
    assert found.source is Source.MARKDOWN
    assert said(found) == [
        ("2024-03-07", "the kettle\n\nthen quiet"),
        ("2024-03-08", "warm light"),
        ("2024-03-09", "a lark"),
    ]


@pytest.mark.parametrize(
    "day",
    [
        *("March 7, 2024", "Thursday, March 7, 2024", "7 March 2024", "Mar 7th, 2024", "7th of March 2024"),
        *("Donnerstag, 7. März 2024", "7. März 2024", "Do., 7. Mär. 2024"),
        *("jueves, 7 de marzo de 2024", "7 de marzo de 2024", "7 mar 2024"),
    ],
)
def test_dates_in_words(day: str) -> None:
    for text in (f"# Mine\n\n## {day}\n\ntea\n", f"**{day}**:\ntea", f'date,text\n"{day}",tea\n'):
        assert said(read(text.encode(), BERLIN)) == [("2024-03-07", "tea")]


@pytest.mark.parametrize(
    "line", ["Smarch 7, 2024", "Someday, March 7, 2024", "March 7, 2024 was warm", "May 2024"]
)
def test_words_that_only_look_like_a_date_are_words(line: str) -> None:
    assert said(read(f"2024-03-07\n{line}\n".encode(), BERLIN)) == [("2024-03-07", line)]


def test_a_date_in_words_that_no_calendar_has_is_refused_in_a_table() -> None:
    with pytest.raises(NotTaken) as refusal:
        read(b'date,text\n"February 30, 2024",tea\n', BERLIN)
    assert refusal.value.reason is Reason.DATES


def test_the_same_line_twice_is_two_moments_with_keys_that_stay() -> None:
    once = read(b"date,text\n2024-03-07,tea\n2024-03-07,tea\n", BERLIN)
    again = read(b"date,text\n2024-03-07,tea\n2024-03-07,tea\n2024-03-08,tea\n", BERLIN)
    keys = [entry.key for entry in once.entries]
    assert len(set(keys)) == 2
    assert {entry.key for entry in again.entries} > set(keys)


def test_our_archive_packed_again_within_its_folder_is_ours() -> None:
    files = [{"kind": "photo", "path": "media/1.jpg"}]
    data = zipped(glimmers___glimmers__json=ours(files=files), glimmers___media___1__jpg=b"light")
    (entry,) = read(data, BERLIN).entries
    assert content(data, entry.files[0].path) == b"light"


def bomb() -> bytes:
    return zipped(glimmers__json=b" " * 50_000_000)


def lying_bomb() -> bytes:
    """Says that it is small; the reading itself must stop."""
    data = bytearray(zipped(glimmers__json=b"[" + b" " * 150_000_000))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.find(signature)
        data[at + offset : at + offset + 4] = struct.pack("<I", 1000)
    return bytes(data)


def locked() -> bytes:
    data = bytearray(zipped(glimmers__json=b"{}"))
    data[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def ours(**changes: object) -> bytes:
    glimmer = {"id": "0" * 13 + "1", "at": "2024-03-07T12:00:00Z", "day": "2024-03-07", "text": "tea"}
    document = {"format": "glimmer", "version": 1, "glimmers": [glimmer | changes]}
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.UNKNOWN),
        (b"hello there", Reason.UNKNOWN),
        (b'{"what": 1}', Reason.UNKNOWN),
        (b'{"entries": [', Reason.BROKEN),
        (b'{"a":' * 100_000, Reason.BROKEN),
        (b"PK\x03\x04 no archive", Reason.BROKEN),
        (zipped(picture__jpg=b"x"), Reason.UNKNOWN),
        (zipped(one__csv=b"date,text\n", two__csv=b"date,text\n"), Reason.UNKNOWN),
        (zipped(glimmers__json=ours(), more__zip=b"PK"), Reason.UNSAFE),
        (zipped(glimmers__json=ours(), ___etc___passwd=b""), Reason.UNSAFE),
        (zipped(glimmers__json=ours(), **{"..___x__json": b""}), Reason.UNSAFE),
        (zipped(glimmers__json=ours(), **{"C:\\x": b""}), Reason.UNSAFE),
        (zipped(ZIP_BZIP2, glimmers__json=ours()), Reason.BROKEN),
        (locked(), Reason.LOCKED),
        (b"date,text\n" + b"2024-03-07,tea\n" * 20_001, Reason.TOO_MUCH),
        (b"2024-03-07 tea\n" * 20_001, Reason.TOO_MUCH),
        (b"date,text\n2024-03-07," + b"a" * 100_001 + b"\n", Reason.TOO_MUCH),
        (b'date,text\n2024-03-07,"never closed', Reason.BROKEN),
        ("date,text\n2024-03-07,caf\u00e9\n".encode("latin-1"), Reason.ENCODING),
        (b"date,text\n2024-03-07,a\0b\n", Reason.ENCODING),
        (b"date,text\n2024-02-30,tea\n", Reason.DATES),
        (b"date,text\n3/4/2024,tea\n", Reason.DATES),
        (b"date,text\n0001-01-01,tea\n", Reason.DATES),
        (b"2024-13-01 tea\n", Reason.DATES),
        (b"date,text\n", Reason.EMPTY),
        (b'{"entries": []}', Reason.EMPTY),
        (ours().replace(b'"version": 1', b'"version": 2'), Reason.NEWER),
        (ours(id="-1"), Reason.BROKEN),
        (ours(id="0" * 14), Reason.BROKEN),
        (ours(at="yesterday"), Reason.DATES),
        (ours(at="2024-03-07T12:00:00"), Reason.DATES),
        (ours(text=["tea"]), Reason.BROKEN),
        (ours(files=[{"kind": "spell"}]), Reason.BROKEN),
        (zipped(glimmers__json=ours(files=[{"kind": "photo", "path": "media/none.jpg"}])), Reason.BROKEN),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else value,  # an archive holds the time it was made
)
def test_what_cannot_be_right_is_refused_whole(data: bytes, reason: Reason) -> None:
    with pytest.raises(NotTaken) as refusal:
        read(data, BERLIN)
    assert refusal.value.reason is reason


def crowd() -> bytes:
    return zipped(glimmers__json=ours(), **{f"{n}__txt": b"" for n in range(20_001)})


@pytest.mark.parametrize(
    ("make", "reason"),
    [(bomb, Reason.UNSAFE), (lying_bomb, Reason.BROKEN), (crowd, Reason.TOO_MUCH)],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_an_archive_that_would_fill_the_machine_is_refused(make: Callable[[], bytes], reason: Reason) -> None:
    with pytest.raises(NotTaken) as refusal:
        read(make(), BERLIN)
    assert refusal.value.reason is reason


def test_a_date_that_cannot_be_read_is_named_by_its_row() -> None:
    with pytest.raises(NotTaken) as refusal:
        read(b"date,text\n2024-03-07,tea\nsoon,tea\n", BERLIN)
    assert refusal.value.line == 3


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for given_ in (data, b"date,text\n" + data, b'{"entries":[' + data + b"]}", b"PK\x03\x04" + data):
        with suppress(NotTaken):
            assert read(given_, BERLIN).entries


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    st.sampled_from(["id", "at", "day", "text", "tags", "files", "edited_at", "part_of", "place"]),
    json_values,
)
def test_any_value_anywhere_in_ours_is_read_or_refused(name: str, value: object) -> None:
    with suppress(NotTaken):
        assert read(ours(**{name: value}), BERLIN).entries


@given(
    st.sampled_from(["uuid", "creationDate", "timeZone", "text", "tags", "photos", "starred"]), json_values
)
def test_any_value_anywhere_in_day_ones_is_read_or_refused(name: str, value: object) -> None:
    entry = {"uuid": "A", "creationDate": "2024-03-08T05:30:00Z", "text": "tea", name: value}
    with suppress(NotTaken):
        assert read(json.dumps({"entries": [entry]}).encode(), BERLIN).entries
