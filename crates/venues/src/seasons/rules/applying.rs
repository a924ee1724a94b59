//! Who asks for what.
use super::refusal::NoSeason;
use super::terms::{Kind, Slot, Terms};
use kernel::db::types::Id;

/// So many wishes are enough to choose from.
pub const MOST_WISHES: usize = 10;

/// Who asks, as everybody reads it: an office or a group by its name, never a person. Another kind of applicant is a variant here
/// (with the next number of [`Applicant::column`]) and in `acts::Applying`, a line in `acts::known` (who is the same one as last
/// season) and in `acts::award` (who holds the series).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "as", rename_all = "kebab-case", deny_unknown_fields)]
#[schema(as = SeasonApplicant)]
pub enum Applicant {
    /// An office that shares the station, by its number.
    Office { number: i32, name: String },
    /// Residents who come together; whoever leads them has proved a phone.
    Group { name: String },
}

impl Applicant {
    pub fn name(&self) -> &str {
        match self {
            Applicant::Office { name, .. } | Applicant::Group { name } => name,
        }
    }

    /// The variant's number in the table, which it keeps; a new variant takes the next.
    pub fn column(&self) -> i16 {
        match self {
            Applicant::Office { .. } => 0,
            Applicant::Group { .. } => 1,
        }
    }

    pub fn of(column: i16, owner: Option<i32>, name: String) -> Option<Applicant> {
        match (column, owner) {
            (0, Some(number)) => Some(Applicant::Office { number, name }),
            (1, None) => Some(Applicant::Group { name }),
            _ => None,
        }
    }
}

/// What somebody asks for, well-formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub kind: Kind,
    pub size: i32,
    /// How many slots they would like in all.
    pub wants: i32,
    /// Slots by number, the dearest first.
    pub wishes: Vec<i32>,
}

/// An application with what is known of its applicant from the season before.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonApplication)]
pub struct Application {
    #[schema(value_type = String, format = Uuid)]
    pub id: Id,
    pub applicant: Applicant,
    pub kind: Kind,
    #[schema(minimum = 1, maximum = 1000)]
    pub size: i32,
    #[schema(minimum = 1, maximum = 7)]
    pub wants: i32,
    /// Slots by number, the dearest first.
    pub wishes: Vec<i32>,
    /// The same applicant's application in the round before.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub before: Option<Id>,
    /// The slots of this round that they had last season: the same room on the same weekday, at least partly at that time.
    pub held: Vec<i32>,
    /// Whether they got their first wish last season.
    pub got_first: bool,
}

/// Whether an application can be had under the terms at all.
pub fn fits(terms: &Terms, asked: &Asked) -> Result<(), NoSeason> {
    if asked.wishes.is_empty() || asked.wishes.len() > MOST_WISHES {
        return Err(NoSeason::Wishes { most: MOST_WISHES });
    }
    if !(1..=terms.limit).contains(&asked.wants) {
        return Err(NoSeason::Wants { most: terms.limit });
    }
    let mut seen = vec![];
    for number in &asked.wishes {
        let slot = terms.slot(*number).ok_or(NoSeason::NoSuchSlot { number: *number })?;
        if seen.contains(number) {
            return Err(NoSeason::WishedTwice { number: *number });
        }
        seen.push(*number);
        if !has_room_for(slot, asked.size) {
            return Err(NoSeason::Size { number: *number, from: slot.smallest, to: slot.largest });
        }
    }
    Ok(())
}

/// Whether so many may use it.
pub fn has_room_for(slot: &Slot, size: i32) -> bool {
    (slot.smallest..=slot.largest).contains(&size)
}
