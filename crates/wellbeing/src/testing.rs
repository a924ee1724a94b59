//! Surveys for tests and benches: of this crate, and of others.
use std::sync::Arc;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{NewStaff, Role, StaffAt};
use stations::Station;

use crate::SurveyId;
use crate::acts;
use crate::rules::ballot::Code;
use crate::rules::households::Household;
use crate::rules::waves::{Band, New, NoSurvey};

/// Somebody of staff with a role at the station; nobody can sign in as them.
///
/// # Errors
/// The database.
pub fn member(c: &mut Conn, house: &House, station: &Station, (name, role): (&str, Role)) -> Result<StaffAt, Fault> {
    let login = format!("login-{}", house.new_id());
    let new = NewStaff { login, name: name.to_owned(), password_hash: String::new() };
    let id = people::add_staff(c, house, By::Program, &new).map_err(|not| Fault::broken(format!("{not:?}")))?;
    people::give_role(c, house, By::Program, id, station.id, role, None)?;
    people::staff_at(c, &id, station.id, Role::Clerk)
}

/// Households of three villages.
pub fn homes(n: usize) -> Vec<Household> {
    let village = |n: usize| ["骆驼堡村", "新庄村", "索尔干村"].get(n % 3).copied().unwrap_or_default();
    (1..=n).map(|n| Household { village: village(n).into(), address: format!("一社 {n} 号") }).collect()
}

/// Of two bands, 300 and 100 people.
pub fn asked(opens_on: Date, closes_on: Date, wanted: u32) -> New {
    let band = |band: &str, population| Band { band: band.into(), population };
    New {
        opens_on,
        closes_on,
        wanted,
        bands: vec![band("18–59 岁", 300), band("60 岁以上", 100)],
        source: "2025 年统计年报".into(),
    }
}

/// A survey whose households are drawn and whose ballots are printed.
///
/// # Errors
/// What the acts refuse.
pub async fn printed(
    house: &House,
    station: &Arc<Station>,
    (new, list): (New, Vec<Household>),
    manager: &StaffAt,
) -> Result<(SurveyId, Vec<Code>), Not<NoSurvey>> {
    let n = new.wanted;
    let id = acts::make(house, station, new, (manager, None)).await?;
    acts::list(house, station, (id, list), (manager, None)).await?;
    acts::draw(house, station, id, (manager, None)).await?;
    Ok((id, acts::print(house, station, (id, n), (manager, None)).await?))
}
