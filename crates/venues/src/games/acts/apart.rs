//! Keeping away from somebody one has met in a game. Silent: only whoever does it sees it and can take it back.
use std::sync::Arc;

use crate::ReservationId;
use crate::games::answers::{PLAYER, shown_of};
use crate::games::says;
use crate::games::store::{self, Block};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Lang;
use people::PersonId;
use stations::Station;

/// From now on the two neither see nor join each other's games. `seat` is a place in a game in which `person` has or had
/// one too: nobody learns of anybody else.
pub async fn block(
    house: &House,
    station: &Arc<Station>,
    (game, seat): (ReservationId, Id),
    person: PersonId,
) -> Result<(), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let seats = store::of_game(c, station.id, game)?;
        if !seats.iter().any(|s| s.person == Some(person)) {
            return Err(Fault::NotFound);
        }
        let met = seats.iter().find(|s| s.id == seat).ok_or(Fault::NotFound)?;
        let blocked = met.person.filter(|p| *p != person).ok_or(Fault::NotFound)?;
        let shown = says::player(&View::plain(&h, Lang::Zh), shown_of(c, &h, met)?.as_ref());
        let sealed = h.keys.seal(PLAYER, &shown, &h.chance);
        store::block(c, station.id, (h.new_id(), person, blocked), (game, &sealed), now)
    };
    house.db.write(work).await
}

/// A block with what was shown of the other when they met.
#[derive(Debug, Clone)]
pub struct Apart {
    pub block: Block,
    pub shown: String,
}

/// Whom a person keeps away from, anywhere.
pub async fn blocks(house: &House, person: PersonId) -> Result<Vec<Apart>, Fault> {
    let h = house.clone();
    let read = move |c: &mut Conn| {
        let all = store::blocks_of(c, person)?;
        let open = |block: Block| {
            let shown = h.keys.open(PLAYER, &block.shown_sealed).map_err(Fault::broken)?;
            Ok(Apart { block, shown })
        };
        all.into_iter().map(open).collect()
    };
    house.db.read(read).await
}

/// Takes a block back. Doing it twice is fine.
pub async fn unblock(house: &House, station: StationId, person: PersonId, id: Id) -> Result<(), Fault> {
    house.db.write(move |c| store::unblock(c, station, person, id)).await
}
