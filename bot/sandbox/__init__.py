"""A local Bot API server with a chat page: the demo's Telegram, and the tests'.

It knows Telegram's wire format and nothing of the bot. ``bot-api.json`` is the community's
machine-readable specification of Bot API 10.1 (MIT licence; PaulSonOfLars/telegram-bot-api-spec),
trimmed to what is checked: per method what it returns and its fields, per type its fields and
subtypes; ``const`` and ``one_of`` are the values its descriptions name.
"""

from bot.sandbox.actions import Attachment, ImpossibleError
from bot.sandbox.calls import Call
from bot.sandbox.faults import Fault
from bot.sandbox.flood import Limits
from bot.sandbox.images import png
from bot.sandbox.people import Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.web import Controls
from bot.sandbox.wire import Wire
from bot.sandbox.world import Answer

__all__ = [
    "Answer",
    "Attachment",
    "Call",
    "Controls",
    "Fault",
    "ImpossibleError",
    "Limits",
    "Person",
    "Sandbox",
    "Wire",
    "png",
]
