"""Where a site can stand: brought to the form that machines read, or told to be no address."""

import pytest
from click.testing import CliRunner

from congkhai.commands.cli import commands
from congkhai.records.base_address import normal_base_url

LONG = "ă" * 100


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://example.vn/công-khai", "https://example.vn/c%C3%B4ng-khai/"),
        ("https://example.vn/c%C3%B4ng-khai/", "https://example.vn/c%C3%B4ng-khai/"),
        ("https://example.vn/a/./b/../../c/..", "https://example.vn/"),
        ("https://ví-dụ.vn//a//b/", "https://xn--v-d-rma6749a.vn/a/b/"),
        ("HTTPS://Example.VN:8443/A", "https://example.vn:8443/A/"),
        ("http://[::1]:8000/", "http://[::1]:8000/"),
        ("http://127.0.0.1", "http://127.0.0.1/"),
    ],
)
def test_an_address_is_brought_to_the_form_that_machines_read(written: str, read: str) -> None:
    assert normal_base_url(written) == read


NONE = [
    *("example.vn", "ftp://example.vn/", "https://", "https:///a", "https://.vn/", "https://a..vn/", "https://-a.vn/"),
    *(
        "https://x.vn:99999/",
        "https://x.vn:a/",
        "https://x.vn:-1/",
        "http://[::1/",
        "http://[v1.x]/",
        "https://1.2.3.999/",
    ),
    *(
        "https://x.vn/?a",
        "https://x.vn/#a",
        "https://u:p@x.vn/",
        "https://x.vn/a b/",
        "https://x.vn/%zz/",
        "https://%41/",
    ),
    *("https://x.vn/\x07/", "https://x.vn/\udcff/", "https://\udcff.vn/", "https://x.vn/<b>/", "https://x.vn/'/"),
    *(f"https://{LONG}.vn/", "https://" + "a" * 64 + ".vn/", "https://" + "a." * 130 + "vn/"),
]


@pytest.mark.parametrize("written", NONE)
def test_what_no_browser_could_open_is_no_address(written: str) -> None:
    assert normal_base_url(written) == ""


def test_a_call_with_a_host_that_cannot_be_is_wrong_and_told_so() -> None:
    result = CliRunner().invoke(commands, ["build", "--base-url", f"https://{LONG}.vn/"])
    assert result.exit_code == 2
    assert "không dùng được làm địa chỉ của cổng" in result.output
