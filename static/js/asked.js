// Before anything is drawn: whether the address asks for something, so that answers find their place and nothing moves.
if (new URLSearchParams(location.search).get("q")?.trim()) document.documentElement.setAttribute("data-asked", "");
