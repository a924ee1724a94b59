//! Who came back: a random token in a cookie, its hash in a table.
use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use crate::chance::Chance;
use crate::db::Conn;
use crate::db::types::{Id, Ts};
use crate::fault::Fault;
use crate::on;
use crate::settings::Settings;
use crate::view::{SESSION_COOKIE, cookie};

diesel::table! {
    use diesel::sql_types::{Binary, SmallInt};
    use crate::db::types::{Instant, Uid};
    sessions (token_hash) {
        token_hash -> Binary,
        kind -> SmallInt,
        subject -> Uid,
        created_at -> Instant,
        expires_at -> Instant,
    }
}

/// Whose session it is. A resident's never opens a staff page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Resident = 0,
    Staff = 1,
}

impl Kind {
    /// Residents stay signed in for half a year: typing a code again is a trip lost. Staff sign in every morning.
    pub fn lasts(self) -> SignedDuration {
        match self {
            Kind::Resident => SignedDuration::from_hours(24 * 180),
            Kind::Staff => SignedDuration::from_hours(14),
        }
    }
}

/// The secret that the cookie carries: 160 random bits, as 32 letters and digits.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// What the request brought: the cookie, or for programs `Authorization: Bearer …` (RFC 6750, 2.1).
    pub fn of(headers: &HeaderMap) -> Option<Token> {
        let bearer = headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok()?.strip_prefix("Bearer "));
        bearer.or_else(|| cookie(headers, SESSION_COOKIE)).map(|t| Token(t.trim().to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }

    /// The `Set-Cookie` line that gives the token to a browser.
    pub fn set_cookie(&self, kind: Kind, settings: &Settings) -> String {
        cookie_line(&self.0, kind.lasts().as_secs(), settings)
    }
}

/// The `Set-Cookie` line that takes the token away.
pub fn clear_cookie(settings: &Settings) -> String {
    cookie_line("", 0, settings)
}

fn cookie_line(value: &str, seconds: i64, settings: &Settings) -> String {
    let secure = if settings.public_url.starts_with("https:") { "; Secure" } else { "" };
    format!("{SESSION_COOKIE}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}")
}

/// Signs `subject` in.
pub fn open(c: &mut Conn, kind: Kind, subject: Id, now: Timestamp, chance: &Chance) -> Result<Token, Fault> {
    let token = Token(data_encoding::BASE32_NOPAD.encode(&chance.bytes::<20>()).to_ascii_lowercase());
    let row = (
        sessions::token_hash.eq(token.hash()),
        sessions::kind.eq(kind as i16),
        sessions::subject.eq(subject),
        sessions::created_at.eq(Ts(now)),
        sessions::expires_at.eq(Ts(now + kind.lasts())),
    );
    on!(c, c => diesel::insert_into(sessions::table).values(row).execute(c))?;
    Ok(token)
}

/// Whom a token signs in, if it is still good.
pub fn find(c: &mut Conn, kind: Kind, token: &Token, now: Timestamp) -> Result<Option<Id>, Fault> {
    let found = on!(c, c => sessions::table
        .find(token.hash())
        .filter(sessions::kind.eq(kind as i16).and(sessions::expires_at.gt(Ts(now))))
        .select(sessions::subject)
        .first::<Id>(c)
        .optional())?;
    Ok(found)
}

pub fn close(c: &mut Conn, token: &Token) -> Result<(), Fault> {
    on!(c, c => diesel::delete(sessions::table.find(token.hash())).execute(c))?;
    Ok(())
}

/// Signs `subject` out everywhere.
pub fn close_all(c: &mut Conn, kind: Kind, subject: Id) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(
        sessions::table.filter(sessions::kind.eq(kind as i16).and(sessions::subject.eq(subject)))
    ).execute(c))?)
}

/// When `subject` signed in and until when that lasts, the newest first.
pub fn times_of(c: &mut Conn, kind: Kind, subject: Id, now: Timestamp) -> Result<Vec<(Timestamp, Timestamp)>, Fault> {
    let rows: Vec<(Ts, Ts)> = on!(c, c => sessions::table
        .filter(sessions::kind.eq(kind as i16).and(sessions::subject.eq(subject)).and(sessions::expires_at.gt(Ts(now))))
        .order(sessions::created_at.desc())
        .select((sessions::created_at, sessions::expires_at))
        .load(c))?;
    Ok(rows.into_iter().map(|(from, until)| (from.0, until.0)).collect())
}

/// Forgets sessions that have ended.
pub fn forget_ended(c: &mut Conn, now: Timestamp) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(sessions::table.filter(sessions::expires_at.le(Ts(now)))).execute(c))?)
}
