//! The plan of a fair, drawn from its places; beside it the same in words.
use kernel::page::facts;
use kernel::view::View;
use maud::{Markup, html};

use crate::fair::answers::Whole;
use crate::fair::rules::{Goods, Place, PlaceKind};
use crate::fair::says;

/// Room around the outermost places, in units.
const EDGE: i32 = 4;

pub fn plan(v: &View, w: &Whole) -> Markup {
    let wide = w.places.iter().map(|p| p.x + p.wide).max().unwrap_or(0) + EDGE;
    let tall = w.places.iter().map(|p| p.y + p.tall).max().unwrap_or(0) + EDGE;
    html! {
        div class="plan card" role="group" aria-label=(v.t("fair-plan")) tabindex="0" {
        svg viewBox=(format!("{} {} {} {}", -EDGE, -EDGE, wide + EDGE, tall + EDGE)) role="img" aria-labelledby="plan-title" {
            title id="plan-title" { (v.t("fair-plan-alt")) }
            @for p in &w.places { (one(v, w, p)) }
        }
        }
        (in_words(v, w))
    }
}

/// A stall is a box with its number, darker when somebody stands there; all else bears its name.
fn one(v: &View, w: &Whole, p: &Place) -> Markup {
    let class = match (p.kind, w.on(&p.code).is_some()) {
        (PlaceKind::Stall, true) => "on",
        (PlaceKind::Stall, false) => "off",
        (kind, _) => kind.name(),
    };
    let words = if p.kind == PlaceKind::Stall { p.code.clone() } else { says::place(v, p) };
    html! {
        rect class=(class) x=(p.x) y=(p.y) width=(p.wide) height=(p.tall) rx="1" {}
        text x=(p.x + p.wide / 2) y=(p.y + p.tall / 2 + 1) { (words) }
    }
}

/// What is sold where, by what it is; then everything else of the plan.
fn in_words(v: &View, w: &Whole) -> Markup {
    let and = v.t("parking-and");
    let sold = |goods: Goods| {
        let here = w.places.iter().filter_map(|p| Some((p, w.on(&p.code)?))).filter(|(_, s)| s.goods == goods);
        here.map(|(p, s)| format!("{} {}", p.code, says::sold(v, s))).collect::<Vec<_>>().join(&and)
    };
    let other = w.places.iter().filter(|p| p.kind != PlaceKind::Stall);
    let other = other.map(|p| format!("{} {}", p.code, says::place(v, p))).collect::<Vec<_>>().join(&and);
    let mut lines: Vec<(String, String)> = Goods::ALL.map(|g| (says::goods(v, g), sold(g))).to_vec();
    lines.push((v.t("fair-also"), other));
    lines.retain(|(_, words)| !words.is_empty());
    facts(lines.iter().map(|(name, words)| (name.as_str(), html! { (words) })))
}
