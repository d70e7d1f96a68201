"""QR codes are those that segno draws, mask and all, whatever the letters of an address."""

from __future__ import annotations

import io
import random

import pytest
import segno

from congkhai.site.qr_codes import qr_svg

DRAW = random.Random(7)
HOSTS = [
    "http://a.vn/",
    "https://example.vn/",
    "https://dichvucong.tinh.example.vn/thu-tuc/",
    f"https://{'x' * 110}.vn/",
]


def drawn_by_segno(address: str) -> str:
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=4, omitsize=True, xmldecl=False, svgns=True, svgclass="qr", lineclass=None, nl=False
    )
    return out.getvalue().decode()


def address(host: str) -> str:
    return f"{host}{DRAW.randint(1, 3)}.{DRAW.randrange(10**6):06}/?ma={DRAW.getrandbits(28):07x}"


@pytest.mark.parametrize("host", HOSTS)
def test_codes_of_one_site_are_as_segno_draws_them(host: str) -> None:
    for one in (address(host) for _ in range(6)):
        assert qr_svg(one) == drawn_by_segno(one)


@pytest.mark.parametrize("text", ["https://ví-dụ.vn/1", "HTTPS://A.VN/1", "12345", "http", "a0b"])
def test_texts_of_other_kinds_are_drawn_as_well(text: str) -> None:
    assert qr_svg(text) == drawn_by_segno(text)


def test_a_code_differs_with_its_address() -> None:
    assert qr_svg("https://example.vn/?ma=1") != qr_svg("https://example.vn/?ma=2")
