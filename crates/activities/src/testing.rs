//! Activities for tests and benches: of this crate, and of others.
use almanac::recur::RecurError;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::rules::{Ages, Joining, Kind, Plan, Terms};
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
    let series = Series::new(SeriesId(house.new_id()), plan.clone(), now);
    store::insert_series(c, station.id, &series)?;
    let odd = || Fault::broken("a test's terms have no dates");
    let dates = plan.terms.next(plan.terms.starts_on, most).map_err(|_| odd())?;
    let mut all = vec![];
    for on in dates {
        let span = plan.terms.span_on(on, &station.zone).ok_or_else(odd)?;
        let one = Occurrence::new(OccurrenceId(house.new_id()), &series, on, span, now);
        store::insert_occurrence(c, station.id, &one)?;
        all.push(one);
    }
    Ok((series, all))
}
