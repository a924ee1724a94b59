//! Whoever relies on an official: where they are, whom their leaving hits, whom a clerk tells by voice.
use jiff::SignedDuration;
use kernel::chance::Chance;
use kernel::form::Problems;
use stations::Division;

use super::{Sample, booked, shell, the_matters, the_officials, waits};
use crate::acts::{Case, Hit};
use crate::desk::pages::presence::{self, PresenceForm};
use crate::desk::pages::{Ctx, leaving, to_tell};
use crate::desk::relied::{Answers, HitSeen, Promised, ToTell};
use crate::desk::seen::Waits;
use crate::promises::{self, Promise, PromiseId};
use crate::reach::{About, Reached};
use crate::rules::{Number, Presence, State};
use crate::village_days::rules::Ask;
use crate::village_days::{Meeting, VillageDayId, Whose};

pub(super) fn pages(ctx: Ctx<'_>) -> Vec<Sample> {
    let (all, problems) = (the_officials(ctx), Problems::default());
    let form = PresenceForm { once: "0".into(), on: ctx.when().today().to_string(), ..PresenceForm::default() };
    let [county, city, province] = ["平安区", "海东市", "青海省"].map(str::to_owned);
    let village = Division { code: 630_203_102_200, name: "骆驼堡村".into(), county, city, province };
    let villages = [village];
    let promised = [promised(ctx, 9), promised(ctx, 11)];
    let week = [booked(ctx, 3, 20), booked(ctx, 4, 24 * 60)];
    let page = |is, done| {
        let page = presence::Page {
            all: &all,
            of: all.first(),
            myself: true,
            is,
            villages: &villages,
            week: &week,
            form: &form,
            problems: &problems,
            done,
            promised: &promised,
        };
        shell(ctx, "presence-title", presence::body(ctx, &page))
    };
    let hits = [hit(ctx, 9, true), hit(ctx, 11, false)];
    let leaving = leaving::body(ctx, &leaving::Page { of: &all[0], form: &form, hits: &hits });
    let to_tell = to_tell::body(ctx, &people_to_tell(ctx), "0");
    vec![
        ("leaving", shell(ctx, "presence-title", leaving)),
        ("to-tell", shell(ctx, "calls-title", to_tell)),
        ("to-tell-nobody", shell(ctx, "calls-title", to_tell::body(ctx, &[], "0"))),
        ("presence", page(None, None)),
        ("presence-field", page(Some(Presence::Field), None)),
        ("presence-told", page(None, all.get(1).map(|o| (o, (3, 1))))),
    ]
}

fn promise(ctx: Ctx<'_>, w: &Waits) -> Promise {
    Promise {
        id: PromiseId(w.kept.id.0),
        about: About::Ticket(w.kept.id),
        kind: promises::Kind::Return,
        official: Some(1),
        due_at: ctx.v.now() + SignedDuration::from_mins(90),
        made_at: ctx.v.now(),
        ended: None,
        next: None,
        reached: Reached::Page,
    }
}

fn promised(ctx: Ctx<'_>, number: i32) -> Promised {
    let w = waits(ctx, number, State::Held, 55);
    Promised { promise: promise(ctx, &w), waits: Some(w) }
}

fn hit(ctx: Ctx<'_>, number: i32, told: bool) -> HitSeen {
    let w = waits(ctx, number, State::Held, 55);
    let back = Some(ctx.v.now() + SignedDuration::from_mins(150));
    let case = Case { stand_in: Some(2), back, drop_off: true, village_day: told, waits_on: told };
    let promises = if told { vec![promise(ctx, &w)] } else { vec![] };
    let hit =
        Hit { kept: w.kept.clone(), matters: the_matters(), promises, case, meeting: told.then(|| meeting(ctx, &w)) };
    HitSeen { waits: w, hit, stand_in: Some("马学兰".into()), goes: told.then(|| "祁海燕".into()) }
}

fn meeting(ctx: Ctx<'_>, w: &Waits) -> Meeting {
    let from = ctx.v.now() + SignedDuration::from_hours(46);
    Meeting {
        day: VillageDayId(kernel::house::new_id(ctx.v.now(), &Chance::seeded(2))),
        official: 1,
        from,
        until: from + SignedDuration::from_hours(3),
        village: "祁新庄村".into(),
        ticket: w.kept.id,
        ask: Ask { village: 990_000_001_201, matter: 1, at_home: false },
        version: 1,
        whose: Whose::default(),
        offer: None,
    }
}

fn people_to_tell(ctx: Ctx<'_>) -> Vec<ToTell> {
    let now = ctx.v.now();
    let one = |number: Option<i32>, name: Option<&str>, phone: Option<&str>| ToTell {
        id: kernel::house::new_id(now, &Chance::seeded(1)),
        number: number.map(|number| Number { letter: 'A', number }),
        name: name.map(str::to_owned),
        phone: phone.and_then(|p| p.parse().ok()),
        text: "祁海燕要到 16:00 才回来。号给您留着，顺序不变，16:00 以后来就行。".into(),
        since: now - SignedDuration::from_mins(20),
        until: phone.is_none().then(|| now + SignedDuration::from_mins(90)),
        answers: None,
    };
    let all = vec![("要来".to_owned(), "accept"), ("不来".to_owned(), "give-back")];
    let asked = ToTell {
        text: "亲子阅读有名额了，给您留到 16:00。来不来？".into(),
        answers: Some(Answers { at: "/desk/signups/1/answer".into(), all }),
        ..one(None, Some("李奶奶"), None)
    };
    let told = [one(None, None, Some("13800000000")), one(Some(12), Some("马占福"), None), one(Some(13), None, None)];
    told.into_iter().chain([asked]).collect()
}
