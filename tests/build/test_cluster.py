"""A cluster builds what one process builds, byte by byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.build.cluster import NoClusterError, cluster_at
from congkhai.build.output import Staging
from congkhai.build.output.writer import Writer
from congkhai.build.preparation import Preparation
from tests.sources import ROOT, SOUND, TODAY, run


def test_two_workers_build_the_same_site_as_one_process_and_write_what_they_make(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    distributed = pytest.importorskip("distributed", reason="the optional extra dask is not installed")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    settings = Settings(SOUND, TODAY)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as workers:
        address = workers.scheduler_address.replace("tcp://", "dask://")
        with cluster_at(address) as cluster, Staging(tmp_path / "site") as staging:
            spread = build_site(settings, staging, executor=cluster)
            files = dict(staging)
        with cluster_at(address) as cluster:  # without a folder that they see, they return what they make
            returned = build_site(settings, executor=cluster).files
    assert files == returned == build_site(settings).files
    assert spread.pages > 40  # more than one batch


def test_who_prepares_a_build_elsewhere_writes_only_where_it_sees_the_folder(tmp_path: Path) -> None:
    seen, unseen = Writer(tmp_path, None, is_in_place=False), Writer(tmp_path / "x", None, is_in_place=False)
    assert [Preparation(Settings(SOUND, TODAY), "a", write)().write for write in (seen, unseen)] == [seen, None]


@pytest.mark.parametrize("address", ["", "dask://", "http://a:1", "dask://a", "dask://a:b", "dask://a:1/x"])
def test_what_is_no_address_of_a_cluster_is_told(address: str) -> None:
    with pytest.raises(NoClusterError, match="bad-address"), cluster_at(address):
        pass


def test_a_cluster_that_does_not_answer_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed", reason="the optional extra dask is not installed")
    monkeypatch.setattr("congkhai.build.cluster._PATIENCE", "1s")
    result = run("build", "--source", SOUND, "--output", tmp_path / "site", "--executor", "dask://127.0.0.1:9")
    assert result.exit_code == 2
    assert "127.0.0.1:9" in result.output
    assert not (tmp_path / "site").exists()
