//! A range between nothing and all, as a picture: the range in big digits over a bar. The same stands in words beside it.
use kernel::view::View;
use maud::{Markup, html};

use crate::public::county::says;
use crate::rules::figure::Figure;

/// The picture's measures, in its own units.
const WIDE: f64 = 320.0;
const HIGH: f64 = 84.0;
/// The bar, and how thin a range may be drawn so that it is still seen.
const TOP: f64 = 44.0;
const THICK: f64 = 16.0;
const THINNEST: f64 = 3.0;

/// Of a figure that is a share; `id` names it on the page.
pub fn bar(v: &View, id: &str, f: &Figure) -> Markup {
    let at = |x: f64| format!("{x:.1}");
    let (low, high) = (WIDE * f.low.clamp(0.0, 1.0), WIDE * f.high.clamp(0.0, 1.0));
    let wide = (high - low).max(THINNEST);
    let from = low.min(WIDE - wide);
    let named = format!("t-{id} d-{id}");
    html! {
        svg viewBox=(format!("0 0 {WIDE} {HIGH}")) width="100%" role="img" aria-labelledby=(named) fill="currentColor" font-size="12" {
            title id={ "t-" (id) } { (says::indicator(v, f.indicator)) }
            desc id={ "d-" (id) } { (says::sentence(v, f)) }
            text x="0" y="30" font-size="30" font-weight="700" { (says::range(v, f)) }
            rect x="0" y=(at(TOP)) width=(at(WIDE)) height=(at(THICK)) rx="4" fill-opacity=".15" {}
            rect x=(at(from)) y=(at(TOP)) width=(at(wide)) height=(at(THICK)) rx="2" {}
            @for (x, anchor, said) in [(0.0, "start", "0%"), (WIDE / 2.0, "middle", "50%"), (WIDE, "end", "100%")] {
                text x=(at(x)) y=(at(HIGH - 6.0)) text-anchor=(anchor) { (said) }
            }
        }
    }
}
