//! The fields of the desk's forms, as they were typed.
use std::collections::BTreeMap;

use serde::Deserialize;

use super::asked::LibraryRules;
use super::steps::Then;
use crate::rules::{DueMode, Kind, Settings};

/// So much of what a scanner typed is looked at.
const MOST_SCANNED: usize = 300;

/// The counter.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CounterForm {
    pub once: String,
    /// A card, a number or a name.
    pub reader: String,
    /// The sealed line of whoever was found before.
    pub held: String,
    /// A barcode, an ISBN or words.
    pub barcode: String,
    pub then: String,
    /// Of what is renewed, or not waited for any longer.
    pub id: String,
    /// The title that somebody wants to wait for.
    pub hold: String,
    /// Whoever has that name is somebody else than those who are known by it.
    pub new: String,
}

impl CounterForm {
    /// Without marks that no scanner types.
    pub fn cut(self) -> CounterForm {
        let cut = |text: &str| text.trim().chars().filter(|c| !c.is_control()).take(MOST_SCANNED).collect();
        CounterForm { reader: cut(&self.reader), barcode: cut(&self.barcode), ..self }
    }

    /// Nothing where somebody has taken the form apart.
    pub fn then(&self) -> Option<Then> {
        match (self.hold.as_str(), self.then.as_str()) {
            ("", "renew") => self.id.parse().ok().map(Then::Renew),
            ("", "cancel") => self.id.parse().ok().map(Then::Cancel),
            ("", then) => Some(Then::of_word(then)),
            (title, _) => title.parse().ok().map(Then::Hold),
        }
    }
}

/// A button in a list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PressForm {
    pub once: String,
    pub how: String,
    /// The page of the desk to which it leads back; without it, to the list.
    pub back: String,
}

/// What has just been done, on the page that somebody is led back to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Did {
    pub done: String,
}

/// The eight settings.
#[derive(Debug, Clone, Default)]
pub struct SettingsForm(BTreeMap<String, String>);

impl SettingsForm {
    pub fn of(sent: BTreeMap<String, String>) -> SettingsForm {
        SettingsForm(sent)
    }

    /// As they are.
    pub fn filled(once: String, s: &Settings) -> SettingsForm {
        let fields = [
            ("once", once),
            ("most_items", s.most_items.to_string()),
            ("loan_days", s.loan_days.to_string()),
            ("renewals", s.renewals.to_string()),
            ("hold_days", s.hold_days.to_string()),
            ("block_days", s.block_days.map(|days| days.to_string()).unwrap_or_default()),
            ("due_mode", s.due_mode.word().to_owned()),
        ];
        let mut all: BTreeMap<String, String> = fields.map(|(name, value)| (name.to_owned(), value)).into();
        for kind in Kind::ALL.into_iter().filter(|kind| s.kinds.has(*kind)) {
            all.insert(kind_field(kind), "1".into());
        }
        if s.history {
            all.insert("history".into(), "1".into());
        }
        SettingsForm(all)
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    pub fn ticked(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub fn due_mode(&self) -> DueMode {
        let typed = self.get("due_mode");
        DueMode::ALL.into_iter().find(|mode| mode.word() == typed).unwrap_or_default()
    }

    /// What programs would send. A number that cannot be read is out of its range.
    pub fn read(&self) -> LibraryRules {
        let number = |name: &str| self.get(name).trim().parse().unwrap_or(-1);
        let block = self.get("block_days").trim();
        let kinds = Kind::ALL.into_iter().filter(|kind| self.ticked(&kind_field(*kind)));
        LibraryRules {
            most_items: number("most_items"),
            loan_days: number("loan_days"),
            renewals: number("renewals"),
            hold_days: number("hold_days"),
            kinds: kinds.map(Into::into).collect(),
            block_days: (!block.is_empty()).then(|| number("block_days")),
            due_mode: self.due_mode().into(),
            history: self.ticked("history"),
        }
    }
}

/// The box of a kind.
pub fn kind_field(kind: Kind) -> String {
    format!("kind-{}", kind.word())
}
