//! The four moods, and how many chose each.
use kernel::share::{FEWEST, Share};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How somebody feels about a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// 开心
    Happy = 1,
    /// 难过
    Sad = 2,
    /// 点赞
    Like = 3,
    /// 飘过
    Passing = 4,
}

impl Mood {
    /// In the order in which they stand.
    pub const ALL: [Mood; 4] = [Mood::Happy, Mood::Sad, Mood::Like, Mood::Passing];

    pub fn of(stored: i16) -> Option<Mood> {
        Mood::ALL.into_iter().find(|m| *m as i16 == stored)
    }

    pub fn named(name: &str) -> Option<Mood> {
        Mood::ALL.into_iter().find(|m| m.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Mood::Happy => "happy",
            Mood::Sad => "sad",
            Mood::Like => "like",
            Mood::Passing => "passing",
        }
    }
}

/// How many votes each mood has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally([usize; 4]);

impl Tally {
    pub fn of(counts: impl IntoIterator<Item = (Mood, usize)>) -> Tally {
        let mut all = Tally::default();
        for (mood, votes) in counts {
            all.0[mood as usize - 1] += votes;
        }
        all
    }

    pub fn n(&self) -> usize {
        self.0.iter().sum()
    }

    pub fn votes(&self, mood: Mood) -> usize {
        self.0[mood as usize - 1]
    }

    /// How many of all chose `mood`.
    pub fn share(&self, mood: Mood) -> Share {
        Share::new(self.votes(mood), self.n())
    }

    /// What may be shown to everybody: nothing of fewer than ten, of whom one could tell who they were.
    pub fn published(&self) -> Option<&Tally> {
        (self.n() >= FEWEST).then_some(self)
    }
}
