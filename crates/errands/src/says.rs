//! What the slice says on all its pages: refusals in words, numbers, who is in.
use almanac::lang::Lang as Almanac;
use axum::http::StatusCode;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Timestamp};
use kernel::page::Kind;
use kernel::refusal::{Refusal as Refuses, Said};
use kernel::view::View;
use kernel::words::{Lang, When};

use crate::acts::Settled;
use crate::answers::Official;
use crate::forecast::{Cannot, Forecast};
use crate::rules::{Name, Presence, Refusal, Shown, Undeclarable, Ways};

pub fn name<'n>(v: &View, name: &'n Name) -> &'n str {
    v.pick(&name.zh, &name.en)
}

/// 放下材料就走、让别人代办: how a matter is done besides coming oneself and waiting.
pub fn ways(v: &View, ways: Ways) -> String {
    let all = [(ways.drop_off, "drop-off"), (ways.proxy, "proxy"), (ways.home, "home"), (ways.village, "village")];
    let has = all.iter().filter(|(has, _)| *has).map(|(_, key)| v.t(&format!("public-way-{key}")));
    has.collect::<Vec<_>>().join(&v.t("public-and"))
}

/// The shape and the words of a status, seen on `when`'s day: 在 3 号窗 · 下村 15:00 回 · 请假 周一回 · 未确认，原说 15:00.
pub fn shown(v: &View, when: &When, shown: &Shown) -> (Kind, String) {
    match *shown {
        Shown::AtDesk(Some(desk)) => (Kind::Ok, v.ta("hall-at-desk", &[("n", desk.into())])),
        Shown::AtDesk(None) => (Kind::Ok, v.t("hall-in-hall")),
        Shown::InOffice => (Kind::Ok, v.t("hall-in-office")),
        Shown::Away { presence, back, due } => (of(presence), away(v, when, presence, back, due)),
        Shown::Unconfirmed(back) => {
            let (key, at) = moment(when, back, ["hall-unconfirmed", "hall-unconfirmed-day"]);
            (Kind::Away, v.ta(key, &[("at", at.into())]))
        }
        Shown::NotSaid => (Kind::Shut, v.t("hall-not-said")),
    }
}

/// Who is gone for the day is a ring, who comes back half a disc.
fn of(presence: Presence) -> Kind {
    if matches!(presence, Presence::Leave | Presence::Off) { Kind::Shut } else { Kind::Away }
}

fn away(v: &View, when: &When, presence: Presence, back: Option<DateTime>, due: bool) -> String {
    let what = v.t(&format!("hall-is-{}", presence.name()));
    match back {
        None => what,
        Some(_) if due => v.ta("hall-due", &[("what", what.into())]),
        Some(back) => {
            let (key, at) = moment(when, back, ["hall-back", "hall-back-day"]);
            v.ta(key, &[("what", what.into()), ("at", at.into())])
        }
    }
}

/// 15:00 today, 周一 on another day; and the one of two texts that says it.
fn moment(when: &When, at: DateTime, [today, another_day]: [&'static str; 2]) -> (&'static str, String) {
    match at.date() == when.today() {
        true => (today, at.strftime("%H:%M").to_string()),
        false => (another_day, when.day(at.date())),
    }
}

impl Refuses for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Refusal::NotNow(_) => "not-now",
            Refusal::Changed => "ticket-changed",
            Refusal::NotHere => "not-in-the-hall",
            Refusal::NobodyWaits => "nobody-waits",
            Refusal::DeskTaken => "desk-taken",
            Refusal::NoDesk => "no-desk",
            Refusal::TooLate => "too-late-to-undo",
            Refusal::TooEarly => "too-early",
            Refusal::Shut(_) => "no-tickets-now",
            Refusal::HasOne => "has-a-ticket",
            Refusal::NoReason => "no-reason",
            Refusal::Undeclarable(_) => "undeclarable",
            Refusal::NoMatter => "no-such-matter",
            Refusal::NoSuchWay => "no-such-way",
            Refusal::NotToday => "not-today",
        }
    }

    /// Where no station is at hand: in the one zone of mainland China. Pages and the API of a station use [`said`].
    fn say(&self, v: &View) -> Said {
        said(v, &TimeZone::fixed(offset(8)), self)
    }

    fn status(&self) -> StatusCode {
        match self {
            Refusal::NoMatter | Refusal::NoDesk => StatusCode::NOT_FOUND,
            Refusal::NoReason | Refusal::TooEarly | Refusal::Undeclarable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}

/// A refusal in words, with times in `zone`.
pub fn said(v: &View, zone: &TimeZone, refusal: &Refusal) -> Said {
    Said::only(match refusal {
        Refusal::NotNow(state) => v.ta("errands-no-not-now", &[("state", v.t(&state_key(*state)).into())]),
        Refusal::Shut(Some(next)) => v.ta("errands-no-shut-until", &[("at", at(&v.when(zone), *next).into())]),
        Refusal::Undeclarable(why) => v.t(match why {
            Undeclarable::BackBefore => "errands-no-back-before",
            Undeclarable::BackTooFar => "errands-no-back-too-far",
            Undeclarable::VillageOfNoTrip => "errands-no-village",
        }),
        other => v.t(&format!("errands-no-{}", other.code())),
    })
}

/// 周一至周五 8:30–12:00: hours in words; a text that cannot be read stays as it is.
pub fn hours(v: &View, text: &str) -> String {
    let lang = if v.lang == Lang::Zh { Almanac::Zh } else { Almanac::En };
    stations::parsed_hours(text).map_or_else(|_| text.to_owned(), |hours| hours.describe(lang))
}

/// 明天 8:30; for today only the time.
pub fn at(when: &When, at: Timestamp) -> String {
    let day = when.date(at);
    if day == when.today() { when.time(at) } else { format!("{} {}", when.day(day), when.time(at)) }
}

/// A band that is wider than this is not told as from and until.
const WIDE: SignedDuration = SignedDuration::from_mins(120);

/// 大约 10:20–10:45 叫到，十个人里九个不晚于 10:45; or why that cannot be said.
pub fn expected(v: &View, when: &When, forecast: &Forecast) -> Option<String> {
    let moment = |key: &str, back: Option<Timestamp>| match back {
        Some(back) => v.ta(&format!("{key}-until"), &[("at", at(when, back).into())]),
        None => v.t(key),
    };
    Some(match forecast {
        Forecast::About(about) if about.is_at_once() => v.t("errands-expected-now"),
        // A band of half a day is honest and helps nobody: what is most likely does.
        Forecast::About(about) if about.until.duration_since(about.from) > WIDE => {
            let until = when.time(about.rounded().1);
            v.ta("errands-expected-wide", &[("at", when.time(about.point).into()), ("until", until.into())])
        }
        Forecast::About(about) => {
            let (from, until) = about.rounded();
            let times = if from == until { when.time(until) } else { when.times(from, until) };
            v.ta("errands-expected", &[("times", times.into()), ("until", when.time(until).into())])
        }
        Forecast::Cannot(Cannot::NoDesk { back }) => moment("errands-expected-no-desk", *back),
        Forecast::Cannot(Cannot::Away { back, .. }) => moment("errands-expected-away", *back),
        Forecast::Cannot(Cannot::NotBefore { closes }) => moment("errands-expected-not-before", *closes),
        Forecast::Cannot(Cannot::NotWaiting) => return None,
    })
}

/// 等你的 2 人已通知：1 人等到 16:00，1 人转给马学兰. Nothing if nobody waited.
pub fn settled(v: &View, when: &When, all: &[Settled], officials: &[Official]) -> Option<String> {
    let mut parts: Vec<(String, usize)> = vec![];
    for one in all {
        let name = officials.iter().find(|o| Some(o.id) == one.official).map_or("", |o| o.name.as_str());
        let time = one.at.map(|t| at(when, t)).unwrap_or_default();
        let words =
            v.ta(&format!("promises-done-{}", one.decision.name()), &[("who", name.into()), ("at", time.into())]);
        match parts.iter_mut().find(|(said, _)| *said == words) {
            Some((_, n)) => *n += 1,
            None => parts.push((words, 1)),
        }
    }
    let each = |(words, n): (String, usize)| v.ta("promises-done-each", &[("n", n.into()), ("what", words.into())]);
    let said: Vec<String> = parts.into_iter().map(each).collect();
    let args = [("n", all.len().into()), ("what", said.join(&v.t("promises-comma")).into())];
    (!all.is_empty()).then(|| v.ta("promises-done", &args))
}

/// The key of a state's word.
pub fn state_key(state: crate::rules::State) -> String {
    format!("errands-state-{}", state.name())
}
