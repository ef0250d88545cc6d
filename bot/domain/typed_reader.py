"""Reading one time, window or weekday after the other from what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.slots import Slot
from bot.domain.typed_clock import Reading, fixed, window
from bot.domain.typed_folding import fold
from bot.domain.typed_groups import Part
from bot.domain.vocabulary import LONGEST, Misread, Reason, Vocabulary

LONGEST_PHRASE = 4
NEGATIVE = re.compile(r"(?:^|[,;\n])\s*-\d{1,2}(?![\d:.])")
TOKEN = re.compile(
    r"\d{1,2}(?:\.\d\d|\s?:\s?\d\d(?::\d\d)?|h\d\d|\sh\s\d\d)(?!\d)"  # 8.30, 14:32:05, 20 h 30
    r"|[ap]\.m\.|\d+|[.:]\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\S\n]+|.|\n"
)
PARTS = re.compile(r"(\d{1,2})\D+(\d\d)")
PASSED_OVER = frozenset(",;/&+-\n.!?()")
LINES, JOINS = frozenset(";\n"), frozenset("&+")


@dataclass(slots=True)
class Reader:
    """Tokens, folded, and how far they were read. ``take`` and its kin move on only if they succeed."""

    tokens: Sequence[str]
    words: Vocabulary
    at: int = field(default=0)

    @property
    def here(self) -> str:
        """The token to read next; empty at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, phrases: Container[str]) -> str:
        """The longest of the phrases that stands here; empty if none does."""
        for count in range(LONGEST_PHRASE, 0, -1):
            phrase = " ".join(self.tokens[self.at : self.at + count])
            if phrase in phrases and self.at + count <= len(self.tokens):
                self.at += count
                return phrase
        return ""

    def pass_over(self) -> bool:
        """Whether something stood here that says nothing by itself."""
        words = self.words
        return any(
            self.take(of)
            for of in (PASSED_OVER, words.small, words.to, words.between, words.both, words.hour)
        )

    def part(self) -> Part | None:
        """What parts two things, if only as much as a small word does; None if neither stands here."""
        if self.take(LINES):
            return Part.LINE
        if self.take(","):
            return Part.COMMA
        if self.take(JOINS) or self.take(self.words.both):
            return Part.AND
        return Part.NOTHING if self.pass_over() else None

    def days(self) -> frozenset[int]:
        """Weekdays, or from one to another; empty if none stand here."""
        first = self.words.days.get(self.take(self.words.days), frozenset())
        before = self.at
        self.take(".")  # Mo.-Fr.
        if len(first) == 1 and (self.take("-") or self.take(self.words.to)):
            last = self.words.days.get(self.take(self.words.days), frozenset())
            if len(last) == 1:
                start, end = min(first), min(last)
                return frozenset((start + n) % 7 for n in range((end - start) % 7 + 1))
        self.at = before
        return first

    def slot(self) -> Slot | Misread | None:
        """A time, or a window from one to another; None if no time stands here."""
        before = self.at
        if self._interval():
            return Misread(Reason.UNKNOWN, " ".join(self.tokens[before : self.at]))
        opened = self.take(self.words.between)
        begun = opened or self.take(self.words.begins & self.words.small)
        while begun and self.take(self.words.small):
            pass
        joins = self.words.to | self.words.both if opened else self.words.to
        first = (self._hour_before(joins) if begun else None) or self.reading()
        if first is None:
            self.at = before
            return None
        last = self._until(joins)
        slot = fixed(first) if last is None else window(first, last)
        return slot or Misread(Reason.NO_SUCH_TIME, " ".join(self.tokens[before : self.at]))

    def _hour_before(self, joins: Container[str]) -> Reading | None:
        """The *ten* of *from ten to nine*, which without the *from* is 8:50."""
        before = self.at
        hour = self.words.hours.get(self.take(self.words.hours))
        end = self.at
        joined = self.take(joins)
        self.at = end if hour and joined else before
        return Reading(hour, 0, str(hour)) if hour and joined else None

    def _interval(self) -> bool:
        """Whether *every 3 hours* stands here: that is no time of the day."""
        before = self.at
        if self.take(self.words.every) and self.here.isdecimal():
            self.at += 1
            if self.take(self.words.hour) and not self.here.isdecimal():
                return True
        self.at = before
        return False

    def _until(self, joins: Container[str]) -> Reading | None:
        before = self.at
        if self.take("-") or self.take(joins):
            while self.take(self.words.small):
                pass
            last = self.reading()
            if last is not None:
                return last
        self.at = before
        return None

    def reading(self) -> Reading | None:
        """One time: a word, or a number with what belongs to it before and after."""
        before = self.at
        half = self.take(self.words.halves)
        while half and self.take(self.words.small):
            pass
        number = self._spoken() or self._number()
        if number is not None:
            named = self._halved(number)
            if half and named.half is None:
                named = replace(number, half=self.words.halves[half])
            if not half or named.wall() is not None:
                return named
        self.at = before
        word = self.take(self.words.clocks)
        wall = self.words.clocks[word] if word else None
        return Reading(wall.hour, wall.minute, word, exact=True) if wall else None

    def _number(self) -> Reading | None:
        token = self.here
        if not token[:1].isdecimal():
            return None
        self.at += 1
        parts = PARTS.match(token)
        if parts:
            hour, minute = int(parts[1]), int(parts[2])
            self.take(self.words.hour)
            return Reading(hour, minute, token)
        if len(token) > 2:
            return Reading(int(token[:-2]), int(token[-2:]), token) if len(token) <= 4 else Reading(99, 0)
        if not self.take(self.words.hour):
            return Reading(int(token), 0, token)
        minutes = self._minutes()
        return Reading(int(token), int(minutes), f"{token}:{minutes}")

    def _spoken(self) -> Reading | None:
        """An hour in words or with a part of one: *half past eight*, *nueve y media*, *quarter to 9*."""
        before = self.at
        part = self.take(self.words.parts)
        digits = self.here if self.here.isdecimal() and len(self.here) < 3 else ""
        self.at += bool(digits)
        hour = int(digits or self.words.hours.get(self.take(self.words.hours), -1))
        self.take(self.words.hour)
        part = part or self.take(self.words.parts)
        if hour < 0 or (digits and not part):
            self.at = before
            return None
        if not part:
            return Reading(hour, 0, str(hour))
        minutes = 60 * hour + self.words.parts[part]
        return Reading(minutes // 60 or 12, minutes % 60, f"{hour}:{minutes % 60:02}")

    def _minutes(self) -> str:
        """The 30 of *20 Uhr 30*, but not the 12 of *8 Uhr 12 Uhr*."""
        minutes, before = self.here, self.at
        self.at += 1
        if len(minutes) == 2 and minutes.isdecimal() and not self.take(self.words.hour):
            return minutes
        self.at = before
        return "00"

    def _halved(self, number: Reading) -> Reading:
        """With the half of the day behind it; a small word that looks like one (German *am*) is none."""
        before = self.at
        word = self.take(self.words.halves)
        if not word:
            return number
        named = replace(number, half=self.words.halves[word])
        if word in self.words.small and (named.wall() is None or self._at_days()):
            self.at = before
            return number
        return named

    def _at_days(self) -> bool:
        before = self.at
        found = self.days()
        self.at = before
        return bool(found)


def read(text: str, vocabulary: Vocabulary) -> Reader | Misread:
    """The text in pieces, ready to be read; it may be too long."""
    folded = fold(text) if len(text) <= LONGEST else ""
    if len(text) > LONGEST or len(folded) > 2 * LONGEST:  # one character can unfold into eighteen
        return Misread(Reason.TOO_LONG)
    if NEGATIVE.search(folded) or any(char.isdigit() and not char.isdecimal() for char in text):  # -1, ²
        return Misread(Reason.NO_SUCH_TIME)
    pieces = TOKEN.findall(folded)
    return Reader([piece for piece in pieces if piece == "\n" or not piece.isspace()], vocabulary)
