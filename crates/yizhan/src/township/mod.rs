//! A township as files that a manager can edit, and the way from them into a database.
//!
//! Everything is read and judged before anything is written: a mistake is named with its file and line. All is written in one
//! transaction: an import with a mistake, or one that is killed, changes nothing.
pub mod sanhe;
mod wrong;
mod files;
mod station;
mod people;
mod venues;
mod openings;
mod habits;
mod waits;
mod series;
mod signups;
mod load;
mod past;
mod games;
mod clubs;
mod seasons;
mod errands;
mod activities;
mod fair;
mod notices;
mod opinions;
mod library;
mod months;
mod surveys;
mod wishes;

pub use activities::Held;
pub use clubs::Club;
pub use errands::Errands;
pub use fair::Fair;
pub use files::Files;
pub use games::Game;
pub use habits::{Habit, Then};
pub use library::Library;
pub use load::{Loaded, NotLoaded, Passwords, load, not_imported};
pub use months::Months;
pub use notices::Told;
pub use openings::Opening;
pub use opinions::Opinions;
pub use people::{Resident, Worker};
pub use seasons::Round;
pub use series::Repeated;
pub use signups::Coming;
pub use station::TheStation;
pub use surveys::Asked;
pub use venues::Room;
pub use waits::Waiter;
pub use wishes::Wishes;
pub use wrong::Wrong;

/// All that the files say, well-formed.
#[derive(Debug, Clone)]
pub struct Township {
    pub station: TheStation,
    pub divisions: String,
    pub villages: Option<String>,
    pub staff: Vec<Worker>,
    pub people: Vec<Resident>,
    pub rooms: Vec<Room>,
    pub openings: Vec<Opening>,
    pub habits: Vec<Habit>,
    pub waiters: Vec<Waiter>,
    pub games: Vec<Game>,
    pub series: Vec<Repeated>,
    pub clubs: Vec<Club>,
    pub seasons: Vec<Round>,
    pub errands: Errands,
    pub activities: Vec<Held>,
    /// Who is signed up for them.
    pub signups: Vec<Coming>,
    pub fair: Option<Fair>,
    pub notices: Vec<Told>,
    pub opinions: Opinions,
    pub library: Library,
    pub wishes: Wishes,
    /// What the months before came to.
    pub months: Months,
    pub surveys: Vec<Asked>,
}

/// Reads the files. Every mistake that can be seen is in `Err`, not only the first; what builds on a file with a mistake is
/// not looked at, so that one mistake is named once.
pub fn read(files: &Files) -> Result<Township, Vec<Wrong>> {
    let mut wrong = vec![];
    let station = kept(station::read(files), &mut wrong);
    let people = kept(people::residents(files), &mut wrong);
    let divisions = kept(files.must("divisions.csv").map(str::to_owned).map_err(|w| vec![w]), &mut wrong);
    let villages = files.get("villages.csv").map(str::to_owned);
    let Some(station) = station else { return Err(wrong) };
    let staff = kept(people::staff(files, &station.owners), &mut wrong);
    let Some(rooms) = kept(venues::read(files, &station.owners), &mut wrong) else { return Err(wrong) };
    let openings = kept(openings::read(files, &rooms, &station.draft.zone), &mut wrong);
    let habits = kept(habits::read(files, &rooms), &mut wrong);
    let waiters = kept(waits::read(files, &rooms), &mut wrong);
    let series = kept(series::read(files, &rooms), &mut wrong);
    let games = kept(games::read(files, &rooms), &mut wrong);
    let clubs = kept(clubs::read(files, &rooms), &mut wrong);
    let seasons = kept(seasons::read(files, &rooms), &mut wrong);
    let activities = kept(activities::read(files, (&rooms, &station.owners)), &mut wrong);
    let fair = kept(fair::read(files), &mut wrong);
    let notices = staff.as_ref().and_then(|staff| kept(notices::read(files, staff), &mut wrong));
    let opinions = staff.as_ref().and_then(|staff| kept(opinions::read(files, staff), &mut wrong));
    let library = people.as_ref().and_then(|people| kept(library::read(files, people), &mut wrong));
    let wishes = staff.as_ref().zip(people.as_ref());
    let wishes = wishes.and_then(|(staff, people)| kept(wishes::read(files, staff, people), &mut wrong));
    let months = kept(months::read(files, &rooms), &mut wrong);
    let surveys = kept(surveys::read(files), &mut wrong);
    let errands = staff.as_ref().zip(people.as_ref());
    let errands =
        errands.and_then(|(staff, people)| kept(errands::read(files, (staff, &station.owners), people), &mut wrong));
    let lists = (divisions, staff, people, openings, habits);
    let (Some(divisions), Some(staff), Some(people), Some(openings), Some(habits)) = lists else { return Err(wrong) };
    let lists = (waiters, series, games, clubs, seasons);
    let (Some(waiters), Some(series), Some(games), Some(clubs), Some(seasons)) = lists else { return Err(wrong) };
    let (Some(errands), Some(activities), Some(fair)) = (errands, activities, fair) else { return Err(wrong) };
    let (Some(notices), Some(opinions)) = (notices, opinions) else { return Err(wrong) };
    let (Some(library), Some(wishes)) = (library, wishes) else { return Err(wrong) };
    let (Some(months), Some(surveys)) = (months, surveys) else { return Err(wrong) };
    let signups = match signups::read(files, &activities) {
        Ok(signups) if wrong.is_empty() => signups,
        Ok(_) => return Err(wrong),
        Err(more) => return Err([wrong, more].concat()),
    };
    Ok(Township {
        station,
        divisions,
        villages,
        staff,
        people,
        rooms,
        openings,
        habits,
        waiters,
        series,
        games,
        clubs,
        seasons,
        errands,
        activities,
        signups,
        fair,
        notices,
        opinions,
        library,
        wishes,
        months,
        surveys,
    })
}

fn kept<T>(read: Result<T, Vec<Wrong>>, wrong: &mut Vec<Wrong>) -> Option<T> {
    read.map_err(|found| wrong.extend(found)).ok()
}

#[cfg(test)]
mod tests;
