"""One piece of work in a process of its own, so that its greatest memory is its own too.

`python one.py WHAT RECORDS CONTRACTS [RESULT]` prints seconds and kilobytes as JSON, and writes the
requirement table to RESULT when it is given.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import pyarrow
from pyarrow import compute
from records import AS_OF, SCHEMA

COLUMNS = ["contract", "requirement", "value", "outcome"]


def memory(name: str) -> int:
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name))


def read(path: str) -> pyarrow.Table:
    # Into memory of this process, not mapped.
    with pyarrow.OSFile(path) as file:
        return pyarrow.ipc.open_file(file).read_all()


def ours(evaluated: Any) -> pyarrow.Table:
    rows = pyarrow.table(evaluated.rows)
    rows = rows.filter(compute.starts_with(rows["requirement"], "P2-"))
    return rows.select(["contract", "requirement", "lo", "outcome"]).rename_columns(COLUMNS)


def jiexiang_table(records: str, contracts: str) -> Callable[[], Any]:
    import jiexiang

    table, documents = read(records), loaded(contracts)
    return lambda: ours(jiexiang.evaluate_table(table, documents, AS_OF))


def jiexiang_lines(records: str, contracts: str) -> Callable[[], Any]:
    import jiexiang

    documents = loaded(contracts)
    evaluated: list[int] = []

    def run() -> pyarrow.Table:
        answer = jiexiang.evaluate_lines(records, documents, AS_OF)
        evaluated.append(answer.admitted)
        return ours(answer)

    run.admitted = evaluated  # type: ignore[attr-defined]
    return run


def loaded(contracts: str) -> list[Any]:
    import jiexiang

    with open(contracts, "rb") as file:
        return [jiexiang.Contract.load(line) for line in file]


def services(contracts: str) -> Any:
    import polars

    frame = polars.read_ndjson(contracts).select(polars.col("id").alias("contract"), "service_start", "service_end")
    return frame.with_columns(polars.col("service_start", "service_end").str.to_date())


def polars_table(engine: Any) -> Callable[[str, str], Callable[[], Any]]:
    def prepare(records: str, contracts: str) -> Callable[[], Any]:
        import polars
        from polars_query import query

        table, known = polars.from_arrow(read(records)), services(contracts)
        assert isinstance(table, polars.DataFrame)
        return lambda: query(table.lazy(), known.lazy()).collect(engine=engine).to_arrow()

    return prepare


def polars_lines(records: str, contracts: str) -> Callable[[], Any]:
    import polars
    from polars_query import query

    known = services(contracts)
    empty = polars.from_arrow(SCHEMA.append(pyarrow.field("contract", pyarrow.string())).empty_table())
    assert isinstance(empty, polars.DataFrame)
    # Read once: scanned lazily, each branch of the query would parse the file again.
    return lambda: query(polars.read_ndjson(records, schema=empty.schema).lazy(), known.lazy()).collect().to_arrow()


def duckdb_table(records: str, contracts: str) -> Callable[[], Any]:
    import duckdb
    from duckdb_query import QUERY

    connection = duckdb.connect()
    connection.register("records", read(records))
    connection.register("contracts", services(contracts).to_arrow())
    return lambda: connection.sql(QUERY).to_arrow_table()


def pydantic_lines(records: str, contracts: str) -> Callable[[], Any]:
    from models import ENTRY
    from pydantic import ValidationError

    admitted: list[int] = []

    def run() -> None:
        sound = 0
        validate = ENTRY.validate_json
        with open(records, "rb") as file:
            for line in file:
                try:
                    validate(line)
                    sound += 1
                except ValidationError:
                    pass
        admitted.append(sound)

    run.admitted = admitted  # type: ignore[attr-defined]
    return run


WORK: dict[str, Callable[[str, str], Callable[[], Any]]] = {
    "jiexiang table": jiexiang_table, "polars table": polars_table("auto"), "polars streaming table": polars_table("streaming"),
    "duckdb table": duckdb_table, "jiexiang lines": jiexiang_lines, "pydantic lines": pydantic_lines,
    "polars lines": polars_lines,
}  # fmt: skip


def main(what: str, records: str, contracts: str, result: str | None = None) -> None:
    run = WORK[what](records, contracts)
    gc.collect()
    before = memory("VmRSS")
    # What loading took at its height is not the work's.
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    began, busy = time.perf_counter(), time.process_time()
    answer = run()
    seconds, busy = time.perf_counter() - began, time.process_time() - busy
    peak = memory("VmHWM")
    admitted = getattr(run, "admitted", [None])[-1]
    if result and answer is not None:
        with pyarrow.OSFile(result, "wb") as file, pyarrow.ipc.new_file(file, answer.schema) as writer:
            writer.write_table(answer)
    print(json.dumps({"seconds": seconds, "of_cores": busy, "peak": peak, "beside": peak - before, "admitted": admitted}))


if __name__ == "__main__":
    main(*sys.argv[1:])
