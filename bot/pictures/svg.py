"""Just enough SVG: what is drawn rather than set. Coordinates in pixels from the top left."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

WIDTH, HEIGHT = 1080, 1350
"""Of every picture, in pixels."""

Stop = tuple[float, str, float]
"""Where (0–1), colour, opacity."""


class Drawing:
    """Shapes in the order they are laid down."""

    def __init__(self, width: float, height: float) -> None:
        self._size = width, height
        self._defined: dict[str, str] = {}
        self._laid: list[str] = []
        self._open = 0

    def path(self, way: str, fill: str, opacity: float = 1) -> None:
        """A filled shape; ``way`` is SVG path data."""
        if way:
            self._laid.append(f'<path d="{way}" fill="{fill}" fill-opacity="{opacity:.3g}"/>')

    def stroke(self, way: str, colour: str, width: float, opacity: float = 1) -> None:
        """A line with round ends."""
        if way:
            self._laid.append(
                f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="{width:.3g}" '
                f'stroke-opacity="{opacity:.3g}" stroke-linecap="round" stroke-linejoin="round"/>'
            )

    def circle(self, x: float, y: float, radius: float, fill: str, opacity: float = 1) -> None:
        """A disc."""
        self._laid.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.2f}" fill="{fill}" fill-opacity="{opacity:.3g}"/>'
        )

    def wash(self, fill: str) -> None:
        """All of it."""
        width, height = self._size
        self.path(f"M0 0H{width}V{height}H0Z", fill)

    def lower(self, by: float) -> None:
        """Whatever is laid from now on lies ``by`` pixels lower."""
        self._laid.append(f'<g transform="translate(0 {by})">')
        self._open += 1

    def falling(self, name: str, top: float, bottom: float, stops: Iterable[Stop]) -> str:
        """A fill that changes from ``top`` down to ``bottom``."""
        ends = f'gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{top:.1f}" y2="{bottom:.1f}"'
        return self._define(name, f'<linearGradient id="{name}" {ends}>{_stops(stops)}</linearGradient>')

    def shining(self, name: str, stops: Iterable[Stop]) -> str:
        """A fill that changes from the middle of what it fills outwards."""
        return self._define(name, f'<radialGradient id="{name}">{_stops(stops)}</radialGradient>')

    def _define(self, name: str, element: str) -> str:
        self._defined[name] = element
        return f"url(#{name})"

    def __bytes__(self) -> bytes:
        width, height = self._size
        opening = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        closing = "</g>" * self._open + "</svg>"
        return "".join((opening, "<defs>", *self._defined.values(), "</defs>", *self._laid, closing)).encode()


def _stops(stops: Iterable[Stop]) -> str:
    return "".join(
        f'<stop offset="{where:.3g}" stop-color="{colour}" stop-opacity="{opacity:.3g}"/>'
        for where, colour, opacity in stops
    )


def smooth(points: list[tuple[float, float]]) -> str:
    """A curve through the middles of ``points``, from the first to the last."""
    (x, y), *rest = points
    way = [f"M{x:.1f} {y:.1f}"]
    for (x1, y1), (x2, y2) in pairwise(rest):
        way.append(f"Q{x1:.1f} {y1:.1f} {(x1 + x2) / 2:.1f} {(y1 + y2) / 2:.1f}")
    last_x, last_y = points[-1]
    way.append(f"L{last_x:.1f} {last_y:.1f}")
    return "".join(way)
