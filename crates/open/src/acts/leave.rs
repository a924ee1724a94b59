//! A partner's program hands in what somebody says.
use std::sync::Arc;

use data_encoding::BASE32_NOPAD;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use opinions::acts::{Doing, New};
use opinions::rules::{Refusal, Source};
use opinions::{CategoryId, OpinionId};
use stations::{Point, Station};

use crate::answers::{Partner, token_hash};
use crate::rules::Report;
use crate::store;

/// What the program is told.
#[derive(Clone, PartialEq, Eq)]
pub struct Handed {
    /// With which it asks what became of it.
    pub token: String,
    /// For whoever says it, in groups of four.
    pub receipt: String,
}

/// Counts one report through a partner's key.
///
/// # Errors
/// How long to wait.
pub fn count(house: &House, partner: &Partner) -> Result<(), Fault> {
    house.limits.count(Act::PartnerReport, &house.keys.lookup("open-limit", &partner.id.to_string()))
}

/// Leaves an opinion as a page does. A request that is sent again with the same `Idempotency-Key` leaves one.
///
/// # Errors
/// What the rules of opinions refuse, or what broke.
pub async fn leave(
    doing: &Doing,
    (partner, report, category): (&Partner, Report, CategoryId),
    key: Option<&str>,
) -> Result<Handed, Not<Refusal>> {
    let new = New {
        text: report.text,
        category: Some(category),
        place: report.place,
        point: report.point.map(|(lat, lon)| Point { lat, lon }),
        about: vec![],
        photos: vec![],
        phone: report.phone,
        may_publish: report.may_publish,
        source: Source::Partner,
        partner: Some(partner.name.clone()),
    };
    // Two partners may think of one key.
    let key = key.map(|key| format!("open {} {key}", partner.id));
    let left = opinions::acts::leave(doing, new, None, key.as_deref()).await?;
    let token = keep_token(&doing.house, &doing.station, left.id).await?;
    Ok(Handed { token, receipt: left.receipt.grouped() })
}

/// The token of an opinion is made of its id with a key outside the database: a request that is sent again, also after a crash
/// between the opinion and the row that leads to it, gets the same one.
fn token(house: &House, opinion: OpinionId) -> String {
    BASE32_NOPAD.encode(&house.keys.lookup("open-token", &opinion.to_string())[..20]).to_lowercase()
}

/// Keeps where the token of `opinion` leads.
async fn keep_token(house: &House, station: &Arc<Station>, opinion: OpinionId) -> Result<String, Fault> {
    let token = token(house, opinion);
    let (hash, id) = (token_hash(house, &token), station.id);
    let today = house.now().to_zoned_datetime(station.zone.clone()).date();
    house.db.write(move |c: &mut Conn| store::keep(c, id, (&hash, opinion), today)).await?;
    Ok(token)
}
