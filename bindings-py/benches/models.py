"""The records of package 2 as pydantic models: shapes and codes, which is what admission looks at first."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Whole = Annotated[int, Field(ge=0)]
Id = Annotated[str, Field(min_length=1, max_length=128)]
Place = Literal[
    "nanchuan", "sw_centre", "dongcheng_street", "dongjinhua", "nancheng_street", "gongjiatang", "xinglong", "yongfu", "taiping",
    "shahe", "shixi", "muliang", "shuijiang",
]  # fmt: skip
Level = Literal["township", "district", "city", "national"]


class Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False)


class Worker(Model):
    staff: Id | None = None
    person: Id | None = None
    role: Literal["social_worker", "supervisor", "assistant", "volunteer", "expert"] | None = None


class Attachment(Model):
    kind: Literal[
        "photo", "sign_in_sheet", "record_form", "plan", "summary", "notice", "clipping", "invoice", "receipt", "certificate_copy",
        "diploma_copy", "distribution_list", "agreement", "other",
    ]  # fmt: skip
    sha256: Id
    name: str | None = None


class Entry(Model):
    contract: Id | None = None
    id: Id
    recorded_at: datetime.date
    attachments: list[Attachment] | None = None
    note: str | None = None


class Record(Entry):
    package: Literal["nanchuan-2024/package-2"]
    date: datetime.date
    end: datetime.date | None = None
    place: Place | None = None
    site: Id | None = None
    workers: list[Worker] | None = None


class Subject(Model):
    person: Id | None = None
    household: Id | None = None
    organisation: Id | None = None
    name: str | None = None


class Visit(Record):
    kind: Literal["visit"]
    mode: Literal["home", "site", "phone", "online"]
    category: Literal["outreach", "survey", "condolence", "incubation_follow_up", "other"]
    subjects: list[Subject] | None = None
    start: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")] | None = None
    minutes: Whole | None = None
    content: str | None = None


class Case(Record):
    kind: Literal["case"]
    client: Id
    closed: datetime.date | None = None
    consent: bool | None = None
    guardian_consent: bool | None = None
    goal: str | None = None


class CaseContact(Record):
    kind: Literal["case_contact"]
    case: Id
    mode: Literal["home", "face_to_face", "phone", "online"] | None = None
    minutes: Whole | None = None
    content: str | None = None


class Group(Record):
    kind: Literal["group"]
    title: str | None = None
    plan: str | None = None
    members: list[Id] | None = None
    planned_sessions: Whole | None = None


class GroupSession(Record):
    kind: Literal["group_session"]
    group: Id
    session: Whole | None = None
    minutes: Whole | None = None
    present: list[Id] | None = None


class Activity(Record):
    kind: Literal["activity"]
    category: Literal["community_activity", "social_work_publicity"]
    title: str | None = None
    headcount: Whole | None = None
    counted_by: Literal["sign_in", "counter", "estimate"] | None = None


class Document(Record):
    kind: Literal["document"]
    category: Literal["needs_list", "project_design", "survey_report", "case_study", "other"]
    title: str | None = None
    case: Id | None = None


class Attestation(Record):
    kind: Literal["attestation"]
    item: Literal["supply_demand_matching"]
    items: list[str] | None = None


class Publication(Record):
    kind: Literal["publication"]
    channel: Literal["media", "wechat_official", "douyin_official", "other"]
    outlet: Id | None = None
    title: str
    url: str | None = None


class Dated(Model):
    from_: Annotated[datetime.date | None, Field(alias="from")] = None
    to: datetime.date | None = None


class Residence(Dated):
    place: Place


class Category(Dated):
    category: Literal["left_behind", "in_difficulty", "other"]


class Person(Entry):
    kind: Literal["person"]
    name: str | None = None
    birth_date: datetime.date | None = None
    residences: list[Residence] | None = None
    categories: list[Category] | None = None


class Certificate(Dated):
    level: Literal["assistant_social_worker", "social_worker", "senior_social_worker"]


class Education(Dated):
    level: Literal["secondary", "junior_college", "bachelor", "master", "doctor"]
    major: str | None = None


class Posting(Dated):
    package: Id
    place: Place | None = None
    full_time: bool


class Staff(Entry):
    kind: Literal["staff"]
    certificates: list[Certificate] | None = None
    education: list[Education] | None = None
    postings: list[Posting] | None = None


class Outlet(Entry):
    kind: Literal["outlet"]
    name: str | None = None
    level: Level | None = None


AnyEntry = Annotated[
    Union[
        Visit, Case, CaseContact, Group, GroupSession, Activity, Document, Attestation, Publication, Person, Staff, Outlet,
    ],
    Field(discriminator="kind"),
]  # fmt: skip
ENTRY: TypeAdapter[AnyEntry] = TypeAdapter(AnyEntry)
VISIT: TypeAdapter[Visit] = TypeAdapter(Visit)
