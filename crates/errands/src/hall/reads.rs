//! What the hall shows, read at one moment.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use stations::{OnToday, Station};

use super::pages::door::{Door, StandIn};
use super::pages::kiosk::Key;
use super::pages::screen::{Call, Person, Screen};
use super::pages::slip::Slip;
use crate::TicketId;
use crate::acts;
use crate::answers::{self, Board, InNow, Kept};
use crate::expected;
use crate::forecast::Forecast;
use crate::lounge::{self, Seats};
use crate::rules::{Kind, Line, Matter, OfficialId, Place, Shown, State};
use crate::says;
use crate::store;

/// So many matters tell what somebody does.
const SOME: usize = 2;

/// A day of the hall, and the number of the station's last change before it was read.
pub struct Hall {
    pub seen: i64,
    pub board: Board,
    pub people: Vec<InNow>,
    pub matters: Vec<Matter>,
    pub lounge: Option<Seats>,
}

pub fn hall(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Hall, Fault> {
    Ok(Hall {
        seen: event::last(c, station.id)?,
        board: answers::board(c, station, now)?,
        people: answers::who_is_in(c, station, now)?,
        matters: answers::matters(c, station)?,
        lounge: lounge::seats(c, station, now)?,
    })
}

impl Hall {
    /// 高龄补贴 · 救助: what an official does, or stands in for.
    pub fn does(&self, v: &View, official: OfficialId) -> String {
        let theirs = |m: &&Matter| m.draft.official == Some(official) || m.draft.stand_in == Some(official);
        let names = self.matters.iter().filter(theirs).map(|m| says::name(v, &m.draft.name));
        names.take(SOME).collect::<Vec<_>>().join(" · ")
    }

    pub fn screen(&self, v: &View, lunar: Option<String>, (on, posts): (Vec<OnToday>, Vec<OnToday>)) -> Screen {
        let board = &self.board;
        let called = board.at_desks().into_iter().filter(|k| k.ticket.state == State::Called || k.ticket.calls > 0);
        let call = |k: &Kept| {
            let desk = k.ticket.desk?;
            let key = format!("{}-{}", k.id, k.ticket.calls);
            Some(Call { key, number: board.number(k), desk, at: k.ticket.since })
        };
        let mut ready: Vec<&Kept> = board.standing.iter().filter(|k| is_ready(k)).collect();
        ready.sort_by_key(|k| (!k.is_due(v.now()), k.ticket.order_at, k.number));
        let person =
            |p: &InNow| Person { name: p.official.name.clone(), does: self.does(v, p.official.id), shown: p.shown };
        Screen {
            lunar,
            calls: called.filter_map(call).collect(),
            next: ready.iter().map(|k| board.number(k)).collect(),
            waiting: board.standing.iter().filter(|k| k.ticket.state == State::Waiting).count(),
            people: self.people.iter().map(person).collect(),
            on,
            posts,
            lounge: self.lounge,
        }
    }

    /// `None` without such an official.
    pub fn door(&self, v: &View, official: OfficialId, (lunar, address): (Option<String>, String)) -> Option<Door> {
        let own = self.people.iter().find(|p| p.official.id == official)?;
        let helper = self.matters.iter().find(|m| m.draft.official == Some(official))?.draft.stand_in;
        let helper = helper.and_then(|id| self.people.iter().find(|p| p.official.id == id));
        let stand_in = |p: &InNow| StandIn {
            name: p.official.name.clone(),
            whereabouts: match (p.shown, p.official.desk) {
                (Shown::AtDesk(Some(desk)), _) | (_, Some(desk)) => v.ta("hall-at-desk", &[("n", desk.into())]),
                _ => says::name(v, &p.official.title).to_owned(),
            },
            shown: p.shown,
        };
        Some(Door {
            lunar,
            name: own.official.name.clone(),
            does: format!("{} · {}", says::name(v, &own.official.title), self.does(v, official)),
            shown: own.shown,
            stand_in: helper.map(stand_in),
            note: None,
            address,
        })
    }

    /// The keys of the kiosk, a line each.
    pub fn keys(&self, house: &House, station: &Station, v: &View, now: Timestamp) -> Result<Vec<Key>, Fault> {
        let key = |line: &Line| {
            let of_line = self.matters.iter().filter(|m| m.draft.line == line.id);
            let names: Vec<&str> = of_line.map(|m| says::name(v, &m.draft.name)).take(SOME + 1).collect();
            let shut = match answers::may_draw(house, station, line, now) {
                Ok(()) => None,
                Err(kernel::refusal::Not::Refused(refusal)) => Some(says::said(v, &station.zone, &refusal).what),
                Err(kernel::refusal::Not::Fault(fault)) => return Err(fault),
            };
            Ok(Key {
                value: line.slug.clone(),
                letter: line.letter,
                name: says::name(v, &line.name).to_owned(),
                matters: names.join(&v.t("errands-list-comma")),
                waiting: self.board.waiting(line.id).filter(|k| k.ticket.place == Place::OnSite).count(),
                shut,
            })
        };
        self.board.lines.iter().map(key).collect()
    }
}

fn is_ready(k: &Kept) -> bool {
    k.ticket.state == State::Waiting && k.ticket.place == Place::OnSite
}

/// What is printed for a ticket, or shown when it was drawn.
pub fn slip(
    c: &mut Conn,
    house: &House,
    (v, station): (&View, &Station),
    id: TicketId,
    now: Timestamp,
) -> Result<Slip, Fault> {
    let public_url = &house.settings.public_url;
    let about = match expected::expected(c, house, station, id, now)? {
        Forecast::About(about) if !about.is_at_once() => Some(about.rounded()),
        Forecast::About(_) | Forecast::Cannot(_) => None,
    };
    let one = answers::one(c, station, id)?;
    let board = answers::board(c, station, now)?;
    let line = board.lines.iter().find(|l| l.id == one.kept.line);
    let name = line.map(|l| says::name(v, &l.name).to_owned()).unwrap_or_default();
    let matters: Vec<&str> = one.matters.iter().map(|(m, _)| says::name(v, &m.draft.name)).collect();
    let required = one.matters.iter().flat_map(|(m, _)| &m.draft.papers).filter(|p| p.kind == Kind::Required);
    let mut desks = board.desks_of(one.kept.ticket.waits_in).map(|d| d.id);
    let only = match (desks.next(), desks.next()) {
        (Some(desk), None) => Some(desk),
        _ => None,
    };
    let carrier = store::carried_by(c, station.id, id)?;
    let carrier = carrier.map(|sealed| house.keys.open(acts::CARRIER, &sealed).map_err(Fault::broken)).transpose()?;
    Ok(Slip {
        carried_by: carrier.and_then(|name| people::surname::shown(&name)).map(|shown| shown.surname),
        number: board.number(&one.kept),
        matter: if matters.is_empty() { name.clone() } else { matters.join(&v.t("errands-list-comma")) },
        line: name,
        desk: one.kept.ticket.desk.or(only),
        ahead: board.ahead(&one.kept),
        booked: one.kept.booked_at.map(|at| {
            let when = v.when(&station.zone);
            format!("{} {} {}", when.date_in_full(one.kept.day), when.weekday(one.kept.day), when.time(at))
        }),
        about,
        bring: required.map(|p| says::name(v, &p.name).to_owned()).collect(),
        note: None,
        address: format!("{public_url}{}", station.path(&format!("/tickets/{id}"))),
        drawn_at: one.kept.drawn_at,
    })
}
