//! Lines and desks as managers write them, well-typed: the bodies of the API, and what the forms become.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::desk::asked::{MOST_IN_A_NAME, is_slug, line as text};
use crate::rules::{DeskId, Line, LineId, Name};
use crate::store::Desk;

/// The highest number on a sign.
pub const HIGHEST_DESK: i32 = 999;

/// A new line.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    /// The end of its address: small letters, digits, hyphens. It stays.
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 40, example = "civil")]
    pub slug: String,
    /// Stands before its numbers. It stays.
    #[schema(pattern = "^[A-Z]$", max_length = 1, example = "A")]
    pub letter: String,
    pub name: Name,
    /// OpenStreetMap `opening_hours`; empty = the station's.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub hours: String,
}

/// A line's name and hours, anew.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LineEdit {
    /// How it stood when it was read; sent back, it keeps two managers from overwriting each other.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub seen: String,
    pub name: Name,
    #[serde(default)]
    #[schema(max_length = 500)]
    pub hours: String,
}

/// A new desk.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDesk {
    /// The number on its sign. It stays.
    #[schema(minimum = 1, maximum = 999)]
    pub id: DeskId,
    /// Where it is.
    #[serde(default)]
    pub note: Name,
    /// The lines that it calls.
    #[serde(default)]
    #[schema(max_items = 26)]
    pub lines: Vec<LineId>,
}

/// Where a desk is, anew.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeskEdit {
    /// How it stood when it was read.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub seen: String,
    pub note: Name,
}

fn name(problems: &mut Problems, name: &Name) -> Name {
    let read = Name {
        zh: text(problems, "name_zh", &name.zh, MOST_IN_A_NAME),
        en: text(problems, "name_en", &name.en, 2 * MOST_IN_A_NAME),
    };
    if read.zh.is_empty() {
        problems.add("name_zh", "errands-desk-no-name");
    }
    read
}

fn hours(problems: &mut Problems, typed: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() {
        return String::new();
    }
    stations::hours(problems, typed).map(|h| h.text().to_owned()).unwrap_or_default()
}

fn note(problems: &mut Problems, note: &Name) -> Name {
    Name {
        zh: text(problems, "note_zh", &note.zh, MOST_IN_A_NAME),
        en: text(problems, "note_en", &note.en, 2 * MOST_IN_A_NAME),
    }
}

impl NewLine {
    pub fn checked(&self) -> Result<Line, Problems> {
        let mut problems = Problems::default();
        let slug = self.slug.trim().to_ascii_lowercase();
        if !is_slug(&slug) {
            problems.add("slug", "errands-desk-not-a-slug");
        }
        let letter = self.letter.trim().to_ascii_uppercase();
        let letter = Some(letter).filter(|l| l.len() == 1).and_then(|l| l.chars().next());
        let letter = problems.take("letter", letter.filter(char::is_ascii_uppercase).ok_or(()), "setup-not-a-letter");
        let (name, hours) = (name(&mut problems, &self.name), hours(&mut problems, &self.hours));
        problems.or_else_all(letter.map(|letter| Line { id: 0, slug, letter, name, hours }))
    }
}

impl LineEdit {
    pub fn checked(&self) -> Result<(Name, String), Problems> {
        let mut problems = Problems::default();
        let written = (name(&mut problems, &self.name), hours(&mut problems, &self.hours));
        problems.or_else_all(Some(written))
    }
}

impl NewDesk {
    pub fn checked(&self) -> Result<Desk, Problems> {
        let mut problems = Problems::default();
        if !(1..=HIGHEST_DESK).contains(&self.id) {
            problems.add("id", "setup-not-a-sign");
        }
        let note = note(&mut problems, &self.note);
        problems.or_else_all(Some(Desk { id: self.id, note, lines: self.lines.clone() }))
    }
}

impl DeskEdit {
    pub fn checked(&self) -> Result<Name, Problems> {
        let mut problems = Problems::default();
        let note = note(&mut problems, &self.note);
        problems.or_else_all(Some(note))
    }
}
