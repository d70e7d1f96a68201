"""A site that outgrows a host is told so."""

from __future__ import annotations

from congkhai.checks.hosts import HOSTS, MEGABYTE, Extent, Host, check_hosts, hosts_for


def test_one_file_more_than_a_host_takes_is_a_problem() -> None:
    host = (Host("Nhà", 2, 0),)
    assert list(check_hosts({"a": 0, "b": 0}, host)) == []
    assert [found.code for found in check_hosts({"a": 0, "b": 0, "c": 0}, host)] == ["too-many-files"]


def test_a_file_larger_than_a_host_takes_is_named() -> None:
    found = list(check_hosts({"nho.json": 1, "lon.json": 3 * MEGABYTE}, (Host("Nhà", 9, 2 * MEGABYTE),)))
    assert [(problem.code, problem.place.path) for problem in found] == [("too-large-file", "lon.json")]
    assert dict(found[0].values)["limit"] == "2"


def test_the_limits_of_cloudflare_are_those_it_states() -> None:
    assert HOSTS[0] == Host("Cloudflare Pages", 20_000, 26_214_400)


def test_a_build_tells_which_hosts_take_the_site() -> None:
    assert hosts_for(Extent(100, MEGABYTE, 1000)) == ("Cloudflare Pages", "GitLab Pages", "GitHub Pages")
    assert hosts_for(Extent(20_001, MEGABYTE, 1000)) == ("GitLab Pages", "GitHub Pages")
    assert hosts_for(Extent(100, 2000 * MEGABYTE, 30 * MEGABYTE)) == ("GitLab Pages",)
