"""What became of the nudges before: for deciding about the next, and for planning."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from bot.domain.deciding import AFTER_WRITING, Lately
from bot.storage.database import to_day, to_instant, to_text
from bot.storage.people import DueSlot

A_DAY = timedelta(days=1)
"""The local day may have begun before UTC's, so a nudge for it may have gone out the day before."""
UNANSWERED = (
    "SELECT COUNT(*) FROM nudges n JOIN people p ON p.id = n.person_id"
    " WHERE p.id = :who AND n.sent_at > COALESCE(p.heard_at, '') AND n.state = 'sent'"
    " AND n.answer IS NULL AND (n.slot GLOB '[0-9]*' OR n.slot GLOB 'later:*')"
)
NO_MORE = "(answer IN ('nothing', 'tomorrow') OR answer = 'glimmer' AND rests_on IS NOT NULL)"
"""That was said, also where words followed: they are the answer then, and the day rests all the same."""
RESTS = (
    "EXISTS (SELECT 1 FROM nudges WHERE person_id = :who AND day = :day AND sent_at >= :since"  # noqa: S608 - constants
    f" AND {NO_MORE})"
    f" OR EXISTS (SELECT 1 FROM nudges WHERE person_id = :who AND rests_on = :day AND {NO_MORE})"
    " OR EXISTS (SELECT 1 FROM heavy_moments WHERE person_id = :who AND day >= :day"
    " AND weight = 'explicit')"
)
LAST_DAY = (
    "SELECT day FROM nudges WHERE person_id = :who AND sent_at IS NOT NULL AND slot GLOB '[0-9]*'"
    " AND state IN ('sending', 'sent') ORDER BY sent_at DESC LIMIT 1"
)
LAST_AT = (
    "SELECT sent_at FROM nudges WHERE person_id = :who AND sent_at IS NOT NULL AND slot NOT GLOB 'give:*'"
    " ORDER BY sent_at DESC LIMIT 1"
)
"""What is given back asks for nothing."""
MET = (
    "(SELECT id, sent_at, strftime('%Y-%m-%dT%H:%M:%SZ', sent_at, '+3 hours') soon FROM nudges"
    " WHERE person_id = :who AND slot = 'first' ORDER BY day DESC LIMIT 1) met"
)
WROTE_AT = (
    f"SELECT g.said_at FROM glimmers g LEFT JOIN {MET}"  # noqa: S608 - constants
    " WHERE g.person_id = :who AND g.said_at < :until AND g.taken_back = 0"
    " AND g.said_at > ifnull(met.sent_at, '')"
    " AND NOT (ifnull(g.nudge_id, 0) = ifnull(met.id, -1) AND g.said_at < met.soon)"
    " ORDER BY g.said_at DESC LIMIT 1"
)
"""What they said while meeting does not count, nor their answer to the first invitation soon after it."""
BEGAN_AT = (
    f"SELECT MAX(g.said_at) FROM {MET} JOIN glimmers g ON g.nudge_id = met.id"  # noqa: S608 - constants
    " WHERE g.said_at < met.soon AND g.said_at < :until AND g.taken_back = 0"
)
LATELY = f"SELECT ({UNANSWERED}), ({LAST_DAY}), ({LAST_AT}), ({WROTE_AT}), ({BEGAN_AT}), {RESTS}"


class Past:
    """What was before. Nudges that nobody asked for have the key of a slot, which begins with its hour."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def unanswered(self, person_id: int) -> int:
        """How many went out and stayed without an answer since the person was last heard."""
        row = self._db.execute(UNANSWERED, {"who": person_id}).fetchone()
        return int(row[0])

    def lately(self, person_id: int, day: date, now: datetime) -> Lately:
        """All that counts at ``now`` (aware UTC) for a nudge of that local day."""
        row = self._db.execute(
            LATELY,
            {
                "who": person_id,
                "day": day.isoformat(),
                "since": (day - A_DAY).isoformat(),
                "until": to_text(now + AFTER_WRITING),
            },
        ).fetchone()
        unanswered, last_day, last_at, wrote_at, began_at, rests = row
        return Lately(
            unanswered,
            to_day(last_day) if last_day else None,
            to_instant(last_at) if last_at else None,
            to_instant(wrote_at) if wrote_at else None,
            to_instant(began_at) if began_at else None,
            bool(rests),
        )

    def rests(self, person_id: int, day: date) -> bool:
        """Whether the person said *nothing today*, *tomorrow* or a cry for help on or for that local day."""
        row = self._db.execute(
            f"SELECT {RESTS}",
            {"who": person_id, "day": day.isoformat(), "since": (day - A_DAY).isoformat()},
        ).fetchone()
        return bool(row[0])

    def of_slots(self, person_id: int, keys: Iterable[str], since: date) -> list[DueSlot]:
        """What there is already for those keys of slots, and for local days from ``since`` on.

        Also what was asked before such a day began to end at another hour (``Nudges.belongs_to``).
        """
        rows = self._db.execute(
            "SELECT k.value, n.day, n.due_at FROM json_each(:keys) k CROSS JOIN nudges n"
            " ON n.person_id = :who AND n.slot = k.value AND n.day >= :since"
            " UNION ALL SELECT k.value, n.day, n.due_at FROM json_each(:keys) k CROSS JOIN nudges n"
            " ON n.person_id = :who AND n.slot > k.value || '#' AND n.slot < k.value || '$'"
            " AND n.day >= :since",
            {"who": person_id, "since": since.isoformat(), "keys": json.dumps(list(keys))},
        )
        return [DueSlot(person_id, key, to_instant(at), to_day(day)) for key, day, at in rows.fetchall()]
