//! Ranges as pictures, drawn here and sent as they are: a bar from nothing to all with the range on it, and dots with their intervals.
//! What a picture shows stands in words and numbers beside it.
use kernel::view::View;
use maud::{Markup, html};

use crate::public::months::says;
use crate::rules::figure::Figure;

/// The measures of a bar, in the picture's own units.
const WIDE: f64 = 320.0;
const THICK: f64 = 16.0;
/// How thin a range may be drawn so that it is still seen.
const THINNEST: f64 = 4.0;
const INK: &str = "var(--teal)";
const LINE: &str = "currentColor";

fn at(x: f64) -> String {
    format!("{x:.1}")
}

/// A range on its scale. All ends are shares of the scale: 0 at the left, 1 at the right.
pub struct Bar<'a> {
    /// Names the picture on the page.
    pub id: &'a str,
    pub title: String,
    /// What the picture says, for those who do not see it.
    pub told: String,
    /// The range in big digits.
    pub big: String,
    pub range: (f64, f64),
    /// A wider range behind it.
    pub wide: Option<(f64, f64)>,
    /// The number inside the range, where there is one.
    pub dot: Option<f64>,
    /// What stands under the left end, the middle and the right end.
    pub marks: [String; 3],
}

impl Bar<'_> {
    pub fn draw(&self) -> Markup {
        let named = format!("t-{0} d-{0}", self.id);
        let piece = |(low, high): (f64, f64)| {
            let (low, high) = (WIDE * low.clamp(0.0, 1.0), WIDE * high.clamp(0.0, 1.0));
            let wide = (high - low).max(THINNEST);
            (at(low.min(WIDE - wide)), at(wide))
        };
        let (x, w) = piece(self.range);
        let ends = [(0.0, "start"), (WIDE / 2.0, "middle"), (WIDE, "end")];
        html! {
            svg viewBox=(format!("0 0 {WIDE} 92")) width="100%" height="7rem" preserveAspectRatio="xMinYMid meet" role="img"
                aria-labelledby=(named) fill=(LINE) font-size="15" {
                title id={ "t-" (self.id) } { (self.title) }
                desc id={ "d-" (self.id) } { (self.told) }
                text x="0" y="36" font-size="36" font-weight="700" fill=(INK) { (self.big) }
                rect x="0" y="50" width=(WIDE) height=(THICK) rx="8" fill-opacity=".14" {}
                @if let Some((x, w)) = self.wide.map(piece) { rect x=(x) y="50" width=(w) height=(THICK) rx="8" fill-opacity=".3" {} }
                rect x=(x) y="50" width=(w) height=(THICK) rx="2" fill=(INK) {}
                @if let Some(dot) = self.dot {
                    circle cx=(at(WIDE * dot.clamp(0.0, 1.0))) cy="58" r="6" fill="var(--card)" stroke=(INK) stroke-width="4" {}
                }
                @for ((x, anchor), mark) in ends.iter().zip(&self.marks) {
                    text x=(at(*x)) y="86" text-anchor=(anchor) { (mark) }
                }
            }
        }
    }
}

/// Of a figure that is a share of a hundred.
pub fn share(v: &View, f: &Figure) -> Markup {
    let marks = ["0%", "50%", "100%"].map(String::from);
    bar(v, f, 1.0, marks).draw()
}

/// Of a figure that has no upper end: the scale goes on to the next number that is easily read.
pub fn open_ended(v: &View, f: &Figure) -> Markup {
    let most = readable(f.high);
    let marks = [0.0, most / 2.0, most].map(|x| if most < 2.0 { format!("{x:.1}") } else { format!("{x}") });
    bar(v, f, most, marks).draw()
}

fn bar<'a>(v: &View, f: &'a Figure, most: f64, marks: [String; 3]) -> Bar<'a> {
    Bar {
        id: f.indicator.word(),
        title: says::indicator(v, f.indicator),
        told: says::sentence(v, f),
        big: says::between(f.unit, f.low, f.high),
        range: (f.low / most, f.high / most),
        wide: None,
        dot: None,
        marks,
    }
}

/// 1, 2, 5, 10, 20, 50 …: the first that is not below `x`.
fn readable(x: f64) -> f64 {
    let mut unit = 1.0;
    while unit < 1e9 {
        for step in [1.0, 2.0, 5.0] {
            if x <= step * unit {
                return step * unit;
            }
        }
        unit *= 10.0;
    }
    unit
}

/// What one strip of [`dots`] is of, and its weeks; nothing where a week is not published.
pub type Strip<'s> = (String, Vec<Option<&'s Figure>>);

/// Strips of dots with their intervals, one under the other, each on a scale of its own: they are not compared. The same numbers
/// stand in a table beside it.
pub fn dots(id: &str, title: &str, weeks: &[String], strips: &[Strip<'_>]) -> Markup {
    const TALL: f64 = 84.0;
    const LEFT: f64 = 40.0;
    let step = (WIDE - LEFT) / weeks.len().max(1) as f64;
    let at = |x: f64| format!("{x:.0}");
    let x = |n: usize| at(LEFT + step * (n as f64 + 0.5));
    let tall = TALL * strips.len() as f64 + 20.0;
    let foot = at(tall - 4.0);
    html! {
        svg viewBox=(format!("0 0 {WIDE} {tall}")) width="100%" role="img" aria-labelledby={ "t-" (id) } fill=(LINE) font-size="15" {
            title id={ "t-" (id) } { (title) }
            @for (n, (name, all)) in strips.iter().enumerate() {
                @let top = TALL * n as f64;
                @let most = readable(all.iter().flatten().map(|f| f.high).fold(0.0, f64::max));
                @let y = |of: f64| at(top + 28.0 + 44.0 * (1.0 - of / most));
                text x="0" y=(at(top + 16.0)) font-weight="700" { (name) }
                g text-anchor="end" stroke-opacity=".25" {
                    @for line in [0.0, most] {
                        path d=(format!("M{LEFT} {}H{WIDE}", y(line))) stroke=(LINE) {}
                        text x=(LEFT - 6.0) y=(at(top + 33.0 + 44.0 * (1.0 - line / most))) { (line) }
                    }
                }
                @let (intervals, dots) = marks(all, &x, &y);
                g fill="none" stroke=(INK) stroke-width="3" stroke-linecap="round" {
                    path d=(intervals) {}
                    path d=(dots) stroke-width="9" {}
                }
            }
            g text-anchor="middle" { @for (n, week) in weeks.iter().enumerate() { text x=(x(n)) y=(foot) { (week) } } }
        }
    }
}

/// All intervals of a strip as one path, and all its dots as another: lines without length, which round ends make visible.
fn marks(all: &[Option<&Figure>], x: &dyn Fn(usize) -> String, y: &dyn Fn(f64) -> String) -> (String, String) {
    let shown = || all.iter().enumerate().filter_map(|(n, f)| f.map(|f| (n, f)));
    let interval = |(n, f): (usize, &Figure)| format!("M{} {}V{}", x(n), y(f.low), y(f.high));
    let dot = |(n, f): (usize, &Figure)| format!("M{} {}h0", x(n), y(f.value.unwrap_or(f.low)));
    (shown().map(interval).collect(), shown().map(dot).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_end_on_numbers_that_are_easily_read() {
        assert_eq!(
            [0.0, 0.4, 1.0, 1.1, 3.7, 7.0, 11.0, 73.9, 380.0].map(readable),
            [1.0, 1.0, 1.0, 2.0, 5.0, 10.0, 20.0, 100.0, 500.0]
        );
    }
}
