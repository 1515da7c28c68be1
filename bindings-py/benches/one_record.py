"""One visit, checked: ours with all rules of the package, peers by the exported schema and by a model."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jsonschema_rs
from models import VISIT
from pydantic import ValidationError

import jiexiang

SCHEMAS = Path(__file__).parents[2] / "specs" / "schema"
SOUND: dict[str, Any] = {
    "kind": "visit", "id": "v-1", "package": "nanchuan-2024/package-2", "date": "2024-05-06", "recorded_at": "2024-05-07",
    "mode": "home", "category": "outreach", "place": "dongjinhua", "subjects": [{"person": "p-1"}, {"person": "p-2"}],
    "workers": [{"staff": "s-1", "role": "social_worker"}], "start": "09:30", "minutes": 40, "content": "情况平稳。",
    "attachments": [{"kind": "photo", "sha256": "5f"}],
}  # fmt: skip
WITHOUT = object()
CHANGES: list[dict[str, Any]] = [
    {}, {"minutes": 0}, {"start": WITHOUT}, {"subjects": []}, {"content": WITHOUT}, {"note": "x"}, {"workers": [{"staff": "s-2"}]},
    {"date": WITHOUT}, {"date": "2024-5-6"}, {"minutes": -5}, {"minutes": "forty"}, {"start": "25:00"}, {"nobody": 1}, {"mode": 7},
    {"subjects": [{"person": "p-1", "boss": 1}]}, {"subjects": "p-1"}, {"attachments": [{"kind": "photo"}]}, {"id": ""},
]  # fmt: skip
"""Of what a schema sees: shapes. The codes, and what fields demand of one another, only ours checks here."""


def drafts() -> Iterator[dict[str, Any]]:
    for change in CHANGES:
        draft = {**SOUND, **change}
        yield {name: value for name, value in draft.items() if value is not WITHOUT}


def checks() -> dict[str, Callable[[dict[str, Any]], bool]]:
    package = jiexiang.Package.builtin("nanchuan-2024/package-2")
    schema = jsonschema_rs.validator_for(json.loads((SCHEMAS / "visit.schema.json").read_text("utf-8")))

    def ours(draft: dict[str, Any]) -> bool:
        return not any(finding["severity"] == "error" for finding in package.check_draft(draft)["findings"])

    def by_schema(draft: dict[str, Any]) -> bool:
        # All errors, as ours; `is_valid` would say only yes or no.
        return not list(schema.iter_errors(draft))

    def by_model(draft: dict[str, Any]) -> bool:
        try:
            VISIT.validate_python(draft)
        except ValidationError as error:
            return not error.errors(include_url=False)
        return True

    return {"jiexiang": ours, "jsonschema-rs": by_schema, "pydantic": by_model}


def ratios(say: Callable[[str], None]) -> Iterator[tuple[str, float, str]]:
    known = list(drafts())
    by = checks()
    verdicts = {name: [check(draft) for draft in known] for name, check in by.items()}
    for name, found in verdicts.items():
        assert found == verdicts["jiexiang"], (name, [d for d, a, b in zip(CHANGES, found, verdicts["jiexiang"]) if a != b])
    say(f"the same verdicts on {len(known)} visits, {sum(verdicts['jiexiang'])} of them sound")
    times: dict[str, list[float]] = {name: [] for name in by}
    for _ in range(15):
        for name, check in by.items():
            began = time.perf_counter()
            for _ in range(20):
                for draft in known:
                    check(draft)
            times[name].append((time.perf_counter() - began) / 20 / len(known))
    medians = {name: statistics.median(found) for name, found in times.items()}
    say(", ".join(f"{name} {seconds * 1e6:.1f} µs" for name, seconds in medians.items()))
    for name, how in (("jsonschema-rs", "by the exported schema"), ("pydantic", "by a model")):
        what = f"check of one visit in Python: {name} {version(name)} {how} ÷ ours with all rules"
        yield what, medians[name] / medians["jiexiang"], "> 1"
