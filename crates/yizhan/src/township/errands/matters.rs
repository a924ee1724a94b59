//! `matters.toml`: what is done in the hall, and what to bring.
use ::errands::rules::{Draft, Kind, MatterId, Name, NotAMatter, Paper, Ways};
use serde::Deserialize;
use toml::Spanned;

use super::hall::{Hall, line_number, official_number};
use super::{Why, nth};
use crate::township::wrong::{line_at, toml};
use crate::township::{Files, Wrong};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    #[serde(default)]
    matter: Vec<Spanned<MatterText>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MatterText {
    slug: String,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    words: Vec<String>,
    line: String,
    official: Option<String>,
    stand_in: Option<String>,
    minutes: i16,
    #[serde(default)]
    ways: WaysText,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_en: String,
    #[serde(default)]
    papers: Vec<PaperText>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WaysText {
    drop_off: bool,
    proxy: bool,
    home: bool,
    village: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperText {
    kind: Kind,
    name: String,
    #[serde(default)]
    name_en: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    note_en: String,
}

const FILE: &str = "matters.toml";

pub fn read(files: &Files, hall: &Hall) -> Result<Vec<Draft>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let read: Text = toml(FILE, text)?;
    let (mut matters, mut wrong): (Vec<Draft>, _) = (vec![], vec![]);
    for one in read.matter {
        let line = line_at(text, one.span().start);
        let one = one.into_inner();
        let about = format!("matter {}", one.slug);
        let again = matters.iter().any(|m| m.slug == one.slug);
        match matter(one, hall) {
            Ok(_) if again => wrong.push(Wrong::new(FILE, line, about, "the same slug stands further up")),
            Ok(matter) => matters.push(matter),
            Err((field, why)) => wrong.push(Wrong::new(FILE, line, about, format!("{field}: {why}"))),
        }
    }
    if wrong.is_empty() { Ok(matters) } else { Err(wrong) }
}

/// The number of the matter called `slug`, or what is wrong with it.
pub(super) fn matter_number(matters: &[Draft], slug: &str) -> Result<MatterId, String> {
    let place = matters.iter().position(|m| m.slug == slug);
    place.map(nth).ok_or_else(|| format!("{FILE} has no matter “{slug}”"))
}

fn matter(one: MatterText, hall: &Hall) -> Result<Draft, Why> {
    if one.slug.parse::<stations::Slug>().is_err() {
        return Err(("slug", "a slug is small letters, digits and single hyphens".to_owned()));
    }
    if let Some(word) = one.words.iter().find(|w| w.is_empty() || w.contains(char::is_whitespace)) {
        return Err(("words", format!("“{word}” is empty or has a space in it")));
    }
    let line = line_number(&hall.lines, &one.line).map_err(|why| ("line", why))?;
    let number = |field: &'static str, name: &Option<String>| {
        let found = name.as_ref().map(|name| official_number(&hall.officials, name)).transpose();
        found.map_err(|why| (field, why))
    };
    let official = number("official", &one.official)?;
    let stand_in = number("stand_in", &one.stand_in)?;
    let WaysText { drop_off, proxy, home, village } = one.ways;
    let draft = Draft {
        slug: one.slug,
        name: Name { zh: one.name, en: one.name_en },
        words: one.words,
        line,
        official,
        stand_in,
        minutes: one.minutes,
        ways: Ways { drop_off, proxy, home, village },
        note: Name { zh: one.note, en: one.note_en },
        papers: one.papers.into_iter().map(paper).collect(),
    };
    draft.judged().map_err(|not| match not {
        NotAMatter::NoName => ("name", "a matter has a name".to_owned()),
        NotAMatter::Minutes => ("minutes", "1 to 240 are possible".to_owned()),
        NotAMatter::StandIn => ("stand_in", "a stand-in stands in for an official who is somebody else".to_owned()),
        NotAMatter::Paper => ("papers", "each paper has a name".to_owned()),
    })
}

fn paper(text: PaperText) -> Paper {
    Paper {
        kind: text.kind,
        name: Name { zh: text.name, en: text.name_en },
        note: Name { zh: text.note, en: text.note_en },
    }
}
