//! A small station for the tests and benches of other crates.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;

use crate::station::{Draft, Station};

/// A station in Sanhe that is open every day from 6 to 22, with one owner and without rooms.
pub fn made_station(c: &mut Conn, now: Timestamp) -> Result<Station, Fault> {
    c.run("INSERT INTO divisions VALUES (630203102, '三合镇', '平安区', '海东市', '青海省', NULL)")?;
    let draft = Draft {
        name_zh: "三合镇共享驿站".into(),
        name_en: String::new(),
        address: "三合镇政府院内".into(),
        phone: None,
        at: None,
        zone: TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: "Mo-Su 06:00-22:00".parse().map_err(Fault::broken)?,
    };
    let slug = "sanhe".parse().map_err(|_| Fault::broken("a slug that is none"))?;
    let id = crate::make_station(c, 630_203_102, &slug, &draft, By::Program, now)
        .map_err(|e| Fault::broken(format!("{e:?}")))?;
    crate::add_owner(c, id, ("党群活动中心", ""), By::Program, now)?;
    crate::by_id(c, id)
}
