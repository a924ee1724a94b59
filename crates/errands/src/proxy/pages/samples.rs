//! Every page with invented people, for the test that draws all pages and for people who look at them.
use jiff::ToSpan as _;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Said;
use kernel::view::View;

use super::{Agreeing, Mine};
use crate::desk::pages::Ctx;
use crate::desk::pages::samples::{shell, station};
use crate::proxy::ConsentId;
use crate::proxy::answers::Seen;
use crate::proxy::forms::ConsentForm;
use crate::proxy::rules::{How, Kind, State};
use crate::proxy::store::Kept;
use crate::public::pages::Frame;
use crate::rules::{Draft, Matter, Name, Ways};

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = station()?;
    let (f, ctx) = (Frame { v, station: &station }, Ctx { v, station: &station });
    let fine = Problems::default();
    let mut wrong = Problems::default();
    wrong.add("proxy", "people-name-empty");
    wrong.add("until", "proxy-form-until");
    let (form, matters) = (ConsentForm { once: "0".into(), ..ConsentForm::default() }, [matter()]);
    let mine = |problems| super::new(f, &Mine { matters: &matters, form: &form, problems }).into_string();
    let agree =
        |problems| shell(ctx, "draw-title", super::agree(ctx, &Agreeing { matters: &matters, form: &form, problems }));
    let all: Vec<Seen> = (1..).zip(Kind::ALL).map(|(n, kind)| seen(v, n, kind, State::Holds)).collect();
    let said = Said::only(v.t("proxy-no-longer-withdrawn"));
    let list = |all: &[Seen], kept, said| shell(ctx, "draw-title", super::list(ctx, all, (kept, said, "0")));
    let mut pages = vec![
        ("proxy-new".to_owned(), mine(&fine)),
        ("proxy-new-wrong".into(), mine(&wrong)),
        ("proxy-mine".into(), f.page("mine").body(super::mine(v, &station, &all)).into_string()),
        ("desk-proxies".into(), list(&all, true, None)),
        ("desk-proxies-none".into(), list(&[], false, None)),
        ("desk-proxies-refused".into(), list(&all, false, Some(&said))),
        ("desk-proxy-new".into(), agree(&fine)),
        ("desk-proxy-new-wrong".into(), agree(&wrong)),
    ];
    for state in [State::Holds, State::Withdrawn, State::Over] {
        let page = super::own(f, &seen(v, 1, Kind::Family, state)).into_string();
        pages.push((format!("proxy-{}", state.name()), page));
    }
    Ok(pages)
}

fn matter() -> Matter {
    let draft = Draft {
        slug: "old-age-allowance".into(),
        name: Name { zh: "高龄补贴".into(), en: "Old-age allowance".into() },
        words: vec![],
        line: 1,
        official: Some(1),
        stand_in: None,
        minutes: 12,
        ways: Ways { drop_off: true, proxy: true, home: false, village: true },
        note: Name::default(),
        papers: vec![],
    };
    Matter { id: 1, version: 1, draft }
}

fn seen(v: &View, n: i32, kind: Kind, state: State) -> Seen {
    let today = v.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let kept = Kept {
        id: ConsentId(Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default())),
        matter: 1,
        person: None,
        name_sealed: None,
        proxy_sealed: None,
        kind,
        how: How::ALL[usize::try_from(n).unwrap_or(0) % How::ALL.len()],
        until: today.saturating_add(30.days()),
        made_at: v.now(),
        made_by: None,
        withdrawn_at: None,
    };
    let name = (n != 3).then(|| "罗大爷".to_owned());
    let phone = (n == 1).then(|| "13800000001".parse().ok()).flatten();
    Seen { kept, state, matter: Some(matter()), name, phone, proxy: Some("王秀兰".into()) }
}
