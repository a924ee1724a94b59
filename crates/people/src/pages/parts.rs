//! What the crates above give to the pages here, which know neither stations nor reservations.
use std::sync::Arc;

use kernel::BoxFuture;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::Place;
use kernel::view::View;
use maud::Markup;

use crate::forms::Onward;
use crate::holding::Holdings;
use crate::ids::{PersonId, StaffId};

/// A part of a page on its way; `None` when there is nothing to show.
pub type Drawn = BoxFuture<'static, Result<Option<Markup>, Fault>>;

/// A part of the page "my things" that a slice draws: what somebody has booked, borrowed, claimed.
#[derive(Clone, Copy)]
pub struct MineSection {
    /// Smaller stands higher.
    pub order: i32,
    pub render: fn(House, View, PersonId) -> Drawn,
}

/// A household's card that somebody shows to their own phone: whoever has it may do what it is good for.
#[derive(Debug, Clone)]
pub struct CardShown {
    pub code: String,
    pub person: PersonId,
    /// That issued it.
    pub station: StationId,
}

/// A part of the page of a card that a slice draws. Nobody's name stands on it: whoever finds a card opens it too.
pub type CardSection = fn(House, View, CardShown) -> Drawn;

/// What is known of the station for which somebody signs in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The query's `station`, if it is a number.
    pub station: Option<StationId>,
    /// Where they are going; a path of our own, perhaps `/s/{slug}/…`.
    pub then: String,
}

/// Which station somebody signs in for, and its name and phone for the page. `StationId(0)` is the deployment itself.
pub type PlaceOf = fn(House, View, Wanted) -> BoxFuture<'static, Result<(StationId, Option<Place>), Fault>>;

/// The path where a member of staff begins the day.
pub type DeskOf = fn(House, StaffId) -> BoxFuture<'static, Result<String, Fault>>;

/// What [`crate::routes`] is given by the crates above. The default knows no station.
#[derive(Clone)]
pub struct Parts {
    pub mine: Vec<MineSection>,
    pub card: Vec<CardSection>,
    pub place: PlaceOf,
    pub desk: DeskOf,
    /// What each slice holds about residents.
    pub holdings: Holdings,
}

impl Default for Parts {
    fn default() -> Parts {
        Parts {
            mine: vec![],
            card: vec![],
            place: |_, _, _| Box::pin(async { Ok((StationId(0), None)) }),
            desk: |_, _| Box::pin(async { Ok("/".to_owned()) }),
            holdings: Holdings::from([]),
        }
    }
}

impl Parts {
    /// The station that somebody signs in for, or does something of their own.
    pub async fn place_of(
        &self,
        house: &House,
        v: &View,
        onward: &Onward,
    ) -> Result<(StationId, Option<Place>), Fault> {
        let station = onward.station.parse().ok().map(StationId);
        let wanted = Wanted { station, then: onward.then_or("/").to_owned() };
        (self.place)(house.clone(), v.clone(), wanted).await
    }
}

/// The same, shared by the requests.
pub type SharedParts = Arc<Parts>;
