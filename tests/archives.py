"""What the bot sent as files, opened."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from bot.chat.files import TelegramFiles
from bot.services.ports import Fetched
from tests.dialog import Dialog


async def parcels(anna: Dialog) -> list[bytes]:
    """All documents of the bot's, oldest first."""
    files = TelegramFiles(anna.house.application.bot)
    found = []
    for message in anna.person.chat:
        if message["from"]["is_bot"] and "document" in message:
            fetched = await files.fetch(message["document"]["file_id"])
            assert isinstance(fetched, Fetched)
            found.append(fetched.content)
    return found


async def exported(anna: Dialog) -> bytes:
    """The newest archive, after ``/export``."""
    await anna.says("/export")
    return (await parcels(anna))[-1]


def glimmers_in(archive: bytes) -> list[dict[str, Any]]:
    """What glimmers.json holds."""
    with ZipFile(BytesIO(archive)) as opened:
        return list(json.loads(opened.read("glimmers.json"))["glimmers"])
