//! What the names in the files mean, a part at a time: all of it at once is a file.
use kernel::page::{Button, HtmlPage};
use maud::{Markup, html};

use super::frame::{Cells, Frame, lines};
use crate::public::months::dictionary::word;
use crate::public::months::top;
use crate::rules::dictionary::{In, Row, rows};

/// Members of a sheet that have a part of their own; all others are in the part "sheet".
const PARTS: [&str; 6] = ["weeks", "survey", "figures", "fullest", "held", "rooms"];

/// `sheet`, `weeks`, `columns`, `counted`, `source`, `gap` …
fn part_of(row: &Row) -> &'static str {
    let head = row.name.split(['.', '[']).next().unwrap_or_default();
    match row.of {
        In::Sheet => PARTS.into_iter().find(|part| *part == head).unwrap_or("sheet"),
        In::Figures => "columns",
        of => word(of),
    }
}

/// The parts, in the order in which their first rows stand.
fn parts() -> Vec<&'static str> {
    let mut all: Vec<&'static str> = vec![];
    for row in rows() {
        let part = part_of(&row);
        if !all.contains(&part) {
            all.push(part);
        }
    }
    all
}

/// Nothing where there is no such part. None named is what a figure's columns mean, which most ask for.
pub fn dictionary(f: Frame<'_>, part: &str) -> Option<HtmlPage> {
    let v = f.v;
    let part = if part.is_empty() { "columns" } else { part };
    let found: Vec<Row> = rows().filter(|row| part_of(row) == part).collect();
    if found.is_empty() {
        return None;
    }
    let path = format!("{}/dictionary", top(f.station));
    let file =
        |label: &str, ending: &str| Button::new(label).small(false).icon("download").href(format!("{path}.{ending}"));
    let head = ["name", "kind", "means"].map(|key| match key {
        "name" => v.t("months-word-name"),
        "kind" => v.t("months-word-kind"),
        _ => v.t("months-word-means"),
    });
    let body: Vec<Vec<Markup>> = found.iter().map(|row| line(f, row)).collect();
    let body = html! {
        p { (v.t("months-dictionary-what")) }
        p class="chips" { (file("JSON", "json")) (file("CSV", "csv")) }
        nav aria-label=(v.t("months-dictionary-parts")) {
            p class="chips" {
                @for one in parts() {
                    a class="pill" href=(format!("{path}?part={one}")) aria-current=[(one == part).then_some("page")] { (one) }
                }
            }
        }
        (lines(part, Cells::Words, &head, &body))
    };
    Some(f.page(v.t("months-dictionary")).back(v.t("months-list"), top(f.station)).body(body))
}

fn line(f: Frame<'_>, row: &Row) -> Vec<Markup> {
    let unit = if row.unit.is_empty() { String::new() } else { format!(" · {}", row.unit) };
    vec![
        html! { code { (row.name) } },
        html! { span lang="en" { (row.kind) (unit) } },
        html! { (f.v.pick(row.zh, row.en)) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_in_a_part() {
        let all = parts();
        assert!(rows().all(|row| all.contains(&part_of(&row))));
        for part in PARTS {
            assert!(all.contains(&part), "{part} is a member of the sheet");
        }
    }
}
