"""The address a site stands at, as machines read it; what no browser could open is none."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urlsplit, urlunsplit

# A name in a host: letters, digits and inner hyphens, 63 at the most (RFC 1123).
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)\Z")
# What no path can hold: blanks, control characters, quotation marks, angle brackets, and "%" without two digits.
_NO_PATH = re.compile(r"[\s\x00-\x1f\x7f-\x9f<>\"'\\\ud800-\udfff]|%(?![0-9A-Fa-f]{2})")
_LONGEST_HOST = 253


def normal_base_url(text: str) -> str:
    """An address that a site can stand at: ASCII, one slash between parts, one at the end; "" where none can.

    It is http or https, a host that can be, a path, and nothing behind it. Letters of the path are percent-encoded
    (RFC 3986), those of the host written in IDNA; what is encoded stays so.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
        host = _host(parts.hostname or "", is_number="[" in parts.netloc)
    except ValueError:  # UnicodeError is one: a host that IDNA can't write
        return ""
    if not host or parts.scheme not in ("http", "https") or set(text) & set("?#") or "@" in parts.netloc:
        return ""
    if _NO_PATH.search(text):
        return ""
    netloc = host if port is None else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, quote(_without_dots(parts.path), safe="/%:@!$&()*+,;=~"), "", ""))


def _host(name: str, *, is_number: bool) -> str:
    """A host as machines write it; "" or ValueError where it can be none."""
    if is_number:
        return f"[{ipaddress.IPv6Address(name)}]"
    labels = name.encode("idna").decode("ascii").removesuffix(".").split(".")
    if labels[-1].isdigit():
        return str(ipaddress.IPv4Address(name))
    host = ".".join(labels)
    return host if len(host) <= _LONGEST_HOST and all(map(_LABEL.match, labels)) else ""


def _without_dots(path: str) -> str:
    """A path without "." and ".." (RFC 3986 section 5.2.4) and doubled slashes; what is percent-encoded stays."""
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            kept = kept[:-1]
        elif part and part != ".":
            kept.append(part)
    return "/" + "".join(f"{part}/" for part in kept)
