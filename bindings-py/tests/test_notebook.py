"""Cards, charts and the notebook, as a person sees them."""

from __future__ import annotations

import datetime
import html.parser
import subprocess
import sys
from pathlib import Path
from typing import Any

import altair
import nbformat
import pytest
import vl_convert
from conftest import ROOT, empty, sample
from nbclient import NotebookClient

import jiexiang
from jiexiang import charts

DAY = datetime.date(2025, 6, 30)
NOTEBOOK = ROOT / "bindings-py" / "notebooks" / "closing.ipynb"


class Balanced(html.parser.HTMLParser):
    """Fails on tags that are not closed, or that should not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        assert tag in "div p span b table thead tbody tr th td details summary br".split(), tag
        assert all(name in ("style", "open") for name, _ in attrs)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(card: str) -> str:
    parser = Balanced()
    parser.feed(card)
    parser.close()
    assert parser.open == []
    return parser.text


def test_cards() -> None:
    ledger = sample(2)
    assert "留守（困境）儿童健康成长陪伴服务项目" in seen(ledger.packages[0]._repr_html_())
    card = seen(ledger._repr_html_())
    assert "sample-2024-p2" in card and "探访 120" in card and "未录入 (2)" in card
    card = seen(ledger.evaluate("2024-12-31")._repr_html_())
    assert "4 / 7" in card and "87 / ≥ 100人" in card and "进行中" in card
    card = seen(ledger.closing(DAY)._repr_html_())
    assert "不可结项" in card and "0.896" in card and "条款" in card
    assert "blocked" in seen(ledger.closing(DAY).to_html("en"))
    assert "malformed" in seen(ledger.rejected()._repr_html_())
    assert "可结项" in seen(sample(3).closing(DAY)._repr_html_())
    seen(ledger.lifecycle(DAY)._repr_html_())
    # 99.96 % done is not shown as 100 %.
    assert "100 %" not in seen(charts_bar("2499/2500"))


def charts_bar(fraction: str) -> str:
    from jiexiang.html import _bar
    from jiexiang.tables.rows import number

    return _bar(number(fraction))


def test_cards_escape_what_people_write() -> None:
    evil = "<script>alert('1')</script>&\"'"
    ledger = empty(3)
    ledger.add({"kind": evil, "id": evil}, source=evil)
    ledger.add({"kind": "visit", "id": evil, "package": "nanchuan-2024/package-3", "date": "2024-05-01", "recorded_at": "2024-05-01", "mode": evil, "category": evil})
    ledger.add({"kind": "rectification_order", "id": evil, "package": "nanchuan-2024/package-3", "date": "2024-05-01", "recorded_at": "2024-05-01", "issue": evil})
    assert len(ledger) == 1
    for shown in (ledger, ledger.rejected(), ledger.closing(DAY), ledger.lifecycle(DAY), ledger.evaluate(DAY), ledger.records()):
        card = shown._repr_html_()
        assert "<script" not in card
        seen(card)


def picture(chart: Any) -> str:
    """The chart as SVG text, also drawn as a picture of some size."""
    png = vl_convert.vegalite_to_png(chart.to_json())
    assert png.startswith(b"\x89PNG") and len(png) > 5_000
    return str(vl_convert.vegalite_to_svg(chart.to_json()))


def test_charts() -> None:
    ledger = sample(2)
    assert isinstance(charts.progress(ledger.evaluate(DAY)), altair.LayerChart)
    drawn = picture(charts.progress(ledger.evaluate("2024-12-31")))
    assert "P2-I3 探访的留守（困境）儿童" in drawn and "87 %" in drawn and "评判日 2024-12-31" in drawn
    assert "Progress" in picture(charts.progress(ledger.evaluate(DAY), "en"))
    drawn = picture(charts.burn_up(ledger, "P2-I3", "2025-01-31"))
    assert "匀速进度" in drawn and "实际 (人)" in drawn
    chart = charts.burn_up(ledger, "P2-I3", datetime.date(2025, 3, 14)).to_dict()
    steps = [row["n"] for data in chart["datasets"].values() for row in data if row["what"] == "实际"] if "datasets" in chart else [row["n"] for row in chart["layer"][0]["data"]["values"]]
    assert steps == sorted(steps) and (steps[0], steps[-1]) == (0, 106)
    charts.burn_up(ledger, "P2-I1", "2024-06-30")
    with pytest.raises(jiexiang.Misuse, match="before the service"):
        charts.burn_up(ledger, "P2-I3", "2024-01-01")
    drawn = picture(charts.calendar(ledger))
    assert "2024-08" in drawn and "当日记录数" in drawn
    drawn = picture(charts.portfolio(map(sample, range(1, 7)), DAY))
    assert all(word in drawn for word in ("不可结项", "可结项", "待定", "已终止", "sample-2024-p6"))


@pytest.fixture(scope="module")
def notebook() -> Any:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert all(cell.cell_type != "code" or not cell.outputs for cell in notebook.cells), "commit it without outputs"
    client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOK.parent)}})
    client.execute()
    return notebook


@pytest.mark.filterwarnings("ignore")
def test_the_notebook_runs_to_the_closing_decision(notebook: Any) -> None:
    shown: list[str] = []
    pictures = 0
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            assert output.get("name") != "stderr", output.text
            data = output.get("data", {})
            pictures += "image/png" in data
            shown.append(data.get("text/html") or data.get("text/plain") or output.get("text", ""))
    assert pictures == 4
    page = "\n".join(shown)
    for expected in ("留守（困境）儿童", "未录入 (2)", "doorstep", "日期无效", "4 / 7", "p2-visit-116/subjects/0", "不可结项", "0.896", "terminated"):
        assert expected in page, expected


def test_the_notebooks_code_is_typed(tmp_path: Path) -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    script = tmp_path / "closing.py"
    script.write_text("\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code"), "utf-8")
    checked = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(script)], cwd=tmp_path, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
