//! The page of the door at the desk on invented days.
use jiff::ToSpan as _;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::page::Page as Shell;
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;

use super::{DeskPage, Frame, door};
use crate::desk::door::Desk;
use crate::door::NoTakeBack;
use crate::door::answers::{Noted, Promise, Today};
use crate::rules::door::Sign;

/// Each page with its name, on the view's day.
///
/// # Errors
/// A station that cannot be made up.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let today = f.when().today();
    let at = |hour: i8, minute: i8| {
        let wall = today.at(hour, minute, 0, 0);
        station.zone.to_ambiguous_timestamp(wall).compatible().map_err(Fault::broken)
    };
    let noted = |nr: Option<u32>, hour, minute, sign| {
        let id = Id(uuid::Uuid::from_u128(u128::from(nr.unwrap_or(100))));
        Ok::<_, Fault>(Noted { id, at: at(hour, minute)?, sign, said: nr })
    };
    let spans = vec![(at(6, 0)?, at(22, 0)?)];
    let opens = Some(at(6, 0)?.saturating_add(24.hours()).map_err(Fault::broken)?);
    let promise = Promise { on: today, now: spans.first().copied(), spans, opens, provisional: false };
    let signs = vec![
        noted(Some(1), 6, 2, Sign::Opened)?,
        noted(None, 9, 15, Sign::SeenOpen)?,
        noted(Some(2), 12, 4, Sign::Closed)?,
        noted(Some(3), 14, 0, Sign::Opened)?,
    ];
    let open = Today { promise, signs };
    let mut closed = open.clone();
    closed.signs.truncate(3);
    let silent = Today { signs: vec![], ..open.clone() };
    let mut rest = silent.clone();
    rest.promise.spans.clear();
    let desk = |today: &Today, slip| Desk { today: today.clone(), slip };
    let draw = |name: &str, desk: &Desk, done, refused: Option<&Said>| {
        let body = door(f, &DeskPage { desk, done, refused, once: "0" });
        let page = Shell::new(v, v.t("door-say-title")).place(station.place(v)).body(body);
        (format!("wellbeing-door-desk-{name}"), page.into_string())
    };
    let late = NoTakeBack::TooLate.say(v);
    Ok(vec![
        draw("open", &desk(&open, None), None, None),
        draw("slip", &desk(&open, open.signs.last().copied()), Some("door-say-kept"), None),
        draw("closed", &desk(&closed, None), None, None),
        draw("silent", &desk(&silent, None), None, None),
        draw("rest", &desk(&rest, None), Some("door-say-kept-back"), None),
        draw("late", &desk(&open, None), None, Some(&late)),
    ])
}
