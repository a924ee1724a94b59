//! What programs of staff read. Names and numbers only where the page shows them to the same person.
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::answers::{Held, Known, Line, Look, Objection, Person, Whole};
use crate::rules::{Band, Consent, Kind, May, State, Wish};
use crate::{AppealId, ClaimId, WishId};

/// A wish that was written down.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishMade)]
pub struct MadeShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: WishId,
    /// Six digits, told this once: for the slip of whoever wishes.
    #[schema(example = "123456")]
    pub code: String,
}

/// Another code.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishCode)]
pub struct CodeShape {
    /// Six digits, told this once.
    #[schema(example = "123456")]
    pub code: String,
}

/// What is wished for, and how it stands.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishAtDesk)]
pub struct WishShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: WishId,
    pub kind: Kind,
    pub item: String,
    pub band: Band,
    /// The code of the village (12 digits).
    pub village: Option<i64>,
    pub state: State,
    pub version: i32,
    #[schema(value_type = String, format = DateTime)]
    pub made_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
    /// The last day on which it waits.
    #[schema(value_type = Option<String>, format = Date)]
    pub ends_on: Option<Date>,
    /// Who helps instead; empty until then.
    pub referred_to: String,
}

impl WishShape {
    fn of(wish: &Wish) -> WishShape {
        WishShape {
            id: wish.id,
            kind: wish.draft.kind,
            item: wish.draft.item.as_str().to_owned(),
            band: wish.draft.band,
            village: wish.draft.village,
            state: wish.state,
            version: wish.version,
            made_at: wish.made_at,
            changed_at: wish.changed_at,
            ends_on: wish.ends_on,
            referred_to: wish.referred_to.clone(),
        }
    }
}

/// A wish in the desk's list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishLine)]
pub struct LineShape {
    #[serde(flatten)]
    pub wish: WishShape,
    /// Until when something is to be done, or since when it waits.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Timestamp>,
    /// How many have said yes to this version; two are needed.
    pub yes: usize,
    /// What you are to do now; null where others are, or time is.
    pub todo: Option<May>,
    /// All that you may do, what is most to be done first.
    pub may: Vec<May>,
}

impl LineShape {
    pub fn of(line: &Line) -> LineShape {
        let (due, yes, todo) = (line.due, line.yes, line.todo());
        LineShape { wish: WishShape::of(&line.wish), due, yes, todo, may: line.may.clone() }
    }
}

/// All wishes: what you are to do first, then what others are, at the end what is over.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishLines)]
pub struct LinesShape {
    pub wishes: Vec<LineShape>,
}

/// Somebody's name, and how they are reached.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishKnown)]
pub struct KnownShape {
    pub name: String,
    #[schema(example = "13800000000")]
    pub phone: Option<String>,
}

impl KnownShape {
    fn of(known: &Known) -> KnownShape {
        KnownShape { name: known.name.clone(), phone: known.phone.as_ref().map(|phone| phone.full().to_owned()) }
    }
}

/// Whose wish it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishPerson)]
pub struct PersonShape {
    /// Somebody under 18: then a guardian is named, who has consented.
    pub minor: bool,
    pub guardian: bool,
    pub consent: Consent,
    #[schema(value_type = String, format = DateTime)]
    pub consent_at: Timestamp,
    /// How many wrong codes were typed since the last was made.
    pub tries: i16,
    /// Only for whoever wrote it down, and for managers.
    pub known: Option<KnownShape>,
}

impl PersonShape {
    fn of(p: &Person) -> PersonShape {
        let known = p.known.as_ref().map(KnownShape::of);
        let Person { minor, guardian, consent, consent_at, tries, .. } = *p;
        PersonShape { minor, guardian, consent, consent_at, tries, known }
    }
}

/// Who has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishHeld)]
pub struct HeldShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: ClaimId,
    #[schema(value_type = String, format = DateTime)]
    pub claimed_at: Timestamp,
    /// Then others may take it up.
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub contacted_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub delivered_at: Option<Timestamp>,
    /// Where it lies; empty until then.
    pub place: String,
    /// Whether whoever wishes knows that it is there.
    pub told: bool,
    /// Only for whoever wrote it down, and for managers; null if they are forgotten.
    pub known: Option<KnownShape>,
}

impl HeldShape {
    fn of(h: &Held) -> HeldShape {
        HeldShape {
            id: h.id,
            claimed_at: h.claimed_at,
            until: h.until,
            contacted_at: h.contacted_at,
            delivered_at: h.delivered_at,
            place: h.place.clone(),
            told: h.told,
            known: h.known.as_ref().map(KnownShape::of),
        }
    }
}

/// What somebody said who looked at a version.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishLook)]
pub struct LookShape {
    pub version: i32,
    /// The name; empty if they are not known here any more.
    pub by: String,
    pub yes: bool,
    /// Of a no; empty of a yes.
    pub why: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

impl LookShape {
    fn of(one: &Look) -> LookShape {
        LookShape { version: one.version, by: one.by.clone(), yes: one.yes, why: one.why.clone(), at: one.at }
    }
}

/// What came of an objection.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishAppealDecided)]
pub struct DecidedShape {
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub by: String,
    /// The no stands.
    pub upheld: bool,
    pub words: String,
}

/// That somebody does not accept a no.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishObjection)]
pub struct ObjectionShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: AppealId,
    pub version: i32,
    #[schema(value_type = String, format = DateTime)]
    pub made_at: Timestamp,
    /// Only for whoever looks after the wish, and for whoever may decide.
    pub why: Option<String>,
    pub decided: Option<DecidedShape>,
}

impl ObjectionShape {
    fn of(one: &Objection) -> ObjectionShape {
        let decided = one.decided.as_ref();
        let decided = decided.map(|(at, by, upheld, words)| DecidedShape {
            at: *at,
            by: by.clone(),
            upheld: *upheld,
            words: words.clone(),
        });
        ObjectionShape { id: one.id, version: one.version, made_at: one.made_at, why: one.why.clone(), decided }
    }
}

/// All of one wish that you may know.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishWhole)]
pub struct WholeShape {
    #[serde(flatten)]
    pub wish: WishShape,
    /// Whether its card says the village.
    pub village_shown: bool,
    /// Who wrote this version down.
    pub coordinator: String,
    /// Gone thirty days after the end.
    pub person: Option<PersonShape>,
    pub claim: Option<HeldShape>,
    pub looks: Vec<LookShape>,
    pub appeals: Vec<ObjectionShape>,
    /// All that you may do, what is most to be done first.
    pub may: Vec<May>,
}

impl WholeShape {
    pub fn of(w: &Whole) -> WholeShape {
        WholeShape {
            wish: WishShape::of(&w.wish),
            village_shown: w.village_shown,
            coordinator: w.coordinator.clone(),
            person: w.person.as_ref().map(PersonShape::of),
            claim: w.claim.as_ref().map(HeldShape::of),
            looks: w.looks.iter().map(LookShape::of).collect(),
            appeals: w.appeals.iter().map(ObjectionShape::of).collect(),
            may: w.may.clone(),
        }
    }
}
