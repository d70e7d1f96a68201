"""A site out of many sources: what all offices share is kept once, what is one office's own bears its territory."""

from __future__ import annotations

import datetime
from pathlib import Path

from congkhai.build.builder import Build, Settings, build_site
from congkhai.build.incremental.runs import build_preview
from congkhai.build.loader.gathering import qualified
from congkhai.foundation.labels import load_labels
from tests.sources import TODAY, lay, run, told

LABELS = load_labels("vi")
COMMUNES = ("xa-mot", "xa-hai")


def commune(territory: str, name: str, *, plan: str = "ke-hoach-2024") -> dict[str, str]:
    """The files of a commune's own repository; ids of its plan and decision do not tell whose they are."""
    return {
        "site.yaml": f"name: {name}\ncontact: {{email: a@example.vn}}\n",
        f"content/agencies/{territory}.yaml": (
            f"territory: {territory}\nname: {name}\nparent: an-binh\nagencies:\n"
            f"  - {{id: ubnd-{territory}, name: UBND {name}, aliases: [UBND xã], level: commune}}\n"
        ),
        "content/agencies/trung-uong.yaml": (
            "territory: trung-uong\nname: Trung ương\nagencies:\n  - {id: chinh-phu, name: Chính phủ, level: central}\n"
        ),
        "content/documents/cua-xa.yaml": (
            f"territory: {territory}\ndocuments:\n  - {{id: 1-qd-ubnd, number: 1/QĐ-UBND, type: quyet-dinh,"
            f" title: Về phân công của {name}, issuer: ubnd-{territory}, issued: 2024-01-02}}\n"
        ),
        f"content/plans/{plan}.yaml": (
            f"id: {plan}\ntype: plan\ntitle: Kế hoạch năm 2024 của {name}\nterritory: {territory}\n"
            f"issuer: ubnd-{territory}\nyear: 2024\nsource: {{text: Giả định}}\nlegal_basis: [1/QĐ-UBND]\nsections:\n"
            "  - title: Việc\n    items:\n      - number: '1'\n        title: Rà soát thủ tục\n        lead: UBND xã\n"
            "        time: Quý III/2024\n"
        ),
        f"content/progress/{plan}.yaml": (
            f"plan: {plan}\nentries:\n  - {{task: '#viec.1', on: 2024-05-01, status: in_progress}}\n"
        ),
        "content/pages/gioi-thieu.md": "---\nid: gioi-thieu\ntitle: Trang riêng của xã\n---\nChữ.\n",
    }


def province(folder: Path, **more: str) -> Path:
    """A site of a province with two communes."""
    names = {"xa-mot": "xã Một", "xa-hai": "xã Hai"}
    laid = {
        f"nguon/{territory}/{path}": text
        for territory in COMMUNES
        for path, text in commune(territory, names[territory]).items()
    }
    sources = "".join(f"  - {{path: nguon/{territory}, territory: {territory}}}\n" for territory in COMMUNES)
    site = f"name: Tỉnh An Bình\ncontact: {{email: a@example.vn}}\nsources:\n{sources}"
    return lay(folder, {"site.yaml": site, **laid, **more})


def page_of(build: Build, territory: str) -> str:
    """The page of the plan of a commune in the province's site."""
    return build.files[f"ke-hoach/{territory}-ke-hoach-2024/index.html"].decode()


def change(source: Path, old: str, new: str) -> None:
    """Put some words of the plan of xã Hai differently."""
    plan = source / "nguon" / "xa-hai" / "content" / "plans" / "ke-hoach-2024.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_plans_of_the_same_id_stand_apart_by_territory(tmp_path: Path) -> None:
    build = build_site(Settings(province(tmp_path / "source"), TODAY))
    assert [told(problem, LABELS) for problem in build.problems if problem.code == "duplicate-id"] == []
    for territory, name in (("xa-mot", "xã Một"), ("xa-hai", "xã Hai")):
        assert f"Kế hoạch năm 2024 của {name}" in page_of(build, territory)


def test_each_commune_keeps_its_own_document_of_the_same_number(tmp_path: Path) -> None:
    build = build_site(Settings(province(tmp_path / "source"), TODAY))
    for territory, name in (("xa-mot", "xã Một"), ("xa-hai", "xã Hai")):
        assert f"Về phân công của {name}" in build.files[f"van-ban/{territory}-1-qd-ubnd/index.html"].decode()
        assert f"van-ban/{territory}-1-qd-ubnd/" in page_of(build, territory)


def test_what_all_offices_share_is_kept_once_and_prose_stays_at_home(tmp_path: Path) -> None:
    build = build_site(Settings(province(tmp_path / "source"), TODAY))
    assert not [problem for problem in build.problems if problem.code in ("source-differs", "duplicate-id")]
    assert "Trang riêng của xã" not in build.files["gioi-thieu/index.html"].decode()


def test_problems_of_a_commune_name_its_file(tmp_path: Path) -> None:
    source = province(tmp_path / "source")
    change(source, "lead:", "led:")
    found = [problem for problem in build_site(Settings(source, TODAY)).problems if problem.code == "unknown-key"]
    assert [problem.place[:2] for problem in found] == [("nguon/xa-hai/content/plans/ke-hoach-2024.yaml", 14)]


def test_each_commune_still_builds_alone(tmp_path: Path) -> None:
    source = province(tmp_path / "source")
    own = source / "nguon" / "xa-mot"
    (own / "content" / "agencies" / "an-binh.yaml").write_text("territory: an-binh\nname: Tỉnh An Bình\n", "utf-8")
    build = build_site(Settings(own, TODAY))
    expected = ("site-without-contact", "basis-without-text", "plan-without-text")
    assert [told(problem, LABELS) for problem in build.problems if problem.code not in expected] == []
    assert "Kế hoạch năm 2024 của xã Một" in build.files["ke-hoach/ke-hoach-2024/index.html"].decode()


def test_a_change_in_a_commune_reaches_the_next_build(tmp_path: Path) -> None:
    source, output = province(tmp_path / "source"), tmp_path / "public"
    settings = Settings(source, datetime.date(2024, 6, 1))
    build_preview(output, settings, lambda *_: None)
    change(source, "Rà soát thủ tục", "Rà soát mọi thủ tục")
    build_preview(output, settings, lambda *_: None)
    assert "Rà soát mọi thủ tục" in (output / "ke-hoach" / "xa-hai-ke-hoach-2024" / "index.html").read_text("utf-8")


def test_a_source_that_is_a_link_to_elsewhere_is_not_read(tmp_path: Path) -> None:
    source = province(tmp_path / "source")
    elsewhere = tmp_path / "elsewhere"
    (source / "nguon" / "xa-hai").rename(elsewhere)
    (source / "nguon" / "xa-hai").symlink_to(elsewhere)
    assert "outside-link" in [problem.code for problem in build_site(Settings(source, TODAY)).problems]


def test_an_id_that_names_its_territory_stays_as_it_is() -> None:
    assert qualified("ke-hoach-2024", "xa-mot") == "xa-mot-ke-hoach-2024"
    assert qualified("kh-xa-mot-2024", "xa-mot") == "kh-xa-mot-2024"


def test_the_whole_site_is_the_same_whichever_way_it_is_built(tmp_path: Path) -> None:
    source = province(tmp_path / "source")
    one = build_site(Settings(source, TODAY)).files
    two = build_site(Settings(source, TODAY, jobs=2)).files
    assert dict(one) == dict(two)


def test_commands_that_look_names_up_know_the_communes(tmp_path: Path) -> None:
    source, schemas = province(tmp_path / "source"), tmp_path / "schemas"
    assert run("schema", "--ids", "--source", source, "--output", schemas).exit_code == 0
    assert '"ubnd-xa-hai"' in (schemas / "plan.schema.json").read_text(encoding="utf-8")
