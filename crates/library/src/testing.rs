//! A furnished reading room for tests and benches: of this crate, and of others. All names and numbers are invented.
use std::sync::Arc;

use axum::http::HeaderMap;
use kernel::BoxFuture;
use kernel::db::{Conn, Migration};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::testing::{TestHouse, houses};
use kernel::words::Texts;
use people::{NewHousehold, NewStaff, PersonId, Role, StaffAt, StaffId};
use stations::Station;
use stations::testing::made_station;

use crate::catalogue::acts::{TakenIn, shelf_within, take_in_within};
use crate::catalogue::rules::{NewCopies, NewShelf, NewTitle, Of, isbn};
use crate::lending::acts::set_settings;
use crate::ports::Ports;
use crate::rules::{Kind, Settings};

/// Ports of a program where a machine says by itself that it is the kiosk: with the header `x-kiosk`.
pub const PORTS: Ports = Ports { at_kiosk };

fn at_kiosk<'a>(_: &'a House, _: &'a Station, headers: &'a HeaderMap) -> BoxFuture<'a, Result<bool, Fault>> {
    Box::pin(async move { Ok(headers.contains_key("x-kiosk")) })
}

fn odd(not: impl std::fmt::Debug) -> Fault {
    Fault::broken(format!("{not:?}"))
}

/// A title without anything but a name and who wrote it.
pub fn title(name: &str, authors: &str) -> NewTitle {
    NewTitle {
        isbn: None,
        title: name.into(),
        subtitle: String::new(),
        authors: authors.into(),
        publisher: String::new(),
        year: None,
        class: String::new(),
        kind: Kind::Book,
        for_children: false,
        note: String::new(),
    }
}

/// What stands in the room.
#[derive(Debug, Clone)]
pub struct Furnished {
    /// A 架, code `a1`.
    pub shelf: i32,
    /// 门口自取架, code `door`.
    pub honesty: i32,
    /// 长安的荔枝, two copies.
    pub lychee: TakenIn,
    /// 猜猜我有多爱你, a picture book, one copy.
    pub hare: TakenIn,
    /// 象棋, a thing, one copy.
    pub chess: TakenIn,
}

/// Shelves, titles and copies.
///
/// # Errors
/// The database is away.
pub fn furnished(c: &mut Conn, house: &House, station: &Station) -> Result<Furnished, Fault> {
    let how = (By::Program, house.now());
    let shelf = |code: &str, name: &str, honesty, place| NewShelf {
        code: code.into(),
        name_zh: name.into(),
        name_en: String::new(),
        honesty,
        place,
    };
    let a1 = shelf_within(c, station, &shelf("a1", "A 架", false, 1), how).map_err(odd)?;
    let door = shelf_within(c, station, &shelf("door", "门口自取架", true, 2), how).map_err(odd)?;
    let mut stand = |new: NewTitle, count: u8| {
        let copies = NewCopies { shelf: a1, source: String::new(), count };
        take_in_within(c, house, station, &Of::New(new), &copies, None, how).map_err(odd)
    };
    let lychee = NewTitle {
        isbn: isbn::read("9787572608582").ok(),
        publisher: "湖南文艺出版社".into(),
        year: Some(2022),
        class: "I247.5".into(),
        ..title("长安的荔枝", "马伯庸")
    };
    let hare = NewTitle {
        kind: Kind::PictureBook, for_children: true, ..title("猜猜我有多爱你", "山姆·麦克布雷尼")
    };
    let chess = NewTitle { kind: Kind::Thing, ..title("象棋", "") };
    Ok(Furnished {
        shelf: a1,
        honesty: door,
        lychee: stand(lychee, 2)?,
        hare: stand(hare, 1)?,
        chess: stand(chess, 1)?,
    })
}

/// Somebody who borrows, with a card of the household.
#[derive(Debug, Clone)]
pub struct Reader {
    pub person: PersonId,
    /// What a scanner types from their card.
    pub card: String,
}

/// A household with a card. `phone` is a number as it is typed.
///
/// # Errors
/// A name or a number that is none, or the database.
pub fn reader(
    c: &mut Conn,
    house: &House,
    (station, staff): (&Station, StaffId),
    (name, phone): (&str, Option<&str>),
) -> Result<Reader, Fault> {
    let phone = phone.map(|typed| typed.parse().map_err(|_| odd(typed))).transpose()?;
    let new = NewHousehold { name: name.parse().map_err(|_| odd(name))?, phone };
    let card = people::issue_card(c, house, (station.id, staff), &new, None)?.code;
    let household = people::scanned_card(c, house, &card)?.ok_or(Fault::NotFound)?;
    Ok(Reader { person: household.card.person, card })
}

/// Somebody of staff with a role at the station; nobody can sign in as them.
///
/// # Errors
/// The database is away.
pub fn member(c: &mut Conn, house: &House, station: &Station, (name, role): (&str, Role)) -> Result<StaffAt, Fault> {
    let login = format!("login-{}", house.new_id());
    let new = NewStaff { login, name: name.to_owned(), password_hash: String::new() };
    let id = people::add_staff(c, house, By::Program, &new).map_err(odd)?;
    people::give_role(c, house, By::Program, id, station.id, role, None)?;
    people::staff_at(c, &id, station.id, Role::Clerk)
}

/// A furnished room of a station that is open every day, with who works there and who reads there.
pub struct Room {
    pub house: TestHouse,
    pub station: Arc<Station>,
    /// 祁海燕.
    pub manager: StaffAt,
    /// 李建国.
    pub clerk: StaffAt,
    pub has: Furnished,
    /// 罗大爷, whose telephone gets messages.
    pub luo: Reader,
    /// 马秀英, who has a card and no phone.
    pub ma: Reader,
    /// 小满, whose telephone gets messages.
    pub man: Reader,
}

/// One on each engine that is there, on Saturday 27 June 2026 at noon. `more` are tables and texts that the caller needs beside.
///
/// # Panics
/// When a room cannot be furnished: then no test can go on.
pub async fn rooms(more: &[&[Migration]], texts: &[Texts]) -> Vec<Room> {
    let tables = [&[kernel::MIGRATIONS, people::MIGRATIONS, stations::MIGRATIONS, crate::MIGRATIONS], more].concat();
    let words = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts(), texts.to_vec()].concat();
    let mut all = vec![];
    for house in houses(&tables, &words) {
        let h = house.house();
        let work = move |c: &mut Conn| {
            let station = made_station(c, h.now())?;
            let manager = member(c, &h, &station, ("祁海燕", Role::Manager))?;
            let clerk = member(c, &h, &station, ("李建国", Role::Clerk))?;
            let has = furnished(c, &h, &station)?;
            let at = (&station, clerk.id);
            let luo = reader(c, &h, at, ("罗大爷", Some("13800000001")))?;
            let ma = reader(c, &h, at, ("马秀英", None))?;
            let man = reader(c, &h, at, ("小满", Some("13800000003")))?;
            Ok::<_, Fault>((station, manager, clerk, has, [luo, ma, man]))
        };
        let (station, manager, clerk, has, [luo, ma, man]) = house.db.write(work).await.expect("a furnished room");
        all.push(Room { house, station: Arc::new(station), manager, clerk, has, luo, ma, man });
    }
    all
}

impl Room {
    /// The station decides anew about lending.
    ///
    /// # Errors
    /// What [`set_settings`] says.
    pub async fn decides(&self, settings: Settings) -> Result<(), Fault> {
        set_settings(&self.house, &self.station, settings, (&self.manager, None)).await
    }

    /// What `read` finds.
    ///
    /// # Errors
    /// What `read` says.
    pub async fn sees<T: Send + 'static>(
        &self,
        read: impl Fn(&mut Conn, &House, &Station) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (house, station) = (self.house.house(), self.station.clone());
        self.house.db.read(move |c| read(c, &house, &station)).await
    }

    /// Every invariant of the slice that is broken.
    ///
    /// # Errors
    /// The database is away.
    pub async fn broken(&self) -> Result<Vec<String>, Fault> {
        let mut all = vec![];
        for check in crate::checks() {
            let broken = self.house.db.read(move |c| (check.run)(c)).await?;
            all.extend(broken.into_iter().map(|said| format!("{}: {said}", check.name)));
        }
        Ok(all)
    }
}

/// The rule that said no.
///
/// # Panics
/// When none did.
#[track_caller]
pub fn refused<T: std::fmt::Debug, R: std::fmt::Debug>(result: Result<T, Not<R>>) -> R {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}
