from __future__ import annotations

from bot.pictures import HEIGHT, WIDTH, Booklet, Heading, Look, Painter, Postcard

HEADING = Heading("A quiet spring", "March to May 2026")


def size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_a_picture_is_a_png_of_its_size() -> None:
    png = Painter().paint(Postcard(HEADING, "Rain on the roof."), Look.LIGHT)
    assert png.startswith(b"\x89PNG")
    assert size(png) == (WIDTH, HEIGHT)


def test_a_booklet_is_a_pdf() -> None:
    assert Painter().booklet(Booklet(HEADING, ())).startswith(b"%PDF-")
