"""Charts for notebooks, with Altair: `pip install jiexiang[charts]`.

Each gives an Altair chart, to be shown, changed or saved. Numbers are for the eye; verdicts
are the core's.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .batch import ask_many
from .encode import day
from .errors import Misuse
from .findings import Locale
from .html import COLOURS
from .tables.rows import number
from .words import word

if TYPE_CHECKING:
    from .answers import Evaluation
    from .ledger import Day, Ledger

__all__ = ["burn_up", "calendar", "portfolio", "progress"]

OUTCOMES = ("met", "open", "unknown", "not_met", "text_only")
FONTS = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"


def progress(evaluation: Evaluation, locale: Locale = "zh-CN") -> Any:
    """A bar for each requirement of the indicators: its share done, coloured by its outcome.

    >>> import jiexiang.charts
    >>> jiexiang.charts.progress(ledger.evaluate("2025-06-30")).to_dict()["layer"][0]["mark"]["type"]
    'bar'
    """
    alt = _altair()
    rows = [
        {
            "name": f"{item['id']} {item['labels'][locale] if 'labels' in item else ''}",
            "share": number(item["fraction"]),
            "outcome": word("text_only" if item.get("text_only") else item["outcome"], locale),
            "clause": item["clause"],
        }
        for indicator in evaluation["indicators"]
        for item in indicator["requirements"]
    ]
    for row in rows:
        # Rounded down: 99.96 % must not look like 100 %.
        row["text"] = f"{int((row['share'] or 0) * 1000) / 10:g} %"
    base = alt.Chart(alt.Data(values=rows))
    x = alt.X("share:Q", title=word("progress", locale), axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]), scale=alt.Scale(domain=[0, 1.1]))
    y = alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=320))
    tooltip = ["name:N", "outcome:N", "clause:N", "text:N"]
    bars = base.mark_bar().encode(x=x, y=y, color=_by_outcome(alt, locale), tooltip=tooltip)
    texts = base.mark_text(align="left", dx=5).encode(x=x, y=y, text="text:N")
    return _styled(
        alt.layer(bars, texts), f"{evaluation['contract']} · {word('as_of', locale)} {evaluation['as_of']}"
    )


def burn_up(ledger: Ledger, requirement: str, as_of: Day, locale: Locale = "zh-CN") -> Any:
    """What a requirement had on each day (of a week each) against an even pace to its target.

    A requirement of several periods, members or parts is counted by those that are met.

    >>> import jiexiang.charts
    >>> chart = jiexiang.charts.burn_up(ledger, "P3-I3", "2024-06-30")
    >>> len(chart.to_dict()["layer"])
    3
    """
    alt = _altair()
    last = datetime.date.fromisoformat(day(as_of, "as_of"))
    start, end = ledger.contract.service_start, ledger.contract.service_end
    if last < start:
        raise Misuse("option_invalid", "as_of", "`as_of` is before the service")
    days = [start + datetime.timedelta(days=n) for n in range(0, (last - start).days, 7)] + [last]
    answers = ledger.replay("evaluate", days, requirement=requirement)
    done = [{"day": at.isoformat(), "n": _reached(answer)[0]} for at, answer in zip(days, answers)]
    now = answers[-1]
    target = _reached(now)[1]
    pace = [{"day": start.isoformat(), "n": 0}, {"day": end.isoformat(), "n": target}]
    unit = now["target"].get("unit", "") if "target" in now else ""
    x = alt.X("day:T", title=word("day", locale), axis=alt.Axis(format="%Y-%m"))
    y = alt.Y("n:Q", title=f"{word('done', locale)} ({unit})" if unit else word("done", locale))
    names = [word(name, locale) for name in ("done", "pace", "target")]
    colour = alt.Scale(domain=names, range=["#0969da", "#9a6700", "#1a7f37"])

    def layer(rows: list[dict[str, Any]], name: str, mark: dict[str, Any]) -> Any:
        named = [{**row, "what": word(name, locale)} for row in rows]
        base = alt.Chart(alt.Data(values=named))
        return base.mark_line(**mark).encode(x=x, y=y, color=alt.Color("what:N", scale=colour, title=None))

    goal = [{**row, "n": target} for row in pace]
    label = now["labels"][locale] if "labels" in now else ""
    return _styled(
        alt.layer(
            layer(done, "done", {"interpolate": "step-after", "strokeWidth": 2.5}),
            layer(pace, "pace", {"strokeDash": [6, 4]}),
            layer(goal, "target", {"strokeDash": [2, 3]}),
        ),
        f"{requirement} {label}",
    )


def calendar(ledger: Ledger, locale: Locale = "zh-CN") -> Any:
    """How many records are dated on each day: months down, days across.

    Days without any are pale; a month without work shows as an empty line.

    >>> import jiexiang.charts
    >>> jiexiang.charts.calendar(ledger).to_dict()["mark"]["type"]
    'rect'
    """
    alt = _altair()
    entries: list[dict[str, Any]] = ledger.ask("records")
    counts = Counter(entry["date"] for entry in entries if _is_record(entry["kind"]))
    start, end = ledger.contract.service_start, ledger.contract.service_end
    service = (start + datetime.timedelta(days=n) for n in range((end - start).days + 1))
    days = sorted({*counts, *(at.isoformat() for at in service)})
    rows = [{"month": at[:7], "day": int(at[8:]), "n": counts[at], "date": at} for at in days]
    chart = alt.Chart(alt.Data(values=rows)).mark_rect(stroke="white")
    return _styled(
        chart.encode(
            x=alt.X("day:O", title=word("day_of_month", locale), axis=alt.Axis(labelAngle=0)),
            y=alt.Y("month:O", title=word("month", locale)),
            color=alt.Color("n:Q", title=word("entries_per_day", locale), scale=alt.Scale(range=["#eef2f6", "#0a3069"])),
            tooltip=["date:N", "n:Q"],
        ),
        ledger.contract.id,
    )


def portfolio(ledgers: Iterable[Ledger], as_of: Day, locale: Locale = "zh-CN") -> Any:
    """The indicators of many contracts by outcome, with each contract's closing decision.

    >>> import jiexiang.charts
    >>> len(jiexiang.charts.portfolio([ledger], "2025-06-30").to_dict()["layer"])
    2
    """
    alt = _altair()
    ledgers = list(ledgers)
    evaluations = ask_many(ledgers, "evaluate", as_of=as_of)
    closings = ask_many(ledgers, "closing", as_of=as_of)
    rows, decisions = [], []
    for evaluation, closing in zip(evaluations, closings):
        counting = [indicator for indicator in evaluation["indicators"] if not indicator.get("text_only")]
        by_outcome = Counter(indicator["outcome"] for indicator in counting)
        rows += [
            {"contract": evaluation["contract"], "outcome": word(outcome, locale), "n": n, "order": OUTCOMES.index(outcome)}
            for outcome, n in by_outcome.items()
        ]
        decision = word(closing["decision"], locale)
        decisions.append({"contract": evaluation["contract"], "n": len(counting), "decision": decision})
    y = alt.Y("contract:N", title=None, axis=alt.Axis(labelLimit=320))
    most = max((row["n"] for row in decisions), default=1)
    bars = alt.Chart(alt.Data(values=rows)).mark_bar()
    bars = bars.encode(
        y=y,
        # Room for the decisions behind the bars.
        x=alt.X("n:Q", title=word("indicators", locale), axis=alt.Axis(tickMinStep=1), scale=alt.Scale(domainMax=most * 1.3)),
        color=_by_outcome(alt, locale),
        order="order:Q",
        tooltip=["contract:N", "outcome:N", "n:Q"],
    )
    labels = alt.Chart(alt.Data(values=decisions)).mark_text(align="left", dx=6)
    labels = labels.encode(y=y, x="n:Q", text="decision:N")
    return _styled(alt.layer(bars, labels), f"{word('closing', locale)} · {word('as_of', locale)} {day(as_of, 'as_of')}")


def _altair() -> Any:
    try:
        import altair
    except ImportError:
        raise Misuse("extra_missing", "charts", "install Altair: pip install jiexiang[charts]") from None
    return altair


def _by_outcome(alt: Any, locale: Locale) -> Any:
    names = [word(outcome, locale) for outcome in OUTCOMES]
    scale = alt.Scale(domain=names, range=[COLOURS[outcome] for outcome in OUTCOMES])
    return alt.Color("outcome:N", title=word("outcome", locale), scale=scale)


def _styled(chart: Any, title: str) -> Any:
    return chart.properties(title=title, width=560).configure(font=FONTS)


def _reached(answer: Any) -> tuple[float, float]:
    """What a requirement has and needs: of its measure, or of its cells or parts."""
    target = answer.get("target", {}).get("value")
    if target is not None and answer.get("lo") is not None:
        return number(answer["lo"]) or 0, number(target) or 0
    within = [cell["outcome"] for cell in answer.get("cells", ()) if "waived" not in cell]
    within = within or [part["outcome"] for part in answer.get("parts", ())]
    return within.count("met"), len(within)


def _is_record(kind: str) -> bool:
    from .tables.columns import family_of

    return family_of(kind) == "record"
