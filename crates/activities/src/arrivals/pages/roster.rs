//! The list on paper.
use kernel::fault::Fault;
use kernel::page::{HtmlPage, Page};
use maud::html;

use crate::arrivals::answers::Door;
use crate::arrivals::assets;
use crate::frame::Frame;
use crate::signups::says;

/// Lines for whoever comes without having signed up.
const BLANK: usize = 5;

/// The roster, A4: a box and a code for each who has a place. The code at its head hangs at the door.
pub fn roster(f: Frame<'_>, d: &Door, public_url: &str) -> Result<HtmlPage, Fault> {
    let (v, when) = (f.v, f.when());
    let id = d.known.occurrence.id;
    let here = format!("{public_url}{}", f.station.path(&format!("/occurrences/{id}/here")));
    let code = stations::qr_picture(&here, &v.t("arrival-roster-door"))?;
    let heads = ["tick", "who", "people", "digits", "code"].map(|key| v.t(&format!("arrival-roster-{key}")));
    let mut lines = vec![];
    for guest in &d.guests {
        let address = format!("{public_url}{}", f.station.path(&format!("/desk/signups/{}/arrival", guest.signup.id)));
        let name = says::who(v, guest);
        let qr = stations::qr_picture(&address, &name)?;
        lines.push(html! { tr {
            td { @if guest.signup.came > 0 { "✓" } @else { "□" } }
            td { b { (name) } }
            td { (guest.signup.seats) }
            td { @if let Some(phone) = &guest.phone { (says::last_four(phone)) } }
            td { (qr) }
        } });
    }
    let made = format!("{} {}", when.date_in_full(when.today()), when.time(when.now));
    let body = html! {
        header class="dayhead" {
            div {
                h1 { (d.known.title()) }
                p { b { (says::whole_day(&when, &d.known)) } " " (d.known.place()) }
                p class="small" { (v.ta("arrival-roster-made", &[("at", made.into()), ("n", d.expected().into())])) }
                p class="small" { (v.t("arrival-roster-how")) }
            }
            (code)
        }
        table class="roster" {
            thead { tr { @for head in &heads { th scope="col" { (head) } } } }
            tbody {
                @for line in lines { (line) }
                @for _ in 0..BLANK { tr class="blank" { td { "□" } td {} td {} td {} td {} } }
            }
        }
        p class="screen-only" { (v.t("arrival-roster-print")) }
    };
    let title = format!("{} {}", v.t("arrival-roster"), d.known.title());
    Ok(Page::new(v, title).place(f.station.place(v)).print().sheet_at(assets::sheet()).body(body))
}
