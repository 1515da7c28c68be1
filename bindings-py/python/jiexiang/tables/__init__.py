"""Data frames in and out: pandas, Polars, PyArrow.

**Columns of entries.** A column is called as the field of the kind (`date`), as its path
(`subjects.person` for a field of the items of a list, `attributes.village_group` for an
attribute that the package declares), or by the labels in the core (`日期`, `Date`,
`探访对象.人员`). `Ledger.records().of(kind).to_frame()` writes the same columns.

**Lists in cells.** A list of plain values (`parts`) and a field of the items of a list
(`subjects.person`) are written as one text with `;` (or `；`) between the values, as a list
(an Arrow list, a Python list), or as JSON text (`["a;b"]`). The columns of one list belong
together by position: `workers.staff` = `s-1;s-2` and `workers.role` = `lead;` are two workers, of
which only the first has a role. A whole list may stand in one column (`subjects`) as JSON text
or as a list of structs.

**Cells.** Empty cells (None, NaN, NaT, NA, empty text) are absent fields. Whole numbers in a
field of text are written as text (`12.0` is `12`). Text in a field of numbers, or of yes and no
(`true`, `是`, `yes` …), is read as what it says. Days may be dates, or moments at midnight
without a zone. Whatever does not fit is passed on as it is: the core finds fault with it, with
row and column.
"""
