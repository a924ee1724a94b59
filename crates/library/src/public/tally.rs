//! 诚信书架: take one, bring one. Somebody presses that they did; nobody writes down who, and what it was is not asked either.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::once::{Once, only_once};
use kernel::view::Peer;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use crate::catalogue::answers;
use crate::lending::answers::day_of;

/// What was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Moved {
    Took = 1,
    Brought = -1,
}

impl Moved {
    pub fn of(taken: i8) -> Option<Moved> {
        [Moved::Took, Moved::Brought].into_iter().find(|moved| *moved as i8 == taken)
    }

    /// As buttons and addresses say it.
    pub fn word(self) -> &'static str {
        match self {
            Moved::Took => "took",
            Moved::Brought => "brought",
        }
    }

    pub fn of_word(word: &str) -> Option<Moved> {
        [Moved::Took, Moved::Brought].into_iter().find(|moved| moved.word() == word)
    }
}

/// Notes that one piece went or came. A shelf that is no honesty shelf has nothing to press: it is not found.
///
/// # Errors
/// `NotFound`, `TooMany` from one address or on one shelf, or the database's.
pub async fn tally(
    house: &House,
    station: &Arc<Station>,
    (code, moved): (&str, Moved),
    (peer, key): (Peer, Option<&str>),
) -> Result<(), Fault> {
    let (at, asked) = (station.id, code.to_owned());
    let shelf = house.db.read(move |c: &mut Conn| answers::shelf_by_code(c, at, &asked)).await?;
    let shelf = shelf.filter(|shelf| shelf.honesty).ok_or(Fault::NotFound)?;
    // Per address, and per shelf: many addresses together do not flood one shelf either.
    house.limits.count(Act::ShelfPress, &house.keys.lookup("shelf-peer", &peer.0.to_string()))?;
    let pressed = format!("{} {}", station.id.0, shelf.id);
    house.limits.count(Act::ShelfPress, &house.keys.lookup("shelf", &pressed))?;
    let once = key.filter(|key| !key.is_empty()).map(|key| Once::new(key, "", &(code, moved)));
    let (at, now, fact, code) = (station.clone(), house.now(), house.new_id(), code.to_owned());
    let work = move |c: &mut Conn| {
        only_once(c, at.id, once.as_ref(), now, |c| {
            answers::shelf_by_code(c, at.id, &code)?.filter(|shelf| shelf.honesty).ok_or(Fault::NotFound)?;
            let on = day_of(&at, now);
            fact::record(c, at.id, fact, "library.honesty", (on, now), &json!({ "taken": moved as i8 }))
        })
    };
    house.db.write(work).await
}
