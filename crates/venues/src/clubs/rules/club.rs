//! Founding, joining, leading and meeting.
use super::refusal::NoClub;
use crate::games::rules::Band;
use kernel::db::types::Id;
use people::PersonId;

/// As what somebody is in a club.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Entry {
    Oneself,
    /// A child, entered by its guardian.
    Child(Band),
}

/// Somebody who is in, or asks to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    pub id: Id,
    /// The guardian of a child.
    pub person: PersonId,
    pub entry: Entry,
    pub is_in: bool,
}

/// All that a decision about a club depends on.
#[derive(Debug, Clone)]
pub struct Club {
    pub closed: bool,
    /// Two of staff have hidden what it says of itself.
    pub hidden: bool,
    /// Whoever asks is in at once.
    pub opens: bool,
    pub leader: Option<PersonId>,
    pub heir: Option<PersonId>,
    pub members: Vec<Member>,
}

/// So many clubs one person may lead at a station.
pub const MOST_LED: usize = 3;
/// So many members are a club and not a village.
const MOST_MEMBERS: usize = 300;
/// So many children of one guardian.
const MOST_CHILDREN: usize = 4;
/// So many series that the leader has made may run at a time.
const MOST_MEETINGS: usize = 4;
/// A smaller number is not said in public.
const FEWEST_SHOWN: usize = 10;

impl Club {
    fn children_of(&self, person: PersonId) -> usize {
        self.members.iter().filter(|m| m.person == person && m.entry != Entry::Oneself).count()
    }
}

/// Whether there is anything to do with the club at all.
pub fn stands(club: &Club) -> Result<(), NoClub> {
    if club.closed { Err(NoClub::Closed) } else { Ok(()) }
}

/// Whether somebody who leads `leads` clubs here may lead one more.
pub fn found(leads: usize) -> Result<(), NoClub> {
    if leads >= MOST_LED { Err(NoClub::EnoughClubs { most: MOST_LED }) } else { Ok(()) }
}

/// Whether somebody may ask, and whether they are in at once. Whoever leads decides about every child.
pub fn join(club: &Club, person: PersonId, entry: Entry) -> Result<bool, NoClub> {
    stands(club)?;
    if club.hidden {
        return Err(NoClub::Hidden);
    }
    if club.members.len() >= MOST_MEMBERS {
        return Err(NoClub::Full { most: MOST_MEMBERS });
    }
    if entry != Entry::Oneself && club.children_of(person) >= MOST_CHILDREN {
        return Err(NoClub::EnoughChildren { most: MOST_CHILDREN });
    }
    Ok(club.opens && entry == Entry::Oneself)
}

/// Whether somebody who asks may be let in.
pub fn admit(club: &Club) -> Result<(), NoClub> {
    stands(club)
}

/// Whether a member may go, or be sent away.
pub fn leave(club: &Club, member: &Member) -> Result<(), NoClub> {
    if member.entry == Entry::Oneself && club.leader == Some(member.person) { Err(NoClub::Leads) } else { Ok(()) }
}

/// Whether a member may be asked to lead.
pub fn ask_to_lead(club: &Club, member: &Member) -> Result<(), NoClub> {
    stands(club)?;
    let fits = member.is_in && member.entry == Entry::Oneself && club.leader != Some(member.person);
    if fits { Ok(()) } else { Err(NoClub::NoLeader) }
}

/// Whether somebody who leads `leads` clubs already becomes the leader.
pub fn lead(club: &Club, person: PersonId, leads: usize) -> Result<(), NoClub> {
    stands(club)?;
    if club.heir != Some(person) {
        return Err(NoClub::NotAsked);
    }
    found(leads)
}

/// Whether the leader may make one more series of meetings, while `running` of those go on.
pub fn meet(running: usize) -> Result<(), NoClub> {
    if running >= MOST_MEETINGS { Err(NoClub::EnoughMeetings { most: MOST_MEETINGS }) } else { Ok(()) }
}

/// How many members are said in public: nothing below ten.
pub fn shown_count(members: usize) -> Option<usize> {
    Some(members).filter(|n| *n >= FEWEST_SHOWN)
}
