//! 小票 of 80 or 58 mm, black on white: what a printer for receipts makes, at 203 dots to the inch.
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;

use super::{Frame, parts};
use crate::hall::assets::url;
use crate::rules::{DeskId, Number};

/// How wide the paper is. Printers leave some millimetres at both sides white: 72 of 80 and 48 of 58 mm are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    Mm80,
    Mm58,
}

impl Roll {
    pub fn class(self) -> &'static str {
        match self {
            Roll::Mm80 => "chit w80",
            Roll::Mm58 => "chit w58",
        }
    }
}

pub struct Slip {
    pub number: Number,
    /// 民政窗口
    pub line: String,
    /// 高龄补贴
    pub matter: String,
    /// Where, when it is known already.
    pub desk: Option<DeskId>,
    /// Who comes for somebody else, by surname.
    pub carried_by: Option<String>,
    pub ahead: usize,
    /// 6月25日 周四 09:30: an appointment, which nobody waits in front of.
    pub booked: Option<String>,
    /// When they may be called, if that can be said: from, until.
    pub about: Option<(Timestamp, Timestamp)>,
    /// 身份证, 户口本
    pub bring: Vec<String>,
    /// 休息室右手第一间，有热水
    pub note: Option<String>,
    /// Where a phone follows it.
    pub address: String,
    pub drawn_at: Timestamp,
}

pub fn page(f: Frame<'_>, roll: Roll, s: &Slip) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let drawn = format!("{} {}", when.date_in_full(when.date(s.drawn_at)), when.time(s.drawn_at));
    let code = stations::qr_picture(&s.address, &v.t("hall-slip-qr"))?;
    let body = html! {
        div class=(roll.class()) {
            h1 { (f.place.name) }
            p class="num" { (parts::number(s.number)) }
            p class="what" { (s.matter) }
            p class="ln" { (s.line) @if let Some(n) = s.desk { " · " (parts::desk(v, n)) } }
            @if let Some(name) = &s.carried_by { p { (v.ta("hall-carried", &[("name", name.as_str().into())])) } }
            @match &s.booked {
                Some(at) => p class="ahead" { (v.ta("booked-slip", &[("at", at.as_str().into())])) },
                None => p class="ahead" { (v.ta("hall-ahead", &[("n", s.ahead.into())])) },
            }
            @if let Some((from, until)) = s.about {
                p { (v.ta("hall-about", &[("times", when.times(from, until).into())])) }
            }
            @if !s.bring.is_empty() || s.note.is_some() { hr; }
            @if !s.bring.is_empty() {
                h2 { (v.t("hall-bring")) }
                ul { @for paper in &s.bring { li { (paper) } } }
            }
            @if let Some(note) = &s.note { p { (note) } }
            hr;
            div class="scan" { (code) (parts::scan(v)) }
            p class="sm" {
                span { (v.ta("hall-drawn", &[("at", drawn.into())])) } " "
                span { (v.t(if s.booked.is_some() { "booked-slip-come" } else { "hall-drawn-valid" })) }
            }
            @if let Some(phone) = &f.place.phone { p class="sm" { (v.t("hall-phone")) " " b { (phone) } } }
        }
    };
    let page = Page::new(v, s.number.to_string()).place(f.place.clone()).print().sheet_at(url("slip.css"));
    Ok(page.body(body))
}
