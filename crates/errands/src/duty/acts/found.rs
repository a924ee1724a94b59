//! Writing a station's posts and this week's roster down for the first time, as an import does.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::shifts::{Standing, Whom};
use crate::answers::instant;
use crate::duty::ShiftId;
use crate::duty::answers::VOLUNTEER;
use crate::duty::rules::Shift;
use crate::duty::store::{self, KeptShift, Post};

/// Judged already: nobody of the staff stands in two places.
#[derive(Debug, Clone, Default)]
pub struct Founding {
    /// With their numbers.
    pub posts: Vec<Post>,
    /// Those that are over too.
    pub shifts: Vec<Standing>,
}

/// Facts begin with the day `from`.
pub fn found(c: &mut Conn, house: &House, station: &Station, founding: &Founding, from: Date) -> Result<(), Fault> {
    for post in &founding.posts {
        store::add_post(c, station.id, post, from.saturating_sub(1.day()))?;
    }
    for standing in &founding.shifts {
        let (staff, name_sealed) = match &standing.whom {
            Whom::Staff(id) => (Some(*id), None),
            Whom::Volunteer(name) => (None, Some(house.keys.seal(VOLUNTEER, name, &house.chance))),
        };
        let (from, until) = (instant(station, standing.from)?, instant(station, standing.until)?);
        let shift = Shift { id: ShiftId(house.new_id()), post: standing.post, staff, from, until };
        store::add_shift(c, station.id, &KeptShift { shift, day: standing.from.date(), name_sealed }, None)?;
    }
    Ok(())
}
