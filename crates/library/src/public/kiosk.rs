//! The machine in the hall: one scan is one act. What is lent comes back; what stands there is lent to the household whose card was
//! scanned. Which of the two a scan was is decided together with it, so that a scan that is sent twice does not undo itself.
use std::sync::Arc;

use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::{Not, Refusal, Said};
use kernel::view::View;
use people::PersonId;
use serde::{Deserialize, Serialize};
use stations::Station;

use crate::catalogue::answers;
use crate::catalogue::rules::{barcode, isbn};
use crate::lending::acts::{self as lending, Lending};
use crate::lending::answers::{CopyState, copy_state};
use crate::lending::rules::{Hand, NoLoan};
use crate::rules::{Copy, Stands};
use crate::{CopyId, TitleId};

/// What came from the scanner, and what the machine knew before.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Scan {
    pub code: String,
    /// The card that was scanned before.
    pub card: Option<String>,
    /// The barcode of the piece that waits for a card.
    pub wants: Option<String>,
    /// The barcode of the piece that was dealt with last.
    pub last: Option<String>,
    /// That piece is meant once more.
    pub again: bool,
}

/// What became of a scan. It names nobody: it is kept for two days, so that the same scan gets the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    Lent {
        copy: CopyId,
        title: TitleId,
        due_on: Date,
    },
    Back {
        copy: CopyId,
        title: TitleId,
        shelf: i32,
        days_late: i64,
        kept: bool,
    },
    /// It may go, and nobody has said to whom.
    AsksCard {
        copy: CopyId,
        title: TitleId,
    },
    /// A card, before anything else.
    Known,
    /// The same piece once more: the scanner has read twice, or somebody means it.
    Same {
        copy: CopyId,
        title: TitleId,
        lent: bool,
    },
}

/// Why nothing was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScan {
    /// No piece of this station has it, and no card that is good.
    Unknown,
    /// The number of the book, not of the piece.
    Isbn,
    /// A card that is good no more.
    Card,
    /// The piece is not one that goes out or comes back.
    NotHere {
        stands: Stands,
    },
    Rule(NoLoan),
}

impl Refusal for NoScan {
    fn code(&self) -> &'static str {
        match self {
            NoScan::Unknown => "no-such-barcode",
            NoScan::Isbn => "isbn-instead-of-barcode",
            NoScan::Card => "card-not-good",
            NoScan::NotHere { .. } => "not-here",
            NoScan::Rule(rule) => rule.code(),
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(match self {
            NoScan::Rule(rule) => return rule.say(v),
            NoScan::Unknown => "library-no-such-barcode",
            NoScan::Isbn => "library-isbn-instead",
            NoScan::Card => "library-card-not-good",
            NoScan::NotHere { .. } => "library-give-to-staff",
        }))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoScan::Rule(rule) => rule.status(),
            NoScan::Unknown | NoScan::Isbn | NoScan::Card => StatusCode::UNPROCESSABLE_ENTITY,
            NoScan::NotHere { .. } => StatusCode::CONFLICT,
        }
    }
}

/// Where the machine's page is.
pub fn kiosk_path(station: &Station) -> String {
    station.path("/kiosk/library")
}

/// Does what a scan means, once.
///
/// # Errors
/// Why nothing was done, or the database's.
pub async fn scan(house: &House, station: &Arc<Station>, scan: Scan, key: &str) -> Result<Done, Not<NoScan>> {
    // A card's code stands in it: who has the database and no key does not find out whose.
    let asked = house.keys.lookup("library-once", &serde_json::to_string(&scan).map_err(Fault::broken)?).to_vec();
    let once = (!key.is_empty()).then(|| Once::new(key, "kiosk", &asked));
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| only_once(c, at.id, once.as_ref(), now, |c| within(c, &h, &at, (&scan, now)));
    house.db.write(work).await
}

fn within(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (scan, now): (&Scan, Timestamp),
) -> Result<Done, Not<NoScan>> {
    let Some(copy) = piece(c, station, &scan.code)? else {
        return match people::scanned_card(c, house, &scan.code)? {
            Some(household) => waited(c, house, station, (scan, household.card.person, now)),
            None if isbn::read(&scan.code).is_ok() => Err(NoScan::Isbn.into()),
            None => Err(NoScan::Unknown.into()),
        };
    };
    let state = copy_state(c, station.id, &copy)?;
    let lent = matches!(state, CopyState::Lent { .. });
    if scan.last.as_ref() == Some(&copy.barcode) && !scan.again {
        return Ok(Done::Same { copy: copy.id, title: copy.title, lent });
    }
    match (state, holder(c, house, scan)?) {
        (CopyState::Lent { .. } | CopyState::NotHere(Stands::Missing), _) => back(c, house, station, (&copy, now)),
        (CopyState::NotHere(stands), _) => Err(NoScan::NotHere { stands }.into()),
        (CopyState::Free | CopyState::KeptForSomebody, Some(person)) => lend(c, house, station, (&copy, person, now)),
        (CopyState::Free | CopyState::KeptForSomebody, None) => Ok(Done::AsksCard { copy: copy.id, title: copy.title }),
    }
}

/// The piece that has this barcode; what is gone has none.
fn piece(c: &mut Conn, station: &Station, typed: &str) -> Result<Option<Copy>, Fault> {
    let Some(code) = barcode::read(typed) else { return Ok(None) };
    Ok(answers::copy_by_barcode(c, station.id, &code)?.filter(|copy| copy.stands != Stands::Gone))
}

/// Whose card was scanned before, if one was.
fn holder(c: &mut Conn, house: &House, scan: &Scan) -> Result<Option<PersonId>, Not<NoScan>> {
    let Some(card) = scan.card.as_deref() else { return Ok(None) };
    let household = people::scanned_card(c, house, card)?.ok_or(NoScan::Card)?;
    Ok(Some(household.card.person))
}

/// A card was scanned: for the piece that waits for one, or before anything else.
fn waited(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (scan, person, now): (&Scan, PersonId, Timestamp),
) -> Result<Done, Not<NoScan>> {
    let Some(wanted) = scan.wants.as_deref() else { return Ok(Done::Known) };
    let copy = piece(c, station, wanted)?.ok_or(NoScan::Unknown)?;
    lend(c, house, station, (&copy, person, now))
}

fn lend(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (copy, person, now): (&Copy, PersonId, Timestamp),
) -> Result<Done, Not<NoScan>> {
    let lending = Lending { copy: copy.id, person, despite: false };
    match lending::lend_within(c, house, station, lending, (Hand::Kiosk, now)) {
        Ok(out) => Ok(Done::Lent { copy: out.copy, title: out.title, due_on: out.due_on }),
        Err(Not::Refused(no)) => Err(NoScan::Rule(no).into()),
        Err(Not::Fault(fault)) => Err(fault.into()),
    }
}

fn back(c: &mut Conn, house: &House, station: &Station, (copy, now): (&Copy, Timestamp)) -> Result<Done, Not<NoScan>> {
    let back = lending::back_within(c, house, station, copy.id, (Hand::Kiosk, now))?;
    Ok(Done::Back {
        copy: back.copy,
        title: back.title,
        shelf: back.shelf,
        days_late: back.days_late,
        kept: back.kept_for_somebody,
    })
}
