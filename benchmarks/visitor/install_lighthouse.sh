#!/usr/bin/env bash
# Installs the pinned Lighthouse into benchmarks/.peers/lighthouse. It asks for node 22; 13.5.0 was also run on node 20.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
target="$here/../.peers/lighthouse"
mkdir -p "$target"
cp "$here/package.json" "$here/package-lock.json" "$target/"
(cd "$target" && npm ci --silent --no-audit --no-fund)
echo "Lighthouse stands in $(realpath "$target")."
