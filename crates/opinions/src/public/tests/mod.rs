//! The pages and the API of what people do, through the real router.
mod asking;
mod pages;
mod programs;
mod residents;

use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::testing::houses;
use people::Role;

use crate::acts::Doing;
use crate::testing::{categories, member};
use crate::tests::{PORTS, Town};

/// A station with two who run it and two clerks, in houses that know every word of the slice.
async fn towns() -> Vec<Town> {
    const NAMES: [(&str, Role); 4] =
        [("王长青", Role::Manager), ("李春梅", Role::Manager), ("赵德强", Role::Clerk), ("孙小丽", Role::Clerk)];
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS];
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let mut all = vec![];
    for house in houses(&tables, &texts) {
        let h = house.house();
        let work = move |c: &mut Conn| {
            let station = stations::testing::made_station(c, h.now())?;
            categories(c, &h, &station)?;
            let staff = NAMES.into_iter().map(|who| member(c, &h, &station, who)).collect::<Result<Vec<_>, _>>()?;
            Ok::<_, Fault>((station, staff))
        };
        let (station, staff) = house.db.write(work).await.unwrap();
        let station = Arc::new(station);
        let doing = Doing::new(house.house(), station.clone(), PORTS);
        all.push(Town { house, station, doing, staff });
    }
    all
}
