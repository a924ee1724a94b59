//! Every page with invented people, for the test that renders all pages and for people who look at them.
use jiff::SignedDuration;
use kernel::form::Problems;
use kernel::page::Place;
use kernel::refusal::Refusal;
use kernel::view::View;

use super::mine::{self, Me};
use super::sign_in::{self, Frame, Sent};
use crate::forms::{self, Onward};
use crate::ids::CodeId;
use crate::rules::CodeRefusal;

/// Each page with its name.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    let place =
        Place { name: "三合镇共享驿站".into(), home: "/s/sanhe".into(), phone: Some("0972-000 0000".into()) };
    let onward = Onward { then: "/s/sanhe/venues".into(), station: "63020310201".into() };
    let frame = Frame { v, place: Some(&place), onward: &onward };
    let bare = Frame { place: None, ..frame };
    let fine = Problems::default();
    let short = forms::phone("138 0000").err().unwrap_or_default();
    let wrong = Problems::about_the_whole(CodeRefusal::Wrong { left: 3 }.say(v));
    let over = Problems::about_the_whole(CodeRefusal::Expired.say(v));
    let Ok(nobodys) = "00000000-0000-7000-8000-000000000000".parse::<CodeId>() else { return vec![] };
    let sent = Sent {
        id: nobodys,
        phone: "13800005521".parse().ok(),
        sent_at: v.now(),
        expires_at: v.now() + SignedDuration::from_mins(10),
        once: "sample".into(),
    };
    let me = Me { name: Some("罗大爷".into()), phone: sent.phone.clone() };
    [
        ("people-sign-in", sign_in::phone(frame, "", &fine)),
        ("people-sign-in-no-station", sign_in::phone(bare, "", &fine)),
        ("people-sign-in-problem", sign_in::phone(frame, "138 0000", &short)),
        ("people-code", sign_in::digits(frame, &sent, &fine)),
        ("people-code-wrong", sign_in::digits(frame, &sent, &wrong)),
        ("people-code-gone", sign_in::gone(frame, &over)),
        ("people-mine", mine::mine(frame, &me, &[])),
        ("people-mine-new", mine::mine(bare, &Me::default(), &[])),
        ("people-name", mine::name(frame, "罗大爷", &fine)),
    ]
    .map(|(name, page)| (name, page.into_string()))
    .into()
}
