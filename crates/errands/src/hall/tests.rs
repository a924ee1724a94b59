//! The voice and the screens, without a database row.
use std::collections::BTreeSet;
use std::path::PathBuf;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use kernel::testing::TestHouse;
use kernel::view::View;
use kernel::words::{Lang, keys};
use tower::ServiceExt as _;

use super::assets::{Voice, lacking, routes, url};
use super::{pages, voice};
use crate::HALL_TEXTS;
use crate::rules::Number;

fn house() -> TestHouse {
    kernel::testing::on_sqlite(&[], &[kernel::TEXTS, stations::TEXTS, crate::LOUNGE_TEXTS, HALL_TEXTS])
}

fn samples(town: &TestHouse, lang: Lang) -> Vec<(&'static str, String)> {
    pages::samples(&View::plain(town, lang), &Voice::read(None)).expect("the samples can be drawn")
}

/// A folder of its own, which goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("yizhan-voice-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder can be made");
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_program_comes_with_a_small_voice_that_lacks_no_piece() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/voice");
    let (mut files, mut bytes) = (BTreeSet::new(), 0);
    for file in std::fs::read_dir(folder).expect("the folder is there").map(|f| f.expect("a file")) {
        let name = file.file_name().into_string().expect("a plain name");
        if let Some(piece) = name.strip_suffix(".mp3") {
            bytes += file.metadata().expect("a size").len();
            files.insert(piece.to_owned());
        }
    }
    assert_eq!(files, voice::names().map(str::to_owned).collect());
    assert!(bytes < 150_000, "{bytes} bytes");
    let ours = Voice::read(None);
    for piece in voice::names() {
        assert!(ours.url(piece).starts_with(&format!("/assets/voice/{piece}-")), "{}", ours.url(piece));
    }
}

#[test]
fn a_call_names_the_sounds_in_their_order() {
    let said = Voice::read(None).call(Number { letter: 'A', number: 14 }, 3);
    let names: Vec<&str> =
        said.split(' ').filter_map(|url| url.rsplit_once('/')?.1.split_once('-')).map(|p| p.0).collect();
    assert_eq!(names.join(" "), "qing a 0 1 4 hao dao 3 haochuang");
}

#[test]
fn a_recorded_voice_is_used_as_far_as_it_goes() {
    let folder = Folder::new("some");
    std::fs::write(folder.0.join("qing.mp3"), b"please").expect("it can be written");
    std::fs::write(folder.0.join("hao.mp3"), b"").expect("it can be written");
    std::fs::write(folder.0.join("dao.mp3"), vec![0; 300_000]).expect("it can be written");
    let (own, ours) = (Voice::read(Some(&folder.0)), Voice::read(None));
    assert_ne!(own.url("qing"), ours.url("qing"));
    for piece in ["hao", "dao", "3"] {
        assert_eq!(own.url(piece), ours.url(piece), "an empty, a far too large and a missing piece are ours");
    }
    let lacking: Vec<&str> = lacking(&folder.0).into_iter().map(|(piece, _)| piece).collect();
    assert_eq!(lacking.len(), 41);
    assert!(!lacking.contains(&"qing") && lacking.contains(&"hao") && lacking.contains(&"dao"));
}

#[tokio::test]
async fn sounds_and_sheets_are_sent_once() {
    let town = house();
    let app = routes().with_state(town.house());
    let ask = async |address: &str, tag: Option<String>| {
        let request = Request::get(address).header(ACCEPT_ENCODING, "br, gzip");
        let request = tag.into_iter().fold(request, |r, tag| r.header(IF_NONE_MATCH, tag));
        app.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer")
    };
    let sounds = Voice::of(&town);
    for (address, media, coding) in [
        (sounds.url("chime"), "audio/mpeg", None),
        (sounds.url("10"), "audio/mpeg", None),
        (url("num.woff2"), "font/woff2", None),
        (url("hall.js"), "text/javascript; charset=utf-8", Some("br")),
        (url("screen.css"), "text/css; charset=utf-8", Some("br")),
    ] {
        let answer = ask(address, None).await;
        assert_eq!(answer.status(), StatusCode::OK, "{address}");
        let headers = answer.headers().clone();
        assert_eq!(headers[CONTENT_TYPE], media);
        assert_eq!(headers.get(CONTENT_ENCODING).map(|c| c.to_str().expect("a coding")), coding);
        assert!(headers[CACHE_CONTROL].to_str().expect("a rule").ends_with("immutable"));
        assert!(!to_bytes(answer.into_body(), 1 << 20).await.expect("a body").is_empty());
        let again = ask(address, headers[ETAG].to_str().ok().map(Into::into)).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    }
    assert_eq!(ask("/assets/voice/chime-000000000000.mp3", None).await.status(), StatusCode::NOT_FOUND);
}

#[test]
fn scripts_and_sheets_are_small() {
    for (name, most) in [("hall.js", 3072), ("screen.css", 2560), ("kiosk.css", 2048), ("slip.css", 1024)] {
        let sent = super::assets::sent(name);
        assert!(sent <= most, "{name}: {sent} bytes");
    }
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let town = house();
    for lang in [Lang::Zh, Lang::En] {
        let all = samples(&town, lang);
        assert_eq!(all.len(), 20);
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            let shown: Vec<&str> =
                html.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text)).collect();
            let missing =
                |text: &str| ["hall-", "lounge-", "page-", "stations-", "{ $"].iter().any(|key| text.contains(key));
            assert!(!shown.iter().any(|text| missing(text)), "{name} shows a key: {shown:?}");
            assert!(!html.contains("/unknown"), "{name} names a file that is not there");
        }
    }
}

#[tokio::test]
async fn no_page_has_a_script_or_a_style_inside() {
    let town = house();
    for (name, html) in samples(&town, Lang::Zh) {
        for inside in ["<style", " style=", " onclick=", " onload=", "javascript:"] {
            assert!(!html.contains(inside), "{name} has {inside}");
        }
        assert!(html.match_indices("<script").all(|(at, _)| html[at..].starts_with("<script src=")), "{name}");
    }
}

#[tokio::test]
async fn a_screen_keeps_to_what_fits_and_names_nobody_who_waits() {
    let town = house();
    let all = samples(&town, Lang::Zh);
    let page = |wanted: &str| all.iter().find(|(name, _)| *name == wanted).map_or("", |(_, html)| html.as_str());
    let busy = page("screen");
    assert!(busy.contains("data-follow=\"/s/sanhe/hall/live\"") && busy.contains("data-seen=\"17\""));
    assert_eq!(busy.matches("data-call=").count(), 3);
    assert!(busy.contains("未确认，原说 11:30") && busy.contains("下村 15:00 回") && busy.contains("请假 后天回"));
    assert!(page("screen-quiet").contains("现在没人在等") && page("screen-quiet").contains("还没有叫号"));
    // Who helps is shown only while the official cannot.
    assert!(page("door-away").contains("现在可以找") && !page("door-in").contains("现在可以找"));
    assert!(page("door-due").contains("开会 14:30 回"));
    // Without a script the pages still come anew, and the machine returns to its first page.
    assert!(busy.contains("<noscript><meta http-equiv=\"refresh\" content=\"15\">"));
    assert!(page("kiosk-ask").contains("content=\"60;url=/s/sanhe/kiosk\""));
}

#[test]
fn both_languages_say_the_same_things() {
    assert_eq!(keys(HALL_TEXTS.zh), keys(HALL_TEXTS.en));
}

#[tokio::test]
async fn a_key_of_the_machine_adds_to_what_was_typed() {
    let town = house();
    let all = samples(&town, Lang::En);
    let page = |wanted: &str| all.iter().find(|(name, _)| *name == wanted).map_or("", |(_, html)| html.as_str());
    assert!(page("kiosk-here").contains("href=\"/s/sanhe/kiosk/here?n=B\""));
    let digits = page("kiosk-here-digits");
    assert!(digits.contains("?n=A017\"") && digits.contains("?n=A0\"") && digits.contains("value=\"A01\""));
    assert!(page("kiosk-here-wrong").contains("role=\"alert\""));
    assert_eq!(page("kiosk-ask").matches("name=\"priority\"").count(), 5);
    assert_eq!(page("kiosk").matches("disabled").count(), 1);
}

/// For whoever wants to look: the pages as files with their sheets beside them, in the folder that the variable names.
///     YIZHAN_LOOK=/tmp/look cargo test -p errands -- --ignored pages_to_look_at
#[tokio::test]
#[ignore = "writes files for people to look at"]
async fn pages_to_look_at() {
    let folder = PathBuf::from(std::env::var("YIZHAN_LOOK").expect("YIZHAN_LOOK names a folder"));
    let town = house();
    let app = kernel::page::assets::routes().merge(routes()).with_state(town.house());
    for (lang, end) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (name, html) in samples(&town, lang) {
            std::fs::create_dir_all(folder.join("assets/voice")).expect("a folder");
            for address in html.split('"').flat_map(|part| part.split(' ')).filter(|part| part.starts_with("/assets/"))
            {
                save(&app, &folder, address).await;
            }
            let html = html.replace("\"/assets/", "\"assets/");
            std::fs::write(folder.join(format!("{name}-{end}.html")), html).expect("a page");
        }
    }
    save(&app, &folder, url("num.woff2")).await;
}

async fn save(app: &axum::Router, folder: &std::path::Path, address: &str) {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let answer = app.clone().oneshot(request).await.expect("an answer");
    let bytes = to_bytes(answer.into_body(), 1 << 20).await.expect("a body");
    // A sheet is read from its file: the numerals are beside it.
    let text = String::from_utf8(bytes.to_vec()).map(|t| t.replace("url(/assets/", "url(").into_bytes());
    std::fs::write(folder.join(&address[1..]), text.unwrap_or_else(|b| b.into_bytes())).expect("a file");
}
