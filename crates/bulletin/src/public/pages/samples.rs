//! Every page with invented notices, for the test that draws all pages and for people who look at them.
use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::view::View;
use maud::html;
use people::StaffId;

use super::{List, Shown, down, home, list, notice, poster};
use crate::answers::{Correction, Listed, Page, Picture, Public};
use crate::frame::Frame;
use crate::rules::{Down, Draft, Ended, Notice, Shot, Stands, Version, Work, usual};
use crate::{NoticeId, PhotoId};

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

/// Somebody who works there.
pub fn staff(n: u128) -> StaffId {
    StaffId(id(900 + n))
}

pub fn names() -> BTreeMap<StaffId, String> {
    [(staff(1), "祁海燕".to_owned()), (staff(2), "李建国".to_owned())].into()
}

fn draft(n: u128) -> Draft {
    let (title, body, section) = match n % 3 {
        0 => {
            ("书屋周末开到晚上九点", "从这个周六起，**书屋**开到晚上九点。\n\n- 靠窗的长桌可以写作业\n- 热水自己打", 1)
        }
        1 => (
            "高龄补贴下月起在 3 号窗口办",
            "## 带什么\n\n1. 身份证\n2. 银行卡\n\n不方便来的，打[电话](tel:09728610000)。",
            2,
        ),
        _ => (
            "亲子阅读来了二十三个孩子",
            "上周六的亲子阅读，来了二十三个孩子。\n\n> 下次还来。\n\n| 年龄 | 人数 |\n| --- | --- |\n| 4–6 岁 | 9 |\n| 7–12 岁 | 14 |",
            3,
        ),
    };
    let english = n.is_multiple_of(3);
    Draft {
        section,
        title: title.into(),
        body: body.into(),
        title_en: if english { "The reading room stays open until nine".into() } else { String::new() },
        body_en: if english { "From this Saturday on, until nine at night.".into() } else { String::new() },
        source: if n % 3 == 1 { "镇民政办".into() } else { String::new() },
    }
}

/// A version that was written so many hours ago.
pub fn version(n: u128, nr: i32, (at, what): (Timestamp, &str)) -> Version {
    let shots = vec![Shot { photo: PhotoId(id(50)), alt: "孩子们围着长桌读书".into() }];
    Version {
        nr,
        draft: draft(n),
        what: what.into(),
        shots: if n % 3 == 2 { shots } else { vec![] },
        by: staff(1),
        at,
        shown_at: Some(at),
        shown_by: Some(staff(2)),
        alone: false,
    }
}

pub fn pictures() -> Vec<Picture> {
    vec![Picture { id: PhotoId(id(50)), alt: "孩子们围着长桌读书".into(), width: 1600, height: 1200 }]
}

/// A notice of so many hours ago.
pub fn listed(v: &View, n: u128) -> Listed {
    let at = v.now() - SignedDuration::from_hours(i64::try_from(n).unwrap_or(1) * 20);
    let version = version(n, 1, (at, ""));
    let notice = Notice {
        id: NoticeId(id(n)),
        section: version.draft.section,
        stands: Stands::Public,
        work: Work::None,
        version: 1,
        shown: Some(1),
        editor: staff(1),
        writer: staff(1),
        made_at: at,
        published_at: Some(at),
        changed_at: Some(at),
    };
    let sections = usual();
    let section = sections[usize::try_from(n % 3).unwrap_or(0)].clone();
    Listed { notice, version, section }
}

pub fn a_down(v: &View, ended: Ended) -> Down {
    let over = ended != Ended::Open;
    Down {
        nr: 1,
        why: "照片里的人不愿意公开".into(),
        asked_by: staff(1),
        asked_at: v.now(),
        ended,
        ended_by: over.then(|| staff(2)),
        ended_at: over.then(|| v.now()),
    }
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let sections = usual();
    let all: Vec<Listed> = (1..=10).map(|n| listed(v, n)).collect();
    let (ten, none) = (Page { all: all.clone(), more: true }, Page::default());
    let drawn = |page: &Page, section: Option<usize>, typed: &str, later| {
        let section = section.map(|n| &sections[n]);
        list(f, &List { sections: &sections, section, typed, page, later }).into_string()
    };
    let shown = |n: usize, correction: bool, related: usize| {
        let at = v.now() - SignedDuration::from_mins(30);
        let corrections = vec![Correction { at, what: "开放时间改为周二至周日".into() }];
        let one = all[n].clone();
        let public = Public {
            pictures: if one.version.shots.is_empty() { vec![] } else { pictures() },
            listed: one,
            editor: Some("祁海燕".into()),
            corrections: if correction { corrections } else { vec![] },
            related: all.iter().skip(4).take(related).cloned().collect(),
        };
        notice(f, &Shown { public: &public, moods: html! {}, public_url: "https://example.org" }).into_string()
    };
    let public =
        Public { pictures: vec![], listed: all[0].clone(), editor: None, corrections: vec![], related: vec![] };
    let paper = poster(f, &public, "https://example.org/s/sanhe/notices/1")?;
    let at_home = home(f, &all[..3]).map(|body| f.shell("home").body(body).into_string());
    let pages = [
        ("notices-list", drawn(&ten, None, "", false)),
        ("notices-list-section", drawn(&ten, Some(1), "", true)),
        ("notices-list-found", drawn(&ten, None, "补贴", false)),
        ("notices-list-not-found", drawn(&none, None, "补贴", false)),
        ("notices-list-end", drawn(&none, None, "", true)),
        ("notices-list-none", drawn(&none, None, "", false)),
        ("notices-one", shown(0, false, 3)),
        ("notices-one-corrected", shown(1, true, 0)),
        ("notices-one-english", shown(2, false, 1)),
        ("notices-down", down(f, &a_down(v, Ended::Down)).into_string()),
        ("notices-poster", paper.into_string()),
        ("notices-home", at_home.unwrap_or_default()),
    ];
    Ok(pages.into_iter().map(|(name, page)| (name.to_owned(), page)).collect())
}
