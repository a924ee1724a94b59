//! What other slices add to a station's pages, handed in by the program that joins them.
use std::sync::Arc;

use kernel::BoxFuture;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use people::{PersonId, Role};

use crate::station::Station;

/// The parts of all slices: `Router::layer(Extension(parts))`.
#[derive(Clone, Default)]
pub struct Parts {
    pub home: Arc<[HomeSection]>,
    /// What stands above the sections for whoever is signed in.
    pub hints: Arc<[Hint]>,
    /// In the order in which they stand; the first that somebody may see is where their desk begins.
    pub tabs: Arc<[Tab]>,
    /// Other ways to find something among all stations, beside the search of the directory.
    pub ways: Arc<[Way]>,
    /// What there is to read about the stations of an area together.
    pub of_areas: Arc<[OfArea]>,
    /// What else there is to read about a station.
    pub leaves: Arc<[Leaf]>,
}

impl Parts {
    pub fn new(home: Vec<HomeSection>, tabs: Vec<Tab>) -> Parts {
        Parts { home: home.into(), tabs: tabs.into(), ..Parts::default() }
    }

    pub fn with_hints(self, hints: Vec<Hint>) -> Parts {
        Parts { hints: hints.into(), ..self }
    }

    pub fn with_ways(self, ways: Vec<Way>) -> Parts {
        Parts { ways: ways.into(), ..self }
    }

    pub fn with_areas(self, of_areas: Vec<OfArea>) -> Parts {
        Parts { of_areas: of_areas.into(), ..self }
    }

    pub fn with_leaves(self, leaves: Vec<Leaf>) -> Parts {
        Parts { leaves: leaves.into(), ..self }
    }
}

/// A line on a station's home page for somebody who is signed in; nothing when nothing waits for them.
pub type Hint = fn(House, View, Arc<Station>, PersonId) -> Rendered;

/// What becomes of a section.
pub type Rendered = BoxFuture<'static, Result<Option<Markup>, Fault>>;

/// A section of a station's home page.
#[derive(Clone, Copy)]
pub struct HomeSection {
    /// What it is called in logs.
    pub key: &'static str,
    /// Its place at an hour of the day (0 to 23) in the station: the smaller, the higher.
    pub order: fn(hour: i8) -> i32,
    /// What it shows; nothing when there is nothing to say.
    pub render: fn(House, View, Arc<Station>) -> Rendered,
    /// What stands in its place when others fill the page.
    pub way: Short,
}

/// A section as one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Short {
    /// The key of its text.
    pub key: &'static str,
    /// Below `/s/{slug}`: where whoever comes for it begins.
    pub path: &'static str,
}

/// Something that is on today, as a screen says it: 今晚 19:30, 象棋 缺 1 人.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnToday {
    pub when: String,
    pub what: String,
}

/// What a slice knows of it, the next thing first.
pub type WhatIsOn = fn(House, View, Arc<Station>) -> BoxFuture<'static, Result<Vec<OnToday>, Fault>>;

/// What belongs together at the desk. The bar names the groups; the pages of the one that somebody is in stand below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Who is here and who comes today.
    Today,
    /// What is booked and asked for.
    Bookings,
    /// What is on.
    Activities,
    /// What there is to book, and when.
    Rooms,
    /// The station and who works there.
    Station,
}

impl Group {
    /// In the order in which they stand.
    pub const ALL: [Group; 5] = [Group::Today, Group::Bookings, Group::Activities, Group::Rooms, Group::Station];

    /// The key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Group::Today => "stations-group-today",
            Group::Bookings => "stations-group-bookings",
            Group::Activities => "stations-group-activities",
            Group::Rooms => "stations-group-rooms",
            Group::Station => "stations-group-station",
        }
    }
}

/// A link on the pages of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The key of its text.
    pub key: &'static str,
    pub href: &'static str,
}

/// A page about a province, city or county, to which the directory leads where a station stands.
#[derive(Debug, Clone, Copy)]
pub struct OfArea {
    /// The key of its text.
    pub key: &'static str,
    /// Its address, by the area's code of 2, 4 or 6 digits.
    pub href: fn(i64) -> String,
}

/// A page of another slice that the page about a station leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leaf {
    /// The keys of its text and of the note below.
    pub key: &'static str,
    pub note: &'static str,
    pub icon: &'static str,
    /// Below `/s/{slug}`.
    pub path: &'static str,
}

/// A page of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    /// Which tab it is, and the key of its text: `venues-tab-today`.
    pub key: &'static str,
    /// Below `/s/{slug}/desk`: `/today`.
    pub path: &'static str,
    /// Who sees it: a clerk's tabs are seen by managers too.
    pub role: Role,
    pub group: Group,
}

/// The tabs of this slice: household cards, what the station is, who shares it, who works there.
pub const TABS: [Tab; 4] = [
    Tab { key: "stations-tab-cards", path: "/cards", role: Role::Clerk, group: Group::Today },
    Tab { key: "stations-tab-station", path: "/station", role: Role::Manager, group: Group::Station },
    Tab { key: "stations-tab-owners", path: "/owners", role: Role::Manager, group: Group::Station },
    Tab { key: "stations-tab-team", path: "/team", role: Role::Manager, group: Group::Station },
];
