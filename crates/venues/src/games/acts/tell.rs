//! What players are told. Messages are in Chinese: nobody has said otherwise. Whoever has no phone stays on the desk's list.
use std::collections::BTreeSet;

use crate::games::answers::shown_of;
use crate::games::says;
use crate::games::store::{Game, Seat};
use crate::rules::Offering;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::PersonId;
use stations::Station;

/// What there is to tell.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// They are together.
    Filled,
    /// Somebody has left: so many are missing.
    Missing(i32),
    /// Not enough came together.
    Unfilled,
    /// It is called off, perhaps for a reason.
    CalledOff(&'a str),
    /// A game that fits when they can play.
    Fits(i32),
}

impl News<'_> {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            News::Filled => ("game-filled", "games-message-filled"),
            News::Missing(_) => ("game-missing", "games-message-missing"),
            News::Unfilled => ("game-unfilled", "games-message-unfilled"),
            News::CalledOff("") => ("game-called-off", "games-message-called-off"),
            News::CalledOff(_) => ("game-called-off", "games-message-called-off-for"),
            News::Fits(_) => ("game-fits", "games-message-fits"),
        }
    }
}

/// Tells all players, except whoever did it and knows.
pub fn players(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (game, offering, seats): (&Game, &Offering, &[Seat]),
    (news, except): (News<'_>, Option<PersonId>),
) -> Result<(), Fault> {
    let taken = || seats.iter().filter(|s| s.is_taken());
    let people: BTreeSet<PersonId> = taken().filter_map(|s| s.person).filter(|p| Some(*p) != except).collect();
    if people.is_empty() {
        return Ok(());
    }
    let v = View::plain(house, Lang::Zh);
    let mut names = vec![];
    for seat in taken() {
        names.push(says::player(&v, shown_of(c, house, seat)?.as_ref()));
    }
    people.into_iter().try_for_each(|person| one(c, house, station, person, (game, offering), (news, &names)))
}

/// Tells one person.
pub fn one(
    c: &mut Conn,
    house: &House,
    station: &Station,
    person: PersonId,
    (game, offering): (&Game, &Offering),
    (news, names): (News<'_>, &[String]),
) -> Result<(), Fault> {
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(()) };
    let v = View::plain(house, Lang::Zh);
    let (kind, key) = news.keys();
    let when = v.when(&station.zone).day_and_times(game.span.from, game.span.until);
    let (n, reason) = match news {
        News::Missing(n) | News::Fits(n) => (n, ""),
        News::CalledOff(reason) => (0, reason),
        News::Filled | News::Unfilled => (0, ""),
    };
    let said = [
        ("station", station.name(&v).into()),
        ("when", when.into()),
        ("what", offering.name.zh.as_str().into()),
        ("who", names.join(&v.t("venues-and")).into()),
        ("n", n.into()),
        ("reason", reason.into()),
    ];
    outbox::post(c, house, station.id, kind, (phone.full(), &v.ta(key, &said)), house.now())?;
    Ok(())
}
