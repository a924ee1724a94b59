//! Whether each live reservation has as many units as its offering gives its group.
use std::collections::BTreeMap;

use diesel::prelude::*;

use kernel::check::Check;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use super::readable;
use crate::ReservationId;
use crate::rules::{Atom, AtomId, Mode, Offering, Unit};
use crate::schema::{claims as k, reservations as r};
use crate::store::Catalogue;

pub const CHECKS: &[Check] =
    &[Check { name: "every live reservation has the units that its offering gives so many people", run: misfits }];

/// A live reservation: its offering, its group, its units.
type Live = (i32, i32, Vec<Unit>);

fn misfits(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut wrong = vec![];
    let mut known: Option<(StationId, Option<Catalogue>)> = None;
    for ((station, id), live) in live(c)? {
        if known.as_ref().is_none_or(|(of, _)| *of != station) {
            known = Some((station, readable(c, station)?));
        }
        let Some((_, Some(catalogue))) = &known else { continue };
        // One without its offering is named by another invariant.
        let Some(offering) = catalogue.offering_by_id(live.0) else { continue };
        if !fits(offering, &catalogue.atoms_of(offering.venue), &live) {
            let units: Vec<String> = live.2.iter().map(|u| format!("{}/{}", u.atom, u.unit)).collect();
            let (slug, group, units) = (&offering.slug, live.1, units.join(" "));
            wrong.push(format!("station {station}: reservation {id} of “{slug}” for {group} has the units {units}"));
        }
    }
    Ok(wrong)
}

/// Live reservations that have claims, in the order of stations.
fn live(c: &mut Conn) -> Result<BTreeMap<(StationId, ReservationId), Live>, Fault> {
    type Row = (StationId, ReservationId, i32, i32, AtomId, i16);
    let claimed = r::table.inner_join(k::table.on(k::station_id.eq(r::station_id).and(k::reservation_id.eq(r::id))));
    let rows: Vec<Row> = on!(c, c => claimed
        .filter(r::state.lt(3))
        .select((r::station_id, r::id, r::offering_id, r::group_size, k::atom_id, k::unit))
        .load(c))?;
    let mut all: BTreeMap<_, Live> = BTreeMap::new();
    for (station, id, offering, group, atom, unit) in rows {
        all.entry((station, id)).or_insert_with(|| (offering, group, vec![])).2.push(Unit { atom, unit });
    }
    Ok(all)
}

fn fits(offering: &Offering, atoms: &[Atom], (_, group, units): &Live) -> bool {
    let of = |id: AtomId| units.iter().filter(move |u| u.atom == id).count();
    let enough = |id: &AtomId| {
        let atom = atoms.iter().find(|a| a.id == *id);
        atom.is_some_and(|a| usize::try_from(offering.units_for(a, *group)).is_ok_and(|need| need == of(*id)))
    };
    let taken: Vec<&AtomId> = offering.atoms.iter().filter(|id| of(**id) > 0).collect();
    let all_theirs = units.iter().all(|u| offering.atoms.contains(&u.atom));
    let one = offering.mode == Mode::All || taken.len() == 1;
    let whole = offering.mode == Mode::AnyOne || taken.len() == offering.atoms.len();
    all_theirs && one && whole && taken.into_iter().all(enough)
}
