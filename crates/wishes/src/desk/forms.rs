//! The fields of the desk's forms, as they were typed.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};

use crate::asked::{NewWishClaim, NewWishShare, Typed};
use crate::rules::{Band, Consent, Draft, Kind};

/// A wish, new or written anew.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct WishForm {
    pub once: String,
    pub version: i32,
    pub kind: String,
    pub item: String,
    pub band: String,
    pub village: String,
    pub name: String,
    pub phone: String,
    pub minor: String,
    pub guardian: String,
    pub consent: String,
    pub consented: String,
}

impl WishForm {
    /// What a new one begins with.
    pub fn fresh(once: String) -> WishForm {
        WishForm { once, ..WishForm::default() }
    }

    /// The wish as it is.
    pub fn filled(once: String, version: i32, draft: &Draft) -> WishForm {
        WishForm {
            once,
            version,
            kind: draft.kind.word().to_owned(),
            item: draft.item.as_str().to_owned(),
            band: draft.band.word().to_owned(),
            village: draft.village.map(|code| code.to_string()).unwrap_or_default(),
            ..WishForm::default()
        }
    }

    /// What was asked for, without the token.
    pub fn asked(&self) -> WishForm {
        WishForm { once: String::new(), ..self.clone() }
    }

    pub fn read(&self) -> Typed {
        // A village that cannot be read is none of the station's: the check says so.
        let village = Some(self.village.trim()).filter(|code| !code.is_empty()).map(|code| code.parse().unwrap_or(-1));
        Typed {
            kind: Kind::of_word(&self.kind),
            band: Band::of_word(&self.band),
            consent: Consent::of_word(&self.consent),
            item: self.item.clone(),
            village,
            name: self.name.clone(),
            phone: self.phone.clone(),
            minor: !self.minor.is_empty(),
            guardian: !self.guardian.is_empty(),
            consented: !self.consented.is_empty(),
        }
    }
}

/// A button of one wish, with what is typed beside it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CaseForm {
    pub once: String,
    pub version: i32,
    /// What one of several buttons means: yes or no.
    pub answer: String,
    pub why: String,
    pub words: String,
    pub place: String,
    pub code: String,
    pub to: String,
    pub name: String,
    pub phone: String,
    /// The page of the desk to which it leads back; without it, to the wish.
    pub back: String,
}

impl CaseForm {
    pub fn yes(&self) -> bool {
        self.answer == "yes"
    }

    pub fn claimer(&self) -> NewWishClaim {
        NewWishClaim { name: self.name.clone(), phone: Some(self.phone.clone()) }
    }
}

/// A count of a village.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct ShareForm {
    pub once: String,
    pub village: String,
    pub kind: String,
    pub people: String,
    pub source: String,
    pub counted_on: String,
}

impl ShareForm {
    /// What was asked for, without the token.
    pub fn asked(&self) -> ShareForm {
        ShareForm { once: String::new(), ..self.clone() }
    }

    /// What cannot be read is out of bounds, which the check says; without a kind or a day there is nothing to check.
    pub fn read(&self) -> Result<NewWishShare, Problems> {
        let mut p = Problems::default();
        let kind = p.take("kind", Kind::of_word(&self.kind).ok_or(()), "wishes-desk-wrong-kind");
        let counted_on = p.take("counted_on", self.counted_on.trim().parse(), "wishes-desk-wrong-day");
        let (village, people) = (self.village.trim().parse().unwrap_or(-1), self.people.trim().parse().unwrap_or(-1));
        let source = self.source.clone();
        let read = kind.zip(counted_on);
        p.or_else_all(read.map(|(kind, counted_on)| NewWishShare { village, kind, people, source, counted_on }))
    }
}

/// A button that says all by itself.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct OnceForm {
    pub once: String,
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub kept: String,
    pub month: String,
}
