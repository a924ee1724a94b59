//! 来办事: what one comes for, who does it and whether they are in, and whose turn it is.
//!
//! The aim is that nobody makes a trip for nothing; every time that a person is told comes with how sure it is
//! (PRODUCT.md, part 3).
pub mod rules;
pub mod forecast;
mod schema;
mod store;
pub mod answers;
pub mod reach;
pub mod promises;
pub mod expected;
pub mod village_days;
pub mod acts;
pub(crate) mod says;
pub mod booked;
pub mod lounge;
pub mod kiosk;
pub mod hall;
pub mod ratings;
pub mod measure;
pub mod public;
pub mod desk;
pub mod appointments;
pub mod pads;
pub mod setup;
pub mod villages;
pub mod proxy;
pub mod receipts;
pub mod duty;
pub mod deputies;
mod forgetting;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::check::Check;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::words::Texts;

pub use desk::{OnTheCallList, desk_tabs};
pub use hall::{AtTheMachine, OnTheScreen};
pub use kiosk::at_kiosk;
pub use measure::LEAF as MEASURE;
pub use public::hint;

/// The slice's tables.
pub const MIGRATIONS: &[kernel::db::Migration] = &[
    kernel::db::migration!("2026-11-26_errands"),
    kernel::db::migration!("2026-11-26_expected"),
    kernel::db::migration!("2026-11-26_promises"),
    kernel::db::migration!("2026-11-26_pads"),
    kernel::db::migration!("2026-11-26_lounge"),
    kernel::db::migration!("2026-11-26_villages"),
    kernel::db::migration!("2026-11-26_proxy"),
    kernel::db::migration!("2026-11-26_receipts"),
    kernel::db::migration!("2026-11-26_duty"),
    kernel::db::migration!("2026-11-26_deputies"),
    kernel::db::migration!("2026-11-26_ratings"),
    kernel::db::migration!("2026-11-26_measure"),
    kernel::db::migration!("2026-11-26_booked"),
    kernel::db::migration!("2026-11-26_kiosk"),
];

/// What everybody reads.
pub const TEXTS: Texts = kernel::texts!();

/// What the hall's screens and slips say.
pub const HALL_TEXTS: Texts =
    Texts { zh: include_str!("../words/hall-zh-CN.ftl"), en: include_str!("../words/hall-en.ftl") };

/// What residents read and press.
pub const PUBLIC_TEXTS: Texts =
    Texts { zh: include_str!("../words/public-zh-CN.ftl"), en: include_str!("../words/public-en.ftl") };

/// What staff read of calls, presence, lines and matters.
pub const DESK_TEXTS: Texts =
    Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What residents and staff read of appointments.
pub const BOOKED_TEXTS: Texts =
    Texts { zh: include_str!("../words/booked-zh-CN.ftl"), en: include_str!("../words/booked-en.ftl") };

/// What is said of seats to wait in.
pub const LOUNGE_TEXTS: Texts =
    Texts { zh: include_str!("../words/lounge-zh-CN.ftl"), en: include_str!("../words/lounge-en.ftl") };

/// What is said of which device is the kiosk.
pub const KIOSK_TEXTS: Texts =
    Texts { zh: include_str!("../words/kiosk-zh-CN.ftl"), en: include_str!("../words/kiosk-en.ftl") };

/// What staff read of paper numbers.
pub const PADS_TEXTS: Texts =
    Texts { zh: include_str!("../words/pads-zh-CN.ftl"), en: include_str!("../words/pads-en.ftl") };

/// What managers read of what there is in the hall.
pub const SETUP_TEXTS: Texts =
    Texts { zh: include_str!("../words/setup-zh-CN.ftl"), en: include_str!("../words/setup-en.ftl") };

/// What is said of days in the villages.
pub const VILLAGES_TEXTS: Texts =
    Texts { zh: include_str!("../words/villages-zh-CN.ftl"), en: include_str!("../words/villages-en.ftl") };

/// What is said of acting for somebody.
pub const PROXY_TEXTS: Texts =
    Texts { zh: include_str!("../words/proxy-zh-CN.ftl"), en: include_str!("../words/proxy-en.ftl") };

/// What is said of papers that are left.
pub const RECEIPTS_TEXTS: Texts =
    Texts { zh: include_str!("../words/receipts-zh-CN.ftl"), en: include_str!("../words/receipts-en.ftl") };

/// What is said of duty posts and of what was asked first.
pub const DUTY_TEXTS: Texts =
    Texts { zh: include_str!("../words/duty-zh-CN.ftl"), en: include_str!("../words/duty-en.ftl") };

/// What is said of deputies' reception days.
pub const DEPUTIES_TEXTS: Texts =
    Texts { zh: include_str!("../words/deputies-zh-CN.ftl"), en: include_str!("../words/deputies-en.ftl") };

/// What is said of ratings and call-backs.
pub const RATINGS_TEXTS: Texts =
    Texts { zh: include_str!("../words/ratings-zh-CN.ftl"), en: include_str!("../words/ratings-en.ftl") };

/// What stands on the page of figures.
pub const MEASURE_TEXTS: Texts =
    Texts { zh: include_str!("../words/measure-zh-CN.ftl"), en: include_str!("../words/measure-en.ftl") };

/// What is said of promises: to residents, to officials, and by clerks to whoever no message reaches.
pub const PROMISES_TEXTS: Texts =
    Texts { zh: include_str!("../words/promises-zh-CN.ftl"), en: include_str!("../words/promises-en.ftl") };

/// What was done, on the page of changes.
pub const EVENT_TEXTS: Texts =
    Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that the slice says.
pub fn texts() -> Vec<Texts> {
    vec![
        TEXTS,
        HALL_TEXTS,
        LOUNGE_TEXTS,
        KIOSK_TEXTS,
        PUBLIC_TEXTS,
        DESK_TEXTS,
        PADS_TEXTS,
        SETUP_TEXTS,
        VILLAGES_TEXTS,
        PROXY_TEXTS,
        RECEIPTS_TEXTS,
        DUTY_TEXTS,
        DEPUTIES_TEXTS,
        RATINGS_TEXTS,
        MEASURE_TEXTS,
        PROMISES_TEXTS,
        BOOKED_TEXTS,
        EVENT_TEXTS,
    ]
}

/// The slice's invariants, for `yizhan check`.
pub fn checks() -> Vec<Check> {
    [
        acts::CHECKS,
        booked::acts::CHECKS,
        pads::CHECKS,
        promises::CHECKS,
        villages::acts::CHECKS,
        proxy::acts::CHECKS,
        receipts::acts::CHECKS,
        ratings::CHECKS,
        &duty::checks(),
        &deputies::checks(),
    ]
    .concat()
}

kernel::id_type! {
    /// One ticket.
    pub TicketId
}

/// The pages.
pub fn routes() -> Router<House> {
    hall::routes(|house, v, station| Box::pin(duty::on_the_screen(house, v, station)))
        .merge(public::routes())
        .merge(desk::routes())
        .merge(appointments::routes())
        .merge(pads::routes())
        .merge(setup::routes())
        .merge(villages::routes())
        .merge(proxy::routes())
        .merge(receipts::routes())
        .merge(duty::routes())
        .merge(deputies::routes())
        .merge(ratings::routes())
        .merge(measure::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    public::api()
        .merge(desk::api())
        .merge(appointments::api())
        .merge(pads::api())
        .merge(setup::api())
        .merge(villages::api())
        .merge(proxy::api())
        .merge(receipts::api())
        .merge(duty::api())
        .merge(deputies::api())
        .merge(ratings::api())
        .merge(measure::api())
}

/// What the slice adds to a station's home page.
pub fn home_sections() -> Vec<stations::HomeSection> {
    vec![public::home_section(), duty::home_section(), deputies::home_section()]
}

/// The parts of "my things": tickets, visits in the village, papers at the desk, who may act for somebody.
pub fn mine_sections() -> Vec<people::MineSection> {
    vec![public::mine_section(), villages::mine_section(), receipts::mine_section(), proxy::mine_section()]
}

/// What the slice holds about residents. Consents first: what was drawn under one is given back before the tickets are.
pub fn holdings() -> Vec<people::Holding> {
    vec![
        villages::acts::holding(),
        proxy::acts::holding(),
        receipts::acts::holding(),
        duty::holding(),
        deputies::holding(),
        forgetting::holding(),
    ]
}

/// The periodic work of the slice.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    acts::jobs(house).await?;
    booked::acts::jobs(house).await?;
    villages::acts::jobs(house).await?;
    proxy::acts::jobs(house).await?;
    receipts::acts::jobs(house).await?;
    duty::jobs(house).await?;
    deputies::jobs(house).await?;
    ratings::jobs(house).await?;
    measure::jobs(house).await
}
