//! Who may act for whom. Data in, decision out.
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::rules::{Refusal, Ways};

/// Who acts. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ProxyKind)]
pub enum Kind {
    #[default]
    Family = 0,
    /// 村上的代办员
    Agent = 1,
    /// The clerk at the desk.
    Clerk = 2,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Family, Kind::Agent, Kind::Clerk];

    pub fn of(number: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| *k as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Kind::Family => "family",
            Kind::Agent => "agent",
            Kind::Clerk => "clerk",
        }
    }
}

/// How somebody agreed. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ConsentHow)]
pub enum How {
    /// They said it to the clerk.
    InPerson = 0,
    /// The clerk called them back.
    Phone = 1,
    /// A paper that they signed.
    Paper = 2,
    /// By themselves, signed in.
    Online = 3,
}

impl How {
    pub const ALL: [How; 4] = [How::InPerson, How::Phone, How::Paper, How::Online];
    /// What a clerk can write down.
    pub const AT_DESK: [How; 3] = [How::InPerson, How::Phone, How::Paper];

    pub fn of(number: i16) -> Option<How> {
        How::ALL.into_iter().find(|h| *h as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            How::InPerson => "in-person",
            How::Phone => "phone",
            How::Paper => "paper",
            How::Online => "online",
        }
    }
}

/// How a consent stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ConsentState)]
pub enum State {
    Holds,
    Withdrawn,
    /// Its last day is over, or its matter is done.
    Over,
}

impl State {
    pub fn on(today: Date, until: Date, withdrawn: bool) -> State {
        match () {
            () if withdrawn => State::Withdrawn,
            () if until < today => State::Over,
            () => State::Holds,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Holds => "holds",
            State::Withdrawn => "withdrawn",
            State::Over => "over",
        }
    }
}

/// Why nobody acts for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoProxy {
    /// The matter is not done by proxy: how else it is done.
    NoSuchWay(Ways),
    /// Nothing of this name is done here.
    NoMatter,
    /// The last day is over already.
    Past,
    /// Nobody agrees for longer than [`LONGEST_DAYS`].
    TooLong,
    /// Written down by a clerk as if they had done it themselves, or the reverse.
    How,
    /// The consent holds no more.
    Ended(State),
    /// No number can be drawn: why.
    Draw(Refusal),
}

pub const LONGEST_DAYS: i64 = 365;
/// What a form proposes.
pub const USUAL_DAYS: i64 = 30;

/// Whether somebody can agree to it until then.
pub fn consent(today: Date, (ways, until): (Ways, Date), (how, by_desk): (How, bool)) -> Result<(), NoProxy> {
    match () {
        () if !ways.proxy => Err(NoProxy::NoSuchWay(ways)),
        () if (how == How::Online) == by_desk => Err(NoProxy::How),
        () if until < today => Err(NoProxy::Past),
        () if until > today.saturating_add(LONGEST_DAYS.days()) => Err(NoProxy::TooLong),
        () => Ok(()),
    }
}

/// Whether somebody may act under a consent now.
pub fn act(today: Date, until: Date, withdrawn: bool, ways: Ways) -> Result<(), NoProxy> {
    match State::on(today, until, withdrawn) {
        State::Holds if ways.proxy => Ok(()),
        State::Holds => Err(NoProxy::NoSuchWay(ways)),
        state => Err(NoProxy::Ended(state)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 6, 24);
    const PROXY: Ways = Ways { drop_off: false, proxy: true, home: false, village: true };

    #[test]
    fn a_matter_without_that_way_is_refused_with_those_it_has() {
        let ways = Ways { proxy: false, ..PROXY };
        let until = date(2026, 7, 1);
        assert_eq!(consent(TODAY, (ways, until), (How::Paper, true)), Err(NoProxy::NoSuchWay(ways)));
        assert_eq!(act(TODAY, until, false, ways), Err(NoProxy::NoSuchWay(ways)));
    }

    #[test]
    fn nobody_agrees_for_longer_than_a_year_or_for_yesterday() {
        let until = |until| consent(TODAY, (PROXY, until), (How::InPerson, true));
        assert_eq!(until(date(2026, 6, 23)), Err(NoProxy::Past));
        assert_eq!(until(date(2027, 6, 25)), Err(NoProxy::TooLong));
        assert_eq!((until(TODAY), until(date(2027, 6, 24))), (Ok(()), Ok(())));
    }

    #[test]
    fn how_somebody_agreed_says_who_wrote_it_down() {
        let said = |how, by_desk| consent(TODAY, (PROXY, TODAY), (how, by_desk));
        assert_eq!((said(How::Online, true), said(How::Paper, false)), (Err(NoProxy::How), Err(NoProxy::How)));
        assert_eq!((said(How::Online, false), said(How::Phone, true)), (Ok(()), Ok(())));
    }

    #[test]
    fn a_consent_holds_on_its_last_day_and_not_once_it_was_withdrawn() {
        assert_eq!(act(TODAY, TODAY, false, PROXY), Ok(()));
        assert_eq!(act(TODAY, date(2026, 6, 23), false, PROXY), Err(NoProxy::Ended(State::Over)));
        assert_eq!(act(TODAY, TODAY, true, PROXY), Err(NoProxy::Ended(State::Withdrawn)));
    }

    #[test]
    fn numbers_in_rows_stay_what_they_are() {
        assert!(Kind::ALL.into_iter().all(|k| Kind::of(k as i16) == Some(k)));
        assert!(How::ALL.into_iter().all(|h| How::of(h as i16) == Some(h)));
    }
}
