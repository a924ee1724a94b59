//! What waits, what is being written, what everybody reads.
use kernel::page::{Button, Row, Tone, actions, empty, notice, pill, rows, section};
use maud::{Markup, html};
use people::StaffId;

use crate::at_desk::{Desk, InWork, ToTakeDown};
use crate::frame::{Frame, desk_path};
use crate::says;

pub fn list(f: Frame<'_>, desk: &Desk, (me, manager, done): (StaffId, bool, bool)) -> Markup {
    let v = f.v;
    html! {
        @if done { (notice(Tone::Ok, &v.t("bulletin-desk-kept"), html! {})) }
        (actions(html! { (Button::new(v.t("bulletin-desk-write")).icon("writing").href(f.station.path("/desk/notices/new"))) }))
        @if !desk.asked.is_empty() {
            (section("h-asked", &v.t("bulletin-desk-asked"), None, rows(desk.asked.iter().map(|one| asked(f, one, me)))))
        }
        @if !desk.downs.is_empty() {
            (section("h-downs", &v.t("bulletin-desk-downs"), None, rows(desk.downs.iter().map(|one| down(f, one)))))
        }
        @if !desk.drafts.is_empty() {
            (section("h-drafts", &v.t("bulletin-desk-drafts"), None, rows(desk.drafts.iter().map(|one| draft(f, one)))))
        }
        (section("h-public", &v.t("bulletin-desk-public"), None, public(f, desk)))
        @if manager { p class="sec" { (pill(&v.t("bulletin-desk-sections"), &f.station.path("/desk/notices/sections"))) } }
    }
}

fn by(f: Frame<'_>, one: &InWork) -> String {
    let at = says::at(&f.when(), one.version.at);
    match &one.writer {
        Some(name) => f.v.ta("bulletin-desk-by", &[("name", name.as_str().into()), ("at", at.into())]),
        None => at,
    }
}

fn asked(f: Frame<'_>, one: &InWork, me: StaffId) -> Row {
    let row = Row::new(&one.version.draft.title).icon("eye").note(&by(f, one));
    let path = desk_path(f.station, one.notice.id);
    // Whoever wrote it waits for somebody else.
    if one.notice.writer == me {
        return row.note(&f.v.t("bulletin-desk-waits")).leads_to(path);
    }
    row.link(path, &f.v.t("bulletin-desk-look"), true)
}

fn down(f: Frame<'_>, one: &ToTakeDown) -> Row {
    Row::new(&one.title).icon("eye-off").note(&one.down.why).leads_to(desk_path(f.station, one.id))
}

fn draft(f: Frame<'_>, one: &InWork) -> Row {
    Row::new(&one.version.draft.title).icon("pencil").note(&by(f, one)).leads_to(desk_path(f.station, one.notice.id))
}

fn public(f: Frame<'_>, desk: &Desk) -> Markup {
    let v = f.v;
    if desk.public.all.is_empty() {
        return empty("speakerphone", &v.t("bulletin-desk-none"), None);
    }
    let row = |one: &crate::answers::Listed| {
        let note = format!("{} · {}", says::on(&f.when(), one.published_at()), says::section(v, &one.section));
        Row::new(&one.version.draft.title)
            .icon("speakerphone")
            .note(&note)
            .leads_to(desk_path(f.station, one.notice.id))
    };
    html! {
        (rows(desk.public.all.iter().map(row)))
        @if let Some(last) = desk.public.all.last().filter(|_| desk.public.more) {
            @let more = f.station.path(&format!("/desk/notices?before={}", last.notice.id));
            (actions(html! { (Button::new(v.t("bulletin-more")).secondary().icon("chevron-down").href(more)) }))
        }
    }
}
