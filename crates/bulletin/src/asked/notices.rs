//! A notice as somebody writes it, writes it anew, and decides about it.
use std::collections::BTreeSet;

use data_encoding::BASE64;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{line, must, text};
use crate::rules::{
    Draft, MOST_IN_A_BODY, MOST_IN_A_SOURCE, MOST_IN_A_TITLE, MOST_IN_A_WHY, MOST_IN_AN_ALT, MOST_IN_AN_ENGLISH_TITLE,
    Section, Shot,
};
use crate::{NoticeId, PhotoId};

/// A notice as somebody writes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNotice {
    /// The section's slug.
    #[schema(example = "reminders")]
    pub section: String,
    #[schema(min_length = 1, max_length = 40, example = "高龄补贴下月起在 3 号窗口办")]
    pub title: String,
    /// Markdown: CommonMark and tables. HTML stays the text that it is.
    #[schema(min_length = 1, max_length = 12000)]
    pub body: String,
    #[serde(default)]
    #[schema(max_length = 80)]
    pub title_en: String,
    #[serde(default)]
    #[schema(max_length = 12000)]
    pub body_en: String,
    /// Where it comes from.
    #[serde(default)]
    #[schema(max_length = 60, example = "镇民政办")]
    pub source: String,
    /// Whether somebody else is asked at once to look at it.
    #[serde(default)]
    pub ask: bool,
}

impl NewNotice {
    pub fn checked(&self, sections: &[Section]) -> Result<Draft, Problems> {
        let mut p = Problems::default();
        let section = sections.iter().find(|s| s.slug == self.section).map(|s| s.id);
        let section = p.take("section", section.ok_or(()), "bulletin-no-such-section");
        let title = must(&mut p, "title", &self.title, (MOST_IN_A_TITLE, "bulletin-no-title"));
        let body = text(&mut p, "body", &self.body, MOST_IN_A_BODY);
        if body.is_empty() {
            p.add("body", "bulletin-no-body");
        }
        let title_en = line(&mut p, "title_en", &self.title_en, MOST_IN_AN_ENGLISH_TITLE);
        let body_en = text(&mut p, "body_en", &self.body_en, MOST_IN_A_BODY);
        // A page that is half in one language and half in the other helps nobody.
        if title_en.is_empty() != body_en.is_empty() {
            p.add(if title_en.is_empty() { "title_en" } else { "body_en" }, "bulletin-half-english");
        }
        let source = line(&mut p, "source", &self.source, MOST_IN_A_SOURCE);
        p.or_else_all(section.map(|section| Draft { section, title, body, title_en, body_en, source }))
    }
}

/// What a photo shows, in a line; never nothing.
pub fn alt(p: &mut Problems, field: &'static str, typed: &str) -> String {
    must(p, field, typed, (MOST_IN_AN_ALT, "bulletin-no-alt"))
}

/// A photo of a notice in its place, and what it shows for those who cannot see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PhotoOfNotice {
    #[schema(value_type = String, format = Uuid)]
    pub photo: PhotoId,
    #[schema(min_length = 1, max_length = 120, example = "孩子们围着长桌读书")]
    pub alt: String,
}

/// A notice written anew: a draft, or what is corrected of what everybody has read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRewrite {
    /// The number of the version that was read: if somebody has written since, nothing is changed.
    #[schema(minimum = 1)]
    pub version: i32,
    pub notice: NewNotice,
    /// What is corrected; needed where everybody has read it.
    #[serde(default)]
    #[schema(max_length = 200, example = "开放时间改为周二至周日")]
    pub what: String,
    /// The photos that stay, in their order; left out = as they are.
    #[serde(default)]
    pub photos: Option<Vec<PhotoOfNotice>>,
}

/// The same, well-formed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rewrite {
    pub id: NoticeId,
    pub read: i32,
    pub draft: Draft,
    pub what: String,
    pub shots: Option<Vec<Shot>>,
    pub ask: bool,
}

impl NoticeRewrite {
    pub fn checked(&self, id: NoticeId, sections: &[Section]) -> Result<Rewrite, Problems> {
        let mut p = Problems::default();
        let what = line(&mut p, "what", &self.what, MOST_IN_A_WHY);
        let shots = self.photos.as_ref().map(|all| {
            let shot = |one: &PhotoOfNotice| Shot { photo: one.photo, alt: alt(&mut p, "photos", &one.alt) };
            all.iter().map(shot).collect()
        });
        let once: BTreeSet<PhotoId> = self.photos.iter().flatten().map(|one| one.photo).collect();
        if once.len() < self.photos.as_ref().map_or(0, Vec::len) {
            p.add("photos", "bulletin-photo-twice");
        }
        match self.notice.checked(sections) {
            // Everything that is wrong with the text is said at once; a photo's words are looked at afterwards.
            Err(problems) => Err(problems),
            Ok(draft) => {
                p.or_else_all(Some(Rewrite { id, read: self.version, draft, what, shots, ask: self.notice.ask }))
            }
        }
    }
}

/// The version that somebody has read and decides about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeRead {
    #[schema(minimum = 1)]
    pub version: i32,
}

/// The wish to take a notice down that somebody has read and decides about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeDownRead {
    /// Its number: if somebody has asked anew since, nothing is decided.
    #[schema(minimum = 1)]
    pub nr: i32,
}

/// Why a notice should be taken down; everybody will read it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeDown {
    #[schema(min_length = 1, max_length = 200, example = "照片里的人不愿意公开")]
    pub why: String,
}

impl NoticeDown {
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let why = must(&mut p, "why", &self.why, (MOST_IN_A_WHY, "bulletin-no-why"));
        p.or_else_all(Some(why))
    }
}

/// A photo for a notice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNoticePhoto {
    /// The number of the version that it is added to.
    #[schema(minimum = 1)]
    pub version: i32,
    /// What it shows, for those who cannot see it.
    #[schema(min_length = 1, max_length = 120, example = "孩子们围着长桌读书")]
    pub alt: String,
    /// A JPEG or PNG of at most 15 MB, in base64. It is kept encoded anew, without what the camera wrote into it.
    #[schema(format = Byte)]
    pub file: String,
}

impl NewNoticePhoto {
    /// What it shows, and the file.
    pub fn checked(&self) -> Result<(String, Vec<u8>), Problems> {
        let mut p = Problems::default();
        let alt = alt(&mut p, "alt", &self.alt);
        let file = p.take("file", BASE64.decode(self.file.trim().as_bytes()), "bulletin-not-base64");
        p.or_else_all(file.map(|file| (alt, file)))
    }
}
