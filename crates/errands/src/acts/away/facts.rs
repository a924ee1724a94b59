//! What has to be known of an official and of whoever waits for them, read in one go.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

use super::rules::Case;
use super::whom::whom;
use crate::answers::{self, Desk, InNow, Kept, Official};
use crate::expected;
use crate::promises::{self, Kind, LATE, Promise, kept_until};
use crate::reach::About;
use crate::rules::{Line, LineId, Matter, MatterId, OfficialId, Outcome, Shown, State};
use crate::store;
use crate::village_days::store::lives_in;
use crate::village_days::{Meeting, Whose, soonest};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// Somebody who waits for an official who leaves.
#[derive(Debug, Clone)]
pub struct Hit {
    pub kept: Kept,
    pub matters: Vec<Matter>,
    /// What they were told and what does not hold any more; nothing, if they were told no time yet.
    pub promises: Vec<Promise>,
    pub case: Case,
    /// Where and when they could be met in their village instead.
    pub meeting: Option<Meeting>,
}

/// An official and their surroundings.
pub(super) struct Scene<'a> {
    pub house: &'a House,
    pub station: &'a Station,
    pub official: Official,
    pub now: Timestamp,
    pub lines: Vec<Line>,
    pub people: Vec<InNow>,
    desks: Vec<Desk>,
    matters: Vec<Matter>,
}

impl<'a> Scene<'a> {
    pub fn read(
        c: &mut Conn,
        (house, station): (&'a House, &'a Station),
        official: OfficialId,
        now: Timestamp,
    ) -> Result<Scene<'a>, Fault> {
        Ok(Scene {
            house,
            station,
            official: store::official(c, station.id, official)?,
            now,
            lines: store::lines(c, station.id)?,
            people: answers::who_is_in(c, station, now)?,
            desks: store::desks(c, station.id)?,
            matters: store::matters(c, station.id)?,
        })
    }

    pub fn today(&self) -> Date {
        answers::wall(self.station, self.now).date()
    }

    /// The end of today.
    pub fn midnight(&self) -> Result<Timestamp, Fault> {
        answers::instant(self.station, self.today().saturating_add(1.day()).at(0, 0, 0, 0))
    }

    /// How an official is called.
    pub fn name(&self, id: OfficialId) -> &str {
        self.people.iter().find(|p| p.official.id == id).map_or("", |p| p.official.name.as_str())
    }

    /// What a ticket is for.
    pub fn matters_of(&self, c: &mut Conn, kept: &Kept) -> Result<Vec<Matter>, Fault> {
        let all = store::matters_of(c, self.station.id, kept.id)?;
        let named = |(id, _, _): (MatterId, i32, Outcome)| self.matters.iter().find(|m| m.id == id).cloned();
        Ok(all.into_iter().filter_map(named).collect())
    }

    /// How long a ticket takes at the desk.
    pub fn takes(&self, c: &mut Conn, matters: &[Matter]) -> Result<SignedDuration, Fault> {
        let typical: Vec<(MatterId, i16)> = matters.iter().map(|m| (m.id, m.draft.minutes)).collect();
        expected::lasts(c, self.station.id, &typical)
    }

    /// When the official's last hours of a day end, or those of the line.
    pub fn closes(&self, line: LineId, day: Date) -> Result<Option<Timestamp>, Fault> {
        let line = self.lines.iter().find(|l| l.id == line);
        let hours = match (self.official.hours.as_str(), line) {
            ("", Some(line)) => answers::hours_of(self.station, line)?,
            ("", None) => self.station.hours.clone(),
            (text, _) => stations::parsed_hours(text)?,
        };
        let last = hours.intervals(day, &stations::calendar(self.house)).last().map(|(_, until)| *until);
        last.map(|until| answers::instant(self.station, until)).transpose()
    }

    /// The person who does all of it in the official's stead, and sits where the line is called.
    fn stand_in(&self, kept: &Kept, matters: &[Matter]) -> Option<&InNow> {
        let me = Some(self.official.id);
        let other = |m: &Matter| match (m.draft.official, m.draft.stand_in) {
            (a, b) if a == me => b,
            (a, b) if b == me => a,
            _ => None,
        };
        let first = matters.first().and_then(other)?;
        let all = matters.iter().all(|m| other(m) == Some(first) || m.draft.official.is_none());
        let person = self.people.iter().find(|p| p.official.id == first)?;
        let desk = self.desks.iter().find(|d| Some(d.id) == person.official.desk)?;
        (all && desk.lines.contains(&kept.ticket.waits_in) && self.is_there(person, kept.day)).then_some(person)
    }

    /// Whether somebody is in today, or is not known to be away on a later day.
    fn is_there(&self, person: &InNow, day: Date) -> bool {
        match person.shown {
            shown if day <= self.today() => shown.is_in(),
            Shown::Away { back: Some(back), .. } => back.date() < day,
            _ => true,
        }
    }

    /// How many desks of a line somebody sits at, at least one.
    pub fn manned(&self, line: LineId) -> i32 {
        let at = |d: &&Desk| self.people.iter().any(|p| p.shown == Shown::AtDesk(Some(d.id)));
        let manned = self.desks.iter().filter(|d| d.lines.contains(&line)).filter(at).count();
        i32::try_from(manned).unwrap_or(1).max(1)
    }

    /// How things stand for a ticket, if the official is back at `back`.
    pub fn case(&self, kept: &Kept, matters: &[Matter], back: Option<Timestamp>) -> Result<Case, Fault> {
        let closes = self.closes(kept.ticket.waits_in, kept.day)?;
        let same_day = |at: &Timestamp| answers::wall(self.station, *at).date() == kept.day;
        Ok(Case {
            stand_in: self.stand_in(kept, matters).map(|p| p.official.id),
            back: back.filter(|at| same_day(at) && closes.is_some_and(|closes| *at < closes)),
            drop_off: !matters.is_empty() && matters.iter().all(|m| m.draft.ways.drop_off),
            village_day: false,
            waits_on: kept.ticket.state == State::Held,
        })
    }

    /// The soonest day on which whoever holds a ticket can be met where they said that they live, if they said it.
    fn meeting(
        &self,
        c: &mut Conn,
        (kept, matters): (&Kept, &[Matter]),
        back: Timestamp,
    ) -> Result<Option<Meeting>, Fault> {
        let Some(village) = lives_in(c, self.station.id, kept.id)? else { return Ok(None) };
        let whom = whom(c, (self.house, self.station), kept)?;
        // The name of whoever has an account is read from it.
        let name = whom.name.as_deref().filter(|_| kept.name_sealed.is_some());
        let whose = Whose::sealed(self.house, kept.person, name, whom.phone.as_ref());
        let (what, away) = ((kept.id, matters), (self.official.id, back));
        soonest(c, self.station, what, (village, &whose), away, self.now)
    }
}

/// Whom an absence of an official until `back` hits: who was told a time in it, and who waits for them and was told none.
pub fn hit(
    c: &mut Conn,
    at: (&House, &Station),
    official: OfficialId,
    back: Option<Timestamp>,
    now: Timestamp,
) -> Result<Vec<Hit>, Fault> {
    let scene = Scene::read(c, at, official, now)?;
    let until = back.map_or_else(|| scene.midnight(), Ok)?;
    let mut hits = vec![];
    for kept in waiting_for(c, &scene, until)? {
        let open = promises::open_about(c, scene.station.id, About::Ticket(kept.id))?;
        // What time has decided already is not revised.
        let theirs = |p: &Promise| p.official == Some(official) && now <= kept_until(p.kind, p.due_at);
        let open: Vec<Promise> = open.into_iter().filter(theirs).collect();
        let matters = scene.matters_of(c, &kept)?;
        let mut case = scene.case(&kept, &matters, back)?;
        case.waits_on |= open.iter().any(|p| p.kind == Kind::Return);
        let told_nothing = open.is_empty();
        // With a time of their own a later return is told anew too: they wait for one time, not for two.
        let hit = open.iter().any(|p| p.due_at < until);
        let promises: Vec<Promise> =
            open.into_iter().filter(|p| p.due_at < until || hit && p.kind == Kind::Return).collect();
        if !promises.is_empty() || told_nothing && needs_word(&kept, &case, until) {
            let meeting = scene.meeting(c, (&kept, &matters), until)?;
            case.village_day = meeting.is_some();
            hits.push(Hit { kept, matters, promises, case, meeting });
        }
    }
    hits.sort_by_key(|h| (h.kept.day, h.kept.ticket.order_at, h.kept.number));
    Ok(hits)
}

/// Whether somebody who was told no time has to be told something now. Who knows already that they wait without a time hears
/// only of a time.
fn needs_word(kept: &Kept, case: &Case, until: Timestamp) -> bool {
    match kept.ticket.state {
        State::Waiting => true,
        State::Held => case.back.is_some(),
        State::Deferred => kept.ticket.until_at.is_some_and(|at| at < until),
        _ => false,
    }
}

/// Tickets for the official that nobody has called: today's, and those of other days that were told a time in the absence.
fn waiting_for(c: &mut Conn, scene: &Scene<'_>, until: Timestamp) -> Result<Vec<Kept>, Fault> {
    let (station, official) = (scene.station.id, scene.official.id);
    let stands = |k: &Kept| {
        let state = matches!(k.ticket.state, State::Waiting | State::Held | State::Deferred | State::Booked);
        state && k.ticket.official == Some(official)
    };
    let mut all: Vec<Kept> = store::standing_on(c, station, scene.today())?.into_iter().filter(stands).collect();
    for promise in promises::open_of_official(c, station, official, (scene.now - LATE, until))? {
        let About::Ticket(id) = promise.about else { continue };
        if !all.iter().any(|k| k.id == id) {
            let kept = store::by_id(c, station, id)?;
            let is_free = matches!(kept.ticket.state, State::Waiting | State::Held | State::Deferred | State::Booked);
            all.extend(is_free.then_some(kept));
        }
    }
    Ok(all)
}
