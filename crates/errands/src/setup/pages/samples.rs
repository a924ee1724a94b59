//! The group's pages with an invented hall, for the test that draws all pages and for people who look at them.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Refusal as _;
use kernel::view::View;

use super::{DeskForm, LineForm, desk, kiosk, line, list};
use crate::desk::pages::{Ctx, samples as frame};
use crate::rules::Name;
use crate::setup::rules::{Stays, What};
use crate::setup::store::Retired;

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<(&'static str, String)>, Fault> {
    let station = frame::station()?;
    let ctx = Ctx { v, station: &station };
    let (fine, mut problems) = (Problems::default(), Problems::default());
    problems.add("letter", "setup-letter-taken");
    let form = LineForm { letter: "A".into(), name_zh: "民政".into(), slug: "care".into(), ..LineForm::default() };
    let sign = DeskForm { note_zh: "一楼大厅".into(), lines: vec![1], ..DeskForm::default() };
    let lines = frame::the_lines();
    let named = |what, id, zh: &str| Retired { what, id, name: Name { zh: zh.into(), en: String::new() } };
    let all = [named(What::Line, 5, "就业"), named(What::Desk, 9, "二楼"), named(What::Official, 4, "张生福")];
    let no = Stays::Tickets(3).say(v);
    let page = |key: &str, body| frame::framed(ctx, v.t(key), body);
    Ok(vec![
        ("line-new", page("setup-new-line", line(ctx, None, &form, &problems))),
        ("line", page("setup-line", line(ctx, Some(1), &form, &fine))),
        ("desk-new", page("setup-new-desk", desk(ctx, None, (&sign, &lines), &fine))),
        ("desk", page("setup-desk", desk(ctx, Some(3), (&sign, &lines), &fine))),
        ("retired", page("setup-retired", list(ctx, (&all, "0"), Some(&no)))),
        ("kiosk", page("kiosk-desk", kiosk(ctx, Some(v.now()), None)?)),
        ("kiosk-none", page("kiosk-desk", kiosk(ctx, None, None)?)),
        (
            "kiosk-made",
            page("kiosk-desk", kiosk(ctx, Some(v.now()), Some("https://yizhan.example/s/sanhe/kiosk/open/s3cr3t"))?),
        ),
        ("kiosk-shut", crate::kiosk::shut(v, &station).into_string()),
        ("retired-none", page("setup-retired", list(ctx, (&[], "0"), None))),
    ])
}
