"""Made-up records of package 2: many contracts, a thousand records each, the same at every run.

About one record in twelve counts for nothing: a mode or category that there is not, a negative number,
visits by phone, children of another place or too old, no worker, days outside the service.
Everything that the requirements look at is known, so that a query with plain yes and no can
come to the same answers; the library also answers `unknown`, which no peer here has to.
"""

from __future__ import annotations

import datetime
import json
import random
from collections.abc import Iterator
from typing import Any

import pyarrow

PACKAGE = "nanchuan-2024/package-2"
PLACE = "dongjinhua"
AS_OF = datetime.date(2025, 6, 30)
MAJORS = ["sociology", "psychology"]
TEMPLATES = 24
FIRST, LAST = datetime.date(2024, 3, 1), datetime.date(2025, 4, 20)

WORKERS = pyarrow.list_(pyarrow.struct([("staff", pyarrow.string()), ("role", pyarrow.string())]))
DATED = [("from", pyarrow.date32()), ("to", pyarrow.date32())]
SCHEMA = pyarrow.schema(
    [
        ("kind", pyarrow.string()), ("id", pyarrow.string()), ("package", pyarrow.string()), ("date", pyarrow.date32()),
        ("recorded_at", pyarrow.date32()), ("place", pyarrow.string()), ("workers", WORKERS),
        ("attachments", pyarrow.list_(pyarrow.struct([("kind", pyarrow.string()), ("sha256", pyarrow.string())]))),
        ("category", pyarrow.string()), ("mode", pyarrow.string()),
        ("subjects", pyarrow.list_(pyarrow.struct([("person", pyarrow.string())]))), ("minutes", pyarrow.int64()),
        ("content", pyarrow.string()), ("client", pyarrow.string()), ("guardian_consent", pyarrow.bool_()),
        ("case", pyarrow.string()), ("title", pyarrow.string()), ("plan", pyarrow.string()),
        ("members", pyarrow.list_(pyarrow.string())), ("group", pyarrow.string()),
        ("present", pyarrow.list_(pyarrow.string())), ("headcount", pyarrow.int64()), ("counted_by", pyarrow.string()),
        ("channel", pyarrow.string()), ("outlet", pyarrow.string()), ("url", pyarrow.string()), ("item", pyarrow.string()),
        ("items", pyarrow.list_(pyarrow.string())), ("name", pyarrow.string()), ("birth_date", pyarrow.date32()),
        ("residences", pyarrow.list_(pyarrow.struct([("place", pyarrow.string()), *DATED]))),
        ("categories", pyarrow.list_(pyarrow.struct([("category", pyarrow.string()), *DATED]))),
        ("certificates", pyarrow.list_(pyarrow.struct([("level", pyarrow.string()), ("from", pyarrow.date32())]))),
        ("education", pyarrow.list_(pyarrow.struct([("level", pyarrow.string()), ("major", pyarrow.string()), ("from", pyarrow.date32())]))),
        ("postings", pyarrow.list_(pyarrow.struct([("package", pyarrow.string()), ("place", pyarrow.string()), ("full_time", pyarrow.bool_()), *DATED]))),
        ("level", pyarrow.string()),
    ]
)  # fmt: skip


def contract(at: int) -> dict[str, Any]:
    """The contract of this number; services begin on 28 different days."""
    start = datetime.date(2024, 3, 1 + at % 28)
    return {
        "id": f"c-{at:05}", "package": PACKAGE, "version": "1", "service_start": start,
        "service_end": start.replace(year=2025) - datetime.timedelta(1), "midterm_date": datetime.date(2024, 9, 15),
        "place": PLACE, "related_majors": MAJORS,
    }  # fmt: skip


class Book:
    """The entries of one contract, written from a number."""

    def __init__(self, number: int, size: int) -> None:
        self.random = random.Random(number)
        self.entries: list[dict[str, Any]] = []
        share = size / 1000
        self.staff()
        self.people(int(150 * share))
        for level in ("township", "district", "city", "national", "district"):
            self.register("outlet", level=level, name="媒体")
        self.groups(int(9 * share))
        self.cases(int(14 * share))
        self.rest(int(30 * share))
        self.visits(size - len(self.entries))

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def day(self) -> datetime.date:
        return FIRST + datetime.timedelta(self.random.randrange((LAST - FIRST).days))

    def register(self, kind: str, **fields: Any) -> str:
        id = f"{kind}-{len(self.entries)}"
        self.entries.append({"kind": kind, "id": id, "recorded_at": datetime.date(2024, 3, 1), **fields})
        return id

    def record(self, kind: str, date: datetime.date | None = None, **fields: Any) -> str:
        id, date = f"{kind}-{len(self.entries)}", date or self.day()
        entry = {
            "kind": kind, "id": id, "package": PACKAGE, "date": date,
            "recorded_at": date + datetime.timedelta(self.random.randrange(5)), "place": None if self.chance(0.01) else PLACE,
            "workers": [] if self.chance(0.01) else [{"staff": self.random.choice(self.workers), "role": "social_worker"}],
            "attachments": [{"kind": "record_form", "sha256": f"{self.random.getrandbits(128):032x}"}], **fields,
        }  # fmt: skip
        self.entries.append(entry)
        return id

    def staff(self) -> None:
        posting = {"package": PACKAGE, "place": PLACE, "full_time": True}
        turn = FIRST + datetime.timedelta(self.random.randrange(100, 300))
        gap = self.random.choice([0, 1, 1, 9])
        certificate = [{"level": "assistant_social_worker", "from": datetime.date(2020, 1, 1)}]
        degree = [{"level": "bachelor", "major": "psychology", "from": datetime.date(2015, 7, 1)}]
        other = [{"level": "bachelor", "major": "other", "from": datetime.date(2015, 7, 1)}]
        self.workers = [
            self.register("staff", certificates=certificate, postings=[{**posting, "from": FIRST, "to": turn}]),
            self.register("staff", education=degree, postings=[{**posting, "from": turn + datetime.timedelta(gap), "to": LAST}]),
        ]
        if self.chance(0.5):
            unqualified = self.register("staff", education=other, postings=[{**posting, "full_time": False, "from": FIRST, "to": LAST}])
            self.workers.append(unqualified)

    def people(self, count: int) -> None:
        self.persons = []
        for _ in range(count):
            kind = self.random.choice(["left_behind", "left_behind", "in_difficulty", "other"])
            born = datetime.date(self.random.randrange(2006, 2020), self.random.randrange(1, 13), self.random.randrange(1, 28))
            moved = self.day() if self.chance(0.05) else None
            places = [{"place": "yongfu" if self.chance(0.05) else PLACE, "from": datetime.date(2020, 1, 1), "to": moved}]
            groups = [{"category": kind, "from": datetime.date(2023, 1, 1), "to": None}]
            self.persons.append(
                self.register("person", name="样例", birth_date=born, residences=places, categories=groups)
            )

    def visits(self, count: int) -> None:
        for _ in range(count):
            persons = self.random.sample(self.persons, 1 if self.chance(0.8) else 2)
            self.record(
                "visit", mode="doorstep" if self.chance(0.01) else self.random.choice(["home", "home", "home", "site", "phone"]),
                category=self.random.choice(["outreach", "survey"]), subjects=[{"person": person} for person in persons],
                minutes=-5 if self.chance(0.005) else self.random.randrange(10, 90), content="情况平稳，按计划下次再访。",
            )  # fmt: skip

    def cases(self, count: int) -> None:
        for client in self.random.sample(self.persons, count):
            opened = self.day()
            case = self.record("case", opened, client=client, guardian_consent=True)
            for _ in range(self.random.randrange(3, 10)):
                day = opened + datetime.timedelta(self.random.randrange(120))
                self.record("case_contact", day, case=case, mode="face_to_face", minutes=40, content="面谈。")
        cases = [entry["id"] for entry in self.entries if entry["kind"] == "case"]
        for category in ("needs_list", "project_design", "case_study", "case_study", "other"):
            if self.chance(0.9):
                self.record("document", category=category, title=category, case=self.random.choice(cases) if category == "case_study" else None)
        self.record("attestation", item="supply_demand_matching", items=["对接一"] if self.chance(0.9) else [])

    def groups(self, count: int) -> None:
        for _ in range(count):
            opened, members = self.day(), self.random.sample(self.persons, 8)
            plan = "计划" if self.chance(0.9) else None
            group = self.record("group", opened, title="成长小组", plan=plan, members=members)
            for session in range(self.random.randrange(4, 8)):
                day = opened + datetime.timedelta(7 * session)
                self.record("group_session", day, group=group, present=[] if self.chance(0.02) else members[:6], minutes=60)

    def rest(self, count: int) -> None:
        outlets = [entry["id"] for entry in self.entries if entry["kind"] == "outlet"]
        for number in range(count):
            category = self.random.choice(["community_activity", "community_activity", "social_work_publicity", "dance"])
            self.record(
                "activity", category=category, title="活动", headcount=self.random.randrange(20, 90),
                counted_by=self.random.choice(["sign_in", "counter", "estimate"]),
                attachments=[{"kind": kind, "sha256": f"{self.random.getrandbits(128):032x}"}
                    for kind in ["sign_in_sheet", "record_form", "photo", "invoice"] if self.chance(0.5)],
            )  # fmt: skip
            self.record(
                "publication", channel=self.random.choice(["media", "wechat_official"]), outlet=self.random.choice(outlets),
                title=f"Report {number % 9}", url="x",
            )  # fmt: skip


def templates(size: int) -> list[list[dict[str, Any]]]:
    return [Book(number, size).entries for number in range(TEMPLATES)]


def table(contracts: int, size: int) -> pyarrow.Table:
    """The records of so many contracts, of `size` records each, in one table."""
    books = [pyarrow.Table.from_pylist(book, SCHEMA) for book in templates(size)]
    parts = []
    for at in range(contracts):
        book = books[at % TEMPLATES]
        names = pyarrow.array([contract(at)["id"]] * len(book))
        parts.append(book.add_column(0, "contract", names))
    return pyarrow.concat_tables(parts).combine_chunks()


def lines(contracts: int, size: int) -> Iterator[bytes]:
    """The same records as JSON Lines; what is absent is left out."""
    books = [[_line(entry) for entry in book] for book in templates(size)]
    for at in range(contracts):
        head = b'{"contract": "' + contract(at)["id"].encode() + b'", '
        for line in books[at % TEMPLATES]:
            yield head + line[1:]


def plain(value: Any) -> Any:
    """Without what is absent, and with days as text."""
    if isinstance(value, dict):
        return {name: plain(below) for name, below in value.items() if below is not None}
    if isinstance(value, list):
        return [plain(below) for below in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _line(entry: dict[str, Any]) -> bytes:
    return json.dumps(plain(entry), ensure_ascii=False).encode()
