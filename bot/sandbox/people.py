"""People as tests and the demo play them: they say, press and edit, and hear what the bot answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from bot.sandbox import actions
from bot.sandbox.actions import Attachment, ImpossibleError
from bot.sandbox.bell import Bell
from bot.sandbox.chats import Chat
from bot.sandbox.wire import Upload, Wire
from bot.sandbox.world import Answer, World


class Person:
    """One person and their chat. Messages are Telegram's Message objects; ImpossibleError as in the app."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat
        self._bell = Bell()
        self._unheard: deque[Wire] = deque()
        self._unseen: set[tuple[str, int]] = set()
        world.listen(chat.id, self._notice)

    @property
    def id(self) -> int:
        """The person's id, which is also the chat's."""
        return self._chat.id

    @property
    def first_name(self) -> str:
        """The name."""
        return str(self._chat.user["first_name"])

    @property
    def language(self) -> str:
        """The language code of the app."""
        return str(self._chat.user["language_code"])

    @property
    def chat(self) -> list[Wire]:
        """All messages of both sides as they now are, in order."""
        return list(self._chat.messages.values())

    @property
    def keyboard(self) -> Wire | None:
        """What stands below the messages: a reply keyboard, a forced reply, or nothing."""
        return self._chat.keyboard

    @property
    def answers(self) -> list[Answer]:
        """What the bot answered to pressed buttons."""
        return list(self._world.answers.get(self.id, ()))

    @property
    def reactions(self) -> dict[int, list[str]]:
        """The bot's reactions by message id, where it has any."""
        return {number: sides["bot"] for number, sides in self._chat.reactions.items() if sides["bot"]}

    def says(self, text: str, reply_to: Wire | None = None, quote: str = "") -> Wire:
        """Send text; over 4096 characters in several messages, of which the last is returned."""
        return actions.say(self._world, self._chat, text, self._around(reply_to, quote))

    def presses(self, message: Wire, label_or_data: str) -> str:
        """Press an inline button; returns the callback query's id."""
        return actions.press(self._world, self._chat, message["message_id"], label_or_data)

    def taps(self, label: str) -> Wire:
        """Tap a button of the reply keyboard, which sends its text."""
        return actions.tap(self._world, self._chat, label)

    def dismisses(self) -> None:
        """Put the forced reply or the keyboard away."""
        self._chat.show_keyboard(None)

    def sends(self, attachment: Attachment, caption: str = "", reply_to: Wire | None = None) -> Wire:
        """Send any file."""
        parts = actions.caption_parts(caption)
        return self._send(actions.attach(self._world, attachment) | parts, reply_to)

    def sends_photo(self, data: bytes, caption: str = "", reply_to: Wire | None = None) -> Wire:
        """Send a photo; bytes that are no picture pass for one of 1280 × 960."""
        return self.sends(_photo(data), caption, reply_to)

    def sends_album(self, photos: Sequence[bytes], caption: str = "") -> list[Wire]:
        """Send photos as an album; the caption stands on the first."""
        return actions.album(self._world, self._chat, [_photo(data) for data in photos], caption)

    def sends_voice(
        self, data: bytes, caption: str = "", duration: int = 3, reply_to: Wire | None = None
    ) -> Wire:
        """Send a voice message of some seconds."""
        upload = Upload("voice.oga", "audio/ogg", data)
        return self.sends(Attachment("voice", upload, {"duration": duration}), caption, reply_to)

    def sends_document(
        self, data: bytes, name: str = "note.txt", content_type: str = "text/plain", caption: str = ""
    ) -> Wire:
        """Send a file as a document."""
        return self.sends(Attachment("document", Upload(name, content_type, data), {}), caption)

    def sends_video(self, data: bytes, caption: str = "", duration: int = 5) -> Wire:
        """Send a video of some seconds."""
        details = {"width": 640, "height": 480, "duration": duration}
        return self.sends(Attachment("video", Upload("video.mp4", "video/mp4", data), details), caption)

    def sends_sticker(self, emoji: str = "🙂") -> Wire:
        """Send a sticker that stands for an emoji."""
        upload = Upload("sticker.webp", "image/webp", b"RIFF\x00\x00\x00\x00WEBP")
        return self.sends(Attachment("sticker", upload, {"emoji": emoji}))

    def shares_location(self, latitude: float, longitude: float) -> Wire:
        """Share a place."""
        return self._send({"location": {"latitude": latitude, "longitude": longitude}}, None)

    def sends_contact(self, phone_number: str = "+10000000000", first_name: str = "Nobody") -> Wire:
        """Send a contact."""
        return self._send({"contact": {"phone_number": phone_number, "first_name": first_name}}, None)

    def forwards(self, text: str, origin_name: str) -> Wire:
        """Forward a text of somebody who hides their account."""
        origin = {"type": "hidden_user", "date": self._world.date(), "sender_user_name": origin_name}
        return self._send({"forward_origin": origin} | actions.text_parts(text), None)

    def edits(self, message: Wire, text: str) -> Wire:
        """Change an own text or caption."""
        return actions.edit(self._world, self._chat, message["message_id"], text)

    def reacts(self, message: Wire, emoji: str | None) -> Wire:
        """Set or take away the reaction; returns both sides' reactions."""
        return actions.react(self._world, self._chat, message["message_id"], emoji)

    def deletes(self, message: Wire) -> None:
        """Delete a message for both sides; the bot is not told, as in Telegram."""
        self._chat.remove(message["message_id"])
        self._world.commit()

    def blocks(self) -> None:
        """Block the bot."""
        actions.set_blocked(self._world, self._chat, True)

    def unblocks(self) -> None:
        """Let the bot write again."""
        actions.set_blocked(self._world, self._chat, False)

    def deactivates(self) -> None:
        """Delete the account; nobody is told."""
        self._chat.deactivated = True
        self._chat.save()
        self._world.commit()

    async def hears(self, timeout: float = 5) -> Wire:  # noqa: ASYNC109 - the limit of a test's patience
        """The bot's next message not heard yet, as it now is; AssertionError when none comes."""
        if not await self._bell.until(lambda: bool(self._unheard), timeout):
            raise AssertionError(f"{self.first_name} heard nothing new in {timeout} s. {self._told()}")
        message = self._unheard.popleft()
        return self._chat.messages.get(message["message_id"], message)

    async def sees_edit(self, message: Wire, timeout: float = 5) -> Wire:  # noqa: ASYNC109 - as above
        """A message of the bot after its next edit not seen yet; AssertionError when none comes."""
        await self._sees("edit", message, timeout)
        return self._chat.messages[message["message_id"]]

    async def sees_deletion(self, message: Wire, timeout: float = 5) -> None:  # noqa: ASYNC109 - as above
        """Wait until a message is gone; AssertionError when it stays."""
        await self._sees("delete", message, timeout)

    async def sees_reaction(self, message: Wire, timeout: float = 5) -> list[str]:  # noqa: ASYNC109 - as above
        """The bot's reactions to a message after their next change; AssertionError when none comes."""
        await self._sees("reaction", message, timeout)
        return self._chat.reactions_of(message["message_id"])["bot"]

    async def sees_answer(self, callback_query_id: str, timeout: float = 5) -> Answer:  # noqa: ASYNC109 - as above
        """The bot's answer to a pressed button; AssertionError when none comes."""

        def answered() -> list[Answer]:
            return [answer for answer in self.answers if answer.callback_query_id == callback_query_id]

        if not await self._bell.until(lambda: bool(answered()), timeout):
            raise AssertionError(f"{self.first_name} saw no answer in {timeout} s. {self._told()}")
        return answered()[0]

    @property
    def unheard(self) -> list[Wire]:
        """The bot's messages nobody waited for yet."""
        return list(self._unheard)

    async def _sees(self, what: str, message: Wire, patience: float) -> None:
        sight = (what, message["message_id"])
        if not await self._bell.until(lambda: sight in self._unseen, patience):
            raise AssertionError(f"{self.first_name} saw no {what} in {patience} s. {self._told()}")
        self._unseen.discard(sight)

    def _notice(self, event: Wire) -> None:
        message = event.get("message", {})
        if event["type"] == "message" and message["from"]["is_bot"]:
            self._unheard.append(message)
        elif event["type"] == "edit" and message["from"]["is_bot"]:
            self._unseen.add(("edit", message["message_id"]))
        elif "message_id" in event:
            self._unseen.add((event["type"], event["message_id"]))
        self._bell.ring()

    def _told(self) -> str:
        """The end of the chat, for who reads a failed test."""
        lines = [f"  {message['from']['first_name']}: {_gist(message)}" for message in self.chat[-8:]]
        return "The chat:\n" + "\n".join(lines or ["  (nothing)"])

    def _around(self, reply_to: Wire | None, quote: str) -> Wire:
        return actions.reply_parts(self._chat, reply_to, quote)

    def _send(self, parts: Wire, reply_to: Wire | None) -> Wire:
        return actions.send(self._world, self._chat, self._around(reply_to, "") | parts)


def _photo(data: bytes) -> Attachment:
    return Attachment("photo", Upload("photo.jpg", "image/jpeg", data), {})


def _gist(message: Wire) -> str:
    shown = message.get("text") or message.get("caption")
    return shown or next((key for key in message if key in ("photo", "voice", "document", "sticker")), "…")


__all__ = ["Attachment", "ImpossibleError", "Person"]
