//! The rule is applied and the seed revealed, in one transaction.
use std::sync::Arc;

use super::load::{SEED, held, record};
use super::lock::locked;
use crate::RoundId;
use crate::seasons::rules::{self, NoSeason, Seed, Sheet, Stands};
use crate::seasons::store;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Applies the rule to what was locked. A round that has its result keeps it: doing it again changes nothing.
pub async fn allocate(house: &House, station: &Arc<Station>, id: RoundId, staff: StaffId) -> Result<(), Not<NoSeason>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (round, stands) = held(c, &station, id, now)?;
        match stands {
            Stands::Locked => {}
            Stands::Open => return Err(NoSeason::StillOpen { until: round.terms.apply_until }.into()),
            Stands::Allocated | Stands::Confirmed => return Ok(()),
            Stands::CalledOff => return Err(NoSeason::NotNow.into()),
        }
        let applications = locked(c, &station, &round, now)?;
        let text = h.keys.open(SEED, &round.seed_sealed).map_err(Fault::broken)?;
        let seed = Seed::of(&text).ok_or_else(|| Fault::broken("a round's seed is none; run `yizhan check`"))?;
        // Only what was published before is allocated.
        if round.locked.as_ref().is_some_and(|locked| *locked != Sheet::digest_of(&applications)) {
            return Err(Fault::broken("a round has other applications than were locked; run `yizhan check`").into());
        }
        if seed.commitment() != round.commitment {
            return Err(Fault::broken("a round has another seed than was fixed before; run `yizhan check`").into());
        }
        let allocation = rules::allocate(&round.terms, &applications, &seed);
        store::set_allocated(c, station.id, id, (&seed, &allocation), now)?;
        let data = serde_json::json!({ "awards": allocation.awards.len() });
        record(c, &station, (now, By::Staff(staff.0)), "season.allocated", (id, &data))?;
        Ok::<_, Not<NoSeason>>(())
    };
    house.db.write(work).await
}
