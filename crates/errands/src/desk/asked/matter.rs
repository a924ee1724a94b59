//! A matter as a manager writes it.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::text::{MOST_IN_A_NAME, MOST_IN_A_NOTE, line};
use crate::rules::{Draft, LineId, Name, OfficialId, Paper, Ways};

/// So many papers are a list that nobody brings; longer ones are cut into matters.
const MOST_PAPERS: usize = 30;
const MOST_WORDS: usize = 40;

#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatterEdit {
    /// How it stood when it was read; sent back, it keeps two managers from overwriting each other. Empty for a new one.
    #[serde(default)]
    pub seen: String,
    /// The end of its address: small letters, digits, hyphens.
    #[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 40, example = "old-age-allowance")]
    pub slug: String,
    pub name: Name,
    /// What else people call it.
    #[serde(default)]
    pub words: Vec<String>,
    pub line: LineId,
    #[serde(default)]
    pub official: Option<OfficialId>,
    #[serde(default)]
    pub stand_in: Option<OfficialId>,
    #[schema(minimum = 1, maximum = 240)]
    pub minutes: i16,
    #[serde(default)]
    pub ways: Ways,
    #[serde(default)]
    pub note: Name,
    #[serde(default)]
    pub papers: Vec<Paper>,
}

pub fn is_slug(slug: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    slug.len() <= 40 && !slug.is_empty() && slug.split('-').all(|part| !part.is_empty() && part.chars().all(plain))
}

impl MatterEdit {
    pub fn of(seen: String, draft: &Draft) -> MatterEdit {
        let d = draft.clone();
        MatterEdit {
            seen,
            slug: d.slug,
            name: d.name,
            words: d.words,
            line: d.line,
            official: d.official,
            stand_in: d.stand_in,
            minutes: d.minutes,
            ways: d.ways,
            note: d.note,
            papers: d.papers,
        }
    }

    pub fn checked(&self) -> Result<Draft, Problems> {
        let mut problems = Problems::default();
        let slug = self.slug.trim().to_ascii_lowercase();
        if !is_slug(&slug) {
            problems.add("slug", "errands-desk-not-a-slug");
        }
        let name = Name {
            zh: line(&mut problems, "name_zh", &self.name.zh, MOST_IN_A_NAME),
            en: line(&mut problems, "name_en", &self.name.en, 2 * MOST_IN_A_NAME),
        };
        let note = Name {
            zh: line(&mut problems, "note_zh", &self.note.zh, MOST_IN_A_NOTE),
            en: line(&mut problems, "note_en", &self.note.en, 2 * MOST_IN_A_NOTE),
        };
        let words: Vec<String> = self.words.iter().flat_map(|w| w.split_whitespace()).map(str::to_owned).collect();
        if words.len() > MOST_WORDS {
            problems.add_with("words", "errands-desk-too-many", vec![("most", MOST_WORDS.to_string())]);
        }
        line(&mut problems, "words", &words.join(" "), MOST_IN_A_NOTE);
        let papers: Vec<Paper> = self.papers.iter().map(|p| paper(&mut problems, p)).collect();
        if papers.len() > MOST_PAPERS {
            problems.add_with("papers", "errands-desk-too-many", vec![("most", MOST_PAPERS.to_string())]);
        }
        let draft = Draft {
            slug,
            name,
            words,
            line: self.line,
            official: self.official,
            stand_in: self.stand_in,
            minutes: self.minutes,
            ways: self.ways,
            note,
            papers,
        };
        problems.or_else_all(Some(draft))
    }
}

fn paper(problems: &mut Problems, paper: &Paper) -> Paper {
    let mut name = |name: &Name, most| Name {
        zh: line(problems, "papers", &name.zh, most),
        en: line(problems, "papers", &name.en, 2 * most),
    };
    Paper { kind: paper.kind, name: name(&paper.name, MOST_IN_A_NAME), note: name(&paper.note, MOST_IN_A_NOTE) }
}
