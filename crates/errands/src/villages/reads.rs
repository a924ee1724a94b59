//! What the pages and the API show, gathered in one read each; and the asks of both, with what works where a rule says no.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Said};
use kernel::view::View;
use people::PersonId;
use stations::{Division, Station};

use super::acts::{self, NewVisit};
use super::answers::{self, Known, Route, Seen};
use super::says;
use crate::TicketId;
use crate::answers::{Official, wall};
use crate::rules::Matter;
use crate::store as errands;
use crate::village_days::rules::NoVisit;
use crate::village_days::store;
use crate::village_days::{VillageDayId, VillageVisitId};

pub async fn coming(house: &House, station: &Arc<Station>) -> Result<Vec<Known>, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c| answers::coming(c, &station, now)).await
}

pub async fn day(house: &House, station: &Arc<Station>, id: VillageDayId) -> Result<Known, Fault> {
    let station = station.clone();
    house.db.snapshot(move |c| answers::day(c, &station, id)).await
}

pub async fn route(house: &House, station: &Arc<Station>, id: VillageDayId) -> Result<Route, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c| answers::route(c, &h, &station, id, now)).await
}

/// The days of the last two weeks and all that come.
pub async fn routes(house: &House, station: &Arc<Station>) -> Result<Vec<Route>, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let all = answers::of_the_desk(c, &station, now)?;
        all.into_iter().map(|known| answers::route(c, &h, &station, known.id, now)).collect()
    };
    house.db.snapshot(read).await
}

/// One visit and its day.
pub async fn visit(house: &House, station: &Arc<Station>, id: VillageVisitId) -> Result<(Known, Seen), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let visit = store::visit(c, station.id, id)?;
        one(c, &h, &station, visit, now)
    };
    house.db.snapshot(read).await
}

fn one(
    c: &mut Conn,
    house: &House,
    station: &Station,
    visit: store::KeptVisit,
    now: Timestamp,
) -> Result<(Known, Seen), Fault> {
    Ok((answers::day(c, station, visit.day)?, answers::seen(c, house, station, visit, now)?))
}

/// What whoever holds a ticket sees of villages.
pub struct Living {
    pub villages: Vec<Division>,
    pub lives_in: Option<i64>,
    pub offers: Vec<(Known, Seen)>,
}

pub async fn living(house: &House, station: &Arc<Station>, ticket: TicketId) -> Result<Living, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        errands::by_id(c, station.id, ticket)?;
        let mut offers = vec![];
        for visit in store::of_ticket(c, station.id, ticket)? {
            offers.push(one(c, &h, &station, visit, now)?);
        }
        let villages = stations::villages(c, &station.division)?;
        Ok(Living { villages, lives_in: store::lives_in(c, station.id, ticket)?, offers })
    };
    house.db.snapshot(read).await
}

/// A person's visits of all stations that are still to come, station by station.
pub async fn theirs(house: &House, person: PersonId) -> Result<Vec<(Arc<Station>, (Known, Seen))>, Fault> {
    let (h, now) = (house.clone(), house.now());
    let read = move |c: &mut Conn| {
        // No zone is further than a day from UTC; what is over is left out below.
        let yesterday = now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().yesterday().map_err(Fault::broken)?;
        let mut all = vec![];
        for (at, visit) in store::theirs(c, person, yesterday)? {
            let station = Arc::new(stations::by_id(c, at)?);
            if visit.on >= wall(&station, now).date() {
                let found = one(c, &h, &station, visit, now)?;
                all.push((station, found));
            }
        }
        Ok(all)
    };
    house.db.snapshot(read).await
}

/// What a plan is made of: officials, villages, and the matters that are done there.
pub async fn plannable(
    house: &House,
    station: &Arc<Station>,
) -> Result<(Vec<Official>, Vec<Division>, Vec<Matter>), Fault> {
    let station = station.clone();
    let read = move |c: &mut Conn| {
        let mut matters = errands::matters(c, station.id)?;
        matters.retain(|m| m.draft.ways.village);
        Ok((errands::officials(c, station.id)?, stations::villages(c, &station.division)?, matters))
    };
    house.db.snapshot(read).await
}

/// Asks for a place; where a rule says no, the refusal comes with what works.
pub async fn ask(
    house: &House,
    v: &View,
    station: &Arc<Station>,
    (new, once): (NewVisit, Option<Once>),
) -> Result<VillageVisitId, Not<(NoVisit, Said)>> {
    let wanted = new.ask;
    match acts::ask(house, station, new, once).await {
        Ok(id) => Ok(id),
        Err(Not::Fault(fault)) => Err(Not::Fault(fault)),
        Err(Not::Refused(refusal)) => {
            let (at, now) = (station.clone(), house.now());
            let read = move |c: &mut Conn| {
                let matter = errands::matters(c, at.id)?.into_iter().find(|m| m.id == wanted.matter);
                let others = match &matter {
                    Some(matter) => answers::others(c, &at, (wanted.village, matter), now)?,
                    None => vec![],
                };
                Ok::<_, Fault>((matter, others))
            };
            let (matter, others) = house.db.snapshot(read).await.map_err(Not::Fault)?;
            Err(Not::Refused((refusal, says::said(v, station, &refusal, (&others, matter.as_ref())))))
        }
    }
}
