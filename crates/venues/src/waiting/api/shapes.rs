//! What the API says about waiting and offers.
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use crate::WaitId;
use crate::desk::api::bodies::AgendaEntry;
use crate::desk::seen::{Guest, Seen};
use crate::offers::{InLine, Offer, WaitState};
use crate::public::api::shapes::{ReservationShape, whole};
use crate::public::forms::written;
use crate::public::reserve::offer_path;
use crate::waiting::forms::WaitForm;
use crate::waiting::pages::wait_page_path;

/// Somebody's place in line.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Wait)]
pub struct WaitShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: WaitId,
    pub offering: String,
    /// Any start from here …
    #[schema(format = DateTime)]
    pub from: String,
    /// … to here would do.
    #[schema(format = DateTime)]
    pub last: String,
    pub minutes: i32,
    pub group: i32,
    pub state: WaitState,
    /// How many who asked before could take the same.
    pub ahead: usize,
    /// What is kept for them, while they can answer.
    pub offer: Option<OfferShape>,
    /// The page of it.
    pub page: String,
}

impl WaitShape {
    pub fn of(w: &InLine, station: &Station) -> WaitShape {
        let zone = &station.zone;
        WaitShape {
            id: w.wait.id,
            offering: w.offering.slug.clone(),
            from: written(w.wait.earliest, zone),
            last: written(w.wait.latest, zone),
            minutes: w.wait.minutes,
            group: w.wait.group,
            state: w.state,
            ahead: w.ahead,
            offer: w.offer.as_ref().map(|o| OfferShape::of(o, station)),
            page: wait_page_path(station, w.wait.id),
        }
    }
}

/// What is kept for somebody until they answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Offer)]
pub struct OfferShape {
    pub reservation: ReservationShape,
    /// Until when one may answer.
    #[schema(format = DateTime)]
    pub until: String,
    /// Whether it can still be answered.
    pub open: bool,
    /// Whether a yes only asks a manager.
    pub asks: bool,
    /// Whether it stands in for a reservation that a closure took.
    pub instead: bool,
    /// The page of it.
    pub page: String,
}

impl OfferShape {
    pub fn of(o: &Offer, station: &Station) -> OfferShape {
        OfferShape {
            reservation: ReservationShape::of(&o.receipt, station),
            until: written(o.kept.until_at, &station.zone),
            open: o.is_open(),
            asks: o.kept.asks,
            instead: o.kept.instead_of.is_some(),
            page: offer_path(station, o.receipt.reservation.id),
        }
    }
}

/// What to wait for. What is left out, the offering decides.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewWait)]
#[serde(deny_unknown_fields)]
pub struct NewWaitShape {
    /// The slug of the offering.
    #[schema(example = "table-tennis")]
    pub offering: String,
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, example = "2026-06-24T20:00:00+08:00")]
    pub from: String,
    /// The last start that would do, on the same day; without it, only `from`.
    #[schema(format = DateTime, example = "2026-06-24T21:00:00+08:00")]
    pub last: Option<String>,
    /// Without it, the usual length.
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    #[serde(default, deserialize_with = "whole")]
    pub minutes: Option<i32>,
    /// How many people; without it, the smallest group.
    #[schema(minimum = 1, maximum = 1000, example = 2)]
    #[serde(default, deserialize_with = "whole")]
    pub group: Option<i32>,
}

impl From<NewWaitShape> for WaitForm {
    fn from(new: NewWaitShape) -> WaitForm {
        let typed = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
        WaitForm {
            offering: new.offering,
            from: new.from,
            last: new.last.unwrap_or_default(),
            minutes: typed(new.minutes),
            group: typed(new.group),
            ..WaitForm::default()
        }
    }
}

/// The same for somebody who has called: a name is enough, a phone number is enough.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewWaitForSomebody)]
#[serde(deny_unknown_fields)]
pub struct NewWaitAtDesk {
    #[schema(example = "table-tennis")]
    pub offering: String,
    #[schema(format = DateTime, example = "2026-06-24T20:00:00+08:00")]
    pub from: String,
    #[schema(format = DateTime, example = "2026-06-24T21:00:00+08:00")]
    pub last: Option<String>,
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    #[serde(default, deserialize_with = "whole")]
    pub minutes: Option<i32>,
    #[schema(minimum = 1, maximum = 1000, example = 2)]
    #[serde(default, deserialize_with = "whole")]
    pub group: Option<i32>,
    #[schema(max_length = 40)]
    pub name: Option<String>,
    #[schema(max_length = 40)]
    pub phone: Option<String>,
}

impl From<NewWaitAtDesk> for WaitForm {
    fn from(new: NewWaitAtDesk) -> WaitForm {
        let NewWaitAtDesk { offering, from, last, minutes, group, name, phone } = new;
        let wait = WaitForm::from(NewWaitShape { offering, from, last, minutes, group });
        WaitForm { name: name.unwrap_or_default(), phone: phone.unwrap_or_default(), ..wait }
    }
}

/// A place in line with whose it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WaitOfSomebody)]
pub struct WaitOfSomebody {
    #[serde(flatten)]
    wait: WaitShape,
    /// What they are called, if anybody said.
    name: Option<String>,
    /// The number, masked.
    #[schema(example = "138****5521")]
    phone: Option<String>,
}

impl WaitOfSomebody {
    pub fn of((w, guest): &(InLine, Guest), station: &Station) -> WaitOfSomebody {
        WaitOfSomebody {
            wait: WaitShape::of(w, station),
            name: guest.name.clone(),
            phone: guest.phone.as_ref().map(ToString::to_string),
        }
    }
}

/// A reservation that a closure took, and what was offered for it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Displaced)]
pub struct DisplacedShape {
    lost: AgendaEntry,
    /// None if nothing suitable was found.
    offer: Option<OfferShape>,
}

impl DisplacedShape {
    pub fn of((lost, offer): &(Seen, Option<Offer>), station: &Station) -> DisplacedShape {
        DisplacedShape {
            lost: AgendaEntry::of(lost, station),
            offer: offer.as_ref().map(|o| OfferShape::of(o, station)),
        }
    }
}
