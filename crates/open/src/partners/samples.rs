//! The page with invented partners, for the test that draws all pages and for people who look at them.
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page;
use kernel::view::View;

use super::pages::{Partners, partners};
use crate::PartnerId;
use crate::answers::Partner;

/// Each page with its name.
///
/// # Errors
/// A station that cannot be invented.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let one = |n: u128, name: &str, (days, over): (i64, bool)| Partner {
        id: PartnerId(Id(uuid::Uuid::from_u128(n))),
        name: name.into(),
        key_end: format!("q{n}7x"),
        made_at: v.now() - SignedDuration::from_hours(24 * days),
        withdrawn_at: over.then(|| v.now()),
    };
    let all = [
        one(1, "平安区12345热线", (3, false)),
        one(2, "三合镇数字乡村平台", (40, false)),
        one(3, "旧版小程序", (300, true)),
    ];
    let (none, mut wrong) = (Problems::default(), Problems::default());
    wrong.add("name", "open-desk-empty");
    let drawn = |all: &[Partner], problems: &Problems, (withdrawn, issued): (bool, Option<&str>)| {
        let (public_url, once) = ("https://yizhan.example.cn", "0");
        let page = Partners { v, station: &station, public_url, all, once, name: "", problems, withdrawn, issued };
        Page::new(v, v.t("open-tab")).place(station.place(v)).body(partners(&page)).into_string()
    };
    Ok(vec![
        ("open-partners".into(), drawn(&all, &none, (false, None))),
        ("open-partners-none".into(), drawn(&[], &none, (false, None))),
        ("open-partners-issued".into(), drawn(&all, &none, (false, Some("k7wq2m4nsp5x3d6yfa7hq2m4nsp5q17x")))),
        ("open-partners-withdrawn".into(), drawn(&all, &none, (true, None))),
        ("open-partners-wrong".into(), drawn(&[], &wrong, (false, None))),
    ])
}
