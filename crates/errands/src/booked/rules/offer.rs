//! The times of a day that can be booked for a matter. Whoever looks and whoever books ask the same function.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::plan::{Plan, manned};
use super::policy::Policy;
use super::refusal::No;
use crate::forecast::Span;
use crate::rules::OfficialId;

/// An appointment that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    pub span: Span,
    /// With whom; nobody = any desk of the line.
    pub official: Option<OfficialId>,
}

/// A day of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// When tickets of the line are served.
    pub open: Vec<Span>,
    /// When each of its desks is manned.
    pub desks: Vec<Vec<Span>>,
    /// When each official works.
    pub people: Vec<(OfficialId, Vec<Span>)>,
    pub taken: Vec<Taken>,
}

/// By whom a matter is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// By whoever sits at the line's desks.
    Anybody,
    /// By the official, and by the stand-in while the official does not work.
    One(OfficialId, Option<OfficialId>),
    /// By this one and nobody else: somebody has asked for them.
    Only(OfficialId),
}

/// A time that one may book, if something is free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub span: Span,
    pub official: Option<OfficialId>,
    pub free: usize,
}

fn covers(spans: &[Span], span: &Span) -> bool {
    spans.iter().any(|s| s.from <= span.from && span.until <= s.until)
}

impl Day {
    fn works(&self, id: OfficialId, span: &Span) -> bool {
        self.people.iter().any(|(one, spans)| *one == id && covers(spans, span))
    }

    /// Who does it then. `Err` if nobody who does it works then.
    fn whom(&self, who: Who, span: &Span) -> Result<Option<OfficialId>, No> {
        match who {
            Who::Anybody => Ok(None),
            Who::Only(id) => self.works(id, span).then_some(Some(id)).ok_or(No::Away(id)),
            Who::One(id, stand_in) => {
                let mut both = std::iter::once(id).chain(stand_in);
                both.find(|one| self.works(*one, span)).map(Some).ok_or(No::Shut)
            }
        }
    }

    fn line(&self) -> Plan {
        Plan { manned: manned(&self.desks), booked: self.taken.iter().map(|t| t.span).collect() }
    }

    fn of(&self, id: OfficialId) -> Plan {
        let theirs = self.people.iter().filter(|(one, _)| *one == id).map(|(_, spans)| spans.clone());
        let booked = self.taken.iter().filter(|t| t.official == Some(id)).map(|t| t.span).collect();
        Plan { manned: manned(&theirs.collect::<Vec<_>>()), booked }
    }

    fn slot(&self, line: &Plan, who: Who, span: Span, share: i16) -> Result<Slot, No> {
        let official = self.whom(who, &span)?;
        let free = line.free(&span, share);
        let free = official.map_or(free, |id| free.min(self.of(id).free(&span, share)));
        Ok(Slot { span, official, free })
    }
}

/// All times of the day at which somebody works, full ones too: from each opening on, as long as they end before it closes.
pub fn offered(day: &Day, policy: &Policy, who: Who, length: SignedDuration) -> Vec<Slot> {
    let line = day.line();
    let mut all = vec![];
    for open in &day.open {
        let mut from = open.from;
        while from + length <= open.until {
            let span = Span { from, until: from + length };
            all.extend(day.slot(&line, who, span, policy.share).ok());
            from += policy.grid();
        }
    }
    all
}

/// What somebody wants to book, and when it is decided.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub from: Timestamp,
    pub length: SignedDuration,
    pub who: Who,
    pub now: Timestamp,
    /// The station's day of `from`, and today.
    pub on: Date,
    pub today: Date,
}

impl Wanted {
    /// Whether one may ask for that time at all, before anybody looks who works.
    ///
    /// # Errors
    /// [`No::NoneHere`], [`No::Past`], [`No::TooSoon`], [`No::TooFar`].
    pub fn in_time(&self, policy: &Policy) -> Result<(), No> {
        let soonest = self.now + SignedDuration::from_mins(i64::from(policy.notice));
        let last = self.today.saturating_add(i64::from(policy.days).days());
        match () {
            () if !policy.takes() => Err(No::NoneHere),
            () if self.from <= self.now => Err(No::Past),
            () if self.from < soonest => Err(No::TooSoon(soonest)),
            () if self.on > last => Err(No::TooFar(last)),
            () => Ok(()),
        }
    }
}

/// Decides whether somebody gets the time.
///
/// # Errors
/// Why not: see [`No`].
pub fn judge(day: &Day, policy: &Policy, wanted: &Wanted) -> Result<Slot, No> {
    wanted.in_time(policy)?;
    let span = Span { from: wanted.from, until: wanted.from + wanted.length };
    let open = day.open.iter().find(|o| o.from <= span.from && span.until <= o.until).ok_or(No::Shut)?;
    let since = span.from.duration_since(open.from).as_nanos();
    if since % policy.grid().as_nanos() != 0 {
        return Err(No::Shut);
    }
    let slot = day.slot(&day.line(), wanted.who, span, policy.share)?;
    if slot.free == 0 { Err(No::Full) } else { Ok(slot) }
}

/// Whether an appointment that is there can still be kept: the line is open then, and its official works, or any desk is manned.
pub fn still_served(day: &Day, taken: &Taken) -> bool {
    let manned = |id: Option<OfficialId>| match id {
        Some(id) => day.works(id, &taken.span),
        None => day.desks.iter().any(|spans| covers(spans, &taken.span)),
    };
    covers(&day.open, &taken.span) && manned(taken.official)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    fn span(from: i64, until: i64) -> Span {
        Span { from: at(from), until: at(until) }
    }

    /// Open in the hours 10 and 11, with one desk at which official 1 sits; official 2 works there in hour 11 only.
    fn day() -> Day {
        let (open, later) = (vec![span(600, 720)], vec![span(660, 720)]);
        Day { open: open.clone(), desks: vec![open.clone()], people: vec![(1, open), (2, later)], taken: vec![] }
    }

    fn wanted(from: i64, who: Who) -> Wanted {
        let (on, today) = (date(2026, 6, 25), date(2026, 6, 24));
        Wanted { from: at(from), length: SignedDuration::from_mins(15), who, now: at(0), on, today }
    }

    fn got(day: &Day, from: i64, who: Who) -> Result<Option<OfficialId>, No> {
        judge(day, &Policy::default(), &wanted(from, who)).map(|slot| slot.official)
    }

    #[test]
    fn the_official_does_it_and_the_stand_in_while_they_are_away() {
        let mut day = day();
        let who = Who::One(1, Some(2));
        assert_eq!((got(&day, 600, who), got(&day, 660, who)), (Ok(Some(1)), Ok(Some(1))));
        day.people[0].1 = vec![];
        assert_eq!((got(&day, 600, who), got(&day, 660, who)), (Err(No::Shut), Ok(Some(2))));
        assert_eq!(got(&day, 660, Who::Only(1)), Err(No::Away(1)));
        assert_eq!(got(&day, 600, Who::Anybody), Ok(None));
    }

    #[test]
    fn what_is_taken_of_the_line_is_taken_of_everybody() {
        let mut day = day();
        day.taken = vec![Taken { span: span(600, 615), official: None }];
        assert_eq!(got(&day, 600, Who::One(1, None)), Err(No::Full));
        assert_eq!(got(&day, 615, Who::One(1, None)), Ok(Some(1)));
    }

    #[test]
    fn times_begin_on_the_grid_and_end_before_it_closes() {
        assert_eq!(got(&day(), 605, Who::Anybody), Err(No::Shut));
        let odd = Wanted { from: at(600) + SignedDuration::from_micros(1), ..wanted(600, Who::Anybody) };
        assert_eq!(judge(&day(), &Policy::default(), &odd), Err(No::Shut));
        assert_eq!(got(&day(), 705, Who::Anybody), Ok(None));
        assert_eq!(got(&day(), 720, Who::Anybody), Err(No::Shut));
        let all = offered(&day(), &Policy::default(), Who::One(1, None), SignedDuration::from_mins(30));
        assert_eq!(all.len(), 7, "from each quarter on but the last");
        assert!(all.iter().all(|slot| slot.official == Some(1) && slot.free == 1));
    }

    #[test]
    fn not_too_soon_and_not_too_far() {
        let of = |now, today| Wanted { now: at(now), today, ..wanted(600, Who::Anybody) };
        let told = |now, today| judge(&day(), &Policy::default(), &of(now, today)).map(|_| ());
        let today = date(2026, 6, 25);
        assert_eq!(
            (told(600, today), told(541, today), told(540, today)),
            (Err(No::Past), Err(No::TooSoon(at(601))), Ok(()))
        );
        assert_eq!(told(0, date(2026, 6, 11)), Ok(()));
        assert_eq!(told(0, date(2026, 6, 10)), Err(No::TooFar(date(2026, 6, 24))));
        let none = Policy { share: 0, ..Policy::default() };
        assert_eq!(judge(&day(), &none, &wanted(600, Who::Anybody)), Err(No::NoneHere));
    }

    #[test]
    fn an_appointment_is_hit_when_nobody_works_then() {
        let (with, any) =
            (Taken { span: span(660, 675), official: Some(2) }, Taken { span: span(660, 675), official: None });
        assert!(still_served(&day(), &with) && still_served(&day(), &any));
        let away = Day { people: vec![(1, vec![span(600, 720)])], ..day() };
        assert!(!still_served(&away, &with) && still_served(&away, &any));
        let shut = Day { open: vec![span(600, 670)], ..day() };
        assert!(!still_served(&shut, &with) && !still_served(&shut, &any));
        assert!(!still_served(&Day { desks: vec![vec![]], ..day() }, &any));
    }
}
