//! What calls answer.
use jiff::Timestamp;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::NoticeId;
use crate::frame::notice_path;
use crate::moods::answers::{Board, First};
use crate::moods::rules::{Month, Mood, Ranked, Tally};
use crate::moods::{Headline, says};

/// How many chose one mood, and their share of all with its interval of 95 % (Wilson).
#[derive(Debug, Serialize, ToSchema)]
pub struct MoodCount {
    pub mood: Mood,
    pub votes: usize,
    pub share: f64,
    pub low: f64,
    pub high: f64,
}

fn counts(tally: &Tally) -> Vec<MoodCount> {
    let one = |mood| {
        let sure = tally.share(mood).published()?;
        Some(MoodCount { mood, votes: tally.votes(mood), share: sure.value, low: sure.low, high: sure.high })
    };
    Mood::ALL.into_iter().filter_map(one).collect()
}

/// The moods of one notice. They are of those who wished to tell, and stand for nobody else.
#[derive(Debug, Serialize, ToSchema)]
pub struct MoodsShape {
    #[schema(value_type = String, format = Uuid)]
    pub notice: NoticeId,
    /// Votes can be cast, changed and taken back.
    pub open: bool,
    /// From then on the numbers stand.
    #[schema(value_type = String, format = DateTime)]
    pub closes: Timestamp,
    /// How many votes there are; nothing of fewer than ten.
    pub n: Option<usize>,
    /// Empty for fewer than ten votes.
    pub moods: Vec<MoodCount>,
    /// What the device of the request has chosen; absent where none was named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chose: Option<Mood>,
}

impl MoodsShape {
    pub fn of(board: &Board) -> MoodsShape {
        let n = board.tally.published().map(Tally::n);
        let moods = counts(&board.tally);
        MoodsShape { notice: board.notice, open: board.open, closes: board.closes, n, moods, chose: board.chose }
    }
}

/// A notice in a ranking.
#[derive(Debug, Serialize, ToSchema)]
pub struct RankedNotice {
    #[schema(value_type = String, format = Uuid)]
    pub id: NoticeId,
    pub title: String,
    /// Where everybody reads it.
    pub path: String,
    pub votes: usize,
    /// Of so many votes.
    pub n: usize,
    pub share: f64,
    /// The lower end of the interval: what the order goes by.
    pub low: f64,
    pub high: f64,
}

/// The notices of a month that come first in one mood.
#[derive(Debug, Serialize, ToSchema)]
pub struct MoodRanking {
    pub mood: Mood,
    pub notices: Vec<RankedNotice>,
}

/// What people felt about the notices of a month.
#[derive(Debug, Serialize, ToSchema)]
pub struct MoodRankings {
    #[schema(example = "2026-11")]
    pub month: String,
    /// How it is made and what it does not know.
    pub about: String,
    pub rankings: Vec<MoodRanking>,
}

impl MoodRankings {
    pub fn of(v: &View, station: &Station, month: Month, all: Vec<First>) -> MoodRankings {
        let one = |mood, (headline, ranked): (Headline, Ranked<NoticeId>)| RankedNotice {
            id: headline.id,
            title: says::title(v, &headline).to_owned(),
            path: notice_path(station, headline.id),
            votes: ranked.tally.votes(mood),
            n: ranked.tally.n(),
            share: ranked.sure.value,
            low: ranked.sure.low,
            high: ranked.sure.high,
        };
        let rankings = all.into_iter().map(|(mood, notices)| MoodRanking {
            mood,
            notices: notices.into_iter().map(|notice| one(mood, notice)).collect(),
        });
        MoodRankings { month: month.to_string(), about: v.t("moods-how"), rankings: rankings.collect() }
    }
}
