"""HTML to entities and back; what Telegram finds by itself; what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox import Wire, html
from bot.sandbox.entities import checked, cut, found, trimmed, utf16
from bot.sandbox.wire import Refusal


def kinds(source: str) -> list[tuple[str, str]]:
    read = html.parsed(source)
    return [(entity["type"], cut(read.text, entity["offset"], entity["length"])) for entity in read.entities]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<b>a</b><strong>b</strong>", [("bold", "a"), ("bold", "b")]),
        ("<i>a</i><em>b</em>", [("italic", "a"), ("italic", "b")]),
        ("<u>a</u><ins>b</ins>", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s><strike>b</strike><del>c</del>", [("strikethrough", sign) for sign in "abc"]),
        ('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', [("spoiler", "a"), ("spoiler", "b")]),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', [("text_link", "x")]),
        ("<code>a &lt; b</code>", [("code", "a < b")]),
        ('<pre><code class="language-python">x</code></pre>', [("pre", "x")]),
        ("<blockquote>a</blockquote>", [("blockquote", "a")]),
        ("<blockquote expandable>a</blockquote>", [("expandable_blockquote", "a")]),
        ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', [("custom_emoji", "👍")]),
        ('<tg-time unix="1700000000" format="wDt">then</tg-time>', [("date_time", "then")]),
        ("<b>a<i>b</i></b>", [("bold", "ab"), ("italic", "b")]),
        ("<code>a<b>b</b></code>", [("code", "ab")]),
        ("🌟<b>ä</b>", [("bold", "ä")]),
        ("<b></b>x", []),
    ],
)
def test_every_tag_becomes_its_entity(source: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(source) == expected


def test_a_link_keeps_its_address_and_code_its_language() -> None:
    assert (
        html.parsed('<a href="https://example.org/?a=1&amp;b=2">x</a>').entities[0]["url"].endswith("a=1&b=2")
    )
    assert (
        html.parsed('<pre><code class="language-python">x</code></pre>').entities[0]["language"] == "python"
    )


def test_character_references_are_resolved_and_others_left_alone() -> None:
    assert html.parsed("&lt;&gt;&amp;&quot;&#65;&#x1F31F;&nbsp; &").text == '<>&"A🌟&nbsp; &'


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ä</b>", "Unexpected end tag at byte offset 2"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<br/>", "Unclosed start tag at byte offset 0"),
        ('<tg-time unix="soon">x</tg-time>', 'Invalid attribute "unix" in the tag "tg-time"'),
        ('<a href="no address">x</a>', "an address of a link is no URL (Telegram drops the link in silence)"),
    ],
)
def test_broken_html_is_refused_with_its_reason(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        html.parsed(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@st.composite
def nested(draw: st.DrawFn, depth: int = 3) -> str:
    """Well formed HTML of simple tags."""
    text = draw(st.text(alphabet="aä🌟 &<>\"'", max_size=6))
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if depth == 0:
        return escaped
    tag = draw(st.sampled_from(["b", "i", "u", "s", "tg-spoiler", "code"]))
    return f"{escaped}<{tag}>{draw(nested(depth - 1))}</{tag}>{draw(nested(depth - 1))}"


@given(nested())
def test_law_what_is_written_reads_back_the_same(source: str) -> None:
    read = html.parsed(source)
    assert html.parsed(html.written(read.text, read.entities)) == read


@given(st.text())
def test_law_any_text_is_read_or_refused(source: str) -> None:
    try:
        read = html.parsed(source)
    except Refusal:
        return
    assert all(
        0 <= one["offset"] < one["offset"] + one["length"] <= utf16(read.text) for one in read.entities
    )


@given(st.text(alphabet=" \na🌟", max_size=12), st.integers(0, 12), st.integers(1, 12))
def test_law_trimming_keeps_what_an_entity_covers(text: str, offset: int, length: int) -> None:
    before: Wire = {"type": "bold", "offset": offset, "length": length}
    if offset + length > utf16(text):
        return
    covered = cut(text, offset, length)
    after = trimmed(text, [before])
    assert after.text == text.strip()
    for entity in after.entities:
        assert cut(after.text, entity["offset"], entity["length"]) in covered
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16(after.text)


def test_telegram_finds_commands_hashtags_links_mentions_and_addresses() -> None:
    text = "/start@glimmer_bot 🌟 #sun #1 https://example.org/a. me@example.org @anna_b 5/6 example.com"
    assert [(one["type"], cut(text, one["offset"], one["length"])) for one in found(text)] == [
        ("bot_command", "/start@glimmer_bot"),
        ("hashtag", "#sun"),
        ("url", "https://example.org/a"),
        ("email", "me@example.org"),
        ("mention", "@anna_b"),
        ("url", "example.com"),
    ]


@pytest.mark.parametrize(
    ("kind", "offset", "length", "reason"),
    [
        ("bold", 0, 4, "ENTITY_BOUNDS_INVALID"),
        ("bold", -1, 1, "ENTITY_BOUNDS_INVALID"),
        ("bold", 0, 0, "ENTITY_BOUNDS_INVALID"),
        ("bold", 1, 1, "entity begins in a middle of a UTF-16 symbol at offset 1"),
        ("text_link", 0, 2, "can't parse MessageEntity: Can't find field \"url\""),
    ],
)
def test_entities_beside_the_text_must_fit_it(kind: str, offset: int, length: int, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        checked("🌟a", [{"type": kind, "offset": offset, "length": length}])
    assert refused.value.text == reason
