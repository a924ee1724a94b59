//! What the desk reads: clubs with what waits, and their members with numbers.
use crate::ClubId;
use crate::clubs::answers::{self, Listed, Named, Seen};
use crate::desk::here::Here;
use kernel::db::Conn;
use kernel::fault::Fault;
use people::Phone;

/// All clubs that are not closed: those that need the desk first.
pub async fn clubs(here: &Here) -> Result<Vec<Listed>, Fault> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let mut all = here.house.db.snapshot(move |c| answers::listed(c, &station, now)).await?;
    all.sort_by_key(|l| !waits(l));
    Ok(all)
}

/// Whether somebody at the desk has to decide.
pub fn waits(l: &Listed) -> bool {
    l.club.leader.is_none() || l.hiding.is_some()
}

/// A member as the desk may know them.
#[derive(Debug, Clone)]
pub struct Member {
    pub named: Named,
    /// The guardian's, for a child.
    pub phone: Option<Phone>,
}

#[derive(Debug, Clone)]
pub struct DeskClub {
    pub seen: Seen,
    pub members: Vec<Member>,
}

pub async fn club(here: &Here, id: ClubId) -> Result<DeskClub, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let seen = answers::one(c, &house, &station, id, now)?;
        let mut members = vec![];
        for named in answers::named(c, &house, &station, id)? {
            let phone = people::phone_of(c, &house, named.member.person)?;
            members.push(Member { named, phone });
        }
        Ok(DeskClub { seen, members })
    };
    here.house.db.snapshot(read).await
}
