//! The door's second step, and what staff set up for themselves.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{self, Button, Field, Fields, HtmlPage, Page, Row, Tone, asset_url};
use kernel::refusal::Refusal;
use kernel::view::View;
use maud::{Markup, PreEscaped, html};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::rules::totp;
use super::store::Passkey;
use crate::forms::Onward;
use crate::pages::sign_in::{Frame, link, status};
use crate::rules::StaffRefusal;

/// Where staff see what they sign in with.
pub const OWN: &str = "/staff/me";
pub const SIGN_IN: &str = "/staff/sign-in";

pub fn door_path(token: &str, onward: &Onward) -> String {
    link(&format!("{SIGN_IN}/{token}"), onward)
}

/// The page with the script that talks to passkeys: only pages of staff carry it.
fn with_script(page: Page<'_>) -> Page<'_> {
    page.script(asset_url("passkey.js"))
}

fn hidden(names: &[&str]) -> Markup {
    html! { @for name in names { input type="hidden" name=(name); } }
}

/// "Come in with a passkey": hidden until the script has seen that the browser can.
pub fn passkey_button(frame: Frame<'_>) -> Markup {
    let v = frame.v;
    html! {
        form method="post" action="/staff/passkey-sessions" hidden data-passkey="use" data-options="/api/v1/staff/passkey-challenges" {
            (frame.hidden())
            (hidden(&["challenge", "credential", "client", "data", "signature", "user"]))
            (page::actions(html! { (Button::new(v.t("factors-passkey-use")).secondary().icon("key")) }))
            p class="note" role="alert" data-failed hidden { (v.t("factors-passkey-failed")) }
        }
    }
}

/// A page of signing in that knows passkeys.
fn sign_in_page<'a>(frame: Frame<'a>, title: &str) -> Page<'a> {
    with_script(frame.page(title))
}

/// The first step: login and password, or a passkey instead of both.
pub fn password(frame: Frame<'_>, login: &str, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let name = Field::new("login", v.t("people-staff-login")).value(login).autocomplete("username").longest(40);
    sign_in_page(frame, "people-staff-sign-in").status(status(problems)).body(html! {
        (fields.summary())
        form method="post" action=(SIGN_IN) {
            (frame.hidden())
            (fields.text_field(name))
            (fields.password_field(Field::new("password", v.t("people-staff-password"))))
            (page::actions(html! { (Button::new(v.t("people-staff-go")).icon("login")) }))
        }
        (passkey_button(frame))
        (page::actions(html! {
            p class="note" { (v.t("people-staff-forgot")) }
            (Button::new(v.t("people-staff-other")).flat().href("/sign-in"))
        }))
    })
}

/// The password was right: now the digits of the app, or a recovery code.
pub fn second(frame: Frame<'_>, token: &str, (has_app, once): (bool, &str), problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let field = Field::new("digits", v.t("factors-second-ask")).hint(v.t("factors-second-hint")).longest(30);
    sign_in_page(frame, "factors-second").back(v.t("people-staff-sign-in"), SIGN_IN).status(status(problems)).body(
        html! {
            (fields.summary())
            @if has_app {
                form method="post" action={ (SIGN_IN) "/" (token) } {
                    (frame.hidden())
                    (page::once(once))
                    (fields.code_field(field))
                    (page::actions(html! { (Button::new(v.t("people-staff-go")).icon("login")) }))
                }
            }
            (passkey_button(frame))
            p class="note" { (v.t("factors-second-lost")) }
        },
    )
}

/// Nobody waits at the door so.
pub fn gone(frame: Frame<'_>, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    let again = link(SIGN_IN, frame.onward);
    frame.page("factors-second").status(status(problems)).body(html! {
        (Fields::new(v, problems).summary())
        (page::actions(html! { (Button::new(v.t("people-staff-sign-in")).icon("login").href(again)) }))
    })
}

/// An app's secret as a code to scan and as text to type.
pub struct Secret<'a> {
    pub secret: &'a [u8],
    pub login: &'a str,
    pub issuer: &'a str,
}

/// The picture of `text`, without style attributes: the content security policy forbids them.
fn picture(text: &str) -> Result<String, Fault> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(Fault::broken)?;
    let svg = code.render::<svg::Color<'_>>().min_dimensions(240, 240).build();
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, picture)| picture.to_owned()))
}

/// Setting an app up: scan, then show that it works. At the door this comes before one is let in.
pub fn set_up(
    frame: Frame<'_>,
    action: &str,
    (secret, once): (Secret<'_>, &str),
    (at_door, problems): (bool, &Problems),
) -> Result<HtmlPage, Fault> {
    let v = frame.v;
    let fields = Fields::new(v, problems);
    let code = picture(&totp::uri(secret.secret, secret.issuer, secret.login))?;
    let spelled = totp::spelled(secret.secret);
    let in_fours: Vec<&str> = spelled.as_bytes().chunks(4).filter_map(|c| std::str::from_utf8(c).ok()).collect();
    let field = Field::new("digits", v.t("factors-app-ask")).hint(v.t("factors-app-hint")).longest(12);
    let back = if at_door { (v.t("people-staff-sign-in"), SIGN_IN) } else { (v.t("factors-own"), OWN) };
    let scan = html! {
        p { (v.t("factors-app-scan")) }
        p role="img" aria-label=(v.t("factors-app-qr")) { (PreEscaped(code)) }
        p class="note" { (v.t("factors-app-type")) }
        p { b { (in_fours.join(" ")) } }
    };
    Ok(frame.page("factors-app").back(back.0, back.1).status(status(problems)).body(html! {
        @if at_door { (page::notice(Tone::Lamp, &v.t("factors-must"), html! { p { (v.t("factors-must-why")) } })) }
        (fields.summary())
        (page::section("scan", &v.t("factors-app-first"), None, page::card(scan)))
        form method="post" action=(action) {
            (frame.hidden())
            (page::once(once))
            (fields.code_field(field))
            (page::actions(html! { (Button::new(v.t("factors-app-done")).icon("check")) }))
        }
    }))
}

/// Recovery codes, shown once.
pub fn codes(frame: Frame<'_>, codes: &[String], onward: &str) -> HtmlPage {
    let v = frame.v;
    let list = html! { ul { @for code in codes { li { b { (code) } } } } };
    frame.page("factors-codes").back(v.t("factors-own"), OWN).body(html! {
        (page::notice(Tone::Ok, &v.t("factors-codes-done"), html! { p { (v.t("factors-codes-why")) } }))
        (page::section("codes", &v.t("factors-codes"), None, page::card(list)))
        (page::actions(html! { (Button::new(v.t("factors-codes-kept")).icon("check").href(onward)) }))
    })
}

/// What one signs in with.
pub struct Own<'a> {
    pub has_app: bool,
    pub codes_left: usize,
    pub passkeys: &'a [Passkey],
    pub desk: &'a str,
}

pub fn own(frame: Frame<'_>, own: &Own<'_>, problems: &Problems) -> HtmlPage {
    let v = frame.v;
    with_script(frame.page("factors-own")).back(v.t("factors-desk"), own.desk).status(status(problems)).body(html! {
        (Fields::new(v, problems).summary())
        (page::section("app", &v.t("factors-app-title"), None, app(v, own)))
        (page::section("passkeys", &v.t("factors-passkeys"), None, passkeys(frame, own)))
    })
}

fn app(v: &View, own: &Own<'_>) -> Markup {
    let left = v.ta("factors-codes-left", &[("n", own.codes_left.into())]);
    html! {
        @if own.has_app {
            (page::rows([
                Row::new(v.t("factors-app-on")).icon("lock").note(&v.t("factors-app-on-what")).end(html! {
                    form method="post" action={ (OWN) "/app/removal" } {
                        (Button::new(v.t("factors-remove")).small(false).about(v.t("factors-app-remove")))
                    }
                }),
                Row::new(v.t("factors-codes")).icon("key").note(&left).end(html! {
                    form method="post" action={ (OWN) "/recovery-codes" } {
                        (Button::new(v.t("factors-codes-new")).small(false))
                    }
                }),
            ]))
        } @else {
            (page::card(html! {
                p { (v.t("factors-app-what")) }
                form method="post" action={ (OWN) "/app" } {
                    (page::actions(html! { (Button::new(v.t("factors-app-begin")).secondary().icon("qrcode")) }))
                }
            }))
        }
    }
}

fn passkeys(frame: Frame<'_>, own: &Own<'_>) -> Markup {
    let v = frame.v;
    let when = v.when(&jiff::tz::TimeZone::fixed(jiff::tz::offset(8)));
    let unnamed = v.t("factors-passkey-unnamed");
    let row = |p: &Passkey| {
        let name = if p.called.is_empty() { unnamed.clone() } else { p.called.clone() };
        let about = v.ta("factors-passkey-remove", &[("name", name.as_str().into())]);
        let used = p.used_at.map_or_else(
            || v.t("factors-passkey-not-used"),
            |at| v.ta("factors-passkey-used", &[("day", when.day(when.date(at)).into())]),
        );
        Row::new(name).icon("key").note(&used).end(html! {
            form method="post" action={ (OWN) "/passkeys/" (p.id) "/removal" } {
                (Button::new(v.t("factors-remove")).small(false).about(about))
            }
        })
    };
    let field = Field::new("called", v.t("factors-passkey-called")).hint(v.t("factors-passkey-called-hint"));
    html! {
        @if !own.passkeys.is_empty() { (page::rows(own.passkeys.iter().map(row))) }
        (page::card(html! { p { (v.t("factors-passkey-what")) } }))
        form method="post" action={ (OWN) "/passkeys" } hidden data-passkey="make"
            data-options="/api/v1/staff/me/passkey-challenges" {
            (Fields::new(v, &Problems::default()).text_field(field.longest(30).optional()))
            (hidden(&["challenge", "client", "attestation"]))
            (page::actions(html! { (Button::new(v.t("factors-passkey-make")).secondary().icon("plus")) }))
            p class="note" role="alert" data-failed hidden { (v.t("factors-passkey-failed")) }
        }
    }
}

/// Every page with invented people.
pub fn samples(v: &View) -> Vec<(&'static str, String)> {
    let onward = Onward { then: "/s/sanhe/desk".into(), ..Onward::default() };
    let frame = Frame { v, place: None, onward: &onward };
    let fine = Problems::default();
    let secret = || Secret { secret: b"12345678901234567890", login: "qihaiyan", issuer: "Yizhan" };
    let some: Vec<String> = (0..10u8).map(|n| super::rules::recovery::shown([n; 10])).collect();
    let with = Own { has_app: true, codes_left: 9, passkeys: &[], desk: "/s/sanhe/desk" };
    let without = Own { has_app: false, ..with };
    let not_in = Problems::about_the_whole(StaffRefusal::NotLetIn.say(v));
    let mut all = vec![
        ("people-staff", password(frame, "", &fine)),
        ("people-staff-wrong", password(frame, "malan", &not_in)),
        ("factors-second", second(frame, "sample", (true, "sample"), &fine)),
        ("factors-codes", codes(frame, &some, OWN)),
        ("factors-own", own(frame, &with, &fine)),
        ("factors-own-nothing", own(frame, &without, &fine)),
    ];
    for (name, at_door) in [("factors-app", false), ("factors-app-at-door", true)] {
        all.extend(set_up(frame, OWN, (secret(), "sample"), (at_door, &fine)).ok().map(|page| (name, page)));
    }
    all.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}
