//! Notices as the desk has them.
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::NoticeId;
use crate::at_desk::{Desk, InWork, ToTakeDown, Whole};
use crate::public::shapes::{ListedShape, PhotoShape};
use crate::rules::{Down, Ended, Stands, Version, Work};
use crate::says::written;

/// A notice with a version that is not what everybody reads.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeInWork)]
pub struct WorkShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: NoticeId,
    pub title: String,
    pub version: i32,
    /// Who wrote it last.
    pub writer: Option<String>,
    #[schema(format = DateTime)]
    pub at: String,
}

impl WorkShape {
    fn of(station: &Station, one: &InWork) -> WorkShape {
        WorkShape {
            id: one.notice.id,
            title: one.version.draft.title.clone(),
            version: one.version.nr,
            writer: one.writer.clone(),
            at: written(station, one.version.at),
        }
    }
}

/// A notice that somebody wants to take down.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeToTakeDown)]
pub struct ToTakeDownShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: NoticeId,
    pub title: String,
    /// What whoever decides says that they have read.
    pub nr: i32,
    pub why: String,
}

/// What waits, what is being written, what everybody reads.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeDesk)]
pub struct DeskShape {
    /// What waits for a second look.
    pub asked: Vec<WorkShape>,
    pub to_take_down: Vec<ToTakeDownShape>,
    pub drafts: Vec<WorkShape>,
    /// The ten newest.
    pub public: Vec<ListedShape>,
}

impl DeskShape {
    pub fn of(v: &View, station: &Station, desk: &Desk) -> DeskShape {
        let down = |one: &ToTakeDown| {
            let (title, why) = (one.title.clone(), one.down.why.clone());
            ToTakeDownShape { id: one.id, title, nr: one.down.nr, why }
        };
        DeskShape {
            asked: desk.asked.iter().map(|one| WorkShape::of(station, one)).collect(),
            to_take_down: desk.downs.iter().map(down).collect(),
            drafts: desk.drafts.iter().map(|one| WorkShape::of(station, one)).collect(),
            public: desk.public.all.iter().map(|one| ListedShape::of(v, station, one)).collect(),
        }
    }
}

/// One version.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeVersion)]
pub struct VersionShape {
    pub nr: i32,
    pub title: String,
    pub body: String,
    pub title_en: String,
    pub body_en: String,
    pub source: String,
    /// What it corrects.
    pub what: String,
    pub writer: Option<String>,
    #[schema(format = DateTime)]
    pub at: String,
    /// When it became what everybody reads, and whose second look it was.
    #[schema(format = DateTime)]
    pub published_at: Option<String>,
    pub published_by: Option<String>,
    /// There was no second look, because nobody else works here.
    pub alone: bool,
}

/// A wish to take it down.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeDownAsked)]
pub struct DownAskedShape {
    /// What whoever decides says that they have read.
    pub nr: i32,
    pub why: String,
    #[schema(format = DateTime)]
    pub asked_at: String,
    pub asked_by: Option<String>,
    /// Left out while it waits for a second person; then whether it was taken down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_down: Option<bool>,
}

/// A notice with all that was done to it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeWhole)]
pub struct WholeShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: NoticeId,
    pub stands: Stands,
    pub work: Work,
    /// The number of the last version.
    pub version: i32,
    /// The section's slug.
    pub section: String,
    /// Of the last version.
    pub photos: Vec<PhotoShape>,
    /// The last first.
    pub versions: Vec<VersionShape>,
    /// The last first.
    pub take_downs: Vec<DownAskedShape>,
}

impl WholeShape {
    pub fn of(station: &Station, whole: &Whole) -> WholeShape {
        let id = whole.notice.id;
        WholeShape {
            id,
            stands: whole.notice.stands,
            work: whole.notice.work,
            version: whole.notice.version,
            section: whole.section.slug.clone(),
            photos: whole.pictures.iter().map(|one| PhotoShape::at_desk(station, id, one)).collect(),
            versions: whole.versions.iter().map(|one| version(station, whole, one)).collect(),
            take_downs: whole.downs.iter().map(|one| down(station, whole, one)).collect(),
        }
    }
}

fn version(station: &Station, whole: &Whole, one: &Version) -> VersionShape {
    let d = &one.draft;
    let name = |staff| whole.name(staff).map(str::to_owned);
    VersionShape {
        nr: one.nr,
        title: d.title.clone(),
        body: d.body.clone(),
        title_en: d.title_en.clone(),
        body_en: d.body_en.clone(),
        source: d.source.clone(),
        what: one.what.clone(),
        writer: name(one.by),
        at: written(station, one.at),
        published_at: one.shown_at.map(|at| written(station, at)),
        published_by: one.shown_by.and_then(name),
        alone: one.alone,
    }
}

fn down(station: &Station, whole: &Whole, one: &Down) -> DownAskedShape {
    DownAskedShape {
        nr: one.nr,
        why: one.why.clone(),
        asked_at: written(station, one.asked_at),
        asked_by: whole.name(one.asked_by).map(str::to_owned),
        taken_down: match one.ended {
            Ended::Open => None,
            Ended::Down => Some(true),
            Ended::KeptUp => Some(false),
        },
    }
}
