//! What the API says about clubs. Strangers read no name but the leader's surname.
use kernel::api::Wrong;
use kernel::db::types::Id;
use kernel::refusal::Not;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::clubs::answers::{Is, Listed, Named, as_told};
use crate::clubs::reads::Page;
use crate::clubs::rules::{Entry, NoClub, shown_count};
use crate::clubs::says::{self, club_path};
use crate::clubs::store::Club;
use crate::games::rules::Band;
use crate::public::api::series_shapes::DateShape;
use crate::public::api::shapes::SpanShape;
use crate::{ClubId, SeriesId};

/// A club in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubEntry)]
pub struct ListedShape {
    #[schema(value_type = String, format = Uuid)]
    id: ClubId,
    name: String,
    about: String,
    /// Whether whoever asks is in; otherwise the leader decides.
    opens: bool,
    /// How many are in, from ten on.
    members: Option<usize>,
    /// When it meets next.
    next: Option<SpanShape>,
    page: String,
}

impl ListedShape {
    pub fn of(l: &Listed, station: &Station) -> ListedShape {
        ListedShape {
            id: l.club.id,
            name: l.club.name.clone(),
            about: l.club.about.clone(),
            opens: l.club.opens,
            members: shown_count(l.members),
            next: l.next.as_ref().map(|(span, _)| SpanShape::of(span, &station.zone)),
            page: club_path(station, l.club.id),
        }
    }
}

/// One date of a club's meetings.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubMeeting)]
pub struct MeetingShape {
    #[schema(value_type = String, format = Uuid)]
    series: SeriesId,
    offering: String,
    date: DateShape,
}

/// What the members were told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubNotice)]
pub struct NoticeShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: Id,
    pub words: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: jiff::Timestamp,
    /// Whether the messages are on their way; at night they wait for the morning.
    pub told: bool,
}

/// A club, as far as whoever asks may know it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Club)]
pub struct ClubShape {
    #[schema(value_type = String, format = Uuid)]
    id: ClubId,
    /// Of a club whose words are hidden only its leader reads them.
    name: String,
    about: Option<String>,
    opens: bool,
    closed: bool,
    /// What you are to it.
    you: Is,
    /// Whether you are asked to lead it.
    asked_to_lead: bool,
    /// The leader, by surname; null while it waits for one.
    leader: Option<String>,
    /// How many are in, from ten on.
    members: Option<usize>,
    /// Your own entries: yourself and your children.
    entries: Vec<EntryShape>,
    /// The dates to come.
    meetings: Vec<MeetingShape>,
    /// Of the last month; for members.
    notices: Vec<NoticeShape>,
    page: String,
    calendar: String,
}

/// Yourself or a child of yours in a club.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubOwnEntry)]
pub struct EntryShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    /// What a child is called.
    child: Option<String>,
    /// Otherwise the leader has not answered yet.
    is_in: bool,
}

impl ClubShape {
    pub fn of(v: &View, station: &Station, p: &Page) -> ClubShape {
        let (seen, club) = (&p.seen, &p.seen.club);
        let hidden = seen.is_hidden() && p.is != Is::Leader;
        let page = club_path(station, club.id);
        let meetings = seen.coming(v.now()).into_iter().map(|(look, line)| MeetingShape {
            series: look.series.id,
            offering: look.offering.slug.clone(),
            date: DateShape::of(&as_told(line), v, &station.zone),
        });
        let entry = |(m, child): &(crate::clubs::store::Member, Option<String>)| EntryShape {
            id: m.id,
            child: child.clone(),
            is_in: m.is_in,
        };
        ClubShape {
            id: club.id,
            name: says::name(v, club, hidden),
            about: (!hidden).then(|| club.about.clone()),
            opens: club.opens,
            closed: club.closed_at.is_some(),
            you: p.is,
            asked_to_lead: p.is_heir,
            leader: club.leader.is_some().then(|| says::leader(v, seen)),
            members: shown_count(seen.members),
            entries: p.own.iter().map(entry).collect(),
            meetings: meetings.collect(),
            notices: p.notices.iter().map(NoticeShape::of).collect(),
            calendar: format!("{page}/calendar.ics"),
            page,
        }
    }
}

impl NoticeShape {
    pub fn of(n: &crate::clubs::store::Notice) -> NoticeShape {
        NoticeShape { id: n.id, words: n.words.clone(), at: n.made_at, told: n.told_at.is_some() }
    }
}

/// A member by the name to call: for the leader and for staff.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClubMember)]
pub struct MemberShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    /// Null: they never said.
    name: Option<String>,
    /// The age band of a child.
    band: Option<Band>,
    /// Otherwise they ask.
    is_in: bool,
    leads: bool,
}

impl MemberShape {
    pub fn of(club: &Club, named: &Named) -> MemberShape {
        let m = &named.member;
        let band = match m.entry {
            Entry::Oneself => None,
            Entry::Child(band) => Some(band),
        };
        let leads = club.leader == Some(m.person) && !m.is_child();
        MemberShape { id: m.id, name: named.name.clone(), band, is_in: m.is_in, leads }
    }
}

/// A refusal or a fault, said in the station's time.
pub fn refused(v: &View, station: &Station, not: Not<NoClub>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, &station.zone, refusal))
}
