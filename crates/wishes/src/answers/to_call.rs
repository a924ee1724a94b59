//! Whom no message tells that what they wished for has come: a clerk does.
use jiff::SignedDuration;
use jiff::civil::Time;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Lang;
use stations::{Station, ToCall};

use super::sealed::opened;
use crate::rules::{Kind, State};
use crate::store::{claims, people as whose, wishes};

/// For so long there is use in telling them.
const USE: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Everybody at the station for whom something lies there and whom nobody has told. Of what it is nothing is said: others may listen.
pub fn to_call(c: &mut Conn, house: &House, v: &View, station: &Station) -> Result<Vec<ToCall>, Fault> {
    let mut all = vec![];
    for claim in claims::all(c, station.id)?.into_iter().filter(|claim| !claim.told) {
        let Some(at) = claim.delivered_at else { continue };
        let wish = wishes::by_id(c, station.id, claim.wish)?;
        if wish.state != State::Delivered {
            continue;
        }
        let Some(kept) = whose::of_wish(c, station.id, claim.wish)? else { continue };
        let known = opened(house, &kept)?;
        // As a day: the desk's pages have the instant, by which the two could be joined.
        let day = at.to_zoned_datetime(station.zone.clone()).date();
        let since = station.zone.to_timestamp(day.to_datetime(Time::midnight())).unwrap_or(at);
        // As whoever is called is told of all else: nobody has said in which language.
        let theirs = View::plain(house, Lang::Zh);
        all.push(ToCall {
            // Nothing else shows this id: whoever may not know whose a wish is cannot join them.
            id: claim.call.0,
            name: Some(known.name),
            phone: known.phone,
            text: theirs.t(if wish.draft.kind == Kind::Time { "wishes-call-agreed" } else { "wishes-call-arrived" }),
            since,
            until: since + USE,
            answered_at: format!("/desk/wishes/calls/{}/told", claim.call),
            answers: vec![(v.t("wishes-call-told"), "told")],
        });
    }
    Ok(all)
}
