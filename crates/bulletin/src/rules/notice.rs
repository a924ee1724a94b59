//! A notice, its versions, and how it stands.
use jiff::Timestamp;
use people::StaffId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::Draft;
use crate::{NoticeId, PhotoId};

/// What everybody sees of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = NoticeStands)]
pub enum Stands {
    NotYet = 0,
    Public = 1,
    /// Only that it was taken down, why and when.
    Down = 2,
}

impl Stands {
    pub fn of(stored: i16) -> Option<Stands> {
        [Stands::NotYet, Stands::Public, Stands::Down].into_iter().find(|s| *s as i16 == stored)
    }
}

/// How far the last version has come, while it is not what everybody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = NoticeWork)]
pub enum Work {
    /// The last version is the one that everybody reads, or was until it was taken down.
    None = 0,
    Draft = 1,
    /// Somebody else is asked to look at it.
    Asked = 2,
}

impl Work {
    pub fn of(stored: i16) -> Option<Work> {
        [Work::None, Work::Draft, Work::Asked].into_iter().find(|w| *w as i16 == stored)
    }
}

/// One notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub id: NoticeId,
    pub section: i32,
    pub stands: Stands,
    pub work: Work,
    /// The number of its last version.
    pub version: i32,
    /// The number of the version that everybody reads.
    pub shown: Option<i32>,
    /// 编辑: who began it.
    pub editor: StaffId,
    /// Who wrote the last version.
    pub writer: StaffId,
    pub made_at: Timestamp,
    /// First.
    pub published_at: Option<Timestamp>,
    /// When what everybody reads changed last.
    pub changed_at: Option<Timestamp>,
}

impl Notice {
    pub fn is_public(&self) -> bool {
        self.stands == Stands::Public
    }
}

/// A photo in its place, and what it shows in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shot {
    pub photo: PhotoId,
    pub alt: String,
}

/// One version of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub nr: i32,
    pub draft: Draft,
    /// What it corrects of what everybody has read; empty before.
    pub what: String,
    pub shots: Vec<Shot>,
    pub by: StaffId,
    pub at: Timestamp,
    /// When it became what everybody reads.
    pub shown_at: Option<Timestamp>,
    /// Whose second look it was.
    pub shown_by: Option<StaffId>,
    /// There was no second look, because nobody else works here.
    pub alone: bool,
}

/// What became of a wish to take a notice down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Open = 0,
    Down = 1,
    KeptUp = 2,
}

impl Ended {
    pub fn of(stored: i16) -> Option<Ended> {
        [Ended::Open, Ended::Down, Ended::KeptUp].into_iter().find(|e| *e as i16 == stored)
    }
}

/// A wish to take a notice down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Down {
    pub nr: i32,
    pub why: String,
    pub asked_by: StaffId,
    pub asked_at: Timestamp,
    pub ended: Ended,
    pub ended_by: Option<StaffId>,
    pub ended_at: Option<Timestamp>,
}
