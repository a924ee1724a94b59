//! A number for somebody who is not there: whoever comes for them has it.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use crate::acts::{self, CARRIER, Drawn, Holder, day_of, draw_in};
use crate::proxy::ConsentId;
use crate::proxy::answers;
use crate::proxy::rules::{self, NoProxy};
use crate::rules::{Drawing, Way};
use crate::store as errands;

/// Draws under a consent, in one transaction with who comes.
pub async fn draw(
    house: &House,
    station: &Arc<Station>,
    (id, on_site): (ConsentId, bool),
    (staff, once): (StaffId, Option<Once>),
) -> Result<Drawn, Not<NoProxy>> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, at.id, once.as_ref(), now, |c| {
            let seen = answers::held(c, &h, &at, id, now)?;
            let (consent, ways) = (&seen.kept, seen.matter.as_ref().ok_or(NoProxy::NoMatter)?.draft.ways);
            rules::act(day_of(&at, now), consent.until, consent.withdrawn_at.is_some(), ways)?;
            let drawing = Drawing { matters: vec![consent.matter], on_site, ..Drawing::default() };
            let holder = Holder::Desk { staff, name: seen.name.clone(), phone: seen.phone.clone() };
            let drawn = draw_in(c, &h, &at, (&drawing, &holder, Way::Desk), now).map_err(not_drawn)?;
            let proxy = seen.proxy.as_deref().unwrap_or_default();
            let sealed = h.keys.seal(CARRIER, proxy, &h.chance);
            errands::carry(c, at.id, (drawn.id, day_of(&at, now)), (id.0, &sealed))?;
            Ok::<_, Not<NoProxy>>(drawn)
        })
    };
    let drawn = house.db.write(work).await?;
    acts::tell(house, station, drawn.id).await;
    Ok(drawn)
}

fn not_drawn(not: Not<crate::rules::Refusal>) -> Not<NoProxy> {
    match not {
        Not::Refused(refusal) => Not::Refused(NoProxy::Draw(refusal)),
        Not::Fault(fault) => Not::Fault(fault),
    }
}
