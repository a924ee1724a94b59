//! The day as a line: what is promised as a bar, what was said as marks on it. The table below says the same.
use jiff::Timestamp;
use maud::{Markup, html};

use super::Frame;
use crate::door::answers::{Noted, Today};
use crate::door::sign;
use crate::rules::door::Sign;

/// The picture's measures, in its own units.
const WIDE: i64 = 320;
const HIGH: i64 = 64;
const EDGE: i64 = 16;
/// Where the bar lies, and how thick it is.
const BAR: (i64, i64) = (22, 12);
const HOUR: i64 = 3_600;

/// The line; nothing on a day on which nothing is promised and nothing was said.
pub fn day(f: Frame<'_>, today: &Today) -> Markup {
    let seconds = |at: Timestamp| at.as_second();
    let ends = today.promise.spans.iter().flat_map(|(from, until)| [seconds(*from), seconds(*until)]);
    let all: Vec<i64> = ends.chain(today.signs.iter().map(|one| seconds(one.at))).collect();
    let (Some(first), Some(last)) = (all.iter().min(), all.iter().max()) else { return html! {} };
    // From full hour to full hour, so that the marks below are times that people know.
    let from = first.div_euclid(HOUR) * HOUR;
    let hours = (last - from).div_euclid(HOUR) + 1;
    picture(f, today, Axis { from, hours })
}

/// From where, in seconds since 1970, and how many hours.
#[derive(Clone, Copy)]
struct Axis {
    from: i64,
    hours: i64,
}

impl Axis {
    fn x(self, second: i64) -> i64 {
        EDGE + (WIDE - 2 * EDGE) * (second - self.from) / (self.hours * HOUR)
    }

    /// Full hours that have room below the line.
    fn ticks(self) -> impl Iterator<Item = i64> {
        let every = if self.hours > 12 { 4 } else { 2 };
        (0..=self.hours).filter(move |n| n % every == 0).map(move |n| self.from + n * HOUR)
    }
}

fn picture(f: Frame<'_>, today: &Today, axis: Axis) -> Markup {
    let (v, when, text) = (f.v, f.when(), "currentColor");
    let clock = |second: i64| Timestamp::from_second(second).map(|at| when.time(at)).unwrap_or_default();
    html! {
        div class="card pad" {
            svg viewBox=(format!("0 0 {WIDE} {HIGH}")) width="100%" height="80" preserveAspectRatio="xMinYMid meet" role="img" aria-labelledby="door-line door-line-how" font-size="11" fill=(text) {
                title id="door-line" { (v.t("door-say-line")) }
                desc id="door-line-how" { (v.t("door-say-line-how")) }
                line x1=(EDGE) x2=(WIDE - EDGE) y1=(BAR.0 + BAR.1) y2=(BAR.0 + BAR.1) stroke=(text) stroke-opacity=".4" {}
                @for (from, until) in &today.promise.spans {
                    @let (a, b) = (axis.x(from.as_second()), axis.x(until.as_second()));
                    rect x=(a) width=((b - a).max(1)) y=(BAR.0) height=(BAR.1) fill-opacity=".2" {}
                }
                @for second in axis.ticks() {
                    text x=(axis.x(second)) y=(HIGH - 12) text-anchor="middle" { (clock(second)) }
                }
                @for one in &today.signs { (mark(f, one, axis.x(one.at.as_second()))) }
            }
        }
    }
}

/// A solid disc for open, a ring for closed, a small disc for what was seen.
fn mark(f: Frame<'_>, one: &Noted, x: i64) -> Markup {
    let said = format!("{} {}", f.when().time(one.at), sign(f.v, one.sign));
    let y = BAR.0 + BAR.1 / 2;
    html! {
        @match one.sign {
            Sign::Closed => circle cx=(x) cy=(y) r="6" fill="none" stroke="currentColor" stroke-width="2.5" { title { (said) } },
            Sign::SeenOpen => circle cx=(x) cy=(y) r="3" { title { (said) } },
            _ => circle cx=(x) cy=(y) r="6.5" { title { (said) } },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_begins_and_ends_at_its_edges_and_names_a_few_hours() {
        let day = Axis { from: 6 * HOUR, hours: 17 };
        assert_eq!((day.x(6 * HOUR), day.x(23 * HOUR)), (EDGE, WIDE - EDGE));
        assert!(day.x(12 * HOUR) > day.x(8 * HOUR));
        assert_eq!(day.ticks().map(|second| second / HOUR).collect::<Vec<_>>(), [6, 10, 14, 18, 22]);
        assert_eq!(Axis { from: 0, hours: 1 }.ticks().count(), 1);
    }
}
