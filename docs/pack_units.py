"""Packs lists of administrative units into congkhai/knowledge/units/units.tsv.xz.

    python docs/pack_units.py FOLDER

FOLDER holds post2025-provinces.csv, post2025-wards.csv (code, full_name, province_code) and mapping-2025-wards.csv
(old_ward, old_district, old_province, new_ward_code, new_ward, new_province_code, kind, default).
"""

from __future__ import annotations

import csv
import lzma
import sys
from pathlib import Path

from congkhai.foundation.text import fold, nfc

PACKED = Path(__file__).resolve().parents[1] / "congkhai" / "knowledge" / "units" / "units.tsv.xz"
HEAD = "# Đơn vị hành chính từ 01/7/2025; sáp nhập theo Nghị quyết 202/2025/QH15 và các nghị quyết của UBTVQH về cấp xã"


def main(folder: Path) -> None:
    """Write the packed table: provinces, communes, and what became of the communes before."""
    provinces, communes, old = (
        list(csv.DictReader(folder.joinpath(name).read_text(encoding="utf-8-sig").splitlines()))
        for name in ("post2025-provinces.csv", "post2025-wards.csv", "mapping-2025-wards.csv")
    )
    codes = {commune["code"] for commune in communes}
    by_name = {(fold(commune["full_name"]), commune["province_code"]): commune["code"] for commune in communes}
    lines = [HEAD, *(f"P\t{row['code']}\t{row['full_name']}" for row in provinces)]
    lines += (f"C\t{row['code']}\t{row['full_name']}\t{row['province_code']}" for row in communes)
    for row in old:
        # One commune stands under another code in the mapping than in the list: its name decides.
        code = row["new_ward_code"]
        code = code if code in codes else by_name[fold(row["new_ward"]), row["new_province_code"]]
        part = "" if row["kind"] == "whole" else "d"
        lines.append("\t".join(("O", row["old_ward"], row["old_district"], row["old_province"], code, part)))
    text = nfc("\n".join(lines) + "\n")
    PACKED.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(lines) - 1} rows, {PACKED.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
