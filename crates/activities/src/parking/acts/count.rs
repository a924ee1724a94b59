//! Counting: taps as they come, however late, and recounts.
use std::collections::HashSet;
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use crate::parking::rules::{self, Bays, Class, EARLIEST, Lot, NoParking, Source, Tap};
use crate::parking::store::{self, KeptTap};
use crate::parking::{LotId, PassId};

/// Who counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Marshal(PassId),
    Staff(StaffId),
    Sensor,
}

impl By {
    fn event(self) -> event::By {
        match self {
            By::Marshal(_) => event::By::Resident,
            By::Staff(staff) => event::By::Staff(staff.0),
            By::Sensor => event::By::Program,
        }
    }

    fn source(self) -> Source {
        match self {
            By::Marshal(_) => Source::Marshal,
            By::Staff(_) => Source::Staff,
            By::Sensor => Source::Sensor,
        }
    }
}

/// What became of taps.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counted {
    /// As many were not known before.
    pub kept: usize,
    /// Every class of the lot with its count now.
    pub parked: Vec<(Class, i32)>,
}

/// Keeps taps in the order in which they are given. What was kept before is passed over, so a device may send all that it is not
/// sure of. A lot that is closed takes what was pressed while it was open: nothing is lost.
pub async fn count(
    house: &House,
    station: &Arc<Station>,
    (lot, taps): (LotId, Vec<Tap>),
    by: By,
) -> Result<Counted, Not<NoParking>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| keep(c, &station, (lot, &taps), by, now);
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    station: &Station,
    (id, taps): (LotId, &[Tap]),
    by: By,
    now: Timestamp,
) -> Result<Counted, Not<NoParking>> {
    let mut lot = store::hold_lot(c, station.id, id, now)?;
    let nonces: Vec<String> = taps.iter().map(|tap| tap.nonce.clone()).collect();
    let mut known: HashSet<String> = store::known(c, station.id, id, &nonces)?.into_iter().collect();
    let (pass, staff) = match by {
        By::Marshal(pass) => (Some(pass), None),
        By::Staff(staff) => (None, Some(staff)),
        By::Sensor => (None, None),
    };
    let mut touched: Vec<Class> = vec![];
    let mut kept = 0;
    for tap in taps {
        if !known.insert(tap.nonce.clone()) {
            continue;
        }
        let bays = of_class(&mut lot, tap.class)?;
        // Nobody pressed it tomorrow, and a clock that is days slow is no clock.
        let tapped_at = tap.at.clamp(now - EARLIEST, now);
        let counts = rules::take(bays, tap.step, tapped_at);
        let row = KeptTap {
            nonce: tap.nonce.clone(),
            class: tap.class,
            source: by.source(),
            step: tap.step.by(),
            counts,
            after: bays.parked,
            tapped_at,
            kept_at: now,
            pass,
            staff,
            reason: String::new(),
        };
        store::insert_tap(c, station.id, id, &row)?;
        if !touched.contains(&tap.class) {
            touched.push(tap.class);
        }
        kept += 1;
    }
    for class in touched {
        let bays = of_class(&mut lot, class)?;
        store::set_bays(c, station.id, id, bays)?;
        let data = json!({ "class": class, "parked": bays.parked });
        event::record(c, station.id, now, by.event(), "parking.counted", &id.to_string(), &data)?;
    }
    Ok(Counted { kept, parked: lot.bays.iter().map(|b| (b.class, b.parked)).collect() })
}

fn of_class(lot: &mut Lot, class: Class) -> Result<&mut Bays, NoParking> {
    lot.bays.iter_mut().find(|b| b.class == class).ok_or(NoParking::NoClass)
}

/// Somebody has counted them all: who, when, from what to what, and why stands in the ledger.
pub async fn recount(
    house: &House,
    station: &Arc<Station>,
    (id, class, to, reason): (LotId, Class, i32, String),
    (staff, once): (StaffId, Option<Once>),
) -> Result<i32, Not<NoParking>> {
    let (station, now) = (station.clone(), house.now());
    let nonce = format!("recount:{}", house.new_id());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let mut lot = store::hold_lot(c, station.id, id, now)?;
            let bays = of_class(&mut lot, class)?;
            let step = rules::recount(bays, to, now);
            let row = KeptTap {
                nonce: nonce.clone(),
                class,
                source: Source::Recount,
                step,
                counts: true,
                after: to,
                tapped_at: now,
                kept_at: now,
                pass: None,
                staff: Some(staff),
                reason: reason.clone(),
            };
            store::insert_tap(c, station.id, id, &row)?;
            store::set_bays(c, station.id, id, bays)?;
            let data = json!({ "class": class, "from": to - step, "to": to });
            event::record(c, station.id, now, event::By::Staff(staff.0), "parking.recounted", &id.to_string(), &data)?;
            Ok::<_, Not<NoParking>>(step)
        })
    };
    house.db.write(work).await
}

/// A morning of a rehearsal, laid out before anybody is there: its taps have their own times. Those still to come count when the
/// clock has come to them.
pub fn found(c: &mut Conn, station: &Station, id: LotId, taps: &[Tap], now: Timestamp) -> Result<(), Fault> {
    let mut lot = store::hold_lot(c, station.id, id, now)?;
    for tap in taps {
        let Some(bays) = lot.bays.iter_mut().find(|b| b.class == tap.class) else { continue };
        let counts = rules::take(bays, tap.step, tap.at);
        let row = KeptTap {
            nonce: tap.nonce.clone(),
            class: tap.class,
            source: Source::Marshal,
            step: tap.step.by(),
            counts,
            after: bays.parked,
            tapped_at: tap.at,
            kept_at: now.max(tap.at),
            pass: None,
            staff: None,
            reason: String::new(),
        };
        store::insert_tap(c, station.id, id, &row)?;
    }
    lot.bays.iter().try_for_each(|bays| store::set_bays(c, station.id, id, bays))
}
