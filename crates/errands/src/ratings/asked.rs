//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
use std::sync::Arc;

use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use super::acts::{self, Kept, Said};
use super::rules::{Level, MOST_DAYS, MOST_IN_WORDS, Outcome, Refusal, Via};
use crate::TicketId;

/// What somebody says of a finished ticket.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRating {
    pub level: Level,
    /// Only the station's managers read them. Left out they stay as they are; empty takes them back.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub words: Option<String>,
}

/// How a call-back ended.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallBackAnswer {
    pub outcome: Outcome,
    /// What whoever has the ticket reads. Needed unless it is settled.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub answer: String,
}

/// In how many working days a station calls back.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CallBackDays {
    #[schema(minimum = 1, maximum = 15)]
    pub days: i16,
}

impl CallBackDays {
    pub fn checked(self) -> Result<i16, Problems> {
        let mut problems = Problems::default();
        if !(1..=MOST_DAYS).contains(&self.days) {
            problems.add("days", "ratings-desk-days-wrong");
        }
        problems.or_else_all(Some(self.days))
    }
}

/// Words of several lines, without what cannot be read.
pub fn words(problems: &mut Problems, field: &'static str, typed: &str) -> String {
    let text = typed.replace("\r\n", "\n").trim().to_owned();
    if text.chars().count() > usize::try_from(MOST_IN_WORDS).unwrap_or(usize::MAX) {
        problems.add_with(field, "ratings-too-long", vec![("most", MOST_IN_WORDS.to_string())]);
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        problems.add(field, "ratings-unreadable");
    }
    text
}

impl NewRating {
    pub fn checked(&self) -> Result<Said, Problems> {
        let mut problems = Problems::default();
        let words = self.words.as_ref().map(|typed| words(&mut problems, "words", typed));
        problems.or_else_all(Some(Said { level: self.level, words }))
    }
}

impl CallBackAnswer {
    pub fn checked(&self) -> Result<(Outcome, String), Problems> {
        let mut problems = Problems::default();
        let answer = words(&mut problems, "answer", &self.answer);
        problems.or_else_all(Some((self.outcome, answer)))
    }
}

/// Rates a ticket. Of what was written only a keyed hash says whether a request is the same.
pub async fn rate(
    house: &House,
    station: &Arc<Station>,
    (ticket, from): (TicketId, Via),
    said: Said,
    key: Option<&str>,
) -> Result<Kept, Not<Refusal>> {
    let hash = said.words.as_ref().map(|words| house.keys.lookup("rating-once", words).to_vec());
    let once = key.map(|key| Once::new(key, "", &(ticket, said.level, hash)));
    acts::rate(house, station, (ticket, from), said, once).await
}
