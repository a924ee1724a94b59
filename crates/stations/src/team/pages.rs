//! Who works here.
use kernel::page::{Button, HtmlPage, Row, Tone, actions, notice, rows, section};
use kernel::view::View;
use maud::html;
use people::{Role, SecondFactors};

use super::Member;
use crate::desk::{AtDesk, DeskPage};

const TAB: &str = "stations-tab-team";
pub const TEAM: &str = "/desk/team";

pub fn team(v: &View, desk: &AtDesk, members: &[Member], saved: bool) -> HtmlPage {
    let body = html! {
        @if saved { (notice(Tone::Ok, &v.t("stations-team-reset-done"), html! {})) }
        (section("team", &v.t("stations-team"), None, rows(members.iter().map(|m| row(v, desk, m)))))
        (actions(html! { (Button::new(v.t("stations-team-own")).secondary().icon("key").href("/staff/me")) }))
        p class="note" { (v.t("stations-team-note")) }
    };
    DeskPage::new(v, desk, TAB, v.t("stations-team")).body(body)
}

fn row(v: &View, desk: &AtDesk, member: &Member) -> Row {
    let role = if member.staff.role == Role::Manager { "stations-team-manager" } else { "stations-team-clerk" };
    let has = match (member.has.totp, member.has.passkeys) {
        (false, 0) => "stations-team-password-only",
        (true, 0) => "stations-team-app",
        (false, _) => "stations-team-passkey",
        (true, _) => "stations-team-both",
    };
    let row = Row::new(&member.staff.name).person(&member.staff.name).note(&v.t(role)).note(&v.t(has));
    let set_up = member.has.totp || member.has.passkeys > 0;
    match member.staff.role == Role::Clerk && set_up {
        true => row.end(html! {
            form method="post" action=(desk.station.path(&format!("{TEAM}/{}/factors-reset", member.staff.id))) {
                (Button::new(v.t("stations-team-reset")).small(false)
                    .about(v.ta("stations-team-reset-of", &[("name", member.staff.name.as_str().into())])))
            }
        }),
        false => row,
    }
}

/// Every page with invented people.
pub fn samples(v: &View, desk: &AtDesk) -> Vec<(&'static str, String)> {
    let nothing = SecondFactors { totp: false, passkeys: 0, codes: 0 };
    let manager = Member { staff: desk.staff.clone(), has: SecondFactors { totp: true, passkeys: 1, codes: 9 } };
    let staff = people::StaffAt { name: "李建国".into(), role: Role::Clerk, ..desk.staff.clone() };
    let clerk = Member { staff: staff.clone(), has: SecondFactors { totp: true, ..nothing } };
    let new = Member { staff, has: nothing };
    vec![("stations-team", team(v, desk, &[manager, clerk, new], true).into_string())]
}
