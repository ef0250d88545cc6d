"""The colours of the seasons."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.kinds import Season
from bot.pictures.values import Look


@dataclass(frozen=True, slots=True)
class Scene:
    """Colours of one season in one look: sky from top to horizon, hills from far to near, growth, wood."""

    sky: tuple[str, str, str]
    hills: tuple[str, str, str]
    growth: tuple[str, str]
    wood: str


SCENES: dict[tuple[Season | None, Look], Scene] = {
    (None, Look.DARK): Scene(
        ("#070a1c", "#151a3d", "#4b4670"),
        ("#2f3762", "#20274b", "#10142c"),
        ("#10142c", "#10142c"),
        "#10142c",
    ),
    (None, Look.LIGHT): Scene(
        ("#e3ebf0", "#f5f0e6", "#fbe4d0"),
        ("#c9d5d8", "#b3c5c4", "#e9eadf"),
        ("#9cb3b0", "#9cb3b0"),
        "#6f8583",
    ),
    (Season.SPRING, Look.DARK): Scene(
        ("#080b20", "#1a1c45", "#64507f"),
        ("#343c66", "#233650", "#101d2e"),
        ("#e8b3c8", "#b986a8"),
        "#0b1522",
    ),
    (Season.SPRING, Look.LIGHT): Scene(
        ("#dfebf2", "#f3f1ea", "#fbe3df"),
        ("#c6d8d2", "#b4cfac", "#e8efd9"),
        ("#e493ad", "#f0b9c8"),
        "#7c6a68",
    ),
    (Season.SUMMER, Look.DARK): Scene(
        ("#060b20", "#13264a", "#6a5a63"),
        ("#2c4560", "#1b3646", "#0c1c26"),
        ("#122b37", "#0f2530"),
        "#08141c",
    ),
    (Season.SUMMER, Look.LIGHT): Scene(
        ("#d6e8f0", "#f4f1df", "#fde3b9"),
        ("#c2d8d0", "#a3c498", "#eaeec9"),
        ("#6f9d6c", "#85ad78"),
        "#5f6b4f",
    ),
    (Season.AUTUMN, Look.DARK): Scene(
        ("#0b0a1e", "#251b3f", "#7b4d55"),
        ("#4a3c5e", "#3a2947", "#1b1326"),
        ("#a8583c", "#c98a49"),
        "#140d1d",
    ),
    (Season.AUTUMN, Look.LIGHT): Scene(
        ("#e6e8ea", "#f6ece0", "#f9d9bb"),
        ("#d8ccc4", "#d9ba97", "#f3e4c8"),
        ("#b9562f", "#d5923d"),
        "#6d5347",
    ),
    (Season.WINTER, Look.DARK): Scene(
        ("#060a1d", "#142046", "#47598a"),
        ("#50618f", "#38477a", "#1c264a"),
        ("#182142", "#202b52"),
        "#10183a",
    ),
    (Season.WINTER, Look.LIGHT): Scene(
        ("#d9e3ee", "#edf0f2", "#fae8e0"),
        ("#cfdae6", "#dfe7ef", "#f5f8fb"),
        ("#8498ad", "#9aacbf"),
        "#70839a",
    ),
}
