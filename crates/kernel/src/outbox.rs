//! Messages to people: written in the transaction of what they tell, sent after it, at least once.
use std::sync::Arc;

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};

use crate::db::Conn;
use crate::db::literal::Lit;
use crate::db::types::{Id, StationId, Ts};
use crate::fault::Fault;
use crate::house::House;
use crate::on;

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, SmallInt, Text};
    use crate::db::types::{Instant, Uid};
    messages (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        kind -> Text,
        to_sealed -> Binary,
        text_sealed -> Binary,
        made_at -> Instant,
        due_at -> Instant,
        state -> SmallInt,
        tries -> SmallInt,
        settled_at -> Nullable<Instant>,
        to_hash -> Nullable<Binary>,
    }
}

/// A message, opened.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Message {
    #[serde(skip)]
    pub station: StationId,
    /// Stays the same on every try, so that a gateway can drop repetitions.
    pub id: Id,
    /// Why it is sent: `code`, `reservation-confirmed` …
    pub kind: String,
    /// The phone number.
    pub to: String,
    pub text: String,
    pub made_at: Timestamp,
    #[serde(skip)]
    pub state: State,
    #[serde(skip)]
    pub tries: i16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    #[default]
    Waiting = 0,
    Sent = 1,
    /// No channel took it: a clerk telephones.
    GivenUp = 2,
    /// A clerk has told them instead.
    Told = 3,
    /// A clerk has tried, and nobody was there.
    NotReached = 4,
}

impl State {
    fn of(number: i16) -> State {
        match number {
            1 => State::Sent,
            2 => State::GivenUp,
            3 => State::Told,
            4 => State::NotReached,
            _ => State::Waiting,
        }
    }
}

/// A way out: SMS gateway, webhook. Called outside any transaction.
pub trait Channel: Send + Sync {
    fn send(&self, message: &Message) -> Result<(), String>;
}

/// The purposes under which numbers and texts are sealed.
const TO: &str = "message-to";
const TEXT: &str = "message-text";
/// The purpose under which receivers are looked up.
const RECEIVER: &str = "message-receiver";
/// A message says who was where and when; nobody needs to read it for longer than this.
pub const KEPT: SignedDuration = SignedDuration::from_hours(24 * 30);
/// After this many tries it is given up and stays for the clerk's call list; the waits double from 10 s.
const TRIES: i16 = 8;
/// While one sender tries a message, no other takes it.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// As many are taken at once as a slow channel, which may need ten seconds for each, sends before the lease ends.
const AT_ONCE: usize = 5;

/// Writes a message. It is sent once the surrounding change is durable.
pub fn post(
    c: &mut Conn,
    house: &House,
    station: StationId,
    kind: &str,
    (to, text): (&str, &str),
    due_at: Timestamp,
) -> Result<Id, Fault> {
    let id = house.new_id();
    let row = (
        messages::station_id.eq(station),
        messages::id.eq(id),
        messages::kind.eq(kind),
        messages::to_sealed.eq(house.keys.seal(TO, to, &house.chance)),
        messages::text_sealed.eq(house.keys.seal(TEXT, text, &house.chance)),
        messages::made_at.eq(Ts(house.now())),
        messages::due_at.eq(Ts(due_at)),
        messages::state.eq(State::Waiting as i16),
        messages::tries.eq(0),
        messages::to_hash.eq(house.keys.lookup(RECEIVER, to).to_vec()),
    );
    on!(c, c => diesel::insert_into(messages::table).values(row).execute(c))?;
    Ok(id)
}

type Row = (i64, Id, String, Vec<u8>, Vec<u8>, Ts, i16, i16);

fn opened(house: &House, (station, id, kind, to, text, made_at, state, tries): Row) -> Result<Message, Fault> {
    Ok(Message {
        station: StationId(station),
        id,
        kind,
        to: house.keys.open(TO, &to).map_err(Fault::broken)?,
        text: house.keys.open(TEXT, &text).map_err(Fault::broken)?,
        made_at: made_at.0,
        state: State::of(state),
        tries,
    })
}

/// The newest messages of a station: the demo's page.
pub fn newest(c: &mut Conn, house: &House, station: StationId, most: i64) -> Result<Vec<Message>, Fault> {
    let rows: Vec<Row> = on!(c, c => messages::table
        .filter(messages::station_id.eq(station))
        .order(messages::id.desc())
        .limit(most)
        .select((messages::station_id, messages::id, messages::kind, messages::to_sealed, messages::text_sealed,
            messages::made_at, messages::state, messages::tries))
        .load(c))?;
    rows.into_iter().map(|row| opened(house, row)).collect()
}

/// Kinds that nobody reads out on the telephone: a code is for its owner alone, an answer came too late to be one, and who has left an
/// opinion nobody at the station may know.
const NOT_FOR_EARS: [&str; 4] = ["code", "presence-answer", "door-code", "opinion-news"];

/// What no channel took since `since`, the oldest first: a clerk tells these people.
pub fn given_up(
    c: &mut Conn,
    house: &House,
    station: StationId,
    since: Timestamp,
    most: i64,
) -> Result<Vec<Message>, Fault> {
    let rows: Vec<Row> = on!(c, c => messages::table
        .filter(messages::station_id.eq(station).and(messages::state.eq(Lit::<2>)))
        .filter(messages::made_at.gt(Ts(since)).and(messages::kind.ne_all(NOT_FOR_EARS)))
        .order((messages::made_at, messages::id))
        .limit(most)
        .select((messages::station_id, messages::id, messages::kind, messages::to_sealed, messages::text_sealed,
            messages::made_at, messages::state, messages::tries))
        .load(c))?;
    rows.into_iter().map(|row| opened(house, row)).collect()
}

/// How many there are of them.
pub fn count_given_up(c: &mut Conn, station: StationId, since: Timestamp) -> Result<i64, Fault> {
    Ok(on!(c, c => messages::table
        .filter(messages::station_id.eq(station).and(messages::state.eq(Lit::<2>)))
        .filter(messages::made_at.gt(Ts(since)).and(messages::kind.ne_all(NOT_FOR_EARS)))
        .count()
        .get_result(c))?)
}

/// Notes what a clerk did about a message that was given up; `false` if that is noted already.
pub fn settle_by_hand(c: &mut Conn, station: StationId, id: Id, (told, now): (bool, Timestamp)) -> Result<bool, Fault> {
    let state = if told { State::Told } else { State::NotReached };
    let open = messages::table.find((station, id)).filter(messages::state.eq(Lit::<2>));
    let set = (messages::state.eq(state as i16), messages::settled_at.eq(Ts(now)));
    Ok(on!(c, c => diesel::update(open).set(set).execute(c))? > 0)
}

/// Whether there is such a message, in whatever state.
pub fn exists(c: &mut Conn, station: StationId, id: Id) -> Result<bool, Fault> {
    let found: Option<Id> = on!(c, c => messages::table.find((station, id)).select(messages::id).first(c).optional())?;
    Ok(found.is_some())
}

/// Takes up to `most` messages that are due and keeps others from taking them for a minute.
pub fn take_due(c: &mut Conn, house: &House, most: i64) -> Result<Vec<Message>, Fault> {
    let now = house.now();
    let rows: Vec<Row> = on!(c, c => messages::table
        .filter(messages::state.eq(Lit::<0>).and(messages::due_at.le(Ts(now))))
        .order(messages::due_at)
        .limit(most)
        .select((messages::station_id, messages::id, messages::kind, messages::to_sealed, messages::text_sealed,
            messages::made_at, messages::state, messages::tries))
        .load(c))?;
    let mut taken = vec![];
    for row in rows {
        let one =
            messages::table.find((row.0, row.1)).filter(messages::tries.eq(row.7).and(messages::state.eq(Lit::<0>)));
        let mine = on!(c, c => diesel::update(one)
            .set((messages::tries.eq(row.7 + 1), messages::due_at.eq(Ts(now + LEASE))))
            .execute(c))?;
        if mine == 1 {
            taken.push(opened(house, row)?);
        }
    }
    Ok(taken)
}

/// Drops what waits at a station: an import lays out what people have known for long.
pub fn drop_waiting(c: &mut Conn, station: StationId) -> Result<usize, Fault> {
    let waiting = messages::table.filter(messages::station_id.eq(station).and(messages::state.eq(Lit::<0>)));
    Ok(on!(c, c => diesel::delete(waiting).execute(c))?)
}

/// What was and will be told to a number, the newest first.
pub fn sent_to(c: &mut Conn, house: &House, to: &str) -> Result<Vec<Message>, Fault> {
    let rows: Vec<Row> = on!(c, c => messages::table
        .filter(messages::to_hash.eq(house.keys.lookup(RECEIVER, to).to_vec()).or(messages::to_hash.is_null()))
        .order(messages::made_at.desc())
        .select((messages::station_id, messages::id, messages::kind, messages::to_sealed, messages::text_sealed,
            messages::made_at, messages::state, messages::tries))
        .load(c))?;
    // A row without a hash is from before there were hashes.
    let all: Vec<Message> = rows.into_iter().map(|row| opened(house, row)).collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|m| m.to == to).collect())
}

/// Forgets what was and would be told to a number.
pub fn forget_sent_to(c: &mut Conn, house: &House, to: &str) -> Result<(), Fault> {
    for message in sent_to(c, house, to)? {
        on!(c, c => diesel::delete(messages::table.find((message.station, message.id))).execute(c))?;
    }
    Ok(())
}

/// Forgets what was and would be told to a number at one station, of one kind.
pub fn forget_kind_sent_to(
    c: &mut Conn,
    house: &House,
    station: StationId,
    (kind, to): (&str, &str),
) -> Result<(), Fault> {
    let receiver = house.keys.lookup(RECEIVER, to).to_vec();
    let theirs = messages::table
        .filter(messages::station_id.eq(station).and(messages::kind.eq(kind)).and(messages::to_hash.eq(receiver)));
    on!(c, c => diesel::delete(theirs).execute(c))?;
    Ok(())
}

/// Forgets up to `most` messages that are older than [`KEPT`], sent or not. Returns how many.
pub fn forget_old(c: &mut Conn, now: Timestamp, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, Id)> = on!(c, c => messages::table
        .filter(messages::made_at.le(Ts(now - KEPT)))
        .limit(most)
        .select((messages::station_id, messages::id))
        .load(c))?;
    for key in &old {
        on!(c, c => diesel::delete(messages::table.find(*key)).execute(c))?;
    }
    Ok(old.len())
}

/// Notes what became of a try.
pub fn settle(c: &mut Conn, message: &Message, sent: bool, now: Timestamp) -> Result<(), Fault> {
    let tries = message.tries + 1;
    let (state, due_at) = match (sent, tries >= TRIES) {
        (true, _) => (State::Sent, now),
        (false, true) => (State::GivenUp, now),
        (false, false) => (State::Waiting, now + SignedDuration::from_secs(10 << tries.clamp(0, 10))),
    };
    let settled_at = (state != State::Waiting).then_some(Ts(now));
    on!(c, c => diesel::update(messages::table.find((message.station, message.id)))
        .set((messages::state.eq(state as i16), messages::due_at.eq(Ts(due_at)), messages::settled_at.eq(settled_at)))
        .execute(c))?;
    Ok(())
}

/// Sends what is due through `channel`, until nothing is. Returns how many were sent.
pub async fn deliver(house: &House, channel: Arc<dyn Channel>) -> Result<usize, Fault> {
    let mut sent = 0;
    loop {
        let taking = house.clone();
        let due = house.db.write(move |c| take_due(c, &taking, AT_ONCE as i64)).await?;
        let last = due.len() < AT_ONCE;
        sent += send(house, &channel, due).await?;
        if last {
            return Ok(sent);
        }
    }
}

async fn send(house: &House, channel: &Arc<dyn Channel>, due: Vec<Message>) -> Result<usize, Fault> {
    let mut sent = 0;
    for message in due {
        let (out, line) = (message.clone(), channel.clone());
        let outcome = tokio::task::spawn_blocking(move || line.send(&out)).await.map_err(Fault::broken)?;
        if let Err(why) = &outcome {
            tracing::warn!(message = %message.id, why, "a message was not sent");
        }
        house.watch.message(if outcome.is_ok() { "sent" } else { "failed" });
        sent += usize::from(outcome.is_ok());
        let now = house.now();
        house.db.write(move |c| settle(c, &message, outcome.is_ok(), now)).await?;
    }
    Ok(sent)
}
