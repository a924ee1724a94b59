//! Every page with invented groups, for the test that draws all pages and for people who look at them.
use axum::http::StatusCode;
use jiff::{SignedDuration, Span, Timestamp};
use kernel::db::types::Id;
use kernel::form::Problems;
use kernel::page::HtmlPage;
use kernel::refusal::Refusal as _;
use kernel::view::View;
use maud::Markup;
use stations::Owner;

use super::{Apply, Shown};
use crate::desk::pages::Ctx;
use crate::public::pages::{Frame, sample_station};
use crate::rules::Name;
use crate::seasons::answers::{Look, Made};
use crate::seasons::desk::new;
use crate::seasons::desk::pages::{self, Typed};
use crate::seasons::forms::{ApplyForm, ChangeForm, RoundForm};
use crate::seasons::rules::{
    Applicant, Application, Change, Kind, NoSeason, Seed, Slot, Stands, Terms, Weights, allocate, awarded,
};
use crate::seasons::store::{Filed, Given, Round};
use crate::series::rules::Why;
use crate::store::Catalogue;
use crate::{ApplicationId, RoundId, SeriesId};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(String, String)> {
    let Some((station, sample)) = sample_station(v.now()).zip(Sample::new(v.now())) else { return vec![] };
    let f = Frame { v, station: &station };
    let open = sample.look(Stands::Open);
    let mine = open.filed.first().cloned();
    let Some(filed) = mine.clone() else { return vec![] };
    let mut all = vec![
        ("list-none".to_owned(), super::list(f, &[])),
        ("list".into(), super::list(f, &[open.round.clone(), sample.look(Stands::Confirmed).round])),
        ("home".into(), f.page("home").body(super::home(f, std::slice::from_ref(&open.round)).unwrap_or_default())),
        ("mine".into(), f.page("mine").body(super::mine(f, &[(sample.look(Stands::Allocated), filed)]))),
    ];
    let said = NoSeason::Closed { since: v.now() }.say(v);
    for stands in [Stands::Open, Stands::Locked, Stands::Allocated, Stands::Confirmed, Stands::CalledOff] {
        for (name, mine) in [("ours", mine.as_ref()), ("theirs", None)] {
            let refused = (stands == Stands::Locked && mine.is_some()).then_some((&said, StatusCode::CONFLICT));
            let shown = Shown { mine, sent: mine.is_some() && refused.is_none(), refused };
            all.push((format!("round-{}-{name}", stands.name()), super::round(f, &sample.look(stands), shown)));
        }
    }
    let mut wrong = Problems::default();
    wrong.add("name", "seasons-form-name");
    wrong.add("wishes", "seasons-form-wishes");
    let fine = Problems::default();
    for (name, problems) in [("apply", &fine), ("apply-wrong", &wrong)] {
        let form = ApplyForm { kind: "elderly".into(), size: "20".into(), ..ApplyForm::default() };
        let page = Apply { round: &open.round, form: &form, problems, refused: None, once: "sample" };
        all.push((name.into(), super::apply(f, page)));
    }
    all.extend(desk(f, &sample));
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

/// What the desk sees, without the desk around it.
fn desk(f: Frame<'_>, sample: &Sample) -> Vec<(String, HtmlPage)> {
    let ctx = Ctx { v: f.v, station: f.station, manager: true };
    let (apply, change, fine) = (ApplyForm::default(), ChangeForm::default(), Problems::default());
    let typed = Typed { apply: &apply, change: &change, reason: "", problems: &fine, once: "sample" };
    let owner = Owner { id: 1, name_zh: "新时代文明实践所".into(), name_en: String::new() };
    let page = |name: String, body: Markup| (name, f.page("desk").body(body));
    let mut all = vec![
        page("desk-list".into(), pages::list(ctx, &[sample.look(Stands::Open).round])),
        page("desk-list-none".into(), pages::list(ctx, &[])),
        page("desk-new".into(), new::form(ctx, &Catalogue::default(), (&RoundForm::fresh(), &fine), "sample")),
    ];
    for stands in [Stands::Open, Stands::Locked, Stands::Allocated, Stands::Confirmed, Stands::CalledOff] {
        let body = pages::round(ctx, (&sample.look(stands), std::slice::from_ref(&owner)), typed);
        all.push(page(format!("desk-{}", stands.name()), body));
    }
    all
}

/// An invented round.
struct Sample {
    id: Id,
    terms: Terms,
    seed: Seed,
    applications: Vec<Application>,
    now: Timestamp,
}

impl Sample {
    fn new(now: Timestamp) -> Option<Sample> {
        let id = |n: u8| format!("00000000-0000-7000-8000-0000000000{n:02}").parse::<Id>().ok();
        let slot = |number: i32, from_minute: i32, weekday: i32| Slot {
            number,
            offering: "hall".into(),
            name: Name { zh: "小礼堂".into(), en: "Hall".into() },
            weekday,
            from_minute,
            minutes: 90,
            places: 1,
            smallest: 1,
            largest: 40,
        };
        let today = now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        let day = |n: i32| today.saturating_add(Span::new().days(n));
        let weights =
            Weights { youth: 20, elderly: 20, beginners: 20, other: 10, office: 10, fit: 20, continuity: 10, turn: 20 };
        let terms = Terms {
            title: "秋季场地".into(),
            starts_on: day(20),
            ends_on: day(110),
            apply_until: now + SignedDuration::from_hours(48),
            limit: 2,
            weights,
            slots: vec![slot(1, 18 * 60, 1), slot(2, 19 * 60 + 30, 1), slot(3, 19 * 60, 3)],
        };
        let group = |id: Id, name: &str, kind: Kind, size: i32, wishes: &[i32]| Application {
            id,
            applicant: Applicant::Group { name: name.to_owned() },
            kind,
            size,
            wants: 2,
            wishes: wishes.to_vec(),
            before: None,
            held: vec![],
            got_first: false,
        };
        let applications = vec![
            group(id(1)?, "三合太极队", Kind::Elderly, 30, &[2, 1]),
            group(id(2)?, "河湟少年舞团", Kind::Youth, 30, &[2, 3]),
            Application {
                applicant: Applicant::Office { number: 1, name: "新时代文明实践所".into() },
                ..group(id(3)?, "", Kind::Office, 12, &[2])
            },
        ];
        Some(Sample { id: id(9)?, terms, seed: Seed::of(&"07".repeat(32))?, applications, now })
    }

    fn look(&self, stands: Stands) -> Look {
        let result = stands.has_result();
        let allocation = result.then(|| allocate(&self.terms, &self.applications, &self.seed));
        let change = |a: &Application| Change {
            application: a.id,
            slot: 1,
            gives: !allocation.as_ref().is_some_and(|all| all.awards.iter().any(|w| w.slot == 1)),
            reason: "地面要修两周".into(),
            at: self.now,
        };
        let changes: Vec<Change> = self.applications.first().filter(|_| result).map(change).into_iter().collect();
        let awards = allocation.as_ref().map(|all| awarded(all, &changes)).unwrap_or_default();
        let holiday = Why::Holiday(Name { zh: "国庆节".into(), en: "National Day".into() });
        let made = |(n, a): (usize, &crate::seasons::rules::Awarded)| Made {
            given: Given {
                application: ApplicationId(a.application),
                slot: a.slot,
                series: (n > 0).then_some(SeriesId(self.id)),
                problem: (n == 0).then(|| "slot-taken".to_owned()),
            },
            booked: 12,
            without: vec![(self.terms.starts_on, holiday.clone()), (self.terms.ends_on, Why::Taken)],
            clashes: 1,
        };
        let given = awards.iter().enumerate().filter(|_| stands == Stands::Confirmed).map(made).collect();
        let round = Round {
            id: RoundId(self.id),
            terms: self.terms.clone(),
            commitment: self.seed.commitment(),
            seed_sealed: vec![],
            seed: result.then(|| self.seed.text().to_owned()),
            previous: None,
            locked: None,
            allocation,
            confirmed_at: (stands == Stands::Confirmed).then_some(self.now),
            called_off_at: (stands == Stands::CalledOff).then_some(self.now),
            reason: "礼堂要大修".into(),
        };
        let filed = |a: &Application| Filed { id: ApplicationId(a.id), person: None, application: a.clone() };
        let filed = self.applications.iter().map(filed).collect();
        Look { round, stands, previous: None, filed, changes, awards, given }
    }
}
