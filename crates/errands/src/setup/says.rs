//! Refusals of the group in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use super::rules::Stays;
use crate::rules::Name;
use crate::says::name;

impl Refusal for Stays {
    fn code(&self) -> &'static str {
        match self {
            Stays::Tickets(_) => "tickets-stand",
            Stays::Matters(_) => "matters-name-it",
            Stays::Officials(_) => "officials-sit-there",
            Stays::Lacks => "needs-what-is-retired",
        }
    }

    fn say(&self, v: &View) -> Said {
        let names = |all: &[Name]| all.iter().map(|n| name(v, n)).collect::<Vec<_>>().join(&v.t("errands-list-comma"));
        Said::only(match self {
            Stays::Tickets(n) => v.ta("setup-no-tickets-stand", &[("n", (*n).into())]),
            Stays::Matters(all) => v.ta("setup-no-matters-name-it", &[("matters", names(all).into())]),
            Stays::Officials(all) => {
                let who = all.join(&v.t("errands-list-comma"));
                v.ta("setup-no-officials-sit-there", &[("who", who.into())])
            }
            Stays::Lacks => v.t("setup-no-needs-what-is-retired"),
        })
    }

    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}
