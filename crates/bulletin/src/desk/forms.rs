//! The fields of the desk's forms, as they were typed.
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::answers::Picture;
use crate::asked::{NewNotice, NoticeRewrite, NoticeSectionChange, PhotoOfNotice};
use crate::rules::{Section, Version};

/// A notice, with the words of its photos.
#[derive(Debug, Clone, Default)]
pub struct NoticeForm(BTreeMap<String, String>);

impl NoticeForm {
    pub fn of(sent: BTreeMap<String, String>) -> NoticeForm {
        NoticeForm(sent)
    }

    /// What a new one begins with.
    pub fn fresh(once: String, sections: &[Section]) -> NoticeForm {
        let first = sections.first().map(|s| s.slug.clone()).unwrap_or_default();
        NoticeForm([("once".to_owned(), once), ("section".to_owned(), first)].into())
    }

    /// The last version as it is.
    pub fn filled(once: String, last: &Version, section: &Section, corrects: bool) -> NoticeForm {
        let d = &last.draft;
        // A correction that is being written keeps what it says it corrects.
        let what = if corrects { String::new() } else { last.what.clone() };
        let fields = [
            ("once", once),
            ("version", last.nr.to_string()),
            ("section", section.slug.clone()),
            ("title", d.title.clone()),
            ("body", d.body.clone()),
            ("title_en", d.title_en.clone()),
            ("body_en", d.body_en.clone()),
            ("source", d.source.clone()),
            ("what", what),
        ];
        NoticeForm(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn alt<'f>(&'f self, picture: &'f Picture) -> &'f str {
        self.0.get(&alt_field(picture)).map_or(&picture.alt, String::as_str)
    }

    pub fn drops(&self, picture: &Picture) -> bool {
        self.0.contains_key(&drop_field(picture))
    }

    pub fn new_notice(&self) -> NewNotice {
        NewNotice {
            section: self.get("section").to_owned(),
            title: self.get("title").to_owned(),
            body: self.get("body").to_owned(),
            title_en: self.get("title_en").to_owned(),
            body_en: self.get("body_en").to_owned(),
            source: self.get("source").to_owned(),
            ask: self.get("then") == "ask",
        }
    }

    pub fn rewrite(&self, pictures: &[Picture]) -> NoticeRewrite {
        let kept = pictures.iter().filter(|one| !self.drops(one));
        let photo = |one: &Picture| PhotoOfNotice { photo: one.id, alt: self.alt(one).to_owned() };
        NoticeRewrite {
            // One that cannot be read is of no version: somebody has taken the form apart.
            version: self.get("version").parse().unwrap_or(0),
            notice: self.new_notice(),
            what: self.get("what").to_owned(),
            photos: Some(kept.map(photo).collect()),
        }
    }
}

pub fn alt_field(picture: &Picture) -> String {
    format!("alt-{}", picture.id)
}

pub fn drop_field(picture: &Picture) -> String {
    format!("drop-{}", picture.id)
}

/// A photo's words; the file comes beside them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PhotoForm {
    pub once: String,
    pub version: i32,
    pub alt: String,
}

/// A button of one notice.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PressForm {
    pub once: String,
    pub version: i32,
    /// The number of the wish to take it down.
    pub down: i32,
    pub why: String,
}

/// A section.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SectionForm {
    pub once: String,
    pub slug: String,
    pub name_zh: String,
    pub name_en: String,
    pub place: String,
}

impl SectionForm {
    pub fn of(s: &Section) -> SectionForm {
        SectionForm {
            once: String::new(),
            slug: s.slug.clone(),
            name_zh: s.name_zh.clone(),
            name_en: s.name_en.clone(),
            place: s.place.to_string(),
        }
    }

    /// A place that cannot be read is out of bounds.
    pub fn change(&self) -> NoticeSectionChange {
        let place = match self.place.trim() {
            "" => 0,
            typed => typed.parse().unwrap_or(-1),
        };
        NoticeSectionChange { name_zh: self.name_zh.clone(), name_en: self.name_en.clone(), place }
    }
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub before: String,
    pub done: String,
}
