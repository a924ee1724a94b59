//! A request that is sent again does one thing and gets the same answer.
//!
//! Programs send `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header); forms carry a hidden field `once`. The
//! answer is kept in the transaction that makes the change, so a crash cannot separate them. Refusals change nothing and
//! are decided afresh.
use axum::http::HeaderMap;
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::db::types::{Json, StationId, Ts};
use crate::db::{Conn, Undone};
use crate::fault::Fault;
use crate::on;

diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use crate::db::types::{Doc, Instant};
    answers (station_id, key_hash) {
        station_id -> BigInt,
        key_hash -> Binary,
        request_hash -> Binary,
        body -> Doc,
        at -> Instant,
    }
}

/// Answers are kept for this long; a retry after that is a new request.
pub const KEPT: SignedDuration = SignedDuration::from_hours(48);

/// One request's key, bound to who sent it and to what it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Once {
    key: Vec<u8>,
    request: Vec<u8>,
}

impl Once {
    /// From a key, who sends it (a session, a person's id; empty for strangers), and what is asked.
    pub fn new(key: &str, who: &str, request: &impl Serialize) -> Once {
        let request = serde_json::to_vec(request).unwrap_or_default();
        Once { key: hash(&[who.as_bytes(), key.as_bytes()]), request: hash(&[&request]) }
    }

    /// The header's key, if there is one: any text in UTF-8, however long a header may be. A key that is passed over would let
    /// the request be done twice.
    pub fn header(headers: &HeaderMap) -> Option<&str> {
        headers.get("idempotency-key").and_then(|v| str::from_utf8(v.as_bytes()).ok()).filter(|k| !k.is_empty())
    }
}

fn hash(parts: &[&[u8]]) -> Vec<u8> {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part);
    }
    sha.finalize().to_vec()
}

/// Runs `change` unless its answer is there already.
pub fn only_once<T, E>(
    c: &mut Conn,
    station: StationId,
    once: Option<&Once>,
    now: Timestamp,
    change: impl FnOnce(&mut Conn) -> Result<T, E>,
) -> Result<T, E>
where
    T: Serialize + DeserializeOwned,
    E: Undone,
{
    let Some(once) = once else { return change(c) };
    if let Some(answer) = answered(c, station, once)? {
        return Ok(answer.read()?);
    }
    let answer = match change(c) {
        // The same request came at the same moment and was first: run again, this one finds its answer.
        Err(refused) if refused.fault().is_none() && answered_meanwhile(c, station, once)? => {
            return Err(Fault::Clash("the same request is being answered".into()).into());
        }
        done => done?,
    };
    keep(c, station, once, &answer, now)?;
    Ok(answer)
}

/// After a refusal. If a key of the database refused, PostgreSQL reads nothing more in this transaction; nothing of it will be
/// kept, so the look is in a new one.
fn answered_meanwhile(c: &mut Conn, station: StationId, once: &Once) -> Result<bool, Fault> {
    let seen = answered(c, station, once).or_else(|_| {
        c.begin_anew()?;
        answered(c, station, once)
    })?;
    Ok(seen.is_some())
}

fn answered(c: &mut Conn, station: StationId, once: &Once) -> Result<Option<Json>, Fault> {
    let found: Option<(Vec<u8>, Json)> = on!(c, c => answers::table
        .find((station, &once.key))
        .select((answers::request_hash, answers::body))
        .first(c)
        .optional())?;
    match found {
        Some((request, _)) if request != once.request => Err(Fault::KeyReused),
        found => Ok(found.map(|(_, body)| body)),
    }
}

fn keep(c: &mut Conn, station: StationId, once: &Once, answer: &impl Serialize, now: Timestamp) -> Result<(), Fault> {
    let row = (
        answers::station_id.eq(station),
        answers::key_hash.eq(&once.key),
        answers::request_hash.eq(&once.request),
        answers::body.eq(Json::of(answer)?),
        answers::at.eq(Ts(now)),
    );
    match on!(c, c => diesel::insert_into(answers::table).values(row).execute(c)).map_err(Fault::from) {
        // The same key came twice at once: the later one runs again and finds the answer.
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        kept => kept.map(|_| ()),
    }
}

pub fn forget_old(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(answers::table.filter(answers::at.lt(Ts(now - KEPT)))).execute(c))?)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use diesel::prelude::*;

    use super::{Once, only_once};
    use crate::db::Conn;
    use crate::db::types::{Json, StationId, Ts};
    use crate::event::{self, By};
    use crate::fault::Fault;
    use crate::on;
    use crate::refusal::{Not, Refusal, Said};
    use crate::testing;
    use crate::view::View;

    #[derive(Debug)]
    struct Late;

    impl Refusal for Late {
        fn code(&self) -> &'static str {
            "late"
        }
        fn say(&self, _: &View) -> Said {
            Said::default()
        }
    }

    /// Only the first that a station ever does; whoever comes later waits for it, and is refused.
    fn first(c: &mut Conn, house: &crate::house::House, once: &Once) -> Result<i64, Not<Late>> {
        let (station, now) = (StationId(1), house.now());
        only_once(c, station, Some(once), now, |c| {
            match event::record(c, station, now, By::Program, "thing.done", "", &())? {
                1 => Ok(1),
                _ => Err(Late.into()),
            }
        })
    }

    /// The same, told by a key of the database.
    fn first_by_key(c: &mut Conn, house: &crate::house::House, once: &Once) -> Result<i64, Not<Late>> {
        let (station, now) = (StationId(1), house.now());
        only_once(c, station, Some(once), now, |c| {
            let row = (
                super::answers::station_id.eq(station),
                super::answers::key_hash.eq(b"the only one".to_vec()),
                super::answers::request_hash.eq(Vec::new()),
                super::answers::body.eq(Json::of(&())?),
                super::answers::at.eq(Ts(now)),
            );
            match on!(c, c => diesel::insert_into(super::answers::table).values(row).execute(c)).map_err(Fault::from) {
                Err(Fault::AlreadyThere(_)) => Err(Late.into()),
                kept => Ok(kept.map(|_| 1)?),
            }
        })
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_key_of_the_database_may_refuse_it() {
        for test in testing::houses(&[crate::MIGRATIONS], &[crate::TEXTS]) {
            let house = test.house();
            let ask = |key: &str| {
                let (h, once) = (house.clone(), Once::new(key, "", &"thing"));
                let house = house.clone();
                tokio::spawn(async move { house.db.write(move |c| first_by_key(c, &h, &once)).await })
            };
            let all: Vec<_> = (0..16).map(|_| ask("k")).collect();
            for one in all {
                assert_eq!(one.await.expect("it ran").expect("each has the first one's answer"), 1);
            }
            assert!(matches!(ask("another").await.expect("it ran"), Err(Not::Refused(Late))));
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_same_request_at_the_same_moment_is_answered_alike() {
        for test in testing::houses(&[crate::MIGRATIONS], &[crate::TEXTS]) {
            let house = test.house();
            let ask = |key: &str| {
                let (h, once) = (house.clone(), Once::new(key, "", &"thing"));
                let house = house.clone();
                tokio::spawn(async move { house.db.write(move |c| first(c, &h, &once)).await })
            };
            let all: Vec<_> = (0..16).map(|_| ask("k")).collect();
            for one in all {
                assert_eq!(one.await.expect("it ran").expect("each has the first one's answer"), 1);
            }
            assert!(matches!(ask("another").await.expect("it ran"), Err(Not::Refused(Late))));
            let seen = house.db.read(|c| event::last(c, StationId(1))).await;
            assert_eq!(seen.expect("it is read"), 1, "nothing of what was refused is kept");
        }
    }

    #[test]
    fn a_key_is_any_text_of_any_length() {
        let keyed = |key: &str| {
            HeaderMap::from_iter([(
                "idempotency-key".parse().expect("a name"),
                HeaderValue::from_bytes(key.as_bytes()).expect("a value"),
            )])
        };
        for key in ["a", "4f1c", "客人5", &"k".repeat(2000)] {
            assert_eq!(Once::header(&keyed(key)), Some(key));
        }
        assert_eq!(Once::header(&keyed("")), None);
        assert_eq!(Once::header(&HeaderMap::new()), None);
    }
}
