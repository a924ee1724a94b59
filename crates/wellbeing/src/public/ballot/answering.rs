//! Answers and tips from whoever comes, within limits: codes cannot be guessed one after the other, and nobody says a hundred times
//! that they were told what to say. Addresses are counted in memory, as keyed hashes, and kept nowhere.
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use kernel::view::Peer;
use stations::Station;

use crate::acts;
use crate::answers;
use crate::rules::ballot::Code;
use crate::rules::tips::ByWhom;
use crate::rules::waves::{Given, NoAnswer};

/// Whoever taps twice, or whose line broke, is counted once, so long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(1);
/// So many tips are remembered.
const MOST: usize = 1_000;

/// Hashes of the keys of tips, in memory only: a row of the database would say when somebody told on somebody.
#[derive(Default)]
struct Tips(Mutex<VecDeque<(Timestamp, [u8; 32])>>);

impl Tips {
    /// Notes a key, unless it is known.
    fn is_new(&self, key: [u8; 32], now: Timestamp) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while all.front().is_some_and(|(at, _)| *at + REMEMBERED < now) {
            all.pop_front();
        }
        if all.iter().any(|(_, known)| *known == key) {
            return false;
        }
        if all.len() >= MOST {
            all.pop_front();
        }
        all.push_back((now, key));
        true
    }

    fn forget(&self, key: &[u8; 32]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, known)| known != key);
    }
}

/// Takes an answer. A village may share one address, so the limit is a wide one; there are 2^44 codes.
///
/// # Errors
/// [`NoAnswer`]; `TooMany` from one address, or the database's.
pub async fn answer(
    house: &House,
    station: &Arc<Station>,
    (code, given): (&Code, Given),
    (peer, press): (&Peer, Option<&str>),
) -> Result<(), Not<NoAnswer>> {
    house.limits.count(Act::GuessFromAddress, &house.keys.lookup("survey-code-peer", &peer.0.to_string()))?;
    acts::answer(house, station, (code, press), given).await
}

/// Counts that somebody was told what to say. The same key again within an hour, in the same process, is counted once.
///
/// # Errors
/// [`NoAnswer::NotOpen`]; `TooMany` from one address, or the database's.
pub async fn tip(
    house: &House,
    station: &Arc<Station>,
    by_whom: ByWhom,
    (peer, key): (&Peer, Option<&str>),
) -> Result<(), Not<NoAnswer>> {
    let now = house.now();
    let key = key.filter(|key| !key.is_empty());
    let key = key.map(|key| house.keys.lookup("survey-tip", &format!("{} {} {key}", station.id, by_whom.word())));
    let tips = house.shelf::<Tips>();
    // The key is noted before the tip is: of two taps the second finds it.
    if key.is_some_and(|key| !tips.is_new(key, now)) {
        return Ok(());
    }
    let done = told(house, station, by_whom, peer).await;
    if let (Err(_), Some(key)) = (&done, key) {
        tips.forget(&key);
    }
    done
}

async fn told(house: &House, station: &Arc<Station>, by_whom: ByWhom, peer: &Peer) -> Result<(), Not<NoAnswer>> {
    house.limits.count(Act::DoorPress, &house.keys.lookup("survey-tip-peer", &peer.0.to_string()))?;
    let at = station.id;
    let id = house.db.read(move |c: &mut Conn| answers::running(c, at)).await?.ok_or(NoAnswer::NotOpen)?;
    acts::tip(house, station, id, by_whom).await
}
