//! The desk's pages with invented notices.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page as Shell;
use kernel::view::View;
use maud::Markup;
use stations::Station;

use super::{Form, SectionPage, WholePage, form, list, one_section, sections, version, whole};
use crate::answers::Page;
use crate::at_desk::{Desk, InWork, ToTakeDown, Whole};
use crate::desk::forms::{NoticeForm, SectionForm};
use crate::frame::Frame;
use crate::public::invented::{a_down, listed, names, pictures, staff, version as a_version};
use crate::rules::{Ended, Notice, Stands, Work, usual};

/// A notice as it stands, with three versions, the last of which may be a correction.
fn a_whole(v: &View, (stands, work): (Stands, Work), down: Option<Ended>, alone: bool) -> Whole {
    let one = listed(v, 2);
    let what = if stands == Stands::NotYet { "" } else { "开放时间改为周二至周日" };
    let mut versions =
        vec![a_version(2, 3, (v.now(), what)), a_version(2, 2, (v.now(), "")), a_version(2, 1, (v.now(), ""))];
    versions[0].shown_at = None;
    versions[0].shown_by = None;
    versions[1].alone = alone;
    Whole {
        notice: Notice { stands, work, version: 3, ..one.notice },
        last: versions[0].clone(),
        pictures: pictures(),
        section: one.section,
        versions,
        downs: down.map(|ended| a_down(v, ended)).into_iter().collect(),
        names: names(),
        alone,
    }
}

fn shell(v: &View, station: &Station, body: Markup) -> String {
    Shell::new(v, v.t("bulletin-tab")).place(station.place(v)).body(body).into_string()
}

type Sample = (String, String);

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([lists(f), forms(f), wholes(f), others(f)].concat())
}

fn named(f: Frame<'_>, name: &str, body: Markup) -> Sample {
    (format!("notices-desk-{name}"), shell(f.v, f.station, body))
}

fn lists(f: Frame<'_>) -> Vec<Sample> {
    let v = f.v;
    let in_work = |n: u128, work| {
        let one = listed(v, n);
        let notice = Notice { stands: Stands::NotYet, work, ..one.notice };
        InWork { notice, version: one.version, writer: Some("祁海燕".into()) }
    };
    let busy = Desk {
        asked: vec![in_work(1, Work::Asked), in_work(2, Work::Asked)],
        downs: vec![ToTakeDown { id: listed(v, 3).notice.id, title: "旧通知".into(), down: a_down(v, Ended::Open) }],
        drafts: vec![in_work(4, Work::Draft)],
        public: Page { all: (5..9).map(|n| listed(v, n)).collect(), more: true },
    };
    vec![
        named(f, "list", list(f, &busy, (staff(1), true, true))),
        named(f, "list-other", list(f, &busy, (staff(2), false, false))),
        named(f, "list-none", list(f, &Desk::default(), (staff(1), false, false))),
    ]
}

fn forms(f: Frame<'_>) -> Vec<Sample> {
    let (fine, sections, shots) = (Problems::default(), usual(), pictures());
    let fresh = NoticeForm::fresh("sample".into(), &sections);
    let wrong = fresh.new_notice().checked(&sections).err().unwrap_or_default();
    let last = a_version(2, 3, (f.v.now(), ""));
    let filled = NoticeForm::filled("sample".into(), &last, &sections[2], true);
    let drawn = |name, typed: &NoticeForm, problems: &Problems, pictures, corrects| {
        let page = Form { action: "/x", form: typed, problems, sections: &sections, pictures, corrects };
        named(f, name, form(f, &page))
    };
    vec![
        drawn("new", &fresh, &fine, &[], false),
        drawn("new-wrong", &fresh, &wrong, &[], false),
        drawn("correct", &filled, &fine, &shots, true),
    ]
}

fn wholes(f: Frame<'_>) -> Vec<Sample> {
    let stands = [
        ("draft", (Stands::NotYet, Work::Draft), None, false),
        ("asked", (Stands::NotYet, Work::Asked), None, false),
        ("alone", (Stands::NotYet, Work::Asked), None, true),
        ("public", (Stands::Public, Work::None), Some(Ended::KeptUp), true),
        ("correction", (Stands::Public, Work::Asked), None, false),
        ("down-asked", (Stands::Public, Work::None), Some(Ended::Open), false),
        ("down", (Stands::Down, Work::None), Some(Ended::Down), false),
    ];
    let (mut all, problems) = (vec![], Problems::default());
    for (name, stands, down, alone) in stands {
        let w = a_whole(f.v, stands, down, alone);
        for (who, me) in [("writer", staff(1)), ("other", staff(2))] {
            let page = WholePage {
                whole: &w,
                me,
                manager: true,
                problems: &problems,
                typed_alt: "",
                typed_why: "",
                once: "sample",
                done: false,
            };
            all.push(named(f, &format!("{name}-{who}"), whole(f, &page)));
        }
    }
    all
}

fn others(f: Frame<'_>) -> Vec<Sample> {
    let (fine, all, shots) = (Problems::default(), usual(), pictures());
    let last = a_version(2, 3, (f.v.now(), ""));
    let typed = SectionForm::of(&all[0]);
    let page = SectionPage { form: &typed, problems: &fine, once: "sample", done: true };
    vec![
        named(f, "version", version(f, listed(f.v, 2).notice.id, &last, &shots)),
        named(f, "sections", sections(f, &all, &page)),
        named(f, "section", one_section(f, &all[0], &page)),
    ]
}
