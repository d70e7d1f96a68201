"""Files for hosts and robots: sitemaps within the limits of their protocol, addresses as machines read them."""

import re
import xml.etree.ElementTree as ET

from congkhai.site.exports.site_files import MOST_ADDRESSES, sitemaps

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _locations(data: bytes) -> list[str]:
    return [found.text or "" for found in ET.fromstring(data).iterfind(".//s:loc", NAMES)]


def test_a_sitemap_of_more_than_fifty_thousand_pages_is_split_and_indexed() -> None:
    files = [f"thu-tuc/{number:06}/index.html" for number in range(MOST_ADDRESSES + 2)]
    maps = dict(sitemaps("https://example.vn/", files))
    index = _locations(maps["sitemap.xml"])
    assert index == ["https://example.vn/sitemap-1.xml", "https://example.vn/sitemap-2.xml"]
    assert [len(_locations(maps[f"sitemap-{number}.xml"])) for number in (1, 2)] == [MOST_ADDRESSES, 2]


def test_a_sitemap_names_no_page_of_editors_or_of_lost_addresses() -> None:
    (made,) = sitemaps("https://example.vn/", ["index.html", "404.html", "quan-tri/index.html", "files/a.pdf"])
    assert _locations(made[1]) == ["https://example.vn/"]


def test_a_sitemap_names_each_page_in_its_other_languages() -> None:
    files = ["niem-yet/index.html", "thu-tuc/index.html", "en/thu-tuc/index.html"]
    (made,) = sitemaps("https://example.vn/", files, ("en",))
    links = re.findall(rb'hreflang="([a-z-]+)" href="https://example.vn/([^"]*)"', made[1])
    both = [(b"vi", b"thu-tuc/"), (b"en", b"en/thu-tuc/"), (b"x-default", b"thu-tuc/")]
    assert links == [*both, *both]
