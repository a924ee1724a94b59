//! 门牌, a tablet beside an office door: who works here, whether they are in, and who helps in the meantime.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, status};
use maud::{Markup, html};

use super::{Frame, parts};
use crate::hall::assets::url;
use crate::rules::Shown;
use crate::says::shown;

/// How often a browser without our script asks again, in seconds.
const REFRESH: u32 = 30;

/// Who helps while the official is away.
pub struct StandIn {
    pub name: String,
    /// 1 号窗, 二楼 203
    pub whereabouts: String,
    pub shown: Shown,
}

pub struct Door {
    pub lunar: Option<String>,
    pub name: String,
    /// 民政办 · 高龄补贴、救助
    pub does: String,
    pub shown: Shown,
    pub stand_in: Option<StandIn>,
    /// What one should know: 交材料可以放在 1 号窗
    pub note: Option<String>,
    /// The official's page, where a phone sees the same and draws a number.
    pub address: String,
}

/// `news` and `seen` as for [`super::screen::page`].
pub fn page(f: Frame<'_>, d: &Door, news: String, seen: i64) -> Result<HtmlPage, Fault> {
    let v = f.v;
    let (kind, words) = shown(v, &f.when(), &d.shown);
    let code = stations::qr_picture(&d.address, &v.t("hall-door-qr"))?;
    let page = f.screen(d.name.clone(), "screen.css").hero(parts::head(f, d.lunar.as_deref(), html! {}));
    Ok(page.follow(news, seen).refresh(REFRESH).script(url("hall.js")).body(html! {
        section class="door" {
            p class="does" { (d.does) }
            h2 { (d.name) }
            p class="is" role="status" { (status(kind, &words)) }
            @if let Some(note) = &d.note { p class="tell" { (note) } }
        }
        div class="help" {
            @if !d.shown.is_in() && let Some(other) = &d.stand_in { (stand_in(f, other)) }
            div class="scan" { (code) p { (v.t("hall-door-scan")) } }
        }
    }))
}

fn stand_in(f: Frame<'_>, other: &StandIn) -> Markup {
    let (kind, words) = shown(f.v, &f.when(), &other.shown);
    html! {
        div class="other" {
            h3 { (f.v.t("hall-stand-in")) }
            p class="whom" { (other.name) }
            p { (other.whereabouts) }
            // The place says it already when they are in: only what differs is added.
            @if !other.shown.is_in() { (status(kind, &words)) }
        }
    }
}
