//! Refusals in words.
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use crate::rules::{MOST_IDS, MOST_IN_A_PLACE, MOST_IN_A_TEXT, MOST_LIVE, No, NoPartner, PLACE_FIELDS};

impl Refusal for NoPartner {
    fn code(&self) -> &'static str {
        match self {
            NoPartner::TooMany => "too-many-keys",
        }
    }

    fn say(&self, v: &View) -> Said {
        match self {
            NoPartner::TooMany => Said::only(v.ta("open-desk-no-more", &[("most", MOST_LIVE.to_string().into())])),
        }
    }
}

/// What a program is told, and whoever reads its log. Arguments are named as the specification names them.
pub fn no(v: &View, no: &No) -> String {
    let field = |key: &str| v.ta(key, &[("field", no.field().into())]);
    let most = |key: &str, n: usize| v.ta(key, &[("most", n.to_string().into())]);
    match no {
        No::Missing(_) => field("open-no-missing"),
        No::NotADate(_) => field("open-no-date"),
        No::NotANumber(_) => field("open-no-number"),
        No::NotAStatus => v.t("open-no-status"),
        No::NotAChoice => v.t("open-no-choice"),
        No::DatesSwapped => v.t("open-no-swapped"),
        No::SpanTooLong => v.t("open-no-span"),
        No::TooManyIds => most("open-no-ids", MOST_IDS),
        No::NoPlace => v.ta("open-no-place", &[("fields", PLACE_FIELDS.into())]),
        No::NotAPoint => v.t("open-no-point"),
        No::PlaceTooLong => most("open-no-long-place", MOST_IN_A_PLACE),
        No::TextTooShort => v.t("open-no-short-text"),
        No::TextTooLong => most("open-no-long-text", MOST_IN_A_TEXT),
        No::Media => v.t("open-no-media"),
        No::NotAForm => v.t("open-no-form"),
        No::BodyTooLarge => v.t("open-no-large"),
        No::NoKey => v.t("open-no-key"),
        No::WrongKey => v.t("open-no-good-key"),
        No::Unknown(_) => field("open-no-such"),
        No::NoSuchPath => v.t("open-no-path"),
        No::Refused { said, .. } => said.clone(),
    }
}
