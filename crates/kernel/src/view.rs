//! How one request wants to be answered: language, letter size, and where it came from.
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE};
use axum::http::request::Parts;
use jiff::tz::TimeZone;

use crate::house::House;
use crate::words::{Args, Lang, When, Words};

/// The reader's side of a page.
#[derive(Clone)]
pub struct View {
    pub lang: Lang,
    /// 长辈版: large letters and a reflowed page.
    pub care: bool,
    /// Path and query of this page, so that a switch can lead back to it.
    pub here: String,
    /// Whether a session cookie came along: decides only what a page offers, never what it allows.
    pub has_session: bool,
    pub rehearsal: bool,
    words: Words,
    now: jiff::Timestamp,
}

/// Cookies that hold a choice of the reader, not a secret.
pub const CARE_COOKIE: &str = "care";
pub const LANG_COOKIE: &str = "lang";
pub const SESSION_COOKIE: &str = "session";

impl View {
    pub fn of(house: &House, headers: &HeaderMap, here: String) -> View {
        let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).and_then(Lang::of);
        View {
            lang: cookie(headers, LANG_COOKIE).and_then(Lang::of).or(accepted).unwrap_or(Lang::Zh),
            care: cookie(headers, CARE_COOKIE) == Some("1"),
            here,
            has_session: cookie(headers, SESSION_COOKIE).is_some(),
            rehearsal: house.settings.rehearsal,
            words: house.words.clone(),
            now: house.now(),
        }
    }

    /// A view outside any request, for messages, feeds and page samples.
    pub fn plain(house: &House, lang: Lang) -> View {
        View {
            lang,
            care: false,
            here: "/".into(),
            has_session: false,
            rehearsal: house.settings.rehearsal,
            words: house.words.clone(),
            now: house.now(),
        }
    }

    /// The same reader on another page: what a refused form shows is the page that has the form.
    pub fn at(&self, here: String) -> View {
        View { here, ..self.clone() }
    }

    /// The text of `key` in the reader's language.
    pub fn t(&self, key: &str) -> String {
        self.words.say(self.lang, key, &[])
    }

    /// The same with values: `v.ta("free-n", &[("n", 3.into())])`.
    pub fn ta(&self, key: &str, args: &Args<'_>) -> String {
        self.words.say(self.lang, key, args)
    }

    /// Whether there is a text of that key.
    pub fn knows(&self, key: &str) -> bool {
        self.words.knows(self.lang, key)
    }

    /// Picks between two texts that people have written: English only if there is one.
    pub fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        if self.lang == Lang::En && !en.is_empty() { en } else { zh }
    }

    pub fn when(&self, zone: &TimeZone) -> When {
        When { lang: self.lang, zone: zone.clone(), now: self.now }
    }

    pub fn now(&self) -> jiff::Timestamp {
        self.now
    }
}

impl FromRequestParts<House> for View {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<View, Infallible> {
        let here = parts.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        Ok(View::of(house, &parts.headers, here))
    }
}

/// The value of a cookie (RFC 6265, 4.2.1), of all `Cookie` headers.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| pair.trim().split_once('=').filter(|(n, _)| *n == name).map(|(_, v)| v))
}

/// The address that asks: the peer's, or, behind a trusted proxy, the last one that the proxy has seen itself.
/// It is used for rate limits in memory and is neither stored nor logged.
///
/// Of an IPv6 address only the first half counts: a household has 2^64 of them (RFC 6177), which would be as many allowances.
pub struct Peer(pub IpAddr);

impl Peer {
    pub fn new(address: IpAddr) -> Peer {
        match address.to_canonical() {
            IpAddr::V6(all) if !all.is_loopback() => {
                let [a, b, c, d, ..] = all.segments();
                Peer(IpAddr::from([a, b, c, d, 0, 0, 0, 0]))
            }
            other => Peer(other),
        }
    }
}

impl FromRequestParts<House> for Peer {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Peer, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::from([0, 0, 0, 0]), |c| c.0.ip());
        // A proxy may add a line of its own below the one that came.
        let forwarded = parts.headers.get_all("x-forwarded-for").iter().next_back().and_then(|v| v.to_str().ok());
        let seen = forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
        let trusted = house.settings.trusted_proxies.contains(&peer.to_canonical());
        Ok(Peer::new(if trusted { seen.unwrap_or(peer) } else { peer }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_is_one_place_however_many_addresses_it_has() {
        let at = |text: &str| Peer::new(text.parse().expect("an address")).0;
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff:1:2:3"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
        assert_eq!(at("::ffff:192.0.2.1"), at("192.0.2.1"));
        assert_ne!(at("192.0.2.1"), at("192.0.2.2"));
        assert!(at("::1").is_loopback() && at("127.0.0.1").is_loopback());
    }
}
