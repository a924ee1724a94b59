//! What pages and programs ask of lots. Reads only.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

use crate::OccurrenceId;
use crate::fairday::{self, FairDay};
use crate::parking::rules::{self, Advice, Class, Guide, Lot, Review};
use crate::parking::store::{self, KeptTap, Move, Pass};
use crate::parking::{LotId, MoveId};

/// The purposes under which what is known of a car that stands in the way is sealed.
pub const PLATE: &str = "parking-plate";
pub const ASKER: &str = "parking-asker";
pub const ASKER_PHONE: &str = "parking-phone";

/// The lots of a fair, and where whoever comes is sent.
#[derive(Debug, Clone)]
pub struct Ground {
    pub fair: FairDay,
    /// In the order in which they fill.
    pub lots: Vec<Lot>,
}

impl Ground {
    pub fn guide(&self, class: Class, now: Timestamp) -> Guide {
        rules::guide(now, &self.lots, class)
    }

    /// The classes of which some lot has bays, cars first.
    pub fn classes(&self) -> Vec<Class> {
        Class::ALL.into_iter().filter(|class| self.lots.iter().any(|lot| lot.bays(*class).is_some())).collect()
    }

    pub fn lot(&self, id: LotId) -> Option<&Lot> {
        self.lots.iter().find(|lot| lot.id == id)
    }

    /// When the first of them opens and the last closes.
    pub fn window(&self) -> Option<(Timestamp, Timestamp)> {
        let opens = self.lots.iter().map(|lot| lot.opens).min()?;
        Some((opens, self.lots.iter().map(|lot| lot.closes).max()?))
    }
}

pub fn ground(c: &mut Conn, station: &Station, fair: FairDay, now: Timestamp) -> Result<Ground, Fault> {
    let lots = store::of_fair(c, station.id, fair.occurrence.id, now)?;
    Ok(Ground { fair, lots })
}

/// The lots of the fair that is on or comes next.
pub fn next(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Option<Ground>, Fault> {
    let fair = fairday::answers::next(c, station, now)?;
    fair.map(|fair| ground(c, station, fair, now)).transpose()
}

/// The lots of a fair by its id.
pub fn of_fair(c: &mut Conn, station: &Station, id: OccurrenceId, now: Timestamp) -> Result<Ground, Fault> {
    let fair = fairday::answers::fair(c, station, id)?;
    ground(c, station, fair, now)
}

/// A lot with the ground that it belongs to.
pub fn of_lot(c: &mut Conn, station: &Station, id: LotId, now: Timestamp) -> Result<Ground, Fault> {
    let fair = store::fair_of(c, station.id, id)?;
    of_fair(c, station, fair, now)
}

/// A car in the way, as those who look for it see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InTheWay {
    pub id: MoveId,
    pub lot: LotId,
    /// A part of the plate; nothing once it is forgotten.
    pub plate: Option<String>,
    pub spot: String,
    pub done: bool,
    pub made_at: Timestamp,
    /// Whom to call once it is moved: only the desk reads it.
    pub asker: Option<String>,
    pub phone: Option<Phone>,
}

fn opened(house: &House, one: Move, for_desk: bool) -> Result<InTheWay, Fault> {
    let open = |purpose, sealed: &Option<Vec<u8>>| {
        sealed.as_ref().map(|s| house.keys.open(purpose, s).map_err(Fault::broken)).transpose()
    };
    let phone = if for_desk { open(ASKER_PHONE, &one.phone_sealed)? } else { None };
    let read = |text: String| text.parse().map_err(|_| Fault::broken("a stored phone number is none"));
    Ok(InTheWay {
        id: one.id,
        lot: one.lot,
        plate: open(PLATE, &one.plate_sealed)?,
        asker: if for_desk { open(ASKER, &one.asker_sealed)? } else { None },
        phone: phone.map(read).transpose()?,
        spot: one.spot,
        done: one.done,
        made_at: one.made_at,
    })
}

/// Cars in the way at some lots; who asked is told to the desk only.
pub fn in_the_way(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (lots, for_desk): (&[LotId], bool),
) -> Result<Vec<InTheWay>, Fault> {
    let all = store::moves_of(c, station.id, lots)?;
    all.into_iter().map(|one| opened(house, one, for_desk)).collect()
}

/// All that the desk sees of one lot.
#[derive(Debug, Clone)]
pub struct LotAtDesk {
    pub ground: Ground,
    pub lot: Lot,
    pub passes: Vec<Pass>,
    /// The newest first.
    pub recounts: Vec<KeptTap>,
}

/// So many recounts are listed.
const RECOUNTS: i64 = 50;

pub fn lot_at_desk(c: &mut Conn, station: &Station, id: LotId, now: Timestamp) -> Result<LotAtDesk, Fault> {
    let ground = of_lot(c, station, id, now)?;
    let lot = ground.lot(id).cloned().ok_or(Fault::NotFound)?;
    let passes = store::passes_of(c, station.id, id)?;
    let recounts = store::latest_taps(c, station.id, id, (true, RECOUNTS))?;
    Ok(LotAtDesk { ground, lot, passes, recounts })
}

/// After the fair: what each lot was used for, and what to do otherwise next time.
#[derive(Debug, Clone)]
pub struct Afterwards {
    pub ground: Ground,
    /// For each lot in its order, class by class.
    pub reviews: Vec<Vec<Review>>,
    /// All lots have closed: before that it is too early for advice.
    pub over: bool,
    /// For cars.
    pub advice: Vec<Advice>,
    pub next: Option<FairDay>,
}

pub fn afterwards(c: &mut Conn, station: &Station, id: OccurrenceId, now: Timestamp) -> Result<Afterwards, Fault> {
    let ground = of_fair(c, station, id, now)?;
    let mut reviews = vec![];
    for lot in &ground.lots {
        let mut of_lot = vec![];
        for bays in &lot.bays {
            let changes = store::changes(c, station.id, lot.id, bays.class)?;
            of_lot.extend(rules::review(lot, bays.class, &changes, now));
        }
        reviews.push(of_lot);
    }
    let cars: Vec<(&Lot, Review)> = (ground.lots.iter().zip(&reviews))
        .filter_map(|(lot, all)| Some((lot, all.iter().find(|r| r.class == Class::Car)?.clone())))
        .collect();
    // Advice names places in the list of lots that take cars: they are the lots in order where every lot takes some.
    let places: Vec<usize> =
        (ground.lots.iter().enumerate()).filter(|(_, lot)| lot.bays(Class::Car).is_some()).map(|(n, _)| n).collect();
    let over = ground.window().is_some_and(|(_, closes)| now >= closes);
    let advice = if over { rules::advise(&cars).into_iter().map(|a| a.at(&places)).collect() } else { vec![] };
    let next = fairday::answers::after(c, station, &ground.fair)?;
    Ok(Afterwards { ground, reviews, over, advice, next })
}
