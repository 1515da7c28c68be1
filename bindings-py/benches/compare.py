"""jiexiang beside its peers: first the same answers, then who takes how long. Prints rows of `tests/BENCHMARKS.md`."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

import one_record
import pyarrow
import records
from polars import DataFrame
from polars.testing import assert_frame_equal

CONTRACTS = int(os.environ.get("CONTRACTS", 600))
RECORDS = int(os.environ.get("RECORDS", 1000))
"""Of each contract."""
LINE_CONTRACTS = int(os.environ.get("LINE_CONTRACTS", 200))
ROUNDS = int(os.environ.get("ROUNDS", 3))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def row(what: str, ratio: float, target: str) -> None:
    print(f"| {what} | {ratio:.2f} | {target} |", flush=True)


def named(library: str) -> str:
    return f"{library} {version(library)}"


def write(folder: Path, contracts: int) -> tuple[Path, Path, Path]:
    arrow, lines, documents = folder / "records.arrow", folder / "records.jsonl", folder / "contracts.jsonl"
    with open(documents, "wb") as file:
        for at in range(contracts):
            file.write(json.dumps(records.plain(records.contract(at))).encode() + b"\n")
    return arrow, lines, documents


def each(works: list[str], given: Path, contracts: Path, folder: Path) -> tuple[dict[str, Any], dict[str, DataFrame]]:
    """Medians of each work, in turns; and the tables of the first round."""
    runs: dict[str, list[dict[str, Any]]] = {work: [] for work in works}
    tables: dict[str, DataFrame] = {}
    for turn in range(ROUNDS):
        for work in works:
            result = folder / "result.arrow"
            result.unlink(missing_ok=True)
            command = [sys.executable, str(Path(__file__).with_name("one.py")), work, str(given), str(contracts)]
            done = subprocess.run([*command, *([str(result)] if turn == 0 else [])], check=True, stdout=subprocess.PIPE)
            runs[work].append(json.loads(done.stdout))
            say(f"{work}: {done.stdout.decode().strip()}")
            if result.exists():
                tables[work] = sorted_table(result)
    medians = {
        work: {name: statistics.median(run[name] for run in found) for name in ("seconds", "peak", "beside")}
        | {"admitted": found[0]["admitted"]}
        for work, found in runs.items()
    }
    return medians, tables


def sorted_table(path: Path) -> DataFrame:
    with pyarrow.OSFile(str(path)) as file:
        return DataFrame(pyarrow.ipc.open_file(file).read_all()).sort("contract", "requirement")


def agree(tables: dict[str, DataFrame], contracts: int) -> None:
    own, *others = tables.items()
    assert len(own[1]) == 10 * contracts
    for name, table in others:
        say(f"{own[0]} and {name}")
        assert_frame_equal(own[1], table, check_dtypes=False)
    say(f"the same {len(own[1])} answers from {', '.join(tables)}")


def from_arrow(folder: Path) -> None:
    arrow, _, documents = write(folder, CONTRACTS)
    table = records.table(CONTRACTS, RECORDS)
    with pyarrow.OSFile(str(arrow), "wb") as file, pyarrow.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table, max_chunksize=1 << 20)
    size = f"{len(table):,} records of {CONTRACTS:,} contracts from Arrow".replace(",", " ")
    del table
    works = ["jiexiang table", "polars table", "polars streaming table", "duckdb table"]
    found, tables = each(works, arrow, documents, folder)
    agree(tables, CONTRACTS)
    arrow.unlink()
    mine = found["jiexiang table"]
    # The engine of Polars that is quicker, and for memory the one that needs less.
    polars = [found["polars table"], found["polars streaming table"]]
    peers = {"Polars": (named("polars"), polars, "≥ 3"), "DuckDB": (named("duckdb"), [found["duckdb table"]], "≥ 5")}
    for name, (full, peer, target) in peers.items():
        row(f"{size}: query in {full} ÷ ours, time", min(run["seconds"] for run in peer) / mine["seconds"], target)
        row(f"{size}: ours ÷ {name}, peak memory with the table", mine["peak"] / min(run["peak"] for run in peer), "≤ 0.5")
        row(f"{size}: ours ÷ {name}, memory beside the table", mine["beside"] / min(run["beside"] for run in peer), "–")
    say(f"{mine['seconds'] / (CONTRACTS * RECORDS) * 1e6:.2f} µs a record")


def from_lines(folder: Path) -> None:
    _, lines, documents = write(folder, LINE_CONTRACTS)
    with open(lines, "wb") as file:
        for line in records.lines(LINE_CONTRACTS, RECORDS):
            file.write(line + b"\n")
    works = ["jiexiang lines", "pydantic lines", "polars lines"]
    found, tables = each(works, lines, documents, folder)
    agree(tables, LINE_CONTRACTS)
    mine, pydantic = found["jiexiang lines"], found["pydantic lines"]
    assert mine["admitted"] == pydantic["admitted"], (mine, pydantic)
    say(f"jiexiang and pydantic both admit {mine['admitted']} records")
    size = f"{LINE_CONTRACTS * RECORDS:,} JSON Lines of {LINE_CONTRACTS:,} contracts".replace(",", " ")
    row(f"{size}: validation alone in {named('pydantic')} ÷ ours with all answers", pydantic["seconds"] / mine["seconds"], "≥ 3")
    row(f"{size}: read and query in {named('polars')} ÷ ours", found["polars lines"]["seconds"] / mine["seconds"], "≥ 3")


def main() -> None:
    say(f"Python {sys.version.split()[0]}, {', '.join(map(named, ('polars', 'duckdb', 'pydantic', 'jsonschema-rs')))}")
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        from_arrow(Path(name))
        from_lines(Path(name))
    for what, ratio, target in one_record.ratios(say):
        row(what, ratio, target)


if __name__ == "__main__":
    main()
