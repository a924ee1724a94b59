//! Every page with invented people, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;
use kernel::form::Problems;
use kernel::refusal::Refusal as _;
use kernel::view::View;
use people::{PersonId, StaffId};

use super::{Shown, Tried};
use crate::answers::Receipt;
use crate::clubs::answers::{Is, Listed, Mine, Named, Seen};
use crate::clubs::forms::{ClubForm, LineForm, MemberForm};
use crate::clubs::reads::{Led, Page};
use crate::clubs::rules::{Entry, NoClub};
use crate::clubs::store::{Club, Hiding, Member, Notice};
use crate::games::rules::{Band, shown};
use crate::public::pages::Frame;
use crate::public::pages::samples::Room as Place;
use crate::rules::State;
use crate::series::answers::{Line, Look, Stands};
use crate::series::forms::{DateForm, SeriesForm};
use crate::series::rules::{Terms, Why};
use crate::series::store::{Holder, Series};
use crate::{ClubId, SeriesId};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some(place) = Place::new(v.now()) else { return vec![] };
    let f = Frame { v, station: &place.station };
    let Some(room) = Room::new(place.receipt(State::Confirmed), v.now()) else { return vec![] };
    let listed = [room.listed(true, 12), room.listed(false, 3)];
    let mine = [(Is::Leader, false), (Is::Member, true), (Is::Asks, false)];
    let mine = mine.map(|(is, is_heir)| Mine { listed: room.listed(true, 12), is, is_heir });
    let mut all = vec![
        ("list".to_owned(), super::list(f, &listed)),
        ("list-none".into(), super::list(f, &[])),
        ("home".into(), f.page("home").body(super::home(f, &listed).unwrap_or_default())),
        ("mine".into(), f.page("mine").body(super::mine(f, &mine))),
    ];
    for is in [Is::Nobody, Is::Asks, Is::Member, Is::Leader] {
        for (hidden, closed) in [(false, false), (true, false), (false, true)] {
            let page = room.page(is, hidden, closed);
            all.push((format!("club-{is:?}-{hidden}-{closed}"), super::club(f, &page, room.tried(None))));
        }
    }
    let said = NoClub::Leads.say(v);
    let refused = Some((&said, StatusCode::CONFLICT));
    all.push(("club-refused".into(), super::club(f, &room.page(Is::Leader, false, false), room.tried(refused))));
    let led = room.led();
    all.push(("people".into(), super::people(f, &led, refused)));
    all.push(("notices".into(), super::notices(f, &led, (&LineForm::default(), &room.fine), None)));
    all.push(("text".into(), super::text(f, &led, (&ClubForm::default(), &room.fine), None)));
    all.push(("found".into(), super::found(f, (&ClubForm::default(), &room.fine), true, None)));
    all.extend(meetings(f, &room, &led));
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

fn meetings(f: Frame<'_>, room: &Room, led: &Led) -> Vec<(String, kernel::page::HtmlPage)> {
    let (club, look) = (&led.seen.club, &led.seen.series[0]);
    let places = [(look.venue.clone(), look.offering.clone())];
    let today = f.when().today();
    let typed = SeriesForm::default().fresh(&look.offering.policy, today, true);
    let wanted = typed.read(today).ok();
    let shown = Shown {
        offering: &look.offering,
        form: &typed,
        problems: &room.fine,
        wanted: wanted.as_ref(),
        found: Some(Ok(&look.lines)),
        refused: None,
        once: "sample",
        staff: false,
    };
    let date = DateForm { at: "19:00".into(), minutes: "60".into(), ..DateForm::default() };
    vec![
        ("meetings".into(), super::meetings(f, led, &places, false)),
        ("meetings-none".into(), super::meetings(f, &room.led_without(), &[], true)),
        ("meeting-new".into(), super::form(f, club, &shown)),
        ("meeting-new-staff".into(), super::form(f, club, &Shown { staff: true, ..shown })),
        ("meeting".into(), super::one(f, (club, look), None, false)),
        ("meeting-date".into(), super::one_date(f, (club, look, today), (&date, &room.fine), (None, false))),
    ]
}

/// A club in an invented room, and who is in it.
struct Room {
    receipt: Receipt,
    id: Id,
    leader: PersonId,
    other: PersonId,
    now: Timestamp,
    fine: Problems,
    form: MemberForm,
}

impl Room {
    fn new(receipt: Receipt, now: Timestamp) -> Option<Room> {
        let id = |n: u8| format!("00000000-0000-7000-8000-0000000000{n:02}").parse::<Id>().ok();
        let (fine, form) = (Problems::default(), MemberForm::default());
        Some(Room { id: id(1)?, leader: PersonId(id(2)?), other: PersonId(id(3)?), receipt, now, fine, form })
    }

    fn club(&self, opens: bool) -> Club {
        Club {
            id: ClubId(self.id),
            name: "临帖小组".into(),
            about: "一起临帖，互相看看。新手也来。".into(),
            opens,
            leader: Some(self.leader),
            heir: Some(self.other),
            reason: String::new(),
            made_at: self.now,
            closed_at: None,
        }
    }

    fn listed(&self, opens: bool, members: usize) -> Listed {
        let next = opens.then(|| (self.receipt.reservation.span, self.receipt.offering.clone()));
        Listed { club: self.club(opens), members, asking: members / 4, hiding: None, next }
    }

    fn look(&self) -> Look {
        let (r, today) = (&self.receipt.reservation, self.now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date());
        let terms = Terms {
            rule: almanac::recur::Rule::new(almanac::recur::Scale::Gregorian, almanac::recur::Freq::Weekly),
            starts_on: today,
            ends_on: None,
            at_minute: 15 * 60,
            minutes: 60,
            group: 6,
            skips_holidays: true,
        };
        let kinds = [
            (Stands::Booked, None),
            (Stands::Skipped, Some(Why::Closed(None))),
            (Stands::Clash, Some(Why::Taken)),
            (Stands::Clash, Some(Why::GivenUp)),
            (Stands::Over(State::Cancelled), None),
            (Stands::NotKnown, None),
        ];
        let line = |(stands, why): (Stands, Option<Why>)| Line {
            on: today,
            span: Some(r.span),
            stands,
            why,
            receipt: (stands == Stands::Booked).then(|| self.receipt.clone()),
            instead: if stands == Stands::Clash { vec![r.span] } else { vec![] },
        };
        let series = Series {
            id: SeriesId(self.id),
            offering: r.offering,
            venue: r.venue,
            holder: Holder::Club(self.id),
            title: "临帖小组".into(),
            terms,
            self_made: true,
            source: crate::rules::Source::Series,
            split_from: None,
            known_until: None,
            look_at: None,
            made_at: self.now,
            changed_at: self.now,
            ended_at: None,
        };
        let (venue, offering) = (self.receipt.venue.clone(), self.receipt.offering.clone());
        Look { series, venue, offering, lines: kinds.into_iter().map(line).collect(), runs: true }
    }

    fn seen(&self, hidden: bool, closed: bool) -> Seen {
        let hiding = Hiding {
            id: self.id,
            reason: "像是广告".into(),
            asked_by: StaffId(self.id),
            asked_at: self.now,
            agreed_at: Some(self.now),
            appeal: "改好了".into(),
        };
        let mut club = self.club(false);
        if closed {
            club.closed_at = Some(self.now);
            club.reason = "组长搬走了".into();
        }
        let (leader, series) = (shown("马学兰女士"), vec![self.look()]);
        Seen { club, members: 12, asking: 2, leader, hiding: hidden.then_some(hiding), series }
    }

    fn member(&self, person: PersonId, entry: Entry, is_in: bool) -> Member {
        Member { id: self.id, person, name_sealed: None, entry, is_in, asked_at: self.now }
    }

    fn notice(&self, told: bool) -> Notice {
        let made_at = self.now - SignedDuration::from_hours(3);
        Notice {
            id: self.id, words: "周六改在二楼，请带毛毡。".into(), made_at, told_at: told.then_some(made_at)
        }
    }

    fn page(&self, is: Is, hidden: bool, closed: bool) -> Page {
        let viewer = match is {
            Is::Leader => Some(self.leader),
            Is::Nobody if closed => None,
            _ => Some(self.other),
        };
        let own = if is == Is::Nobody {
            vec![]
        } else {
            let child = self.member(self.other, Entry::Child(Band::Under13), false);
            vec![(self.member(self.other, Entry::Oneself, true), None), (child, Some("豆豆".to_owned()))]
        };
        let is_heir = viewer == Some(self.other) && is == Is::Member;
        Page {
            seen: self.seen(hidden, closed),
            viewer,
            is,
            is_heir,
            own,
            notices: vec![self.notice(true)],
            unnamed: true,
        }
    }

    fn led(&self) -> Led {
        let named = |person, entry, is_in, name: Option<&str>| Named {
            member: self.member(person, entry, is_in),
            name: name.map(str::to_owned),
        };
        let members = vec![
            named(self.leader, Entry::Oneself, true, Some("马女士")),
            named(self.other, Entry::Oneself, true, None),
            named(PersonId(self.id), Entry::Oneself, true, Some("罗大爷")),
            named(self.other, Entry::Child(Band::From13), false, Some("豆豆")),
        ];
        Led { seen: self.seen(false, false), members, notices: vec![self.notice(true), self.notice(false)] }
    }

    fn led_without(&self) -> Led {
        let seen = Seen { series: vec![], ..self.seen(false, false) };
        Led { seen, members: vec![], notices: vec![] }
    }

    fn tried<'a>(&'a self, refused: Option<(&'a kernel::refusal::Said, StatusCode)>) -> Tried<'a> {
        Tried { form: &self.form, problems: &self.fine, refused, once: "sample" }
    }
}
