//! Sums: of a month, of villages; and who would like to be called.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::cards::today;
use super::sealed::{NAME, opened_phone};
use super::types::Ask;
use crate::rules::{self, Counts, Month, Share};
use crate::store::{asks as rows, shares as kept};

/// What is told of the month that begins on `first`; nothing before it is over, for a sum that grows tells each who comes.
pub fn month(c: &mut Conn, house: &House, station: &Station, first: Date) -> Result<Option<Month>, Fault> {
    let (first, next) = (first.first_of_month(), first.last_of_month().saturating_add(1.days()));
    if today(house, station) < next {
        return Ok(None);
    }
    let mut count = |kind: &str| fact::between(c, station.id, kind, first, next).map(|all| all.len());
    let counts = Counts {
        published: count("wish.published")?,
        fulfilled: count("wish.fulfilled")?,
        back: count("wish.lapsed")?,
        referred: count("wish.referred")?,
    };
    Ok(Some(rules::month(counts)))
}

/// The month in which the first wish was public.
pub fn first_month(c: &mut Conn, station: &Station) -> Result<Option<Date>, Fault> {
    Ok(fact::first_day(c, station.id, "wish.published")?.map(Date::first_of_month))
}

/// How many people of which village could wish for what.
pub fn shares(c: &mut Conn, station: &Station) -> Result<Vec<Share>, Fault> {
    kept::all(c, station.id)
}

/// Who would like to be called, the oldest first.
pub fn asks(c: &mut Conn, house: &House, station: &Station) -> Result<Vec<Ask>, Fault> {
    let opened = |one: rows::Kept| {
        let name = house.keys.open(NAME, &one.name_sealed).map_err(Fault::broken)?;
        let phone = opened_phone(house, Some(&one.phone_sealed))?;
        let phone = phone.ok_or_else(|| Fault::broken("somebody asked to be called without a number"))?;
        Ok(Ask { id: one.id, name, phone, made_at: one.made_at })
    };
    rows::all(c, station.id)?.into_iter().map(opened).collect()
}
