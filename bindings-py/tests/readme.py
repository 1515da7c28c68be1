"""Runs the README's lines, and compares what they print; needs nothing but the wheel.

`python readme.py` runs the blocks that need no extra, `python readme.py tables` those as well.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def main(extras: list[str]) -> None:
    text = README.read_text("utf-8")
    blocks = re.findall(r"^```(python[^\n]*|)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    names: dict[str, object] = {}
    printed = io.StringIO()
    ran = 0
    with contextlib.redirect_stdout(printed):
        for head, code in blocks:
            if head.startswith("python") and set(head.split()[1:]) <= set(extras):
                exec(compile(code, str(README), "exec"), names)
                ran += 1
    expected = next(code for head, code in blocks if not head and code.startswith("["))
    if not printed.getvalue().startswith(expected):
        sys.exit(f"README says\n{expected}\nbut its lines print\n{printed.getvalue()}")
    if "tables" in extras and "[(2, '日期', 'invalid_date')]" not in printed.getvalue():
        sys.exit(f"the data frame's finding is missing in\n{printed.getvalue()}")
    print(f"README's lines: {ran} blocks ran and print what it says")


if __name__ == "__main__":
    main(sys.argv[1:])
