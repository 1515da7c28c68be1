//! Reports as HTML: one file, no script, nothing loaded from elsewhere.

use super::blocks::{Block, Fold, Item, Report, Tone, one_line};
use crate::time::Date;

/// System colours follow the reader's light or dark scheme; what a colour says stands in words too.
const STYLE: &str = "\
:root{color-scheme:light dark}\
*{box-sizing:border-box}\
body{margin:0 auto;padding:1rem;max-width:60rem;font:1rem/1.6 system-ui,'PingFang SC','Microsoft YaHei',\
'Noto Sans CJK SC',sans-serif;color:CanvasText;background:Canvas;overflow-wrap:anywhere}\
h1{font-size:1.4rem;line-height:1.3;margin:.2rem 0 .6rem}\
h2{font-size:1.15rem;margin:2rem 0 .6rem;padding-bottom:.2rem;border-bottom:1px solid GrayText}\
h3{font-size:1rem;margin:1rem 0 .3rem}\
p{margin:.3rem 0}\
.banner{margin:1rem 0;padding:.7rem 1rem;border:1px solid;border-left-width:.6rem;border-radius:.3rem}\
.banner strong{display:block;font-size:1.3rem}\
.good{border-color:#2e9e4f}.busy{border-color:#3f7fd6}.doubt{border-color:#c98a00}.bad{border-color:#d64545}\
.plain{border-color:GrayText}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.4rem 0}\
dt{opacity:.75}dd{margin:0}\
ul{margin:.3rem 0;padding-left:1.3rem}li{margin:.35rem 0}\
.tag{font-size:.85em;border:1px solid GrayText;border-radius:.2rem;padding:0 .35em;white-space:nowrap}\
.help{display:block;padding-left:1.2em;text-indent:-1.2em}.help::before{content:'→ '}\
details{margin:.5rem 0;padding:.2rem .7rem;border:1px solid GrayText;border-left-width:.35rem;border-radius:.3rem}\
details details{margin-left:0}\
details.good{border-left-color:#2e9e4f}details.busy{border-left-color:#3f7fd6}\
details.doubt{border-left-color:#c98a00}details.bad{border-left-color:#d64545}\
summary{cursor:pointer;padding:.25rem 0}\
summary progress{float:right;margin:.45rem 0 0 .6rem}\
.status{font-weight:600;white-space:nowrap}\
progress{width:7rem;height:.7rem;accent-color:#3f7fd6}\
.percent{float:right;font-size:.85em;opacity:.8;min-width:2.8em;text-align:right}\
.scroll{overflow-x:auto}table{border-collapse:collapse;margin:.4rem 0;font-size:.92em}\
.day{white-space:nowrap}th{white-space:nowrap}\
th,td{border:1px solid GrayText;padding:.15rem .5rem;text-align:left;vertical-align:top}\
footer{margin-top:2rem;font-size:.85em;opacity:.8}\
@media (max-width:32rem){summary progress{width:4rem}dl{grid-template-columns:1fr}dd{margin-left:1em}}\
@media print{body{max-width:none;padding:0}details{break-inside:auto}summary{break-after:avoid}\
details::details-content{content-visibility:visible;block-size:auto}}";

/// Nothing runs and nothing is loaded, even if something slipped through.
const POLICY: &str = "script-src 'none'; img-src 'none'; font-src 'none'; media-src 'none'; object-src 'none'; \
frame-src 'none'; connect-src 'none'; form-action 'none'; base-uri 'none'";

impl Report {
    /// The report as one HTML file: inline style, no script, folding by `<details>`.
    #[must_use]
    pub fn html(&self) -> String {
        let (title, language) = (escaped(&self.title), self.locale.tag());
        let mut out = format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        );
        blocks(&mut out, &self.blocks);
        out.push_str("</body>\n</html>\n");
        out
    }
}

/// Text in which nothing is markup, in content as in attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Busy => "busy",
        Tone::Doubt => "doubt",
        Tone::Bad => "bad",
        Tone::Plain => "plain",
    }
}

fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        self::block(out, block);
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => {
            let level = level.saturating_add(1);
            out.push_str(&format!("<h{level}>{}</h{level}>\n", escaped(text)));
        }
        Block::Line(text) => out.push_str(&format!("<p>{}</p>\n", escaped(text))),
        Block::Banner(tone, title, text) => out.push_str(&format!(
            "<div class=\"banner {}\"><strong>{}</strong>{}</div>\n",
            class(*tone),
            escaped(title),
            escaped(text)
        )),
        Block::Facts(facts) => {
            out.push_str("<dl>");
            for (name, value) in facts {
                out.push_str(&format!("<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value)));
            }
            out.push_str("</dl>\n");
        }
        Block::Items(items) => {
            out.push_str("<ul>\n");
            items.iter().for_each(|of| item(out, of));
            out.push_str("</ul>\n");
        }
        Block::Table(head, rows) => table(out, head, rows),
        Block::Fold(fold) => self::fold(out, fold),
    }
}

fn item(out: &mut String, item: &Item) {
    out.push_str("<li>");
    if !item.tag.is_empty() {
        out.push_str(&format!("<span class=\"tag\">{}</span> ", escaped(&item.tag)));
    }
    if !item.title.is_empty() {
        out.push_str(&format!("<b>{}</b> ", escaped(&item.title)));
    }
    out.push_str(&escaped(&item.text));
    if !item.help.is_empty() {
        out.push_str(&format!("<span class=\"help\">{}</span>", escaped(&item.help)));
    }
    out.push_str("</li>\n");
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    let row = |cells: &[String], tag: &str| -> String {
        let class = |cell: &str| if Date::parse(cell).is_some() { " class=\"day\"" } else { "" };
        cells.iter().map(|cell| format!("<{tag}{}>{}</{tag}>", class(cell), escaped(cell))).collect()
    };
    out.push_str("<div class=\"scroll\"><table>\n");
    if !head.is_empty() {
        out.push_str(&format!("<thead><tr>{}</tr></thead>\n", row(head, "th")));
    }
    out.push_str("<tbody>\n");
    for cells in rows {
        out.push_str(&format!("<tr>{}</tr>\n", row(cells, "td")));
    }
    out.push_str("</tbody></table></div>\n");
}

fn fold(out: &mut String, fold: &Fold) {
    let open = if fold.open { " open" } else { "" };
    out.push_str(&format!("<details class=\"{}\"{open}><summary>", class(fold.tone)));
    if let Some(percent) = fold.percent {
        out.push_str(&format!(
            "<span class=\"percent\">{percent}%</span><progress max=\"100\" value=\"{percent}\">{percent}%</progress>"
        ));
    }
    if !fold.tag.is_empty() {
        out.push_str(&format!("<span class=\"tag\">{}</span> ", escaped(&fold.tag)));
    }
    out.push_str(&format!(
        "{} <span class=\"status\">{}</span></summary>\n",
        escaped(&fold.title),
        escaped(&fold.status)
    ));
    blocks(out, &fold.blocks);
    out.push_str("</details>\n");
}
