//! What must always be true of rounds.
use crate::acts::for_both;
use crate::seasons::rules::{Allocation, Application, Awarded, Seed, Sheet, allocate, awarded};
use crate::seasons::store::{self, Round};
use kernel::check::Check;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

/// The group's invariants, for `yizhan check`.
pub fn checks() -> &'static [Check] {
    &[
        Check { name: "every result of a season round is what its rule makes of what was locked", run: results },
        Check {
            name: "every award of a season round has its series, a reason why not, or is still to be made",
            run: awards,
        },
        Check { name: "every reservation that came from a season is a date of a series", run: strays },
    ]
}

/// Everything about a round that was locked.
struct Whole {
    round: Round,
    applications: Vec<Application>,
    allocation: Allocation,
    awards: Vec<Awarded>,
    made: Vec<(kernel::db::types::Id, i32)>,
}

fn whole(c: &mut Conn, station: StationId, round: Round) -> Result<Whole, Fault> {
    let applications = store::of_round(c, station, round.id)?.into_iter().map(|f| f.application).collect();
    let allocation = round.allocation.clone().unwrap_or_default();
    let awards = awarded(&allocation, &store::changes_of(c, station, round.id)?);
    let made = store::awards_of(c, station, round.id)?.into_iter().map(|g| (g.application.0, g.slot)).collect();
    Ok(Whole { round, applications, allocation, awards, made })
}

fn results(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut wrong = vec![];
    for station in stations::all(c)? {
        for round in store::all(c, station.id)? {
            let whole = whole(c, station.id, round)?;
            wrong.extend(
                problem(&whole)
                    .map(|why| format!("station {}: the round “{}” {why}", station.id, whole.round.terms.title)),
            );
        }
    }
    Ok(wrong)
}

fn problem(w: &Whole) -> Option<&'static str> {
    if w.round.locked.as_ref().is_some_and(|locked| *locked != Sheet::digest_of(&w.applications)) {
        return Some("has other applications than were locked");
    }
    let seed = w.round.seed.as_deref().map(Seed::of);
    match seed {
        None => None,
        Some(None) => Some("has a seed that is none"),
        Some(Some(seed)) if seed.commitment() != w.round.commitment => Some("has another seed than was fixed before"),
        Some(Some(seed)) if allocate(&w.round.terms, &w.applications, &seed) != w.allocation => {
            Some("has another result than its rule gives")
        }
        Some(Some(_)) => {
            let end: Vec<_> = w.awards.iter().map(|a| (a.application, a.slot)).collect();
            let differs = w.round.confirmed_at.is_some() && end != w.made;
            differs.then_some("has other awards than its result with the changes of staff")
        }
    }
}

fn awards(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT w.station_id, 'an award of slot ' || w.slot || ' says that it is made, and there is no such series of a \
         season' AS said FROM season_awards w WHERE w.series_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM series s \
         WHERE s.station_id = w.station_id AND s.id = w.series_id AND s.source = 8) \
         UNION ALL SELECT w.station_id, 'an award of slot ' || w.slot || ' has a series and a reason why not, or was tried \
         and has neither' AS said FROM season_awards w WHERE (w.series_id IS NOT NULL AND w.problem IS NOT NULL) \
         OR (w.tried_at IS NOT NULL AND w.series_id IS NULL AND w.problem IS NULL)",
    )
}

fn strays(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT r.station_id, 'a reservation from ' || r.starts_at || ' says that it is of a season, and no series has it' \
         AS said FROM reservations r WHERE r.source = 8 AND NOT EXISTS (SELECT 1 FROM series_dates d \
         WHERE d.station_id = r.station_id AND d.reservation_id = r.id)",
    )
}
