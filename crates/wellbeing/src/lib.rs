//! 四常 · 幸福指数: whether the door is open, rooms are used, activities take place and people come, and whether life gets better.
//! Ranges with their n, source and known gaps; side by side, never added up, ranked or held against a target.
pub mod rules;
pub mod simulate;
mod schema;
mod ports;
mod store;
pub mod says;
pub mod answers;
pub mod acts;
pub mod door;
pub mod months;
mod public;
mod desk;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;

use axum::{Extension, Router};
use kernel::api::Api;
use kernel::check::Check;
use kernel::db::{Migration, migration};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Texts;

pub use ports::{AtKiosk, Ports};

/// The slice's tables.
pub const MIGRATIONS: &[Migration] = &[migration!("2026-11-28_wellbeing")];

/// What everybody and the desk share: states, ways, refusals.
pub const TEXTS: Texts = kernel::texts!();

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// The month on one page, the county's, and their desk page.
pub const MONTH_TEXTS: Texts =
    Texts { zh: include_str!("../words/months-zh-CN.ftl"), en: include_str!("../words/months-en.ftl") };

/// What manages months at the desk, and the county's page.
pub const COUNTY_TEXTS: Texts =
    Texts { zh: include_str!("../words/county-zh-CN.ftl"), en: include_str!("../words/county-en.ftl") };

/// The ballot as whoever answers reads it.
pub const BALLOT_TEXTS: Texts =
    Texts { zh: include_str!("../words/ballot-zh-CN.ftl"), en: include_str!("../words/ballot-en.ftl") };

/// What staff read of a survey.
pub const SURVEY_TEXTS: Texts =
    Texts { zh: include_str!("../words/survey-zh-CN.ftl"), en: include_str!("../words/survey-en.ftl") };

/// The door: its buttons at the desk, and "I found it closed".
pub const DOOR_TEXTS: Texts =
    Texts { zh: include_str!("../words/door-zh-CN.ftl"), en: include_str!("../words/door-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![TEXTS, EVENT_TEXTS, MONTH_TEXTS, COUNTY_TEXTS, BALLOT_TEXTS, SURVEY_TEXTS, DOOR_TEXTS]
}

kernel::id_type! {
    /// A survey.
    pub SurveyId
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [acts::CHECKS, months::CHECKS].concat()
}

/// The pages.
pub fn routes(ports: Ports) -> Router<House> {
    public::routes().merge(desk::routes()).layer(Extension(ports))
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api(ports: Ports) -> Api {
    public::api().merge(desk::api()).extension(ports)
}

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    desk::desk_tabs()
}

/// What the slice adds to a station's home page: the survey while it is open.
pub fn home_sections() -> Vec<stations::HomeSection> {
    public::home_sections()
}

/// What the machine in the hall leads to.
pub const AT_THE_MACHINE: stations::Leaf = stations::Leaf {
    key: "ballot-machine",
    note: "ballot-machine-note",
    icon: "message-circle",
    path: "/kiosk/survey",
};

/// Where the directory leads from an area: to its months.
pub const OF_AREA: stations::OfArea = public::OF_AREA;

/// Leaves on the page about a station: the month, the door, the survey.
pub fn leaves() -> Vec<stations::Leaf> {
    public::leaves()
}

/// The periodic work.
///
/// # Errors
/// The database's.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    // What is broken in one does not stop the others.
    let all = [acts::jobs(house).await, door::jobs(house).await, months::jobs(house).await];
    all.into_iter().collect()
}

/// Every page with invented figures.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([public::samples(v)?, desk::samples(v)?].concat())
}
