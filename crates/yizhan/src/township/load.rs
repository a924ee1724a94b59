//! Writes a township into a database.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::db::types::StationId;
use kernel::db::{Conn, Undone, Whole};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use kernel::words::Lang;
use people::{NewStaff, PersonId, Role, StaffId};
use stations::{NotImported, Station};

use super::past::{self, People};
use super::{Resident, Township, Worker, Wrong};
use super::{
    activities, clubs, errands, fair, games, library, months, notices, opinions, seasons, signups, surveys, wishes,
};

/// The passwords of staff, which no file holds.
#[derive(Debug, Clone)]
pub enum Passwords {
    /// The same for everybody: the demo's, which is invented as they are.
    Same(String),
    /// One that nobody knows; `yizhan person password` sets another.
    Unknown,
}

#[derive(Debug, Clone)]
pub struct Loaded {
    pub station: Arc<Station>,
    /// Reservations and walk-ins that were laid out.
    pub reservations: usize,
    /// Habits and series that met a closure or a full house.
    pub left_out: usize,
}

/// Why nothing was loaded.
#[derive(Debug)]
pub enum NotLoaded {
    Wrong(Vec<Wrong>),
    Refused(String),
    Fault(Fault),
}

impl From<Fault> for NotLoaded {
    fn from(fault: Fault) -> NotLoaded {
        NotLoaded::Fault(fault)
    }
}
impl Undone for NotLoaded {
    fn fault(&self) -> Option<&Fault> {
        if let NotLoaded::Fault(fault) = self { Some(fault) } else { None }
    }
}
impl<R: std::fmt::Debug> From<Not<R>> for NotLoaded {
    fn from(not: Not<R>) -> NotLoaded {
        match not {
            Not::Refused(refusal) => NotLoaded::Refused(format!("{refusal:?}")),
            Not::Fault(fault) => NotLoaded::Fault(fault),
        }
    }
}

/// How long before now the story of the demo begins: habits of a week ago were booked in the week before.
const BEGAN: SignedDuration = SignedDuration::from_hours(24 * 16);

/// Loads all of it, or nothing: one transaction, whatever stops it. `progress` is told how much of the past is laid out, and
/// how much there is.
pub async fn load(
    house: &House,
    township: Township,
    passwords: Passwords,
    progress: &mut (dyn FnMut(usize, usize) + Send),
) -> Result<Loaded, NotLoaded> {
    let hired = Arc::new(staff(house, &township.staff, &passwords)?);
    let whole = Whole::begin(&house.settings.database)?;
    let began = house.now() - BEGAN;
    // The station is there as long as something is told of it.
    let made = township.months.began(&township.station.draft.zone, house.now())?.map_or(began, |at| at.min(began));
    let (past, hand) = past::house(house, whole.db(), made);
    let township = Arc::new(township);
    let (all, at) = (township.clone(), past.clone());
    let people = Arc::new(past.db.write(move |c| write(c, &at, &all, &hired)).await?);
    hand.move_to(began);
    let id = people.station;
    let station = Arc::new(past.db.read(move |c| stations::by_id(c, id)).await?);
    stations::load_calendar(&past).await?;
    months::facts(&past, &hand, (&station, &people), &township.months, house.now()).await?;
    surveys::live(&past, &hand, (&station, &people), &township.surveys, house.now()).await?;
    past::openings(&past, &station, &township.openings, people.manager).await?;
    library::live(&past, &hand, (&station, &people), &township.library, house.now()).await?;
    errands::live_before(&past, &hand, (&station, &people), &township.errands, house.now()).await?;
    let (reservations, left_out) =
        past::habits(&past, &hand, (&station, &people), &township.habits, house.now(), progress).await?;
    let unfounded = clubs::found(&past, (&station, &people), &township.clubs).await?;
    past::waits(&past, &hand, (&station, &people), &township.waiters, house.now()).await?;
    let unmade = past::series(&past, (&station, &people), &township.series).await?;
    let alone = games::post(&past, (&station, &people), &township.games).await?;
    errands::live(&past, &hand, (&station, &people), &township.errands, house.now()).await?;
    let unasked = seasons::open(&past, (&station, &people), &township.seasons).await?;
    activities::live(&past, &station, &township.activities).await?;
    signups::live(&past, &hand, (&station, &people), &township.signups, house.now()).await?;
    fair::live(&past, &station, township.fair.as_ref()).await?;
    notices::live(&past, &station, &township.notices, house.now()).await?;
    opinions::live(&past, &hand, &station, &township.opinions, house.now()).await?;
    wishes::live(&past, &hand, (&station, &people), &township.wishes, house.now()).await?;
    // Last, when all that is counted of a month is there.
    months::sheets(&past, &hand, &station, &township.months, house.now()).await?;
    whole.commit().await?;
    Ok(Loaded { station, reservations, left_out: left_out + unmade + alone + unfounded + unasked })
}

/// Passwords are hashed before the transaction: that takes a while.
fn staff(house: &House, workers: &[Worker], passwords: &Passwords) -> Result<Vec<NewStaff>, NotLoaded> {
    let (mut hired, mut wrong): (Vec<NewStaff>, _) = (vec![], vec![]);
    for worker in workers {
        if let (Passwords::Same(_), Some(first)) = (passwords, hired.first()) {
            let password_hash = first.password_hash.clone();
            hired.push(NewStaff { login: worker.login.clone(), name: worker.name.clone(), password_hash });
            continue;
        }
        let password = match passwords {
            Passwords::Same(password) => password.clone(),
            Passwords::Unknown => data_encoding::BASE32_NOPAD.encode(&house.chance.bytes::<20>()),
        };
        match people::new_staff(house, &worker.login, &worker.name, &password)? {
            Ok(new) => hired.push(new),
            Err(problems) => {
                let v = View::plain(house, Lang::En);
                let said = problems.fields(&v).map(|(field, why)| Wrong::new("staff.csv", worker.line, field, why));
                wrong.extend(said.collect::<Vec<_>>());
            }
        }
    }
    if wrong.is_empty() { Ok(hired) } else { Err(NotLoaded::Wrong(wrong)) }
}

/// The country's divisions as far as the files name them, unless the station is there already.
fn write_divisions(c: &mut Conn, all: &Township) -> Result<(), NotLoaded> {
    let slug = all.station.slug.as_str();
    match stations::by_slug(c, slug) {
        Err(Fault::NotFound) => {}
        Ok(_) => return Err(NotLoaded::Refused(format!("the database has a station “{slug}” already"))),
        Err(fault) => return Err(fault.into()),
    }
    let files = [Some(("divisions.csv", &all.divisions)), all.villages.as_ref().map(|v| ("villages.csv", v))];
    for (name, text) in files.into_iter().flatten() {
        stations::import_divisions(c, name, text.as_bytes(), |_, _| {}).map_err(not_imported)?;
    }
    Ok(())
}

pub fn not_imported(not: NotImported) -> NotLoaded {
    match not {
        NotImported::Problem(problem) => NotLoaded::Refused(problem.to_string()),
        NotImported::Holidays { file, error } => NotLoaded::Refused(format!("{file}: {error}")),
        NotImported::Fault(fault) => NotLoaded::Fault(fault),
    }
}

/// Divisions, station, owners, staff, people and rooms.
fn write(c: &mut Conn, house: &House, all: &Township, hired: &[NewStaff]) -> Result<People, NotLoaded> {
    write_divisions(c, all)?;
    let (by, now) = (By::Program, house.now());
    let the = &all.station;
    let made = stations::make_station(c, the.division, &the.slug, &the.draft, by, now);
    let station = made.map_err(|not| match not {
        Not::Refused(refusal) => NotLoaded::Refused(refusal.to_string()),
        Not::Fault(fault) => NotLoaded::Fault(fault),
    })?;
    for owner in &the.owners {
        stations::add_owner(c, station, (&owner.name, &owner.name_en), by, now)?;
    }
    let mut people = People { station, manager: None, clerk: None, residents: vec![] };
    for (worker, new) in all.staff.iter().zip(hired) {
        let id = people::add_staff(c, house, by, new)?;
        people::give_role(c, house, by, id, station, worker.role, worker.owner)?;
        let first: &mut Option<StaffId> =
            if worker.role == Role::Manager { &mut people.manager } else { &mut people.clerk };
        first.get_or_insert(id);
    }
    for resident in &all.people {
        people.residents.push((resident.name.as_str().to_owned(), write_resident(c, house, resident)?));
    }
    for room in &all.rooms {
        venues::acts::make_venue(c, station, &room.venue, &room.atoms)?;
        room.offerings.iter().try_for_each(|offering| venues::acts::make_offering(c, station, offering))?;
    }
    errands::found(c, house, station, &all.errands)?;
    Ok(people)
}

/// How long somebody of the files is known without having proved the number.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(24 * 365);

fn write_resident(c: &mut Conn, house: &House, resident: &Resident) -> Result<PersonId, Fault> {
    let id = people::person_by_phone(c, house, &resident.phone)?;
    people::set_name(c, house, id, Some(&resident.name))?;
    people::keep_until(c, id, known_until(house.now()))?;
    Ok(id)
}

fn known_until(now: Timestamp) -> Timestamp {
    now.saturating_add(KNOWN_FOR).unwrap_or(Timestamp::MAX)
}

impl People {
    /// Somebody of `people.csv`.
    pub fn find(&self, name: &str) -> Option<PersonId> {
        self.residents.iter().find(|(n, _)| n == name).map(|(_, id)| *id)
    }

    /// Who types for others.
    pub fn at_the_desk(&self) -> Option<StaffId> {
        self.clerk.or(self.manager)
    }
}

impl std::fmt::Display for NotLoaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NotLoaded::Wrong(all) => {
                let lines: Vec<String> = all.iter().map(Wrong::to_string).collect();
                f.write_str(&lines.join("\n"))
            }
            NotLoaded::Refused(why) => f.write_str(why),
            NotLoaded::Fault(fault) => fault.fmt(f),
        }
    }
}

/// Where the new station is.
impl Loaded {
    pub fn id(&self) -> StationId {
        self.station.id
    }
}
