//! What the holder of a series is told when somebody else, or the calendar, has decided about it.
use jiff::civil::Date;

use super::doing::Doing;
use crate::series::rules::Outcome;
use crate::series::says;
use crate::series::store::Series;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;

/// Dates that turned out not to take place, or to have no room. Those that were booked need no message.
pub fn about_dates(c: &mut Conn, doing: &Doing<'_>, series: &Series, news: &[(Date, Outcome)]) -> Result<(), Fault> {
    let v = View::plain(doing.house, Lang::Zh);
    let when = v.when(&doing.station.zone);
    let bad = news.iter().filter_map(|(on, o)| match o {
        Outcome::Skipped(why) | Outcome::Clash(why) => {
            Some(format!("{} {}", when.date_in_full(*on), says::why(&v, why)))
        }
        Outcome::Booked { .. } | Outcome::NotKnown => None,
    });
    let bad: Vec<String> = bad.take(MOST).collect();
    if bad.is_empty() {
        return Ok(());
    }
    post(c, doing, series, &v, ("series-dates", &bad.join(&v.t("venues-and"))))
}

/// A message has room for so many dates.
const MOST: usize = 4;

/// The station has ended it.
pub fn about_end(c: &mut Conn, doing: &Doing<'_>, series: &Series) -> Result<(), Fault> {
    post(c, doing, series, &View::plain(doing.house, Lang::Zh), ("series-ended", ""))
}

/// The station has changed it.
pub fn about_change(c: &mut Conn, doing: &Doing<'_>, series: &Series) -> Result<(), Fault> {
    let v = View::plain(doing.house, Lang::Zh);
    let rule = says::rule_and_time(&v, doing.station, &series.terms);
    post(c, doing, series, &v, ("series-changed", &rule))
}

/// Writes the message, if there is a phone. The desk sees those without one on the page of the series.
fn post(c: &mut Conn, doing: &Doing<'_>, series: &Series, v: &View, (kind, what): (&str, &str)) -> Result<(), Fault> {
    let Some(person) = series.holder.person() else { return Ok(()) };
    let Some(phone) = people::phone_of(c, doing.house, person)? else { return Ok(()) };
    let offering = doing.offering_of(c, series)?;
    let told = [
        ("station", doing.station.name(v).into()),
        ("offering", crate::says::name(v, &offering.name).into()),
        ("what", what.into()),
    ];
    let text = v.ta(&format!("venues-message-{kind}"), &told);
    outbox::post(c, doing.house, doing.station.id, kind, (phone.full(), &text), doing.now)?;
    Ok(())
}
