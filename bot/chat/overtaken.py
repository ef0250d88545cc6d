"""Edits from somebody who is not met: nobody new, unless the message that they overtook still comes."""

from __future__ import annotations

from collections import deque
from datetime import timedelta

from bot.chat.turn import Turn
from bot.storage.inbox import is_id

WAITS = timedelta(hours=1)
MOST = 256


class Overtaken:
    """They wait in memory alone: who was forgotten and edits an old message leaves nothing in the file."""

    def __init__(self) -> None:
        self._waiting: deque[Turn] = deque(maxlen=MOST)

    def wait(self, turn: Turn) -> None:
        """For the first message of its person, unless no message can be told to be before it."""
        if is_id(turn.message_id):
            self._waiting.append(turn)

    def by(self, first: Turn) -> list[Turn]:
        """Those that overtook it, or what follows it; what is older than that message is let go."""
        if not self._waiting:
            return []
        theirs = [edit for edit in self._waiting if edit.person.id == first.person.id]
        for edit in theirs:
            self._waiting.remove(edit)
        return [e for e in theirs if e.message_id >= first.message_id and first.now - e.now <= WAITS]
