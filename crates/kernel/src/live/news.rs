//! Who waits for which station, and the one task that looks for news as long as somebody waits.
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::seats::Seats;
use crate::db::types::StationId;
use crate::event;
use crate::fault::Fault;
use crate::house::House;

/// Changes of other processes are seen within this time; our own after [`GAP`].
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// Many changes at once are one look.
const GAP: Duration = Duration::from_millis(100);
/// Stations in one question to the database.
const AT_ONCE: usize = 500;
/// A listener that heard nothing hears this often that all is well.
const BEAT: Duration = Duration::from_secs(5);
/// When the database was not reached for that long, nobody is told that all is well.
const STALE: Duration = Duration::from_secs(10);
/// Then a stream ends and the page comes back: whoever was signed out in between does not.
const LASTS: Duration = Duration::from_secs(600);

/// The house's listeners ([`House::shelf`]).
#[derive(Default)]
pub(super) struct Live {
    waiting: Mutex<Waiting>,
    closing: watch::Sender<bool>,
    pub(super) seats: Seats,
}

#[derive(Default)]
struct Waiting {
    stations: HashMap<StationId, watch::Sender<Told>>,
    /// Whether the task that looks for news runs.
    looking: bool,
}

/// A station's last change, and when the database said so.
#[derive(Debug, Clone, Copy)]
struct Told {
    last: i64,
    at: Instant,
}

/// What a listener hears. Several changes may be heard as one: the number is that of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    Change(i64),
    /// Nothing has changed, and the database was asked a moment ago.
    Beat(i64),
}

/// Somebody who waits for news of one station.
pub struct Listener {
    told: watch::Receiver<Told>,
    closing: watch::Receiver<bool>,
    heard: Option<i64>,
    pub(super) beat: Duration,
    beats_at: Instant,
    ends_at: Instant,
}

/// Waits for news of `station` from now on; the first thing heard is how things stand.
pub async fn listen(house: &House, station: StationId) -> Result<Listener, Fault> {
    let last = house.db.read(move |c| event::last(c, station)).await?;
    let live = house.shelf::<Live>();
    let closing = live.closing.subscribe();
    if *closing.borrow() {
        return Err(Fault::Busy);
    }
    let now = Instant::now();
    let told = live.join(house, station, Told { last, at: now });
    Ok(Listener { told, closing, heard: None, beat: BEAT, beats_at: now + BEAT, ends_at: now + LASTS })
}

/// Ends all streams and lets no new ones in: the program stops.
pub fn close(house: &House) {
    house.shelf::<Live>().closing.send_replace(true);
}

impl Listener {
    /// The next news; nothing more when the program stops or the stream has lasted long enough.
    pub async fn next(&mut self) -> Option<Heard> {
        loop {
            let told = *self.told.borrow_and_update();
            if self.heard != Some(told.last) {
                self.heard = Some(told.last);
                self.beats_at = Instant::now() + self.beat;
                return Some(Heard::Change(told.last));
            }
            tokio::select! {
                _ = self.closing.wait_for(|closing| *closing) => return None,
                () = sleep_until(self.ends_at) => return None,
                changed = self.told.changed() => changed.ok()?,
                () = sleep_until(self.beats_at) => {
                    self.beats_at = Instant::now() + self.beat;
                    let told = *self.told.borrow();
                    if told.at.elapsed() < STALE && self.heard == Some(told.last) {
                        return Some(Heard::Beat(told.last));
                    }
                }
            }
        }
    }
}

impl Live {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn join(&self, house: &House, station: StationId, told: Told) -> watch::Receiver<Told> {
        let mut waiting = self.waiting();
        let known = waiting.stations.entry(station).or_insert_with(|| watch::Sender::new(told));
        tell(known, told);
        let listener = known.subscribe();
        if !waiting.looking {
            waiting.looking = true;
            tokio::spawn(look(house.clone()));
        }
        listener
    }

    /// The stations that somebody still waits for. With none, the looking ends.
    fn awaited(&self) -> Vec<StationId> {
        let mut waiting = self.waiting();
        waiting.stations.retain(|_, told| told.receiver_count() > 0);
        waiting.looking = !waiting.stations.is_empty();
        waiting.stations.keys().copied().collect()
    }
}

/// Wakes listeners only when the number is another one. Numbers grow; one that was read earlier changes nothing.
fn tell(station: &watch::Sender<Told>, told: Told) {
    station.send_if_modified(|known| {
        let newer = told.last > known.last;
        *known = Told { last: told.last.max(known.last), at: told.at };
        newer
    });
}

async fn look(house: House) {
    let live = house.shelf::<Live>();
    loop {
        sleep(GAP).await;
        // That nothing was written here in the meantime is no failure: somebody else may have.
        let _ = timeout(LOOK_EVERY - GAP, house.db.written()).await;
        let stations = live.awaited();
        if stations.is_empty() {
            return;
        }
        for some in stations.chunks(AT_ONCE) {
            if let Err(fault) = look_at(&house, &live, some.to_vec()).await {
                tracing::warn!(%fault, "no news for open pages; they say so themselves");
            }
        }
    }
}

async fn look_at(house: &House, live: &Live, stations: Vec<StationId>) -> Result<(), Fault> {
    let (at, asked) = (Instant::now(), stations.clone());
    let found = house.db.read(move |c| event::last_of(c, &asked)).await?;
    let last: HashMap<StationId, i64> = found.into_iter().collect();
    let waiting = live.waiting();
    for station in &stations {
        if let Some(known) = waiting.stations.get(station) {
            tell(known, Told { last: last.get(station).copied().unwrap_or(0), at });
        }
    }
    Ok(())
}
