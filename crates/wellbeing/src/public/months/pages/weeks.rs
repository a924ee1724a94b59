//! The four 常 week by week, as one small table, with a sentence that reads one cell aloud.
use kernel::page::section;
use maud::{Markup, html};

use super::frame::{Cells, Frame, figure, lines};
use crate::public::months::says;
use crate::rules::figure::{Figure, Indicator};
use crate::rules::sheet::MonthSheet;

/// The columns.
const OF_WEEKS: [Indicator; 5] =
    [Indicator::Open, Indicator::Used, Indicator::Held, Indicator::Visits, Indicator::VisitedHours];

/// Nothing where no week has a figure.
pub fn weeks(f: Frame<'_>, sheet: &MonthSheet) -> Markup {
    let v = f.v;
    let of = |week: &str, indicator| figure(sheet, indicator, week);
    let has = |indicator: &Indicator| sheet.weeks.iter().any(|w| of(&w.week, *indicator).is_some());
    let columns: Vec<Indicator> = OF_WEEKS.into_iter().filter(has).collect();
    let first = columns.iter().find_map(|i| sheet.weeks.iter().find_map(|w| of(&w.week, *i)));
    let Some(first) = first else { return html! {} };
    let mut head = vec![v.t("months-week")];
    head.extend(columns.iter().map(|i| says::short(v, *i)));
    let cell = |f: Option<&Figure>| html! { @match f { Some(f) => (says::range(v, f)), None => (v.t("months-dash")) } };
    let rows: Vec<Vec<Markup>> = sheet
        .weeks
        .iter()
        .map(|w| {
            let cells = columns.iter().map(|i| cell(of(&w.week, *i)));
            std::iter::once(html! { (says::week(v, &w.week)) }).chain(cells).collect()
        })
        .collect();
    section(
        "h-weeks",
        &v.t("months-weeks"),
        None,
        html! {
            div class="text" {
                p { (v.ta("months-weeks-read", &[("week", says::week(v, &first.part).into())])) " " (says::sentence(v, first)) }
                (lines(&v.t("months-weeks-how"), Cells::Whole, &head, &rows))
                p class="note" { (v.t("months-weeks-which")) }
            }
        },
    )
}
