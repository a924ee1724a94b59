//! Every page with an invented township, for the test that renders all pages and for people who look at them.
use std::sync::Arc;

use almanac::holidays::Calendar;
use almanac::hours::Hours;
use jiff::tz::TimeZone;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::view::View;
use maud::html;
use people::{Role, StaffAt, StaffId};

use super::edit::{Edit, Preview};
use super::{about, directory, edit, home, owners, poster};
use crate::desk::AtDesk;
use crate::directory::{Found, Step};
use crate::forms::{OwnerForm, StationForm};
use crate::opening::{days, door};
use crate::parts::{OfArea, Short, Way};
use crate::rules::division::{Area, Division};
use crate::said::wall;
use crate::station::{Owner, Station};
use crate::{cards, team};

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    // Its zone and its hours are good; without them there is nothing to show.
    let Ok(station) = sample_station() else { return vec![] };
    [public(v, &station), of_the_directory(v, &station), of_the_desk(v, &station)].concat()
}

/// The station of the invented township, for the samples of other slices too.
///
/// # Errors
/// There are no time zones.
pub fn sample_station() -> Result<Station, Fault> {
    let hours = Hours::parse("Mo-Fr 08:00-22:00; Sa,Su 09:00-18:00; PH off").map_err(Fault::broken)?;
    Ok(Station {
        id: StationId(63_020_310_201),
        slug: "sanhe".into(),
        name_zh: "三合镇共享驿站".into(),
        name_en: "Sanhe Shared Station".into(),
        division: division(),
        address: "三合镇政府院内".into(),
        phone: Some("0972-000 0000".into()),
        lat: Some(36.42),
        lon: Some(102.03),
        zone: TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: Arc::new(hours),
    })
}

fn division() -> Division {
    let [name, county, city, province] = ["三合镇", "平安区", "海东市", "青海省"].map(str::to_owned);
    Division { code: 630_203_102, name, county, city, province }
}

fn owned() -> Vec<Owner> {
    let owner = |id, zh: &str, en: &str| Owner { id, name_zh: zh.into(), name_en: en.into() };
    vec![owner(1, "党群活动中心", "Community Centre"), owner(2, "人大代表联络室", "")]
}

fn public(v: &View, station: &Station) -> Vec<(&'static str, String)> {
    let (at, calendar) = (wall(v.now(), &station.zone), Calendar::prc());
    let week = days(&station.hours, calendar, at.date(), 7);
    let door = door(&station.hours, calendar, at);
    let Some(today) = week.first().cloned() else { return vec![] };
    let shown = home::Home {
        station,
        door,
        at,
        today,
        sections: vec![html! { p { "…" } }],
        others: vec![Short { key: "stations-about", path: "/about" }],
    };
    let mut pages = vec![
        ("stations-home", home::page(v, &shown)),
        ("stations-about", about::page(v, &about::About { station, door, week: &week, owners: &owned(), leaves: &[] })),
    ];
    pages.extend(poster::page(v, station, "https://yizhan.example/s/sanhe").map(|page| ("stations-poster", page)));
    pages.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

fn of_the_directory(v: &View, station: &Station) -> Vec<(&'static str, String)> {
    let area = |code, name: &str, townships, stations| Area { code, name: name.into(), townships, stations };
    let (qinghai, haidong, pingan) =
        (area(63, "青海省", 404, 1), area(6302, "海东市", 95, 1), area(630_203, "平安区", 9, 1));
    let country = Step::Country(vec![area(11, "北京市", 349, 0), qinghai.clone()], vec![station.clone()]);
    let province = Step::Province(qinghai.clone(), vec![(haidong.clone(), vec![pingan.clone()])]);
    let townships = vec![
        (division(), vec![station.clone()]),
        (Division { code: 630_203_200, name: "洪水泉乡".into(), ..division() }, vec![]),
    ];
    let county = Step::County { county: pingan.clone(), city: haidong, province: qinghai, townships };
    let found = Found { areas: vec![pingan], divisions: vec![division()], more: true };
    let ways = [Way { key: "stations-country", href: "/directory" }];
    let of_areas = [OfArea { key: "stations-about", href: |code| format!("/directory?in={code}") }];
    [
        ("stations-country", directory::step(v, &country, (&ways, &of_areas))),
        ("stations-province", directory::step(v, &province, (&ways, &of_areas))),
        ("stations-county", directory::step(v, &county, (&ways, &of_areas))),
        ("stations-found", directory::found(v, "三合", &found, std::slice::from_ref(station), &ways)),
        ("stations-nothing-found", directory::found(v, "三河", &Found::default(), &[], &ways)),
    ]
    .map(|(name, page)| (name, page.into_string()))
    .into()
}

fn of_the_desk(v: &View, station: &Station) -> Vec<(&'static str, String)> {
    let Ok(nobody) = "00000000-0000-7000-8000-000000000000".parse::<StaffId>() else { return vec![] };
    let staff = StaffAt { id: nobody, name: "祁海燕".into(), role: Role::Manager, owner: None };
    let desk = AtDesk::sample(station.clone(), staff);
    let form = StationForm { once: "sample".into(), ..StationForm::of(station) };
    let (at, calendar) = (wall(v.now(), &station.zone), Calendar::prc());
    let (door, week) = (door(&station.hours, calendar, at), days(&station.hours, calendar, at.date(), 8));
    let means = Preview::Means { door, week, when: v.when(&station.zone) };
    let broken = StationForm { hours: "8-18".into(), name_zh: String::new(), ..form.clone() };
    let problems = broken.read().err().unwrap_or_default();
    let wrong = Preview::Wrong(problems.of(v, "hours").unwrap_or_default());
    let fine = Problems::default();
    let owner = OwnerForm { once: "sample".into(), ..OwnerForm::default() };
    let all = owned();
    let list = owners::Owners { desk: &desk, owners: &all, form: &owner, problems: &fine, saved: true };
    [
        (
            "stations-edit",
            edit::page(v, &Edit { desk: &desk, form: &form, problems: &fine, preview: &means, saved: true }),
        ),
        (
            "stations-edit-wrong",
            edit::page(v, &Edit { desk: &desk, form: &broken, problems: &problems, preview: &wrong, saved: false }),
        ),
        ("stations-owners", owners::list(v, &list)),
        ("stations-owner", owners::one(v, &list, &all[0])),
    ]
    .map(|(name, page)| (name, page.into_string()))
    .into_iter()
    .chain(cards::samples(v, &desk))
    .chain(team::samples(v, &desk))
    .collect()
}
