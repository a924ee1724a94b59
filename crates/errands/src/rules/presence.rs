//! 在岗状态: whether an official is in. Declared, never tracked; and what nobody has said lately is not known.
use jiff::civil::DateTime;
use jiff::{SignedDuration, ToSpan as _};

use super::number::DeskId;

/// So long after a missed return a declaration is still believed; then it reads 未确认, never "in". PRODUCT.md, part 3.
pub const TRUSTED_PAST_RETURN: SignedDuration = SignedDuration::from_mins(15);
/// An absence may be declared for so many days ahead.
const MOST_DAYS: i64 = 120;

/// What an official declares. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// At a desk of the hall: can be gone to now.
    Desk = 0,
    /// In the office behind it.
    Office = 1,
    Meeting = 2,
    /// 下村
    Field = 3,
    /// On leave of whatever kind: which, nobody is told and no row says.
    Leave = 4,
    /// Gone home.
    Off = 5,
    /// They take back what they said.
    Unknown = 6,
}

impl Presence {
    pub const ALL: [Presence; 7] = [
        Presence::Desk,
        Presence::Office,
        Presence::Meeting,
        Presence::Field,
        Presence::Leave,
        Presence::Off,
        Presence::Unknown,
    ];

    pub fn of(number: i16) -> Option<Presence> {
        Presence::ALL.into_iter().find(|p| *p as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Presence::Desk => "desk",
            Presence::Office => "office",
            Presence::Meeting => "meeting",
            Presence::Field => "field",
            Presence::Leave => "leave",
            Presence::Off => "off",
            Presence::Unknown => "unknown",
        }
    }

    /// Whether somebody who comes can be served.
    pub fn is_in(self) -> bool {
        matches!(self, Presence::Desk | Presence::Office)
    }
}

/// How a declaration came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PresenceSource)]
pub enum Source {
    /// By themselves, on their page.
    Page = 0,
    /// A text message.
    Text = 1,
    /// The front desk said it for them.
    FrontDesk = 2,
    Calendar = 3,
    /// They called a ticket: nobody does that from a village.
    Call = 4,
}

impl Source {
    pub fn of(number: i16) -> Option<Source> {
        [Source::Page, Source::Text, Source::FrontDesk, Source::Calendar, Source::Call]
            .into_iter()
            .find(|s| *s as i16 == number)
    }
}

/// The last thing that was declared of somebody, in the station's wall time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    pub presence: Presence,
    /// Coarse, and only if they chose to say it.
    pub place: String,
    /// The village's division code, of a field trip.
    pub village: Option<i64>,
    pub from: DateTime,
    /// When they expect to be back.
    pub back: Option<DateTime>,
}

/// What everybody may see of an official now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Shown {
    /// At a desk (if they have one) until further notice.
    AtDesk(Option<DeskId>),
    /// In, but behind: ask at the front.
    InOffice,
    /// Away. The kind of leave is not told. When back, if they said it; `due` once that time has come.
    Away { presence: Presence, back: Option<DateTime>, due: bool },
    /// They should have been back at this time, and nobody has seen them.
    Unconfirmed(DateTime),
    /// Nobody has said anything that still holds.
    NotSaid,
}

impl Shown {
    /// Whether somebody who comes now can be served by them. What is not known is not present.
    pub fn is_in(self) -> bool {
        matches!(self, Shown::AtDesk(_) | Shown::InOffice)
    }
}

/// What is shown at `now`. Being in is believed on the day on which it was said; an absence until its return and
/// [`TRUSTED_PAST_RETURN`] more, or, without a return, on its day.
pub fn shown(now: DateTime, last: Option<&Declared>, desk: Option<DeskId>) -> Shown {
    let Some(last) = last.filter(|d| d.from <= now) else { return Shown::NotSaid };
    let today = last.from.date() == now.date();
    match (last.presence, last.back) {
        (Presence::Unknown, _) => Shown::NotSaid,
        // "In until noon" is over at noon.
        (p, Some(until)) if p.is_in() && until <= now => Shown::NotSaid,
        (Presence::Desk, _) if today => Shown::AtDesk(desk),
        (Presence::Office, _) if today => Shown::InOffice,
        (Presence::Desk | Presence::Office, _) => Shown::NotSaid,
        (_, Some(back)) if believed_until(back) < now => Shown::Unconfirmed(back),
        (presence, Some(back)) => Shown::Away { presence, back: Some(back), due: back <= now },
        (presence, None) if today => Shown::Away { presence, back: None, due: false },
        (_, None) => Shown::NotSaid,
    }
}

fn believed_until(back: DateTime) -> DateTime {
    back.checked_add(TRUSTED_PAST_RETURN).unwrap_or(back)
}

/// Why a declaration cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undeclarable {
    /// The return is not after now.
    BackBefore,
    /// The return is more than 120 days away.
    BackTooFar,
    /// A village is said of something that is no field trip.
    VillageOfNoTrip,
}

/// Judges what somebody declares at `now`. What cannot be known is dropped: where somebody on leave is.
pub fn declare(now: DateTime, said: Declared) -> Result<Declared, Undeclarable> {
    if said.village.is_some() && said.presence != Presence::Field {
        return Err(Undeclarable::VillageOfNoTrip);
    }
    if said.back.is_some_and(|back| back <= now) {
        return Err(Undeclarable::BackBefore);
    }
    let horizon = now.checked_add(MOST_DAYS.days()).unwrap_or(DateTime::MAX);
    if said.back.is_some_and(|back| back > horizon) {
        return Err(Undeclarable::BackTooFar);
    }
    let place = if said.presence == Presence::Leave { String::new() } else { said.place };
    Ok(Declared { place, from: now, ..said })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(hour: i8, minute: i8) -> DateTime {
        date(2026, 6, 24).at(hour, minute, 0, 0)
    }

    fn said(presence: Presence, from: DateTime, back: Option<DateTime>) -> Declared {
        Declared { presence, place: String::new(), village: None, from, back }
    }

    #[test]
    fn a_field_trip_is_believed_until_a_quarter_of_an_hour_after_its_return() {
        let trip = said(Presence::Field, at(9, 0), Some(at(15, 0)));
        let see = |now| shown(now, Some(&trip), Some(3));
        let away = |due| Shown::Away { presence: Presence::Field, back: Some(at(15, 0)), due };
        assert_eq!(see(at(11, 20)), away(false));
        assert_eq!(see(at(15, 0)), away(true));
        assert_eq!(see(at(15, 15)), away(true));
        assert_eq!(see(at(15, 16)), Shown::Unconfirmed(at(15, 0)));
        assert!(!see(at(15, 16)).is_in());
    }

    #[test]
    fn being_in_is_believed_on_its_day_only() {
        let desk = said(Presence::Desk, at(8, 30), None);
        assert_eq!(shown(at(17, 0), Some(&desk), Some(3)), Shown::AtDesk(Some(3)));
        assert_eq!(shown(date(2026, 6, 25).at(8, 0, 0, 0), Some(&desk), Some(3)), Shown::NotSaid);
        assert_eq!(shown(at(17, 0), None, Some(3)), Shown::NotSaid);
    }

    #[test]
    fn in_until_noon_is_over_at_noon() {
        let desk = said(Presence::Desk, at(8, 30), Some(at(12, 0)));
        assert!(shown(at(11, 59), Some(&desk), None).is_in());
        assert_eq!(shown(at(12, 0), Some(&desk), None), Shown::NotSaid);
    }

    #[test]
    fn leave_lasts_over_days_and_says_no_place() {
        let back = date(2026, 6, 29).at(8, 30, 0, 0);
        let leave = Declared { place: "西宁".into(), ..said(Presence::Leave, at(8, 0), Some(back)) };
        let kept = declare(at(8, 0), leave).expect("it can be declared");
        assert_eq!(kept.place, "");
        let later = date(2026, 6, 26).at(10, 0, 0, 0);
        assert!(matches!(shown(later, Some(&kept), None), Shown::Away { back: Some(b), .. } if b == back));
    }

    #[test]
    fn what_cannot_be_is_not_declared() {
        assert_eq!(declare(at(9, 0), said(Presence::Field, at(9, 0), Some(at(9, 0)))), Err(Undeclarable::BackBefore));
        let far = date(2026, 12, 24).at(9, 0, 0, 0);
        assert_eq!(declare(at(9, 0), said(Presence::Leave, at(9, 0), Some(far))), Err(Undeclarable::BackTooFar));
        let odd = Declared { village: Some(1), ..said(Presence::Meeting, at(9, 0), None) };
        assert_eq!(declare(at(9, 0), odd), Err(Undeclarable::VillageOfNoTrip));
    }
}
