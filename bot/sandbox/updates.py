"""What waits for the bot: numbered, kept until confirmed by an offset, forgotten when too old."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.bell import Bell
from bot.sandbox.store import Memory
from bot.sandbox.wire import Refusal, Wire

DAY = 24 * 3600
LIFETIME = {"callback_query": 150, "inline_query": 30}  # seconds; a day for everything else
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
LONGEST_POLL = 50  # seconds
_TERMINATED = "terminated by {by} request"
_ONE_INSTANCE = "; make sure that only one bot instance is running"
_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(slots=True)
class Waiting:
    """One update that is not confirmed yet, and the Unix second it is forgotten at."""

    update: Wire
    until: float


class Updates:
    """The bot's queue. ``now`` gives Unix seconds by the sandbox's clock."""

    def __init__(self, store: Memory, now: Callable[[], float]) -> None:
        self._store = store
        self._now = now
        self.bell = Bell()
        self._polls = 0
        self._ended_by = ""
        loaded = dict(store.load("updates"))
        self._next: int = loaded.get("next", 100_000_001)
        self.allowed: list[str] = loaded.get("allowed", [])
        self.webhook: Wire = loaded.get("webhook", {"url": ""})
        self._waiting = {int(key): Waiting(one["update"], one["until"]) for key, one in store.load("update")}

    @property
    def pending(self) -> list[Wire]:
        """Unconfirmed updates that are not too old, in order."""
        return list(self.waiting().values())

    def waiting(self) -> dict[int, Wire]:
        """The same by the number each waits under, which an injected update need not carry."""
        self._forget_old()
        return {number: waiting.update for number, waiting in self._waiting.items()}

    def wants(self, kind: str) -> bool:
        """Does the bot receive updates of this kind?"""
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def add(self, kind: str, payload: Wire) -> None:
        """Number an update and let it wait, unless the bot does not want its kind."""
        if self.wants(kind):
            self.inject({"update_id": self._next, kind: payload}, LIFETIME.get(kind, DAY))

    def inject(self, raw: Wire, lifetime: float = DAY) -> int:
        """Let anything at all wait, handed out as it is; returns the number it waits under."""
        update = {"update_id": self._next} | raw
        number = update["update_id"] if isinstance(update["update_id"], int) else self._next
        self._next = max(self._next, number) + 1
        waiting = Waiting(update, self._now() + lifetime)
        self._waiting[number] = waiting
        self._store.put("update", number, {"update": update, "until": waiting.until})
        self._store.put("updates", "next", self._next)
        self.bell.ring()
        return number

    def confirm(self, number: int) -> None:
        """Forget one update: it was delivered."""
        if self._waiting.pop(number, None) is not None:
            self._store.put("update", number, None)

    def confirm_before(self, offset: int) -> None:
        """Forget what an offset says: everything before it; a negative one keeps that many from the end."""
        numbers = sorted(self._waiting)
        gone = [number for number in numbers if number < offset] if offset >= 0 else numbers[:offset]
        for number in gone:
            self.confirm(number)

    def drop(self) -> None:
        """Forget everything that waits."""
        for number in list(self._waiting):
            self.confirm(number)

    def allow(self, kinds: list[str] | None) -> None:
        """Kinds the bot wants from now on; an empty list means the default, None leaves it as it was."""
        if kinds is not None:
            self.allowed = kinds
            self._store.put("updates", "allowed", kinds)

    def set_webhook(self, webhook: Wire) -> None:
        """Deliver there from now on (``url`` empty: nowhere); ends a poll that waits."""
        self.webhook = webhook
        self._store.put("updates", "webhook", webhook)
        self._end_polls("setWebhook" if webhook["url"] else "deleteWebhook")

    def note_webhook_error(self, text: str) -> None:
        """What getWebhookInfo tells of the last failed delivery."""
        self.webhook |= {"last_error_date": int(self._now()), "last_error_message": text}

    async def poll(self, offset: int, limit: int, timeout: int) -> list[Wire]:  # noqa: ASYNC109 - Telegram's name
        """The next updates; waits up to ``timeout`` seconds for the first. Raises Refusal 409."""
        if self.webhook["url"]:
            raise Refusal(409, _WEBHOOK_ACTIVE)
        self._end_polls("other getUpdates")
        mine = self._polls
        self.confirm_before(offset)
        if not self.pending and timeout > 0:
            await self.bell.until(
                lambda: bool(self._waiting) or self._polls != mine, min(timeout, LONGEST_POLL)
            )
        if self._polls != mine:
            raise Refusal(409, _terminated(self._ended_by))
        return self.pending[:limit]

    def _end_polls(self, by: str) -> None:
        self._polls += 1
        self._ended_by = by
        self.bell.ring()

    def _forget_old(self) -> None:
        now = self._now()
        for number in [number for number, waiting in self._waiting.items() if waiting.until <= now]:
            self.confirm(number)


def _terminated(by: str) -> str:
    text = _TERMINATED.format(by=by)
    return text + _ONE_INSTANCE if by == "other getUpdates" else text
