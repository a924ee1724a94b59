//! What all formats say.
use jiff::Timestamp;
use kernel::markdown;
use kernel::view::View;
use maud::html;
use sha2::{Digest, Sha256};
use stations::Station;

use crate::answers::InFull;
use crate::frame::{notice_path, photo_path};
use crate::rules::Section;
use crate::says;

/// A feed, with whole addresses.
#[derive(Debug, Clone, PartialEq)]
pub struct Feed {
    /// The same whatever the address of the program is.
    pub id: String,
    pub title: String,
    /// The language of its title; entries have their own.
    pub lang: &'static str,
    /// The station's name.
    pub author: String,
    /// Of the page that has the same for people, without its end.
    pub home: String,
    /// The query that names the section.
    pub query: String,
    pub updated: Timestamp,
    pub entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub id: String,
    pub title: String,
    pub url: String,
    pub section: String,
    pub editor: Option<String>,
    pub published: Timestamp,
    pub updated: Timestamp,
    /// The beginning, without marks.
    pub summary: String,
    /// HTML with whole addresses.
    pub content: String,
    pub lang: &'static str,
    /// The first photo.
    pub image: Option<String>,
}

/// A version 8 UUID (RFC 9562, 5.8) made of the station and the section: feeds keep their name when the address changes.
fn id_of(station: &Station, section: Option<&Section>) -> String {
    let hash = Sha256::digest(format!("notices {} {}", station.id, section.map_or(0, |s| s.id)));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    format!("urn:uuid:{}", uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

impl Feed {
    /// `changed` is when what everybody reads changed last: something that was taken down is a change as well.
    pub fn of(
        (v, station, public_url): (&View, &Station, &str),
        section: Option<&Section>,
        (all, changed): (&[InFull], Option<Timestamp>),
    ) -> Feed {
        let title = v.ta("bulletin-feed", &[("station", station.name(v).into())]);
        Feed {
            id: id_of(station, section),
            title: section.map_or_else(|| title.clone(), |s| format!("{title} · {}", says::section(v, s))),
            lang: v.lang.tag(),
            author: station.name(v).to_owned(),
            home: format!("{public_url}{}", station.path("/notices")),
            query: section.map_or_else(String::new, |s| format!("?section={}", s.slug)),
            updated: changed.unwrap_or(Timestamp::UNIX_EPOCH),
            entries: all.iter().map(|one| Entry::of((v, station, public_url), one)).collect(),
        }
    }

    /// Where it is served in one of the formats: `feed.atom`.
    pub fn own(&self, name: &str) -> String {
        format!("{}/{name}{}", self.home, self.query)
    }

    pub fn page(&self) -> String {
        format!("{}{}", self.home, self.query)
    }
}

impl Entry {
    fn of((v, station, public_url): (&View, &Station, &str), one: &InFull) -> Entry {
        let (id, draft) = (one.listed.notice.id, &one.listed.version.draft);
        let (body, lang) = says::body(v, draft);
        let photo = |p: &crate::answers::Picture| format!("{public_url}{}", photo_path(station, id, p.id));
        // Links into this site begin with a slash; quotation marks in a text are escaped, so nothing else looks like one.
        let text = markdown::html(body).into_string().replace("href=\"/", &format!("href=\"{public_url}/"));
        let pictures = html! {
            @for one in &one.pictures { p { img src=(photo(one)) alt=(one.alt) width=(one.width) height=(one.height); } }
        };
        Entry {
            id: format!("urn:uuid:{id}"),
            title: says::title(v, draft).to_owned(),
            url: format!("{public_url}{}", notice_path(station, id)),
            section: says::section(v, &one.listed.section).to_owned(),
            editor: one.editor.clone(),
            published: one.listed.published_at(),
            updated: one.listed.changed_at(),
            summary: says::about(v, draft),
            content: format!("{text}{}", pictures.into_string()),
            lang: lang.tag(),
            image: one.pictures.first().map(photo),
        }
    }
}
