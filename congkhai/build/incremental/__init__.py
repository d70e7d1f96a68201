"""Incremental builds with verifying traces, in the terms of "Build systems à la carte" (Mokhov et al., 2018).

A build task has a family and a key. While it runs, `foundation.dependencies` collects what it reads. The `store` has
for each task its dependencies and its result, and for each dependency a digest. `changes` compares the digests with
the source, `rebuilder` runs the tasks that depend on a changed one. `runs` has the entry points; `recorder` records
full builds.
"""
