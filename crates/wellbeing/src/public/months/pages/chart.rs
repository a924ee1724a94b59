//! Ranges as pictures, drawn here and sent as they are: a bar from nothing to all with the range on it, and dots with their intervals.
//! Sideways they are measured in hundredths of the page, up and down in letters: so all letters in them are as large as those around,
//! however large these are. What a picture shows stands in words and numbers beside it.
use kernel::view::View;
use maud::{Markup, html};

use crate::public::months::says;
use crate::rules::figure::Figure;

const INK: &str = "var(--teal)";
const LINE: &str = "currentColor";
/// How thin a range may be drawn so that it is still seen, in hundredths of the scale.
const THINNEST: f64 = 1.0;

/// A share of the scale in whole hundredths.
fn hundredths(share: f64) -> f64 {
    (100.0 * share.clamp(0.0, 1.0)).round()
}

/// A range on its scale. All ends are shares of the scale: 0 at the left, 1 at the right.
pub struct Bar {
    /// What the picture is of.
    pub title: String,
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

impl Bar {
    pub fn draw(&self) -> Markup {
        let piece = |(low, high): (f64, f64)| {
            let wide = (hundredths(high) - hundredths(low)).max(THINNEST);
            (hundredths(low).min(100.0 - wide), wide)
        };
        let (x, wide) = piece(self.range);
        let [left, middle, right] = &self.marks;
        html! {
            p class="reach" { (self.big) }
            svg role="img" width="100%" height="2.6em" fill=(LINE) {
                title { (self.title) }
                rect width="100%" height="1em" rx="8" opacity=".15" {}
                @if let Some((x, wide)) = self.wide.map(piece) { rect x={ (x) "%" } width={ (wide) "%" } height="1em" opacity=".3" {} }
                rect x={ (x) "%" } width={ (wide) "%" } height="1em" fill=(INK) {}
                @if let Some(dot) = self.dot {
                    circle cx={ (hundredths(dot)) "%" } cy=".5em" r=".4em" fill="var(--card)" stroke=(INK) stroke-width="4" {}
                }
                text y="2.3em" { (left) }
                text x="50%" y="2.3em" text-anchor="middle" { (middle) }
                text x="100%" y="2.3em" text-anchor="end" { (right) }
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

fn bar(v: &View, f: &Figure, most: f64, marks: [String; 3]) -> Bar {
    Bar {
        title: says::indicator(v, f.indicator),
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

/// How many letters high a strip is.
const TALL: usize = 5;
/// Into how many steps a letter's height is cut for what is drawn.
const STEPS: usize = 10;
/// Where the upper and the lower line of a strip lie, in these steps: below its name, and above the next one.
const UPPER: f64 = 17.0;
const LOWER: f64 = 42.0;

/// Strips of dots with their intervals, one under the other, each on a scale of its own, which is named beside it: they are not
/// compared. `from` and `to` say when the weeks begin and end: a date under each dot would run into the next one in large
/// letters. The same numbers stand in a table beside it.
pub fn dots(title: &str, (from, to): (&str, &str), strips: &[Strip<'_>]) -> Markup {
    let weeks = strips.first().map_or(1, |(_, all)| all.len());
    let foot = TALL * strips.len() + 1;
    let drawn: Vec<Drawn> = strips.iter().enumerate().map(|(n, (_, all))| draw(TALL * STEPS * n, all)).collect();
    let all = |of: fn(&Drawn) -> &str| drawn.iter().map(of).collect::<String>();
    // The picture is pulled to the width of the page; its strokes are not.
    let path = |d: &str, wide: u8, ink: Option<&str>| {
        html! { path d=(d) stroke-width=(wide) stroke=[ink] vector-effect="non-scaling-stroke" {} }
    };
    html! {
        svg role="img" width="100%" height={ (foot) ".4em" } fill=(LINE) {
            title { (title) }
            @for (n, ((name, _), drawn)) in strips.iter().zip(&drawn).enumerate() {
                @let y = format!("{}em", TALL * n + 1);
                text y=(y) font-weight="700" { (name) }
                text x="100%" y=(y) text-anchor="end" { "0–" (drawn.most) }
            }
            svg height={ (TALL * strips.len()) "em" } viewBox=(format!("0 0 {} {}", 2 * weeks, TALL * STEPS * strips.len()))
                preserveAspectRatio="none" aria-hidden="true" fill="none" stroke=(INK) stroke-linecap="round" {
                (path(&all(|d| &d.lines), 1, Some("var(--edge)")))
                (path(&all(|d| &d.intervals), 3, None))
                (path(&all(|d| &d.points), 9, None))
            }
            text y={ (foot) "em" } { (from) }
            text x="100%" y={ (foot) "em" } text-anchor="end" { (to) }
        }
    }
}

/// A strip as paths, and the upper end of its scale.
struct Drawn {
    most: f64,
    lines: String,
    intervals: String,
    points: String,
}

/// Each week is two steps wide and its dot stands in the middle. Steps from one week to the next are short to write.
fn draw(top: usize, all: &[Option<&Figure>]) -> Drawn {
    let most = readable(all.iter().flatten().map(|f| f.high).fold(0.0, f64::max));
    let y = |of: f64| (top as f64 + LOWER - (LOWER - UPPER) * of / most).round();
    let lines = format!("M0 {}h{2}M0 {}h{2}", y(most), y(0.0), 2 * all.len());
    let (mut intervals, mut points) = (String::new(), String::new());
    // Where the last interval and the last dot ended.
    let mut last: Option<(usize, f64, f64)> = None;
    for (x, f) in all.iter().enumerate().filter_map(|(n, f)| f.map(|f| (2 * n + 1, f))) {
        let (low, high, dot) = (y(f.low), y(f.high), y(f.value.unwrap_or(f.low)));
        match last {
            None => (intervals, points) = (format!("M{x} {low}"), format!("M{x} {dot}")),
            Some((was, end, dotted)) => {
                intervals += &format!("m{} {}", x - was, low - end);
                points += &format!("m{} {}", x - was, dot - dotted);
            }
        }
        intervals += &format!("v{}", high - low);
        // A line without length, which round ends make visible.
        points += "h0";
        last = Some((x, high, dot));
    }
    Drawn { most, lines, intervals, points }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::figure::{Indicator, Unit};

    fn contact(low: f64, value: f64, high: f64) -> Figure {
        let (part, source) = (String::new(), String::new());
        Figure {
            indicator: Indicator::Contact,
            part,
            unit: Unit::Count,
            low,
            value: Some(value),
            high,
            n: 10,
            source,
            gaps: vec![],
        }
    }

    #[test]
    fn a_week_that_is_not_published_leaves_its_place_free() {
        let (a, b) = (contact(10.0, 20.0, 30.0), contact(20.0, 30.0, 40.0));
        let drawn = draw(0, &[Some(&a), None, Some(&b)]);
        assert_eq!(drawn.most, 50.0);
        assert_eq!(drawn.lines, "M0 17h6M0 42h6");
        assert_eq!(drawn.intervals, "M1 37v-10m4 5v-10");
        assert_eq!(drawn.points, "M1 32h0m4 -5h0");
        assert_eq!(draw(50, &[Some(&a)]).intervals, "M1 87v-10", "the next strip stands below");
    }

    #[test]
    fn letters_in_pictures_are_as_large_as_those_around_them() {
        let week = contact(10.0, 20.0, 30.0);
        let bar = |range| Bar {
            title: "a".into(),
            big: "b".into(),
            range,
            wide: None,
            dot: None,
            marks: ["0", "1", "2"].map(String::from),
        };
        let dots = dots("a", ("b", "c"), &[("d".into(), vec![Some(&week)])]).into_string();
        let bar = |range| bar(range).draw().into_string();
        for picture in [dots, bar((0.2, 0.8))] {
            assert!(!picture.contains("font-size"), "{picture}");
            // What is pulled to the page's width holds no letters.
            let pulled = picture.split("viewBox").nth(1).and_then(|rest| rest.split("</svg>").next()).unwrap_or("");
            assert!(!pulled.contains("<text"), "{picture}");
            assert!(picture.contains(r#"width="100%" height=""#) && picture.contains("em\""), "{picture}");
        }
        // A range that is a point can be seen, at the right end too.
        assert!(bar((1.0, 1.0)).contains(r#"x="99%" width="1%""#));
        assert!(bar((0.418, 0.584)).contains(r#"x="42%" width="16%""#));
    }

    #[test]
    fn scales_end_on_numbers_that_are_easily_read() {
        assert_eq!(
            [0.0, 0.4, 1.0, 1.1, 3.7, 7.0, 11.0, 73.9, 380.0].map(readable),
            [1.0, 1.0, 1.0, 2.0, 5.0, 10.0, 20.0, 100.0, 500.0]
        );
    }
}
