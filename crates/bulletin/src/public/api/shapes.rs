//! Notices as programs read them.
use kernel::markdown;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::NoticeId;
use crate::answers::{Correction, Listed, Look, Picture, Public};
use crate::frame::{desk_photo_path, notice_path, photo_path};
use crate::rules::{Down, Section};
use crate::says;

/// A section of a station's notices.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = NoticeSection)]
pub struct SectionShape {
    pub id: i32,
    pub slug: String,
    pub name_zh: String,
    pub name_en: String,
    pub place: i16,
}

impl SectionShape {
    pub fn of(s: &Section) -> SectionShape {
        let (slug, name_zh, name_en) = (s.slug.clone(), s.name_zh.clone(), s.name_en.clone());
        SectionShape { id: s.id, slug, name_zh, name_en, place: s.place }
    }
}

/// A notice in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = NoticeInList)]
pub struct ListedShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: NoticeId,
    /// The section's slug.
    pub section: String,
    /// In the reader's language, as far as it was written in it.
    pub title: String,
    /// Its beginning, without marks.
    pub summary: String,
    #[schema(format = DateTime)]
    pub published_at: String,
    /// When what everybody reads changed last.
    #[schema(format = DateTime)]
    pub changed_at: String,
    /// Where people read it.
    pub path: String,
}

impl ListedShape {
    pub fn of(v: &View, station: &Station, one: &Listed) -> ListedShape {
        let draft = &one.version.draft;
        ListedShape {
            id: one.notice.id,
            section: one.section.slug.clone(),
            title: says::title(v, draft).to_owned(),
            summary: says::about(v, draft),
            published_at: says::written(station, one.published_at()),
            changed_at: says::written(station, one.changed_at()),
            path: notice_path(station, one.notice.id),
        }
    }
}

/// Some notices.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notices)]
pub struct ListShape {
    pub notices: Vec<ListedShape>,
    /// What `before` asks for those after these; left out at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Uuid)]
    pub more_before: Option<NoticeId>,
}

/// A photo of a notice.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = NoticePhoto)]
pub struct PhotoShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: crate::PhotoId,
    /// Where it is: a JPEG.
    pub path: String,
    /// What it shows.
    pub alt: String,
    pub width: i32,
    pub height: i32,
}

impl PhotoShape {
    pub fn of(station: &Station, id: NoticeId, one: &Picture) -> PhotoShape {
        let path = photo_path(station, id, one.id);
        PhotoShape { id: one.id, path, alt: one.alt.clone(), width: one.width, height: one.height }
    }

    /// Where whoever works here sees it, also before everybody does.
    pub fn at_desk(station: &Station, id: NoticeId, one: &Picture) -> PhotoShape {
        PhotoShape { path: desk_photo_path(station, id, one.id), ..PhotoShape::of(station, id, one) }
    }
}

/// What was corrected.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = NoticeCorrection)]
pub struct CorrectionShape {
    #[schema(format = DateTime)]
    pub at: String,
    pub what: String,
}

/// That it was taken down.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = NoticeTakenDown)]
pub struct DownShape {
    #[schema(format = DateTime)]
    pub at: String,
    pub why: String,
}

impl DownShape {
    pub fn of(station: &Station, down: &Down) -> DownShape {
        DownShape { at: says::written(station, down.ended_at.unwrap_or(down.asked_at)), why: down.why.clone() }
    }
}

/// A notice.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Notice)]
pub struct NoticeShape {
    #[serde(flatten)]
    pub listed: ListedShape,
    pub title_zh: String,
    /// May be empty, as its text.
    pub title_en: String,
    /// Markdown.
    pub body_zh: String,
    pub body_en: String,
    /// The text in the reader's language as HTML: of what the Markdown says, and nothing else.
    pub html: String,
    pub source: String,
    pub editor: Option<String>,
    pub photos: Vec<PhotoShape>,
    /// The last first.
    pub corrections: Vec<CorrectionShape>,
}

impl NoticeShape {
    pub fn of(v: &View, station: &Station, public: &Public) -> NoticeShape {
        let draft = &public.listed.version.draft;
        let id = public.listed.notice.id;
        let correction =
            |one: &Correction| CorrectionShape { at: says::written(station, one.at), what: one.what.clone() };
        NoticeShape {
            listed: ListedShape::of(v, station, &public.listed),
            title_zh: draft.title.clone(),
            title_en: draft.title_en.clone(),
            body_zh: draft.body.clone(),
            body_en: draft.body_en.clone(),
            html: markdown::html(says::body(v, draft).0).into_string(),
            source: draft.source.clone(),
            editor: public.editor.clone(),
            photos: public.pictures.iter().map(|one| PhotoShape::of(station, id, one)).collect(),
            corrections: public.corrections.iter().map(correction).collect(),
        }
    }
}

/// A notice, or that it was taken down: one of the two.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeLook)]
pub struct LookShape {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeShape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_down: Option<DownShape>,
}

impl LookShape {
    pub fn of(v: &View, station: &Station, look: &Look) -> LookShape {
        match look {
            Look::Public(public) => LookShape { notice: Some(NoticeShape::of(v, station, public)), taken_down: None },
            Look::Down(down) => LookShape { notice: None, taken_down: Some(DownShape::of(station, down)) },
        }
    }
}
