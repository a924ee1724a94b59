//! What the desk's pages and programs read, each in one snapshot.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::{Division, Here};

use crate::WishId;
use crate::answers::{self, Ask, Line, Whole};
use crate::rules::{self, Share};

/// What the desk begins with: wishes, and who would like to be called.
pub struct Desk {
    pub lines: Vec<Line>,
    pub asks: Vec<Ask>,
}

pub async fn desk(here: &Here) -> Result<Desk, Fault> {
    let (h, station, staff) = (here.house.clone(), here.desk.station.clone(), here.desk.staff.clone());
    let read = move |c: &mut Conn| {
        let lines = answers::desk(c, &h, &station, &staff)?;
        Ok::<_, Fault>(Desk { lines, asks: answers::asks(c, &h, &station)? })
    };
    here.house.db.snapshot(read).await
}

pub async fn whole(here: &Here, id: WishId) -> Result<Whole, Fault> {
    let (h, station, staff) = (here.house.clone(), here.desk.station.clone(), here.desk.staff.clone());
    here.house.db.snapshot(move |c: &mut Conn| answers::whole(c, &h, &station, &staff, id)).await
}

/// The villages of the station's township.
pub async fn villages(here: &Here) -> Result<Vec<Division>, Fault> {
    let station = here.desk.station.clone();
    here.house.db.read(move |c: &mut Conn| stations::villages(c, &station.division)).await
}

pub async fn shares(here: &Here) -> Result<Vec<Share>, Fault> {
    let station = here.desk.station.clone();
    here.house.db.read(move |c: &mut Conn| answers::shares(c, &station)).await
}

/// A month that is over, and which others are: the newest first.
pub struct Month {
    pub first: Date,
    pub months: Vec<Date>,
    /// Nothing as long as none is over in which a wish was public.
    pub told: Option<rules::Month>,
}

/// So many months are offered.
const MONTHS: usize = 24;

/// The month that is asked for, or the last that is over.
pub async fn month(here: &Here, asked: Option<Date>) -> Result<Month, Fault> {
    let (h, station) = (here.house.clone(), here.desk.station.clone());
    let today = here.v.when(&station.zone).today();
    let last = today.first_of_month().saturating_sub(1.month());
    let read = move |c: &mut Conn| {
        let begun = answers::first_month(c, &station)?;
        let back = |n: i64| last.saturating_sub(n.months());
        let over = (0..).map(back).take(MONTHS).take_while(|month| begun.is_some_and(|begun| *month >= begun));
        let months: Vec<Date> = over.collect();
        let first = asked.map_or(last, Date::first_of_month);
        let told = match months.contains(&first) {
            true => answers::month(c, &h, &station, first)?,
            false => None,
        };
        Ok::<_, Fault>(Month { first, months, told })
    };
    here.house.db.snapshot(read).await
}

/// 2026-06
pub fn read_month(typed: &str) -> Option<Date> {
    format!("{}-01", typed.trim()).parse().ok()
}
