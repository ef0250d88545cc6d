"""Days on which some subjects rest, unannounced: asking, or offering not to ask, would be the reminder."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.kinds import Subject

FAMILY = frozenset({Subject.FAMILY})
LOVE = frozenset({Subject.RELATIONSHIPS})
FIXED = {
    (2, 14): LOVE,
    (3, 19): FAMILY,  # fathers: Spain, Italy, Portugal
    (12, 24): FAMILY,
    (12, 25): FAMILY,
    (12, 26): FAMILY,
}
SUNDAYS = {5: (1, 2, 4, 5), 6: (3,), 8: (2,), 9: (1,), 10: (3,)}
"""Month to which Sundays of it: mothers and fathers from Lisbon to Sydney and Buenos Aires."""


def resting(day: date) -> frozenset[Subject]:
    """The subjects nobody is asked about on ``day``, wherever they live."""
    moving = {easter(day.year) - timedelta(days=21), easter(day.year) + timedelta(days=39)}
    sunday = day.weekday() == 6 and (day.day + 6) // 7 in SUNDAYS.get(day.month, ())
    found = FIXED.get((day.month, day.day), frozenset())
    return found | FAMILY if sunday or day in moving else found


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))
