"""A line plot on two logarithmic axes, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 70, 190, 44, 50
COLOURS = ("#b45309", "#1d4ed8", "#047857", "#7c3aed")
Points = Sequence[tuple[float, float]]


def plot(title: str, across: str, lines: Mapping[str, Points]) -> str:
    """``lines`` by name; every value above 0."""
    points = [point for line in lines.values() for point in line]
    low = (floor(log10(min(x for x, _ in points))), floor(log10(min(y for _, y in points))))
    high = (ceil(log10(max(x for x, _ in points))), ceil(log10(max(y for _, y in points))))
    frame = Frame(low, high)
    body = "\n".join((*frame.grid(across), *frame.curves(lines)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        f' font-size="12">\n<rect width="100%" height="100%" fill="#fff"/>\n'
        f'<text x="{LEFT}" y="24" font-size="15">{escape(title)}</text>\n{body}\n</svg>\n'
    )


class Frame:
    """The area between two corners, given as powers of ten."""

    def __init__(self, low: tuple[int, int], high: tuple[int, int]) -> None:
        self._low, self._high = low, high

    def _x(self, value: float) -> float:
        share = (log10(value) - self._low[0]) / max(1, self._high[0] - self._low[0])
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def _y(self, value: float) -> float:
        share = (log10(value) - self._low[1]) / max(1, self._high[1] - self._low[1])
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def grid(self, across: str) -> Iterator[str]:
        """A line for each power of ten, and its number."""
        for power in range(self._low[0], self._high[0] + 1):
            x = self._x(10.0**power)
            yield f'<path d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#e5e5e5"/>'
            yield f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10**power:,}</text>'
        for power in range(self._low[1], self._high[1] + 1):
            y = self._y(10.0**power)
            yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#e5e5e5"/>'
            yield f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:,g}</text>'
        yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">{across}</text>'

    def curves(self, lines: Mapping[str, Points]) -> Iterator[str]:
        """Each with its name at the end."""
        for (name, line), colour in zip(lines.items(), COLOURS, strict=False):
            places = [(self._x(x), self._y(y)) for x, y in line]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
            yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
            x, y = places[-1]
            yield f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(name)}</text>'
