//! A wish as a coordinator writes it down, and whose it is.
use kernel::form::Problems;
use people::{Name, NameProblem, Phone, PhoneProblem};
use serde::{Deserialize, Serialize};
use stations::Division;
use utoipa::ToSchema;

use crate::rules::{self, Band, Consent, Draft, Kind, NewPerson};

/// A wish, and whose it is. Name and number are kept sealed and apart; everybody reads the rest, as soon as two have looked at it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWish {
    /// What kind of thing.
    pub kind: Kind,
    /// What it is, without anything that could name somebody, and without money.
    #[schema(min_length = 2, max_length = 40, example = "保暖鞋，42 码")]
    pub item: String,
    /// What it costs at most.
    pub band: Band,
    /// The code of the village (12 digits). It is shown only where enough people share what is shown.
    #[serde(default)]
    #[schema(example = 630_203_102_200_i64)]
    pub village: Option<i64>,
    /// Of whoever wishes; of a minor, the name of the guardian.
    #[schema(min_length = 1, max_length = 30, example = "罗大爷")]
    pub name: String,
    /// Where they, or the guardian, are told that it is here.
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
    /// Whether it is the wish of somebody under 18: then a guardian has consented, and name and number are the guardian's.
    #[serde(default)]
    pub minor: bool,
    #[serde(default)]
    pub guardian: bool,
    /// How they have consented.
    pub consent: Consent,
    /// That they have. Without it nothing is written down.
    pub consented: bool,
}

/// What is to be checked of a wish itself.
fn draft(
    p: &mut Problems,
    (kind, band): (Option<Kind>, Option<Band>),
    item: &str,
    (village, villages): (Option<i64>, &[Division]),
) -> Option<Draft> {
    let names: Vec<&str> = villages.iter().map(|village| village.name.as_str()).collect();
    let item = match rules::item(item) {
        Ok(item) => match rules::names_a_village(&item, &names) {
            Some(word) => {
                p.add_with("item", "wishes-item-place", vec![("word", word)]);
                None
            }
            None => Some(item),
        },
        Err(problem) => {
            p.add_with("item", problem.key(), vec![("word", problem.word().unwrap_or_default().to_owned())]);
            None
        }
    };
    if village.is_some_and(|code| !villages.iter().any(|v| v.code == code)) {
        p.add("village", "wishes-desk-wrong-village");
    }
    let kind = p.take("kind", kind.ok_or(()), "wishes-desk-wrong-kind");
    let band = p.take("band", band.ok_or(()), "wishes-desk-wrong-band");
    Some(Draft { kind: kind?, item: item?, band: band?, village })
}

/// The same as a form sends it, where a choice may be missing.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    pub kind: Option<Kind>,
    pub band: Option<Band>,
    pub consent: Option<Consent>,
    pub item: String,
    pub village: Option<i64>,
    pub name: String,
    pub phone: String,
    pub minor: bool,
    pub guardian: bool,
    pub consented: bool,
}

impl Typed {
    /// The wish alone: what is written anew of one that is there.
    ///
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn draft(&self, villages: &[Division]) -> Result<Draft, Problems> {
        let mut p = Problems::default();
        let draft = draft(&mut p, (self.kind, self.band), &self.item, (self.village, villages));
        p.or_else_all(draft)
    }

    /// The wish and whose it is; all that is wrong is said at once.
    ///
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self, villages: &[Division]) -> Result<(Draft, NewPerson), Problems> {
        let mut p = Problems::default();
        let draft = draft(&mut p, (self.kind, self.band), &self.item, (self.village, villages));
        let name: Result<Name, NameProblem> = self.name.parse();
        let name = name.map_err(|problem| p.add("name", problem.key())).ok();
        let named = draft.as_ref().zip(name.as_ref());
        if let Some(word) = named.and_then(|(draft, name)| rules::names_somebody(&draft.item, name.as_str())) {
            p.add_with("item", "wishes-item-name", vec![("word", word)]);
        }
        let phone = phone(&mut p, &self.phone);
        // Whoever is under age does not consent alone.
        if self.minor && !self.guardian {
            p.add("guardian", "wishes-desk-wrong-guardian");
        }
        if !self.consented {
            p.add("consented", "wishes-desk-wrong-consent");
        }
        let consent = p.take("consent", self.consent.ok_or(()), "wishes-desk-wrong-consent-how");
        let (minor, guardian) = (self.minor, self.minor && self.guardian);
        let person = name.zip(consent).map(|(name, consent)| NewPerson { name, phone, minor, guardian, consent });
        p.or_else_all(draft.zip(person))
    }
}

/// A number, if one was left.
pub(super) fn phone(p: &mut Problems, typed: &str) -> Option<Phone> {
    let read: Result<Phone, PhoneProblem> = Some(typed.trim()).filter(|typed| !typed.is_empty())?.parse();
    read.map_err(|problem| p.add("phone", problem.key())).ok()
}

impl NewWish {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self, villages: &[Division]) -> Result<(Draft, NewPerson), Problems> {
        let typed = Typed {
            kind: Some(self.kind),
            band: Some(self.band),
            consent: Some(self.consent),
            item: self.item.clone(),
            village: self.village,
            name: self.name.clone(),
            phone: self.phone.clone().unwrap_or_default(),
            minor: self.minor,
            guardian: self.guardian,
            consented: self.consented,
        };
        typed.checked(villages)
    }
}

/// A wish written anew: two people look at it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WishRewrite {
    /// The number of the version that was read: if somebody has written since, nothing is changed.
    #[schema(minimum = 1)]
    pub version: i32,
    pub kind: Kind,
    #[schema(min_length = 2, max_length = 40, example = "保暖鞋，42 码")]
    pub item: String,
    pub band: Band,
    /// The code of the village (12 digits).
    #[serde(default)]
    #[schema(example = 630_203_102_200_i64)]
    pub village: Option<i64>,
}

impl WishRewrite {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self, villages: &[Division]) -> Result<Draft, Problems> {
        let typed = Typed {
            kind: Some(self.kind),
            band: Some(self.band),
            item: self.item.clone(),
            village: self.village,
            ..Typed::default()
        };
        typed.draft(villages)
    }
}
