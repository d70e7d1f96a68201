"""A cluster builds what one process builds, byte by byte."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from congkhai.build.builder import Settings, build_site
from congkhai.build.cluster import NoClusterError, cluster_at
from tests.sources import ROOT, SOUND, TODAY, run


def test_two_workers_build_the_same_site_as_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed", reason="the optional extra dask is not installed")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    settings = Settings(SOUND, TODAY)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as workers:
        address = workers.scheduler_address.replace("tcp://", "dask://")
        with cluster_at(address) as cluster:
            spread = build_site(settings, executor=cluster)
    assert spread.files == build_site(settings).files
    assert spread.pages > 40  # more than one batch


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
