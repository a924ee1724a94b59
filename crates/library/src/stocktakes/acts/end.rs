//! A walk ends: what nobody saw is missing, what was seen is here.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde::{Deserialize, Serialize};
use stations::Station;

use crate::lending::acts::mend_line;
use crate::rules::Stands;
use crate::stocktakes::answers::{becoming, mark, standing};
use crate::stocktakes::rules::{Becomes, NoStocktake, Standing};
use crate::stocktakes::store::{copies, seen, walks};
use crate::{CopyId, StocktakeId, TitleId};

/// What a walk came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    pub seen: usize,
    pub missing: usize,
    /// Had been missing, or under repair.
    pub again: usize,
}

/// `read` is the mark of the list that whoever ends it has looked at: if anything of it has changed since, nothing becomes missing.
pub async fn end(
    house: &House,
    station: &Arc<Station>,
    (id, read): (StocktakeId, String),
    (staff, once): (StaffId, Option<Once>),
) -> Result<Ended, Not<NoStocktake>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let walk = walks::held(c, station.id, id)?;
            walk.runs()?;
            // First the copies are held, then it is asked how they stand: nobody lends one of them in between.
            let before = standing(c, &station, &walk)?;
            let wanted = titles(&becoming(&before, Becomes::HereAgain));
            copies::hold_titles(c, station.id, &wanted)?;
            copies::hold(c, station.id, &before.iter().map(|one| one.copy).collect())?;
            let all = standing(c, &station, &walk)?;
            let ids = |becomes| becoming(&all, becomes).iter().map(|one| one.copy).collect::<Vec<_>>();
            let (missing, again) = (ids(Becomes::Missing), ids(Becomes::HereAgain));
            if mark(&h, &missing) != read {
                return Err(NoStocktake::Moved(id).into());
            }
            copies::set_stands(c, station.id, &missing, Stands::Missing)?;
            copies::set_stands(c, station.id, &again, Stands::Here)?;
            for (on, copies) in by_day(c, &station, id, &all)? {
                copies::set_seen(c, station.id, &copies, on)?;
            }
            for title in wanted {
                // Somebody may wait for what has turned up.
                mend_line(c, &h, &station, title, (By::Staff(staff.0), now))?;
            }
            walks::end(c, station.id, id, now)?;
            let seen = all.iter().filter(|one| one.seen.is_some()).count();
            let ended = Ended { seen, missing: missing.len(), again: again.len() };
            event::record(c, station.id, now, By::Staff(staff.0), "stocktake.ended", &id.to_string(), &ended)?;
            Ok::<_, Not<NoStocktake>>(ended)
        })
    };
    house.db.write(work).await
}

fn titles(all: &[Standing]) -> BTreeSet<TitleId> {
    all.iter().map(|one| one.title).collect()
}

/// What was seen, by the day on which it was: a walk may take several.
fn by_day(
    c: &mut Conn,
    station: &Station,
    id: StocktakeId,
    all: &[Standing],
) -> Result<BTreeMap<Date, Vec<CopyId>>, Fault> {
    let there: BTreeSet<CopyId> = all.iter().map(|one| one.copy).collect();
    let mut days: BTreeMap<Date, Vec<CopyId>> = BTreeMap::new();
    for (copy, (_, at, _)) in seen::of(c, station.id, id)? {
        if there.contains(&copy) {
            days.entry(at.to_zoned_datetime(station.zone.clone()).date()).or_default().push(copy);
        }
    }
    Ok(days)
}
