//! Why nothing is done about a month, in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::rules::{LONGEST_SOURCE, MOST_PEOPLE, NoMonth, WHY};

impl Refusal for NoMonth {
    fn code(&self) -> &'static str {
        match self {
            NoMonth::Same => "month-same",
            NoMonth::Seen => "month-changed-since",
            NoMonth::NotYet => "month-not-yet",
            NoMonth::Why => "month-why",
            NoMonth::People => "residents-people",
            NoMonth::Source => "residents-source",
            NoMonth::AsOf => "residents-as-of",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoMonth::Same => v.t("wellbeing-no-month-same"),
            NoMonth::Seen => v.t("wellbeing-no-month-seen"),
            NoMonth::NotYet => v.t("wellbeing-no-month-yet"),
            NoMonth::Why => {
                let (from, to) = (WHY.0.to_string(), WHY.1.to_string());
                v.ta("wellbeing-no-month-why", &[("from", from.into()), ("to", to.into())])
            }
            NoMonth::People => v.ta("wellbeing-no-people", &[("most", MOST_PEOPLE.to_string().into())]),
            NoMonth::Source => v.ta("wellbeing-no-statistic", &[("most", LONGEST_SOURCE.to_string().into())]),
            NoMonth::AsOf => v.t("wellbeing-no-as-of"),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoMonth::Same | NoMonth::Seen | NoMonth::NotYet => StatusCode::CONFLICT,
            NoMonth::Why | NoMonth::People | NoMonth::Source | NoMonth::AsOf => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}
