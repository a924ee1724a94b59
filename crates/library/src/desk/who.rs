//! Who stands at the counter: found by a household card, a number or a name. Whom a page has found, the next one knows again by a
//! sealed line, so that nobody's id and no card's code is written into a page; it is good at this counter, for whoever works at
//! it, and for a while.
use data_encoding::BASE64URL_NOPAD;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::{Name, PersonId, Phone, StaffId};

/// As it was typed or scanned. Says nothing of itself: no log can hold a card's code by mistake.
#[derive(Clone, PartialEq, Eq)]
pub enum Typed {
    Card(String),
    Phone(Phone),
    Name(Name),
}

/// Whom the station knows by what was typed.
pub enum Found {
    Person(PersonId),
    /// A number or a name that nobody here has yet.
    Nobody,
    /// No card that is good has this code.
    NoCard,
}

/// Letters of a card's code.
const IN_A_CODE: usize = 24;
/// With as many digits it is a number and no name.
const LEAST_DIGITS: usize = 5;

/// Whether it is what a scanner reads from a household card, or the letters under it.
pub fn is_card(typed: &str) -> bool {
    let bare = typed.chars().filter(|c| !c.is_whitespace() && *c != '-');
    typed.contains("/card/")
        || bare.clone().count() == IN_A_CODE
            && bare.clone().all(|c| c.is_ascii_alphabetic() || ('2'..='7').contains(&c))
}

/// What was typed into the field of the reader; nothing when it is empty. Otherwise the key of what is wrong.
pub fn read(typed: &str) -> Result<Option<Typed>, &'static str> {
    let typed = typed.trim();
    let digits = typed.chars().filter(|c| c.is_numeric()).count();
    match () {
        () if typed.is_empty() => Ok(None),
        () if is_card(typed) => Ok(Some(Typed::Card(typed.to_owned()))),
        () if digits >= LEAST_DIGITS => {
            typed.parse().map(|phone| Some(Typed::Phone(phone))).map_err(|p: people::PhoneProblem| p.key())
        }
        () => typed.parse().map(|name| Some(Typed::Name(name))).map_err(|p: people::NameProblem| p.key()),
    }
}

/// Whom the station knows by that. Nothing is written down: nobody counts who shows a card.
pub fn find(c: &mut Conn, house: &House, typed: &Typed) -> Result<Found, Fault> {
    Ok(match typed {
        Typed::Card(code) => match people::scanned_card(c, house, code)? {
            Some(household) => Found::Person(household.card.person),
            None => Found::NoCard,
        },
        Typed::Phone(phone) => people::who_has(c, house, phone)?.map_or(Found::Nobody, Found::Person),
        // Two people may be called the same: a name alone is nobody yet.
        Typed::Name(_) => Found::Nobody,
    })
}

/// The person, made if the station does not know them yet: one press makes one. Nobody for a card that is not good.
pub fn person(
    c: &mut Conn,
    house: &House,
    station: StationId,
    (typed, once): (&Typed, Option<&Once>),
) -> Result<Option<PersonId>, Fault> {
    match typed {
        Typed::Card(code) => Ok(people::scanned_card(c, house, code)?.map(|household| household.card.person)),
        Typed::Phone(phone) => people::person_by_phone(c, house, phone).map(Some),
        Typed::Name(name) => {
            let made = |c: &mut Conn| people::person_by_name(c, house, name);
            only_once(c, station, once, house.now(), made).map(Some)
        }
    }
}

const SEALED_FOR: &str = "library-counter";
/// Somebody who has gone to the shelves comes back within this time; after it the card is scanned again.
const GOOD_FOR: SignedDuration = SignedDuration::from_mins(30);

/// The counter that a sealed line belongs to.
pub type Counter = (StationId, StaffId);

/// The line by which the next page knows whom this one has found.
pub fn seal(house: &House, (station, staff): Counter, person: PersonId) -> String {
    let until = (house.now() + GOOD_FOR).as_millisecond();
    let line = format!("{} {staff} {person} {until}", station.0);
    BASE64URL_NOPAD.encode(&house.keys.seal(SEALED_FOR, &line, &house.chance))
}

/// Whom a line stands for; nobody if it is not of this counter, or too old.
pub fn open(house: &House, (station, staff): Counter, sealed: &str) -> Option<PersonId> {
    let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).ok()?;
    let line = house.keys.open(SEALED_FOR, &bytes).ok()?;
    let parts: Vec<&str> = line.split(' ').collect();
    let [at, by, person, until] = parts[..] else { return None };
    let until = Timestamp::from_millisecond(until.parse().ok()?).ok()?;
    let good = at == station.0.to_string() && by == staff.to_string() && house.now() < until;
    good.then(|| person.parse().ok()).flatten()
}
