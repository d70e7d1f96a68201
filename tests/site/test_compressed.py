"""Compressed twins: beside every text that gains by it, always saying what the file says, the same bytes each time."""

import zlib

import brotli
from hypothesis import given
from hypothesis import strategies as some

from congkhai.site.exports.compressed import compressed, encodings

PAGE = ("index.html", b"<p>Xin ch\xc3\xa0o</p>\n" * 40)


def twins(*files, previous=lambda name: None, jobs=1):
    return list(compressed(files, previous=previous, jobs=jobs))


def test_a_page_has_both_twins_right_after_it():
    assert [name for name, _ in twins(PAGE)] == ["index.html", "index.html.br", "index.html.gz"]


def test_a_picture_and_a_file_that_would_grow_have_none():
    files = [("img/mark.png", b"\x89PNG" * 50), ("a.txt", b"a"), (".nojekyll", b"")]
    assert twins(*files) == files


@given(some.binary(max_size=400), some.integers(1, 30), some.sampled_from(["assets/x.css", "thu-tuc/1/index.html"]))
def test_twins_unpack_to_their_file_and_are_smaller(data, times, name):
    made = dict(twins((name, data * times)))
    for way, unpack in ((".br", brotli.decompress), (".gz", lambda packed: zlib.decompress(packed, wbits=31))):
        packed = made.get(name + way)
        assert packed is None or (unpack(packed) == data * times and len(packed) < len(data) * times)


def test_the_order_and_the_bytes_do_not_depend_on_the_number_of_threads():
    files = [(f"{number}.json", f'{{"n": {number}}}'.encode() * 30) for number in range(60)]
    assert twins(*files, jobs=4) == twins(*files, jobs=1)


def test_gzip_bears_no_time():
    assert dict(twins(PAGE))["index.html.gz"][4:8] == b"\0\0\0\0"


def test_what_still_says_the_same_is_kept():
    made = {"index.html.br": brotli.compress(PAGE[1], quality=1)}
    assert dict(twins(PAGE, previous=made.get))["index.html.br"] == made["index.html.br"]


def test_what_is_broken_or_says_something_else_is_made_anew():
    for old in (b"", b"torn", brotli.compress(b"another page"), dict(twins(PAGE))["index.html.gz"][:-9]):
        again = dict(twins(PAGE, previous={"index.html.br": old, "index.html.gz": old}.get))
        assert again == dict(twins(PAGE))


def test_without_brotli_there_is_gzip_alone(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    assert [way.suffix for way in encodings()] == [".gz"]
