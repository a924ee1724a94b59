//! A wish, whose it is, and who has it.
use jiff::Timestamp;
use jiff::civil::Date;
use people::{Name, PersonId, Phone, StaffId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Band, Item, Kind, NoWish, State};
use crate::{CallId, ClaimId, WishId};

/// Reasons, decisions and places are no longer.
pub const MOST_IN_WORDS: usize = 200;

/// What is wished for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub kind: Kind,
    pub item: Item,
    pub band: Band,
    /// The code of the village where the person lives. Whether a card says it is judged each time.
    pub village: Option<i64>,
}

impl Draft {
    /// An hour of somebody's time costs nothing, whatever was chosen.
    pub fn settled(self) -> Draft {
        match self.kind {
            Kind::Time => Draft { band: Band::Free, ..self },
            _ => self,
        }
    }
}

/// How it was recorded that whoever wishes agrees. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishConsent)]
pub enum Consent {
    /// Signed.
    Paper = 0,
    /// Said before a witness, for those who do not write.
    Witness = 1,
}

impl Consent {
    pub const ALL: [Consent; 2] = [Consent::Paper, Consent::Witness];

    pub fn of(number: i16) -> Option<Consent> {
        Consent::ALL.into_iter().find(|how| *how as i16 == number)
    }

    pub fn word(self) -> &'static str {
        match self {
            Consent::Paper => "paper",
            Consent::Witness => "witness",
        }
    }

    pub fn of_word(word: &str) -> Option<Consent> {
        Consent::ALL.into_iter().find(|how| how.word() == word)
    }
}

/// Whose wish it is: for a minor, the name and number of a guardian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    pub name: Name,
    pub phone: Option<Phone>,
    pub minor: bool,
    /// A guardian has agreed.
    pub guardian: bool,
    pub consent: Consent,
}

impl NewPerson {
    /// A child's wish needs a guardian; nobody else has one.
    pub fn checked(self) -> Result<NewPerson, NoWish> {
        match (self.minor, self.guardian) {
            (true, false) => Err(NoWish::NeedsGuardian),
            _ => Ok(NewPerson { guardian: self.minor, ..self }),
        }
    }
}

/// A wish as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub id: WishId,
    pub draft: Draft,
    pub state: State,
    /// Counted from 1: a change of what is wished for is the next.
    pub version: i32,
    /// Who wrote this version down.
    pub coordinator: StaffId,
    pub made_at: Timestamp,
    /// Of the state.
    pub changed_at: Timestamp,
    /// First.
    pub public_at: Option<Timestamp>,
    /// The last day on which it is open.
    pub ends_on: Option<Date>,
    /// Who helps instead; empty until then.
    pub referred_to: String,
}

/// Who has a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub id: ClaimId,
    /// At which whoever calls answers.
    pub call: CallId,
    pub wish: WishId,
    /// Nobody any more, if they were forgotten after they had brought it.
    pub person: Option<PersonId>,
    pub claimed_at: Timestamp,
    pub until: Timestamp,
    pub contacted_at: Option<Timestamp>,
    pub delivered_at: Option<Timestamp>,
    /// Where the thing lies; empty until then.
    pub place: String,
    pub reminded: bool,
    /// Whoever wished it knows that it is there.
    pub told: bool,
}
