"""What a message is made of: texts and captions with entities, and media. Values are parts of a Message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.sandbox import html
from bot.sandbox.entities import Formatted, checked, trimmed, with_found
from bot.sandbox.files import Files, StoredFile
from bot.sandbox.wire import Upload, Wire, bad

LONGEST_TEXT = 4096  # code points
LONGEST_CAPTION = 1024
_MARKDOWN = {"markdown", "markdownv2"}
_DETAILS: dict[
    str, Wire
] = {  # kind → what its object takes from the call, with what stands in where it was left out
    "voice": {"duration": 0},
    "audio": {"duration": 0, "performer": None, "title": None},
    "video": {"width": 0, "height": 0, "duration": 0},
    "animation": {"width": 0, "height": 0, "duration": 0},
    "video_note": {"length": 240, "duration": 0},
    "document": {},
    "sticker": {"emoji": None},
}
_NAMED = {"audio", "video", "animation", "document"}
_STICKER = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}


def text(params: Wire) -> Wire:
    """``text`` and ``entities`` of a message; raises Refusal where empty, too long or ill formed."""
    formatted = _formatted(params, "text", "entities").within(LONGEST_TEXT, "message is too long")
    if not formatted.text:
        raise bad("message text is empty")
    parts: Wire = {"text": formatted.text}
    if formatted.entities:
        parts["entities"] = formatted.entities
    if params.get("link_preview_options"):
        parts["link_preview_options"] = params["link_preview_options"]
    return parts


def caption(params: Wire) -> Wire:
    """``caption`` and ``caption_entities``, or nothing; raises Refusal where too long or ill formed."""
    if not params.get("caption"):
        return {}
    formatted = _formatted(params, "caption", "caption_entities")
    formatted = formatted.within(LONGEST_CAPTION, "message caption is too long")
    parts: Wire = {"caption": formatted.text} if formatted.text else {}
    if formatted.entities:
        parts["caption_entities"] = formatted.entities
    return parts


def captioned(params: Wire) -> Wire:
    """The caption and how it and the media are shown."""
    parts = caption(params)
    if params.get("show_caption_above_media"):
        parts["show_caption_above_media"] = True
    if params.get("has_spoiler"):
        parts["has_media_spoiler"] = True
    return parts


def media(files: Files, kind: str, source: Upload | str, params: Wire, uploads: Mapping[str, Upload]) -> Wire:
    """The field of a Message that carries a file: a new upload, or one known by its id."""
    if isinstance(source, str) and not source.startswith("attach://"):
        return _as_field(kind, _sent_again(files, kind, source))
    file = files.add(kind, source if isinstance(source, Upload) else _attached(source, uploads))
    thumbnail = params.get("thumbnail")
    if isinstance(thumbnail, str):
        thumbnail = _attached(thumbnail, uploads)
    return _as_field(
        kind, files.remember(file, new_media(files, file, params) | _thumbnail(files, thumbnail))
    )


def new_media(files: Files, file: StoredFile, params: Wire) -> Wire:
    """The object of a file sent the first time; a photo's is wrapped as ``{"sizes": [PhotoSize]}``."""
    if file.kind == "photo":
        return {"sizes": files.photo_sizes(file, *files.measured(file))}
    wire = file.base | (_STICKER if file.kind == "sticker" else {})
    for name, otherwise in _DETAILS[file.kind].items():
        if params.get(name, otherwise) is not None:
            wire[name] = params.get(name, otherwise)
    if file.kind == "voice" or file.kind in _NAMED:
        wire["mime_type"] = file.content_type
    if file.kind in _NAMED:
        wire["file_name"] = file.name
    return wire


def photo(files: Files, file: StoredFile, width: int, height: int) -> Wire:
    """The field of a Message with a photo whose size is known."""
    return _as_field("photo", files.remember(file, {"sizes": files.photo_sizes(file, width, height)}))


def other(files: Files, file: StoredFile, params: Wire) -> Wire:
    """The field of a Message with any other file, whatever it contains."""
    return _as_field(file.kind, files.remember(file, new_media(files, file, params)))


def _formatted(params: Wire, name: str, entities: str) -> Formatted:
    raw, mode = params[name], (params.get("parse_mode") or "").lower()
    if mode == "html":
        parsed = html.parsed(raw)
    elif mode in _MARKDOWN:
        raise bad("the sandbox does not read Markdown: use HTML or entities")
    elif mode:
        raise bad("unsupported parse_mode")
    else:
        parsed = Formatted(raw, checked(raw, params.get(entities) or []))
    return with_found(trimmed(parsed.text, parsed.entities))


def _attached(source: str, uploads: Mapping[str, Upload]) -> Upload:
    name = source.removeprefix("attach://")
    if name not in uploads:
        raise bad(f'file "{name}" was not uploaded with the call')
    return uploads[name]


def _sent_again(files: Files, kind: str, file_id: str) -> Wire:
    if file_id.startswith(("http://", "https://")):
        raise bad("failed to get HTTP URL content")
    file = files.find(file_id)
    if file.kind != kind:
        raise bad(f"can't use file of type {file.kind} as {kind}")
    known: Wire | None = files.media(file)
    return known if known is not None else files.remember(file, new_media(files, file, {}))


def _thumbnail(files: Files, upload: Upload | None) -> Wire:
    if upload is None:
        return {}
    file = files.add("photo", upload)
    width, height = files.measured(file)
    return {"thumbnail": file.base | {"width": width, "height": height}}


def _as_field(kind: str, wire: Wire) -> Wire:
    if kind == "animation":
        document: dict[str, Any] = {key: wire[key] for key in wire.keys() - {"width", "height", "duration"}}
        return {"animation": wire, "document": document}  # Telegram sets both
    return {kind: wire["sizes"]} if kind == "photo" else {kind: wire}
