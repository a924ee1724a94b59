//! What somebody who comes for a matter should know first: who does it now, or from when on. Pure.
use jiff::civil::DateTime;

use crate::answers::Official;
use crate::rules::{DeskId, Line, Matter, Presence, Shown};

/// An official, as everybody sees them.
#[derive(Debug, Clone)]
pub struct Person {
    pub official: Official,
    pub shown: Shown,
    /// The village or the place where they are, if they agreed that it is told.
    pub place: Option<String>,
}

impl Person {
    /// Of leave nothing is told but that they are not in: where somebody is would say of which kind it is.
    pub fn may_say_where(shown: Shown) -> bool {
        matches!(shown, Shown::Away { presence: Presence::Meeting | Presence::Field, .. })
    }

    /// When they are back, if they said so and it is still believed.
    pub fn back(&self) -> Option<DateTime> {
        match self.shown {
            Shown::Away { back, .. } => back,
            _ => None,
        }
    }
}

/// A line as it stands now.
#[derive(Debug, Clone)]
pub struct LineNow {
    pub line: Line,
    /// Tickets are served now.
    pub open: bool,
    /// When they are served next, if they are not now.
    pub opens: Option<DateTime>,
    /// When the last hours of today end; nothing on a day without hours.
    pub ends: Option<DateTime>,
    /// Whether a number can be drawn: until the last hours of the day end.
    pub draws: bool,
    /// Whether it takes appointments.
    pub books: bool,
    /// Who waits, in the hall and at home.
    pub waiting: usize,
    pub desks: Vec<DeskId>,
}

/// The answer, before everything else.
#[derive(Debug, Clone)]
pub enum Answer<'a> {
    /// Somebody who does it is in; `instead_of` the official, who is not.
    Now { who: &'a Person, instead_of: Option<&'a Person> },
    /// Whoever sits at these desks does it, and somebody does.
    Desks(Vec<DeskId>),
    /// Nobody who does it is in; this one is back first.
    Away(&'a Person),
    /// Whether anybody is in, nobody has said.
    NotKnown(Option<&'a Person>),
    /// It is not the time at which this is done; from when on, if that is known.
    Shut(Option<DateTime>),
}

impl<'a> Answer<'a> {
    /// `people` are all officials of the station.
    pub fn of(matter: &Matter, line: &LineNow, people: &'a [Person]) -> Answer<'a> {
        if !line.open {
            return Answer::Shut(line.opens);
        }
        let by_id = |id| people.iter().find(|p| Some(p.official.id) == id);
        let (official, stand_in) = (by_id(matter.draft.official), by_id(matter.draft.stand_in));
        if official.is_none() {
            return Answer::at_desks(line, people);
        }
        let is_in = |p: &&Person| p.shown.is_in();
        match (official.filter(is_in), stand_in.filter(is_in)) {
            (Some(who), _) => Answer::Now { who, instead_of: None },
            (None, Some(who)) => Answer::Now { who, instead_of: official },
            (None, None) => Answer::nobody(official.into_iter().chain(stand_in)),
        }
    }

    fn at_desks(line: &LineNow, people: &'a [Person]) -> Answer<'a> {
        let at = |p: &Person| match p.shown {
            Shown::AtDesk(Some(desk)) => Some(desk),
            _ => None,
        };
        let serves = |desk: Option<DeskId>| desk.is_some_and(|d| line.desks.contains(&d));
        let mut desks: Vec<DeskId> = people.iter().filter_map(at).filter(|d| line.desks.contains(d)).collect();
        desks.sort_unstable();
        desks.dedup();
        if desks.is_empty() {
            Answer::nobody(people.iter().filter(|p| serves(p.official.desk)))
        } else {
            Answer::Desks(desks)
        }
    }

    /// Of those who are not in, the one who is back first; what nobody has said is not "away".
    fn nobody(who: impl Iterator<Item = &'a Person> + Clone) -> Answer<'a> {
        let back = who.clone().filter_map(|p| Some((p.back()?, p))).min_by_key(|(back, _)| *back);
        if let Some((_, person)) = back {
            return Answer::Away(person);
        }
        let unsure = |p: &&Person| matches!(p.shown, Shown::NotSaid | Shown::Unconfirmed(_));
        match who.clone().find(unsure) {
            Some(person) => Answer::NotKnown(Some(person)),
            None => who.clone().next().map_or(Answer::NotKnown(None), Answer::Away),
        }
    }
}
