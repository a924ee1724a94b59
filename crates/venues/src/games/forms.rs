//! What people type and tap, and how it becomes what the API's bodies are.
use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{NewChild, NewGame, NewPlace, NewSpareTime};
use super::rules::{Band, Level};

/// An open game as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PostForm {
    pub once: String,
    pub offering: String,
    pub from: String,
    pub minutes: String,
    pub more: String,
    pub level: String,
    pub note: String,
    pub child: String,
    pub band: String,
    pub along: String,
    pub name: String,
}

/// A place in a game as it was typed. Whose it is depends on whether a child is named.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PlaceForm {
    pub once: String,
    pub child: String,
    pub band: String,
    pub along: String,
    pub name: String,
}

impl PostForm {
    pub fn read(&self) -> Result<NewGame, Problems> {
        let mut problems = Problems::default();
        let minutes = optional(&mut problems, "minutes", &self.minutes);
        let more = optional(&mut problems, "more", &self.more);
        if more.is_none() {
            problems.add("more", "games-form-more");
        }
        let child = self.place().child(&mut problems);
        let game = more.map(|more| NewGame {
            offering: self.offering.clone(),
            from: self.from.clone(),
            minutes,
            more,
            level: Level::of_name(&self.level),
            note: self.note.clone(),
            child,
            name: Some(self.name.clone()),
        });
        problems.or_else_all(game)
    }

    /// The part that says who comes.
    pub fn place(&self) -> PlaceForm {
        let PostForm { child, band, along, name, .. } = self.clone();
        PlaceForm { child, band, along, name, once: String::new() }
    }
}

impl PlaceForm {
    pub fn read(&self) -> Result<NewPlace, Problems> {
        let mut problems = Problems::default();
        let child = self.child(&mut problems);
        problems.or_else_all(Some(NewPlace { child, name: Some(self.name.clone()) }))
    }

    fn child(&self, problems: &mut Problems) -> Option<NewChild> {
        let name = Some(self.child.trim()).filter(|n| !n.is_empty())?.to_owned();
        let Some(band) = Band::of_name(&self.band) else {
            problems.add("band", "games-form-band");
            return None;
        };
        Some(NewChild { name, band, along: !self.along.is_empty() })
    }
}

fn optional(problems: &mut Problems, field: &'static str, typed: &str) -> Option<i32> {
    let typed = Some(typed.trim()).filter(|t| !t.is_empty())?;
    problems.take(field, typed.parse(), "games-form-number")
}

/// Which player, where a form is about one.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PlayerForm {
    pub player: String,
}

/// A weekly time as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct SpareForm {
    pub once: String,
    pub offering: String,
    pub weekday: String,
    pub from: String,
    pub until: String,
    pub ends_on: String,
}

impl SpareForm {
    pub fn read(&self) -> NewSpareTime {
        NewSpareTime {
            offering: self.offering.clone(),
            // No day at all is a wrong one.
            weekday: self.weekday.trim().parse().unwrap_or(-1),
            from: self.from.clone(),
            until: self.until.clone(),
            ends_on: Some(self.ends_on.clone()),
        }
    }
}

/// What a link to the posting page may say. What cannot be read is left out: the page then decides.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewQuery {
    pub offering: String,
    pub at: String,
    pub on: String,
    pub minutes: String,
    pub all: String,
}
