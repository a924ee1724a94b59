//! Every page of the group with invented people and opinions.
mod invented;

use axum::http::StatusCode;
use jiff::civil::date;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Refusal as _, Said};
use kernel::view::View;

use self::invented::{categories, figures, officials, one, post, receipt, stands};
use super::{Left, Listed, Saying, Shown, Stands};
use crate::answers::{PublicState, Seen};
use crate::frame::Frame;
use crate::public::forms::{FollowForm, NewForm};
use crate::rules::{Receipt, Refusal, State};

type Sample = (String, String);

/// Each page with its name.
///
/// # Errors
/// A picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    Ok([everybody(f)?, saying(f), kept(f)?, following(f)].concat())
}

fn named(name: &str, page: kernel::page::HtmlPage) -> Sample {
    (format!("opinions-{name}"), page.into_string())
}

fn everybody(f: Frame<'_>) -> Result<Vec<Sample>, Fault> {
    let posts = [
        post(1, Some("灯已修好，线路老化，七月全部换新。"), true),
        post(2, None, false),
        post(3, Some("已增设两个垃圾箱。"), false),
    ];
    let mut hidden = post(4, None, true);
    (hidden.hidden, hidden.hidden_reason) = (true, Some("写到了别人家里的事".into()));
    hidden.title = String::new();
    let all = [posts.as_slice(), &[hidden.clone()]].concat();
    let list = |posts, page, older, n| super::list(f, &Listed { posts, page, older, figures: &figures(n) });
    let home = |last| f.shell("home").body(super::home(f, last));
    Ok(vec![
        named("home", home(Some(&posts[0]))),
        named("home-none", home(None)),
        named("list", list(&all, 1, true, 57)),
        named("list-second", list(&posts, 2, false, 57)),
        named("list-none", list(&[], 1, false, 3)),
        named("post", super::post(f, &posts[0])),
        named("post-open", super::post(f, &posts[1])),
        named("post-hidden", super::post(f, &hidden)),
        named("paper", super::paper(f, &categories(), "https://yizhan.example/s/sanhe/opinions/new")?),
    ])
}

fn saying(f: Frame<'_>) -> Vec<Sample> {
    let (categories, officials) = (categories(), officials());
    let draw = |form: &NewForm, problems: &Problems, challenge| {
        let saying = Saying { categories: &categories, officials: &officials, form, problems, once: "0", challenge };
        super::new(f, &saying)
    };
    let fine = Problems::default();
    let empty = NewForm::default();
    let kiosk = NewForm { at: "kiosk".into(), ..NewForm::default() };
    let mut wrong = Problems::default();
    wrong.add("text", "opinions-text-empty");
    wrong.add("photo", "opinions-photo-unreadable");
    wrong.add_with("about", "opinions-about-too-long", vec![("most", "40".into())]);
    let filled = NewForm {
        place: "骆驼堡村文化广场".into(),
        about_other: "某某".into(),
        phone: "13800000000".into(),
        may_publish: "1".into(),
        photos: true,
        ..NewForm::default()
    };
    let busy = Refusal::Busy { challenge: "sanhe.1".into(), bits: 18, seconds: 60 };
    let busy = Problems::about_the_whole(busy.say(f.v));
    vec![
        named("new", draw(&empty, &fine, None)),
        named("new-wrong", draw(&filled, &wrong, None)),
        named("new-busy", draw(&filled, &busy, Some("sanhe.1"))),
        named("new-kiosk", draw(&kiosk, &fine, None)),
    ]
}

fn kept(f: Frame<'_>) -> Result<Vec<Sample>, Fault> {
    let (receipt, address) = (receipt(f.v), "https://yizhan.example/s/sanhe/opinions/follow");
    let of = |kiosk, sealed| Left { receipt: &receipt, stands: Stands { sealed, ..stands(f.v) }, kiosk, address };
    let left = |kiosk, sealed| super::left(f, &of(kiosk, sealed));
    let mut wrong = Problems::default();
    wrong.add("receipt", "opinions-receipt-odd");
    Ok(vec![
        named("left", left(false, false)?),
        named("left-sealed", left(false, true)?),
        named("left-kiosk", left(true, false)?),
        named("slip", super::slip(f, &of(false, false))?),
        named("slip-kiosk", super::slip(f, &of(true, false))?),
        named("follow", super::follow(f, "", &Problems::default())),
        named("follow-wrong", super::follow(f, "1234 5678 9012 3456", &wrong)),
    ])
}

fn following(f: Frame<'_>) -> Vec<Sample> {
    let v = f.v;
    let receipt = receipt(v);
    let mut pages: Vec<Sample> = State::ALL
        .iter()
        .map(|state| named(&format!("seen-{}", state.name()), shown(f, &receipt, &one(v, *state))))
        .collect();
    let changed = |change: fn(&mut Seen)| {
        let mut seen = one(v, State::Working);
        change(&mut seen);
        shown(f, &receipt, &seen)
    };
    pages.extend([
        named("seen-question", changed(|s| s.question_open = true)),
        named("seen-late", changed(|s| s.due.late = true)),
        named("seen-sealed", changed(|s| (s.sealed_for_station, s.kept_until) = (true, Some(date(2027, 6, 20))))),
        named("seen-phone", changed(|s| s.has_contact = true)),
        named("seen-bare", changed(|s| (s.photos, s.viewers, s.category, s.place) = (vec![], vec![], None, None))),
        named("seen-waiting", changed(|s| (s.may_publish, s.public) = (true, Some(PublicState::Waiting)))),
        named("seen-masked", changed(|s| (s.may_publish, s.public) = (true, Some(invented::masked())))),
        named("seen-released", changed(|s| (s.may_publish, s.public) = (true, Some(invented::released())))),
        named("seen-hidden", changed(|s| (s.may_appeal, s.public) = (true, Some(invented::hidden(false, false))))),
        named("seen-appealed", changed(|s| s.public = Some(invented::hidden(true, false)))),
        named("seen-appeal-refused", changed(|s| s.public = Some(invented::hidden(true, true)))),
    ]);
    let mut wrong = Problems::default();
    wrong.add("text", "opinions-text-empty");
    let answered = one(v, State::Answered);
    let refused = (Refusal::NotAsked.status(), Refusal::NotAsked.say(v));
    pages.push(named("seen-wrong", drawn(f, (&receipt, &answered), (&wrong, None, None))));
    pages.push(named("seen-refused", drawn(f, (&receipt, &answered), (&Problems::default(), Some(&refused), None))));
    for done in DONE {
        let page = drawn(f, (&receipt, &answered), (&Problems::default(), None, Some(done)));
        pages.push(named(&format!("seen-{}", done.trim_start_matches("opinions-")), page));
    }
    pages
}

const DONE: [&str; 8] = [
    "opinions-done-reply",
    "opinions-done-solved",
    "opinions-done-dispute",
    "opinions-done-appeal",
    "opinions-done-public-yes",
    "opinions-done-public-no",
    "opinions-done-phone",
    "opinions-done-phone-gone",
];

fn shown(f: Frame<'_>, receipt: &Receipt, seen: &Seen) -> kernel::page::HtmlPage {
    drawn(f, (receipt, seen), (&Problems::default(), None, None))
}

fn drawn(
    f: Frame<'_>,
    (receipt, seen): (&Receipt, &Seen),
    (problems, refused, done): (&Problems, Option<&(StatusCode, Said)>, Option<&'static str>),
) -> kernel::page::HtmlPage {
    let photos: Vec<String> = seen.photos.iter().map(|id| format!("/s/sanhe/opinions/photos/{id}")).collect();
    let form = FollowForm::default();
    super::seen(f, &Shown { seen, receipt, photos: &photos, once: "0", done, refused, form: &form, problems })
}
