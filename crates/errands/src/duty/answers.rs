//! What pages and programs ask of posts and questions. Reads only; what time has decided is decided here too.
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use almanac::hours::Hours;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::surname;
use people::{Phone, Role, StaffAt, StaffId};
use stations::Station;

use super::rules::{self, Cover, Item, Now, Shift, Span};
use super::store;
use super::{QuestionId, ShiftId};
use crate::answers::{instant, wall};

pub use super::store::{Kept, KeptShift, Made, Post};

/// The purposes under which names and words are sealed.
pub const VOLUNTEER: &str = "duty-volunteer";
pub const WHAT: &str = "first-asked-what";
pub const ASKER: &str = "first-asked-name";
pub const WORDS: &str = "first-asked-words";

/// When somebody stands at a post, as it promises.
pub fn hours_of(post: &Post) -> Result<Arc<Hours>, Fault> {
    stations::parsed_hours(&post.hours)
}

/// The promised hours of a day as instants.
pub fn promised(house: &House, station: &Station, post: &Post, on: Date) -> Result<Vec<Span>, Fault> {
    let day = hours_of(post)?.intervals(on, &stations::calendar(house));
    day.into_iter().map(|(from, until)| Ok((instant(station, from)?, instant(station, until)?))).collect()
}

/// As what somebody stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = DutyRole)]
pub enum Stands {
    Manager,
    Staff,
    Volunteer,
}

/// Somebody at a post: staff by their whole name, strangers by the surname.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub stands: Stands,
}

impl Person {
    /// All that strangers read of the name.
    pub fn surname(&self) -> String {
        surname::shown(&self.name).map(|s| s.surname).unwrap_or_default()
    }
}

/// A shift, and who it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub kept: KeptShift,
    /// Nobody knows any more who it was.
    pub who: Option<Person>,
}

/// Everybody whom shifts name.
pub struct Team {
    here: Vec<StaffAt>,
    /// Of those who work here no more.
    gone: HashMap<StaffId, String>,
}

impl Team {
    pub fn read(c: &mut Conn, station: &Station) -> Result<Team, Fault> {
        Ok(Team { here: people::staff_of(c, station.id)?, gone: HashMap::new() })
    }

    /// What somebody of the staff is called, also after they left, as long as that is known.
    pub fn name(&mut self, c: &mut Conn, id: StaffId) -> Result<String, Fault> {
        if let Some(staff) = self.here.iter().find(|s| s.id == id) {
            return Ok(staff.name.clone());
        }
        Ok(match self.gone.entry(id) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(unknown) => unknown.insert(people::staff_name(c, id)?.unwrap_or_default()).clone(),
        })
    }

    fn person(&mut self, c: &mut Conn, house: &House, kept: &KeptShift) -> Result<Option<Person>, Fault> {
        let (name, stands) = match (kept.shift.staff, &kept.name_sealed) {
            (Some(id), _) => {
                let manages = self.here.iter().any(|s| s.id == id && s.role == Role::Manager);
                (self.name(c, id)?, if manages { Stands::Manager } else { Stands::Staff })
            }
            (None, Some(sealed)) => (house.keys.open(VOLUNTEER, sealed).map_err(Fault::broken)?, Stands::Volunteer),
            (None, None) => return Ok(None),
        };
        Ok(Some(Person { name, stands }).filter(|p| !p.name.is_empty()))
    }
}

fn named(c: &mut Conn, house: &House, team: &mut Team, shifts: Vec<KeptShift>) -> Result<Vec<Named>, Fault> {
    let one = |kept: KeptShift| Ok(Named { who: team.person(c, house, &kept)?, kept });
    shifts.into_iter().map(one).collect()
}

/// A post as it stands now.
#[derive(Debug, Clone)]
pub struct PostNow {
    pub post: Post,
    pub now: Now,
    /// Today's shifts of this post, those that are over too.
    pub today: Vec<Named>,
}

impl PostNow {
    pub fn who(&self, id: ShiftId) -> Option<&Person> {
        self.today.iter().find(|n| n.kept.shift.id == id)?.who.as_ref()
    }
}

/// So many days ahead somebody is looked for who comes next.
const NEXT_WITHIN: i64 = 7;

pub fn posts_now(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Vec<PostNow>, Fault> {
    let posts = store::posts(c, station.id)?;
    if posts.is_empty() {
        return Ok(vec![]);
    }
    let today = wall(station, now).date();
    let shifts = store::of_days(c, station.id, today, today.saturating_add(NEXT_WITHIN.days()))?;
    let mut team = Team::read(c, station)?;
    let mut all = vec![];
    for post in posts {
        let mine: Vec<KeptShift> = shifts.iter().filter(|k| k.shift.post == post.id).cloned().collect();
        let promised = promised(house, station, &post, today)?.iter().any(|(from, until)| *from <= now && now < *until);
        let plain: Vec<Shift> = mine.iter().map(|k| k.shift).collect();
        let todays = mine.into_iter().filter(|k| k.day == today).collect();
        all.push(PostNow { now: rules::now(now, promised, &plain), today: named(c, house, &mut team, todays)?, post });
    }
    Ok(all)
}

/// One day of a roster.
#[derive(Debug, Clone)]
pub struct DayOf {
    pub on: Date,
    pub promised: Vec<Span>,
    pub shifts: Vec<Named>,
    pub cover: Cover,
}

/// A post's week, from Monday on.
#[derive(Debug, Clone)]
pub struct Week {
    pub post: Post,
    pub monday: Date,
    pub days: Vec<DayOf>,
}

/// The Monday of a day's week.
pub fn monday(on: Date) -> Date {
    on.saturating_sub(i64::from(on.weekday().to_monday_zero_offset()).days())
}

pub fn week(c: &mut Conn, house: &House, station: &Station, post: i32, on: Date) -> Result<Week, Fault> {
    let (post, monday) = (store::post(c, station.id, post)?, monday(on));
    let shifts = store::of_days(c, station.id, monday, monday.saturating_add(7.days()))?;
    let mut team = Team::read(c, station)?;
    let shifts: Vec<KeptShift> = shifts.into_iter().filter(|k| k.shift.post == post.id).collect();
    let shifts = named(c, house, &mut team, shifts)?;
    let mut days = vec![];
    for on in (0..7_i64).map(|n| monday.saturating_add(n.days())) {
        let promised = promised(house, station, &post, on)?;
        let shifts: Vec<Named> = shifts.iter().filter(|n| n.kept.day == on).cloned().collect();
        let spans: Vec<Span> = shifts.iter().map(|n| n.kept.shift.span()).collect();
        days.push(DayOf { on, cover: rules::cover(&promised, &spans), promised, shifts });
    }
    Ok(Week { post, monday, days })
}

/// A question with all that staff read of it.
#[derive(Debug, Clone)]
pub struct Question {
    pub kept: Kept,
    /// As time has left it.
    pub item: Item,
    /// `None` when the words are forgotten.
    pub what: Option<String>,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub matter: Option<crate::rules::Name>,
    pub owner: String,
    pub offered: Option<String>,
    /// Who is there at the promised time.
    pub with: Option<String>,
}

fn opened(house: &House, purpose: &str, sealed: Option<&Vec<u8>>) -> Result<Option<String>, Fault> {
    sealed.map(|s| house.keys.open(purpose, s).map_err(Fault::broken)).transpose()
}

struct Look<'a> {
    house: &'a House,
    team: Team,
    matters: Vec<crate::rules::Matter>,
    now: Timestamp,
}

impl<'a> Look<'a> {
    fn new(c: &mut Conn, house: &'a House, station: &Station, now: Timestamp) -> Result<Look<'a>, Fault> {
        Ok(Look { house, team: Team::read(c, station)?, matters: crate::answers::matters(c, station)?, now })
    }

    fn question(&mut self, c: &mut Conn, kept: Kept) -> Result<Question, Fault> {
        let item = rules::seen(self.now, &kept.item);
        let typed = opened(self.house, ASKER, kept.name_sealed.as_ref())?;
        let name = match (typed, kept.person) {
            (None, Some(person)) => people::name_of(c, self.house, person)?,
            (typed, _) => typed,
        };
        let phone = kept.person.map(|p| people::phone_of(c, self.house, p)).transpose()?.flatten();
        let mut called = |id: Option<StaffId>| id.map(|id| self.team.name(c, id)).transpose();
        let (owner, offered) = (called(Some(item.owner))?.unwrap_or_default(), called(item.offered)?);
        let with = called(item.promise.map(|p| p.with))?;
        let matter = kept.matter.and_then(|id| self.matters.iter().find(|m| m.id == id)).map(|m| m.draft.name.clone());
        let what = opened(self.house, WHAT, kept.what_sealed.as_ref())?;
        Ok(Question { kept, item, what, name, phone, matter, owner, offered, with })
    }
}

/// What is open, the worst first, and what was closed lately.
#[derive(Debug, Clone)]
pub struct Questions {
    pub open: Vec<Question>,
    pub closed: Vec<Question>,
}

/// So long, and so many, closed questions stand below the open ones.
const LATELY: SignedDuration = SignedDuration::from_hours(7 * 24);
const MOST_CLOSED: i64 = 30;

pub fn questions(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Questions, Fault> {
    let mut look = Look::new(c, house, station, now)?;
    let mut open = vec![];
    for kept in store::standing(c, station.id)? {
        open.push(look.question(c, kept)?);
    }
    let today = wall(station, now).date();
    open.sort_by_key(|q| (q.item.order(today), q.kept.asked_at));
    let mut closed = vec![];
    for kept in store::closed_since(c, station.id, now - LATELY, MOST_CLOSED)? {
        closed.push(look.question(c, kept)?);
    }
    Ok(Questions { open, closed })
}

/// One step of a log, with the names in it.
#[derive(Debug, Clone)]
pub struct Told {
    pub made: Made,
    pub by: Option<String>,
    pub other: Option<String>,
    pub words: Option<String>,
}

pub fn question(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: QuestionId,
    now: Timestamp,
) -> Result<(Question, Vec<Told>), Fault> {
    let mut look = Look::new(c, house, station, now)?;
    let kept = store::by_id(c, station.id, id)?;
    let question = look.question(c, kept)?;
    let mut log = vec![];
    for made in store::of_item(c, station.id, id)? {
        let by = made.by.map(|s| look.team.name(c, s)).transpose()?;
        let other = made.other.map(|s| look.team.name(c, s)).transpose()?;
        log.push(Told { by, other, words: opened(house, WORDS, made.words_sealed.as_ref())?, made });
    }
    Ok((question, log))
}

pub fn post(c: &mut Conn, station: StationId, id: i32) -> Result<Post, Fault> {
    store::post(c, station, id)
}

/// A shift, with the name of a volunteer.
pub fn shift(
    c: &mut Conn,
    house: &House,
    station: StationId,
    id: ShiftId,
) -> Result<(KeptShift, Option<String>), Fault> {
    let kept = store::shift(c, station, id)?;
    let volunteer = opened(house, VOLUNTEER, kept.name_sealed.as_ref())?;
    Ok((kept, volunteer))
}

pub fn posts(c: &mut Conn, station: StationId) -> Result<Vec<Post>, Fault> {
    store::posts(c, station)
}
