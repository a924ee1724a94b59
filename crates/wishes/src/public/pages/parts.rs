//! What several pages show of a wish.
use kernel::page::{Kind as Shape, Row};
use stations::Station;

use crate::answers::{Card, Seen};
use crate::frame::Frame;
use crate::rules::Kind;
use crate::says;

/// The icon of a kind of thing.
pub fn icon_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Daily => "home",
        Kind::Warm => "sun",
        Kind::Learning => "school",
        Kind::Reading => "books",
        Kind::Appliance => "tools-kitchen-2",
        Kind::Farming => "plant",
        Kind::Hobby => "chess",
        Kind::Time => "clock",
    }
}

/// 三合镇骆驼堡村, or only the township: the village stands there where enough people share what is shown.
pub fn place(station: &Station, card: &Card) -> String {
    match &card.village {
        Some(village) => format!("{}{village}", station.division.name),
        None => station.division.name.clone(),
    }
}

/// 御寒衣物 · 100 元以内 · 三合镇
pub fn about(f: Frame<'_>, card: &Card) -> String {
    [says::kind(f.v, card.kind), says::band(f.v, card.band), place(f.station, card)].join(" · ")
}

/// How a card stands for everybody.
pub fn stands(f: Frame<'_>, card: &Card) -> (Shape, String) {
    match card.state {
        Seen::Open => (Shape::Ok, f.v.t("wishes-public-open")),
        Seen::Taken => (Shape::Away, f.v.t("wishes-public-taken")),
        Seen::Fulfilled => (Shape::Shut, f.v.t("wishes-public-fulfilled")),
    }
}

/// One card in a list.
pub fn row(f: Frame<'_>, card: &Card) -> Row {
    Row::new(&card.item).icon(icon_of(card.kind)).note(&about(f, card))
}

/// 还有 12 天
pub fn days_left(f: Frame<'_>, card: &Card) -> String {
    f.v.ta("wishes-public-days-left", &[("n", card.days_left.into())])
}
