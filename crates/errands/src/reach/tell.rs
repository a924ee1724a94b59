//! Telling one person one thing, in the transaction of what it is about.
use jiff::Timestamp;

use super::rules::{About, Reached};
use super::store;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use people::{PersonId, Phone};
use stations::Station;

/// Who is told, as far as anybody knows.
#[derive(Debug, Clone, Default)]
pub struct Whom {
    pub person: Option<PersonId>,
    /// A number that was given for this only.
    pub phone: Option<Phone>,
    /// What to call them, opened.
    pub name: Option<String>,
    /// Nobody has a number or a name, but they are in the hall: a clerk can call out what concerns them.
    pub on_site: bool,
}

/// What they are told.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// Why a message is sent: `promise-revised` …
    pub kind: &'a str,
    /// Plain text, in Chinese: nobody has said otherwise.
    pub text: &'a str,
    /// Afterwards it is of no use any more.
    pub until: Timestamp,
}

/// Whether a message reaches them: then its text may hold an address to tap, which nobody reads out.
pub fn has_phone(c: &mut Conn, house: &House, whom: &Whom) -> Result<bool, Fault> {
    match (&whom.phone, whom.person) {
        (Some(_), _) => Ok(true),
        (None, Some(person)) => Ok(people::phone_of(c, house, person)?.is_some()),
        (None, None) => Ok(false),
    }
}

/// Tells them in the best way there is. Whoever has neither phone nor name and is not in the hall has a page, which says it.
pub fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (about, whom): (About, &Whom),
    news: News<'_>,
) -> Result<Reached, Fault> {
    let phone = match (&whom.phone, whom.person) {
        (Some(phone), _) => Some(phone.clone()),
        (None, Some(person)) => people::phone_of(c, house, person)?,
        (None, None) => None,
    };
    if let Some(phone) = phone {
        outbox::post(c, house, station.id, news.kind, (phone.full(), news.text), house.now())?;
        return Ok(Reached::Message);
    }
    if whom.name.is_none() && !whom.on_site {
        return Ok(Reached::Page);
    }
    store::add(c, house, station.id, (about, whom.name.as_deref()), (news.text, news.until))?;
    Ok(Reached::CallList)
}
