//! Activities for tests and benches: of this crate, and of others.
use almanac::recur::RecurError;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::rules::{Ages, Joining, Kind, Plan, State, Terms};
use crate::store::{self, Occurrence, Series};
use crate::{OccurrenceId, SeriesId};

/// An activity of an hour at nine that everybody may come to, once or by a rule.
pub fn plan(title: &str, rule: &str, starts_on: Date) -> Result<Plan, RecurError> {
    let rule = if rule.is_empty() { None } else { Some(rule.parse()?) };
    Ok(Plan {
        kind: Kind::Activity,
        title: title.to_owned(),
        about: String::new(),
        place: String::new(),
        audience: String::new(),
        bring: String::new(),
        terms: Terms { rule, starts_on, ends_on: None, at_minute: 9 * 60, minutes: 60, skips_holidays: false },
        room: None,
        owner: 1,
        ages: Ages::default(),
        capacity: None,
        joining: Joining::JustCome,
        opens_days: 14,
        closes_minutes: 60,
    })
}

/// A series with its first `most` times, as they are without a room.
pub fn made(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (plan, most): (&Plan, usize),
    now: Timestamp,
) -> Result<(Series, Vec<Occurrence>), Fault> {
    let series = Series {
        id: SeriesId(house.new_id()),
        plan: plan.clone(),
        sequence: 0,
        split_from: None,
        known_until: None,
        look_at: None,
        made_at: now,
        changed_at: now,
        ended_at: None,
    };
    store::insert_series(c, station.id, &series)?;
    let odd = || Fault::broken("a test's terms have no dates");
    let dates = plan.terms.next(plan.terms.starts_on, most).map_err(|_| odd())?;
    let mut all = vec![];
    for on in dates {
        let (starts_at, ends_at) = plan.terms.span_on(on, &station.zone).ok_or_else(odd)?;
        let one = Occurrence {
            id: OccurrenceId(house.new_id()),
            series: series.id,
            on,
            starts_at,
            ends_at,
            moved: false,
            title: None,
            place: None,
            note: String::new(),
            state: State::On,
            reason: String::new(),
            room: None,
            reservation: None,
            no_room: None,
            without_room: false,
            capacity: plan.capacity,
            own_capacity: false,
            taken: 0,
            lined: 0,
            sequence: 0,
            changed_at: now,
        };
        store::insert_occurrence(c, station.id, &one)?;
        all.push(one);
    }
    Ok((series, all))
}
