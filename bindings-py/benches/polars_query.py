"""The requirement table of package 2 in Polars, as a good analyst would write it for these records."""

from __future__ import annotations

import polars as pl
from records import AS_OF, MAJORS, PACKAGE, PLACE

MODES = ["home", "site", "phone", "online"]
TARGETS = {
    "P2-I2-documents": 2, "P2-I2-matching": 1, "P2-I3": 100, "P2-I4a": 6, "P2-I4b": 1, "P2-I5": 5, "P2-I6a": 6, "P2-I6b": 3,
    "P2-I7a": 1, "P2-I7b": 6,
}  # fmt: skip


def query(records: pl.LazyFrame, contracts: pl.LazyFrame) -> pl.LazyFrame:
    """`contract`, `requirement`, `value`, `outcome`."""
    services = contracts.select("contract", "service_start", "service_end")
    known = records.filter(pl.col("recorded_at") <= AS_OF)
    has_worker = pl.col("workers").list.len() > 0
    entered = known.filter(pl.col("package") == PACKAGE, pl.col("minutes").is_null() | (pl.col("minutes") >= 0))
    held = entered.join(services, on="contract").filter(pl.col("date").is_between("service_start", "service_end"))
    placed = held.filter(pl.col("place").is_not_null())

    def count(name: str, frame: pl.LazyFrame, what: pl.Expr | None = None) -> pl.LazyFrame:
        return frame.group_by("contract").agg((pl.len() if what is None else what).alias(name))

    # Staff: who is qualified, days without a full-time worker, everyone qualified.
    staff = known.filter(pl.col("kind") == "staff").with_columns(
        qualified=pl.col("certificates").list.eval(pl.element().struct.field("level").is_in(
            ["assistant_social_worker", "social_worker", "senior_social_worker"])).list.any().fill_null(False)
        | pl.col("education").list.eval(
            pl.element().struct.field("level").is_in(["junior_college", "bachelor", "master", "doctor"])
            & pl.element().struct.field("major").is_in(["social_work", *MAJORS])).list.any().fill_null(False)
    )  # fmt: skip
    postings = (
        staff.select("contract", "qualified", "postings").explode("postings").unnest("postings")
        .filter(pl.col("package") == PACKAGE).join(services, on="contract")
    )  # fmt: skip
    everyone = postings.group_by("contract").agg(pl.col("qualified").all().alias("P2-I1-all"))
    ends = pl.col("to").cum_max().shift(1).over("contract")
    covered = (
        postings.filter("qualified", "full_time", pl.col("place") == PLACE)
        .with_columns(
            pl.max_horizontal("from", "service_start").alias("from"),
            pl.min_horizontal(pl.col("to").fill_null(pl.col("service_end")), "service_end").alias("to"),
        )
        .filter(pl.col("from") <= pl.col("to"))
        .sort("contract", "from")
        .with_columns(before=ends.fill_null(pl.col("service_start").dt.offset_by("-1d")))
        .with_columns(gap=((pl.col("from") - pl.col("before")).dt.total_days() - 1).clip(lower_bound=0))
        .group_by("contract")
        .agg(pl.col("gap").sum(), pl.col("to").max(), pl.col("service_end").first())
        .select("contract", (pl.col("gap") + (pl.col("service_end") - pl.col("to")).dt.total_days()).alias("P2-I1-days"))
    )

    # Children visited: face to face, of the place and of an age on the day of the visit.
    seen = (
        placed.filter(pl.col("kind") == "visit", pl.col("mode").is_in(["home", "site"]),
            pl.col("category").is_in(["outreach", "survey", "condolence", "incubation_follow_up", "other"]), has_worker)
        .select("contract", "date", "subjects").explode("subjects").unnest("subjects")
        .unique()
    )  # fmt: skip
    persons = known.filter(pl.col("kind") == "person")
    within = pl.col("date").is_between(pl.col("from"), pl.col("to").fill_null(AS_OF))
    living = (
        persons.select("contract", pl.col("id").alias("person"), "residences").explode("residences").unnest("residences")
        .filter(pl.col("place") == PLACE).select("contract", "person", "from", "to")
    )  # fmt: skip
    limit = pl.when(pl.col("category") == "left_behind").then(pl.lit("16y")).otherwise(pl.lit("18y"))
    children = (
        persons.select("contract", pl.col("id").alias("person"), "birth_date", "categories").explode("categories").unnest("categories")
        .filter(pl.col("category").is_in(["left_behind", "in_difficulty"]))
        .select("contract", "person", "from", "to", pl.col("birth_date").dt.offset_by(limit).alias("grown"))
    )  # fmt: skip
    visited = (
        seen.join(living, on=["contract", "person"]).filter(within).drop("from", "to")
        .join(children, on=["contract", "person"]).filter(within, pl.col("date") < pl.col("grown"))
    )  # fmt: skip

    # Cases of clients of the place, and groups, with at least five days of work in the service, whenever they began.
    cases = (
        entered.filter(pl.col("kind") == "case", pl.col("client").is_not_null(), has_worker)
        .select("contract", "date", pl.col("id").alias("case"), pl.col("client").alias("person"))
        .join(living, on=["contract", "person"]).filter(within).select("contract", "case").unique()
    )  # fmt: skip
    contacts = (
        held.filter(pl.col("kind") == "case_contact", has_worker, pl.col("mode").is_not_null())
        .group_by("contract", "case").agg(pl.col("date").n_unique()).filter(pl.col("date") >= 5)
    )  # fmt: skip
    leaders = staff.filter("qualified").select("contract", pl.col("id").alias("staff"))
    led = (
        entered.filter(pl.col("kind") == "group", pl.col("plan").is_not_null())
        .select("contract", pl.col("id").alias("group"), "workers").explode("workers").unnest("workers")
        .join(leaders, on=["contract", "staff"], how="semi").select("contract", "group").unique()
    )  # fmt: skip
    sessions = (
        placed.filter(pl.col("kind") == "group_session", has_worker, pl.col("present").list.len() > 0)
        .group_by("contract", "group").agg(pl.col("date").n_unique()).filter(pl.col("date") >= 5)
    )  # fmt: skip

    events = placed.filter(pl.col("kind") == "activity", has_worker, pl.col("headcount") >= 0)
    community = events.filter(pl.col("category") == "community_activity")
    large = pl.col("headcount") >= 50
    kinds = pl.col("attachments").list.eval(pl.element().struct.field("kind"))
    signed = (pl.col("counted_by") == "sign_in") & kinds.list.contains("sign_in_sheet")
    shown = kinds.list.eval(pl.element().is_in(["sign_in_sheet", "record_form", "photo"])).list.any()
    counted = signed | ((pl.col("counted_by") == "counter") & shown)
    publicity = events.filter(pl.col("category") == "social_work_publicity", large)
    outlets = known.filter(pl.col("kind") == "outlet").select("contract", pl.col("id").alias("outlet"), "level")
    key = pl.col("title").str.to_lowercase().str.replace_all(r"[\s\p{P}]", "")
    reports = (
        held.filter(pl.col("kind") == "publication", pl.col("channel") == "media")
        .join(outlets.filter(pl.col("level").is_in(["district", "city", "national"])), on=["contract", "outlet"], suffix="_of")
        .select("contract", key.alias("title"), "level_of").unique()
    )  # fmt: skip
    documents = held.filter(pl.col("kind") == "document")
    named = documents.filter(pl.col("category").is_in(["needs_list", "project_design"]))
    studies = documents.filter(pl.col("category") == "case_study", pl.col("case").is_not_null())
    matching = held.filter(pl.col("kind") == "attestation", pl.col("item") == "supply_demand_matching", pl.col("items").list.len() > 0)
    wide = contracts.select("contract")
    for frame in (
        covered, everyone,
        count("P2-I2-documents", named, pl.col("category").n_unique()), count("P2-I2-matching", matching),
        count("P2-I3", visited, pl.col("person").n_unique()),
        count("P2-I4a", cases.join(contacts, on=["contract", "case"], how="semi")), count("P2-I4b", studies),
        count("P2-I5", led.join(sessions, on=["contract", "group"], how="semi")),
        community.group_by("contract").agg(
            pl.len().alias("P2-I6a"), (large & counted).sum().alias("P2-I6b")),
        count("P2-I7a", publicity), count("P2-I7b", reports),
    ):  # fmt: skip
        wide = wide.join(frame, on="contract", how="left")
    values = [pl.col(name).fill_null(0).cast(pl.Float64) for name in TARGETS]
    days = (pl.col("service_end") - pl.col("service_start")).dt.total_days() + 1
    wide = wide.join(services, on="contract").with_columns(*values, pl.col("P2-I1-days").fill_null(days).cast(pl.Float64))
    met = {name: pl.col(name) >= target for name, target in TARGETS.items()}
    met["P2-I1"] = (pl.col("P2-I1-days") <= 0) & pl.col("P2-I1-all")
    met["P2-I2"] = met.pop("P2-I2-documents") & met.pop("P2-I2-matching")
    no_value = pl.lit(None, pl.Float64)
    rows = [
        wide.select(
            "contract", pl.lit(name).alias("requirement"),
            (pl.col(name) if name in TARGETS else no_value).alias("value"),
            pl.when(holds).then(pl.lit("met")).otherwise(pl.lit("not_met")).alias("outcome"),
        )
        for name, holds in met.items()
    ]  # fmt: skip
    return pl.concat(rows)
