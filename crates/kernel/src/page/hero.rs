//! The head of a home page: the hall in its valley, with the door as it is now.
use maud::{Markup, PreEscaped, Render, html};

use super::bars::care_switch;
use crate::view::View;

/// The light outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sky {
    Morning,
    Day,
    Dusk,
    Night,
}

impl Sky {
    /// The light at an hour of the day (0 to 23), as in a valley at 36° north.
    pub fn at(hour: i8) -> Sky {
        match hour {
            5..=8 => Sky::Morning,
            9..=16 => Sky::Day,
            17..=20 => Sky::Dusk,
            _ => Sky::Night,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Sky::Morning => "morn",
            Sky::Day => "noon",
            Sky::Dusk => "dusk",
            Sky::Night => "night",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    Open,
    Closed,
}

/// The first thing that anyone sees: is the door open, until when.
pub struct Hero<'a> {
    pub v: &'a View,
    pub sky: Sky,
    pub door: Door,
    /// The station's name.
    pub name: &'a str,
    /// 大门开着
    pub title: &'a str,
    /// 今晚到 22:00 · 里面 14 人
    pub under: &'a str,
}

impl Render for Hero<'_> {
    fn render(&self) -> Markup {
        html! {
            header class={ "hero " (self.sky.class()) @if self.door == Door::Closed { " off" } } {
                (scene(self.door))
                div class="wrap" {
                    div { span { (self.name) } (care_switch(self.v, "big")) }
                    h1 { (self.title) }
                    p { (self.under) }
                }
            }
        }
    }
}

/// One drawing for every hour: its colours come from the class of the sky.
fn scene(door: Door) -> Markup {
    let gate = if door == Door::Open { OPEN } else { CLOSED };
    PreEscaped(format!("{BEHIND}{gate}</svg>"))
}

const BEHIND: &str = concat!(
    r#"<svg viewBox="0 0 390 226" preserveAspectRatio="xMaxYMax slice" aria-hidden="true"><defs>"#,
    r#"<linearGradient id="sk" x2="0" y2="1"><stop class="sa"/><stop offset="1" class="sb"/></linearGradient>"#,
    r#"<radialGradient id="gl" cx=".82" cy=".86" r=".48"><stop class="ga"/><stop offset=".36" class="gb"/>"#,
    r#"<stop offset="1" class="gb"/></radialGradient>"#,
    r##"<linearGradient id="sp" x2="0" y2="1"><stop stop-color="#FFD893" stop-opacity=".8"/>"##,
    r##"<stop offset="1" stop-color="#FFD893" stop-opacity="0"/></linearGradient></defs>"##,
    r##"<path fill="url(#sk)" d="M0 0h390v226H0z"/><path fill="url(#gl)" d="M0 0h390v226H0z"/>"##,
    r#"<path class="h1" d="M0 176c36-14 58-8 92-4s66-30 104-24 50 22 84 12 62-20 110-8v74H0z"/>"#,
    r#"<path class="h2" d="M0 190c44-12 70-8 106-2s70 4 110-4 90-14 174-2v44H0z"/>"#,
    r#"<path class="h3" d="M0 205c70-9 130-7 195-7s130-3 195 4v24H0z"/>"#,
    r#"<path class="wl" d="M214 205v-19h192v19zM282 205v-34h56v34z"/>"#,
    r#"<path class="rf" d="M210 187v-4h200v4zM266 172c11-2 17-7 21-14h46c4 7 10 12 21 14l-2 4h-84z"/>"#,
    r#"<path class="h3" d="M287 158c1-3 5-5 9-5h28c4 0 8 2 9 5z"/>"#,
);
const OPEN: &str = concat!(
    r##"<path fill="url(#sp)" d="M292 205h36l26 21h-88z"/><path fill="#FFDC9C" d="M293 205v-25h34v25z"/>"##,
    r##"<path fill="#B36A24" d="M293 205v-25l8 3v22zM327 205v-25l-8 3v22z"/>"##,
    r##"<path fill="#0C3437" d="M306 205v-9a4.2 4.2 0 1 1 4.6 0l1.4 9z"/>"##,
    r##"<path stroke="#FFD893" d="M276 176v4M344 176v4"/>"##,
    r##"<path fill="#FF9A52" d="M272.6 184a3.4 4 0 0 0 6.8 0 3.4 4 0 0 0-6.8 0M340.6 184a3.4 4 0 0 0 6.8 0 3.4 4 0 0 0-6.8 0"/>"##,
);
const CLOSED: &str = concat!(
    r##"<path fill="#6B4423" d="M293 205v-25h34v25z"/><path stroke="#3A2412" d="M310 180v25"/>"##,
    r##"<path fill="#C9A063" d="M306 193a1.2 1.2 0 0 0 2.4 0 1.2 1.2 0 0 0-2.4 0M311.6 193a1.2 1.2 0 0 0 2.4 0 1.2 1.2 0 0 0-2.4 0"/>"##,
);
