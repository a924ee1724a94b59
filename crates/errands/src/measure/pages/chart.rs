//! Trips for nothing, week by week: a dot with its interval for each, and the same as a table.
use kernel::share::Sure;
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};

use crate::measure::rules::Week;

/// The picture's measures, in its own units.
const WIDE: f64 = 320.0;
const HIGH: f64 = 150.0;
const LEFT: f64 = 34.0;
const TOP: f64 = 10.0;
const FOOT: f64 = 24.0;

/// The picture and its table; nothing for fewer than two weeks that can be said.
pub fn weeks(v: &View, when: &When, weeks: &[Week]) -> Markup {
    let said = |w: &&Week| w.wasted.published().is_some();
    if weeks.iter().filter(said).count() < 2 {
        return html! {};
    }
    html! {
        div class="card pad" { (picture(v, when, weeks)) }
        div class="card kv sec" role="table" aria-label=(v.t("measure-weeks")) {
            @for w in weeks.iter().filter(|w| w.wasted.n > 0) {
                div role="row" {
                    span role="rowheader" { (days(when, w)) }
                    span role="cell" { (value(v, w)) }
                }
            }
        }
    }
}

/// 6月1日–7日
fn days(when: &When, w: &Week) -> String {
    format!("{}–{}", when.date_in_full(w.days.from), when.short_date(w.days.last()))
}

fn value(v: &View, w: &Week) -> String {
    let n = ("n", w.wasted.n.into());
    match w.wasted.published().map(Sure::per_100) {
        Some(sure) => {
            let round = |x: f64| format!("{x:.1}");
            let args = [
                ("value", round(sure.value).into()),
                ("low", round(sure.low).into()),
                ("high", round(sure.high).into()),
            ];
            let count = v.ta("measure-count", &[("count", w.wasted.count.into()), n]);
            v.ta("measure-value-per100", &args) + &count
        }
        None => v.ta("measure-wasted-trips-few", &[n]),
    }
}

fn picture(v: &View, when: &When, weeks: &[Week]) -> Markup {
    let sures: Vec<(&Week, Option<Sure>)> = weeks.iter().map(|w| (w, w.wasted.published())).collect();
    let highest = sures.iter().filter_map(|(_, s)| s.map(|s| s.high)).fold(0.0, f64::max);
    // Lines at tens, so that the scale is one that people know.
    let most = ((highest * 10.0).ceil() / 10.0).clamp(0.1, 1.0);
    let step = (WIDE - LEFT) / weeks.len().max(1) as f64;
    let x = |n: usize| LEFT + step * (n as f64 + 0.5);
    let y = |share: f64| TOP + (HIGH - TOP - FOOT) * (1.0 - share / most);
    let at = |x: f64| format!("{x:.1}");
    let text = "currentColor";
    html! {
        svg viewBox=(format!("0 0 {WIDE} {HIGH}")) width="100%" height="170" preserveAspectRatio="xMinYMid meet" role="img" aria-labelledby="chart" font-size="12" fill=(text) {
            title id="chart" { (v.t("measure-weeks")) }
            @for line in [0.0, most / 2.0, most] {
                line x1=(at(LEFT)) x2=(at(WIDE)) y1=(at(y(line))) y2=(at(y(line))) stroke=(text) stroke-opacity=".25" {}
                text x=(at(LEFT - 6.0)) y=(at(y(line) + 4.0)) text-anchor="end" { (format!("{:.0}", line * 100.0)) }
            }
            @for (n, (week, sure)) in sures.iter().enumerate() {
                text x=(at(x(n))) y=(at(HIGH - 6.0)) text-anchor="middle" { (when.short_date(week.days.from)) }
                @if let Some(s) = sure {
                    line x1=(at(x(n))) x2=(at(x(n))) y1=(at(y(s.low))) y2=(at(y(s.high))) stroke=(text) stroke-width="2" {}
                    circle cx=(at(x(n))) cy=(at(y(s.value))) r="4.5" {}
                }
            }
        }
    }
}
