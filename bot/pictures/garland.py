"""A garland of recurring own words: lanterns on a cord, near-equal in size, in the order of time."""

from __future__ import annotations

from itertools import cycle

from bot.pictures.chance import around, between
from bot.pictures.cleaning import line
from bot.pictures.halo import halo
from bot.pictures.palette import hue
from bot.pictures.shapes import shape
from bot.pictures.sheet import Sheet, base_fill, headed_ground
from bot.pictures.svg import WIDTH, Drawing
from bot.pictures.values import MOST_BEADS, Bead, Garland, Look

TOP, LOW = 96.0, 1090.0
SAG, TILT = 70.0, 20.0
THREAD = 34.0
CORDS = {Look.DARK: ("#8f8aa8", "#5d8a72"), Look.LIGHT: ("#a49a8c", "#8aa57f")}


def garland_sheet(garland: Garland, look: Look) -> Sheet:
    """Cords from side to side, three and two beads by turns."""
    drawing = headed_ground(garland.heading, look)
    rows = _rows(garland.beads[:MOST_BEADS])
    apart = min(270.0, (LOW - TOP) / max(len(rows), 1))
    words = []
    for place, row in enumerate(rows):
        level = TOP + (LOW - TOP - apart * len(rows)) / 2.4 + apart * place
        _cord(drawing, level, place, look)
        spots = _spots(row, level, place, garland.heading.rtl)
        for bead, (x, y) in zip(row, spots, strict=True):
            _bead(drawing, bead, x, y, look)
            words.append({"word": line(bead.word), "x": x, "y": y + THREAD + 30})
    fill = {**base_fill(garland.heading, look), "words": words, "wide": 300, "large": len(rows) <= 4}
    return Sheet("garland", fill, {"drawing.svg": bytes(drawing)})


def _rows(beads: tuple[Bead, ...]) -> list[tuple[Bead, ...]]:
    rows: list[tuple[Bead, ...]] = []
    left = beads
    for most in cycle((3, 2)):
        if not left:
            return rows or [()]
        row, left = left[:most], left[most:]
        rows.append(row)
    return rows


def _hang(x: float, level: float, place: int) -> float:
    """How low the cord hangs at ``x``: a parabola, as good as a chain's curve, tied a little askew."""
    across = 2 * x / WIDTH - 1
    return level + SAG * (1 - across**2) + TILT * across * (1 if place % 2 else -1)


def _spots(row: tuple[Bead, ...], level: float, place: int, rtl: bool) -> list[tuple[float, float]]:
    across = [WIDTH * (n + 0.5) / len(row) for n in range(len(row))]
    across = [WIDTH / 2 + (x - WIDTH / 2) * 0.94 for x in across]
    return [(x, _hang(x, level, place)) for x in (reversed(across) if rtl else across)]


def _cord(drawing: Drawing, level: float, place: int, look: Look) -> None:
    cord, leaf = CORDS[look]
    spots = [(x, _hang(x, level, place)) for x in range(-20, WIDTH + 21, 20)]
    way = "L".join(f"{x} {y:.1f}" for x, y in spots)
    drawing.stroke("M" + way, cord, 2, 0.8)
    for n in range(54):
        x = WIDTH * (n + 0.5) / 54
        long = between(8, 16, place, n) * (1 if n % 2 else -1)
        _leaf(drawing, x, _hang(x, level, place), long, leaf, between(0.35, 0.75, place, n))


def _leaf(drawing: Drawing, x: float, y: float, long: float, colour: str, opacity: float) -> None:
    lean = 9 + around(6, x, y)
    drawing.path(
        f"M{x:.1f} {y:.1f}q{lean * 0.1:.1f} {long * 0.7:.1f} {lean:.1f} {long:.1f}"
        f"q{-lean * 0.1:.1f} {-long * 0.8:.1f} {-lean:.1f} {-long:.1f}Z",
        colour,
        opacity,
    )


def _bead(drawing: Drawing, bead: Bead, x: float, y: float, look: Look) -> None:
    drawing.stroke(f"M{x:.1f} {y:.1f}v{THREAD - 12:.1f}", CORDS[look][0], 1.4, 0.8)
    strong = 0.6 if look is Look.DARK else 0.3
    drawing.circle(x, y + THREAD, 58, halo(drawing, bead.theme, look, strong))
    drawing.path(shape(bead.theme, x, y + THREAD, 13), hue(bead.theme, look))
