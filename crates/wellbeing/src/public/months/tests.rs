//! A published June through the real router, on every engine; and every page in both languages.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use kernel::db::Conn;
use kernel::fact;
use kernel::view::View;
use kernel::words::Lang;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::pages::{full, with_hidden};
use super::{assets, says};
use crate::Ports;
use crate::months::{acts, jobs};
use crate::rules::contact::Kind;
use crate::rules::dictionary::{In, find, rows};
use crate::rules::figure::{Figure, Indicator, Unit};
use crate::rules::verify::verify;
use crate::tests::{Town, towns};

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    #[track_caller]
    fn is(&self, status: StatusCode) -> &Answer {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    #[track_caller]
    fn says(&self, words: &str) -> &Answer {
        assert!(self.body.contains(words), "no “{words}” in {}", self.body);
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

async fn get(town: &Town, path: &str) -> Answer {
    let ports = Ports { at_kiosk: |_, _, _| Box::pin(async { Ok(false) }) };
    let house = town.house.house();
    let app: Router = crate::routes(ports).merge(crate::api(ports).router()).with_state(house);
    let response = app.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.expect("a router always answers");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 22).await.expect("the body is short");
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
}

/// An instant by the station's clock.
fn at(wall: &str) -> Timestamp {
    let wall: DateTime = wall.parse().unwrap();
    wall.in_tz("Asia/Shanghai").unwrap().timestamp()
}

/// Facts of the tenth of June, each with its time.
async fn note(town: &Town, facts: Vec<(&'static str, &'static str, Value)>) {
    let (h, station) = (town.house.house(), town.station.clone());
    let work = move |c: &mut Conn| {
        for (kind, time, data) in &facts {
            let at = at(&format!("2026-06-10T{time}"));
            fact::record(c, station.id, h.new_id(), kind, (date(2026, 6, 10), at), data)?;
        }
        Ok::<_, kernel::fault::Fault>(())
    };
    town.house.db.write(work).await.unwrap();
}

/// June is published, and corrected once: of eight promised hours the door was seen open for two, then for four.
async fn june(town: &Town) {
    let promised = json!({ "spans": [[at("2026-06-10T09:00"), at("2026-06-10T17:00")]] });
    let open = |from, until| vec![("door.opened", from, json!({})), ("door.closed", until, json!({}))];
    note(town, [vec![("door.promised", "00:00", promised)], open("09:00", "11:00")].concat()).await;
    town.house.set_clock(at("2026-07-01T07:00"));
    jobs(&town.house).await.unwrap();
    note(town, open("13:00", "15:00")).await;
    town.house.set_clock(at("2026-07-02T09:00"));
    let (month, why) = (date(2026, 6, 1), "一天的记录补上了");
    acts::correct(&town.house, &town.station, (month, why, None), town.by()).await.unwrap();
}

#[tokio::test]
async fn a_month_is_a_page_a_sheet_of_paper_and_files_that_can_be_verified() {
    for town in towns().await {
        june(&town).await;
        get(&town, "/s/sanhe/months").await.is(StatusCode::OK).says("六月的驿站").says("一天的记录补上了");
        let page = get(&town, "/s/sanhe/months/2026-06").await;
        page.is(StatusCode::OK).says("50%").says("说好开门的 100 个钟头里").says("第 2 版").says("一天的记录补上了");
        get(&town, "/s/sanhe/months/2026-06?revision=1").await.is(StatusCode::OK).says("25%").says("以前的一版");
        let paper = get(&town, "/s/sanhe/months/2026-06/paper").await;
        paper.is(StatusCode::OK).says("六月的驿站").says("50%");
        // Whoever stands in front of the sheet types the whole address.
        paper.says(&format!("{}/s/sanhe/months/2026-06", town.house.house().settings.public_url));
        let file = get(&town, "/s/sanhe/months/2026-06.json").await;
        assert_eq!(file.headers[header::CONTENT_TYPE], "application/json");
        verify(&file.is(StatusCode::OK).body).expect("it can be calculated again");
        get(&town, "/s/sanhe/months/2026-06.csv").await.is(StatusCode::OK).says("sanhe,2026-06,2,open,,share,0.5,");
        let counted = get(&town, "/s/sanhe/months/2026-06.counted.csv").await;
        counted.is(StatusCode::OK).says("sanhe,2026-06,2,door.minutes.open,240");
        get(&town, "/s/sanhe/months/2026-06.csv?revision=1").await.says("sanhe,2026-06,1,open,,share,0.25,");
    }
}

#[tokio::test]
async fn programs_read_the_same_text() {
    for town in towns().await {
        june(&town).await;
        let file = get(&town, "/s/sanhe/months/2026-06.json").await;
        let called = get(&town, "/api/v1/stations/sanhe/months/2026-06").await;
        assert_eq!(called.is(StatusCode::OK).body, file.body, "byte for byte");
        let months = get(&town, "/api/v1/stations/sanhe/months").await.json();
        let revisions: Vec<_> = months["months"].as_array().unwrap().iter().map(|m| &m["revision"]).collect();
        assert_eq!(revisions, [2, 1]);
        let first = get(&town, "/api/v1/stations/sanhe/months/2026-06?revision=1").await.json();
        assert_eq!((&first["revision"], &first["door"]["minutes"]["open"]), (&1.into(), &120.into()));
        let words = get(&town, "/api/v1/months/dictionary").await.json();
        assert_eq!(words.as_array().map(Vec::len), Some(rows().count()));
    }
}

#[tokio::test]
async fn what_is_no_month_is_not_there() {
    for town in towns().await {
        june(&town).await;
        for odd in ["2026-05", "2026-W23", "2026-06.xls", "june", "2026-06?revision=3", "2026-06.json?revision=0"] {
            get(&town, &format!("/s/sanhe/months/{odd}")).await.is(StatusCode::NOT_FOUND);
        }
        get(&town, "/s/sanhe/months/2026-05/paper").await.is(StatusCode::NOT_FOUND);
        get(&town, "/s/sanhe/months/dictionary?part=nothing").await.is(StatusCode::NOT_FOUND);
        let called = get(&town, "/api/v1/stations/sanhe/months/2026-05").await;
        called.is(StatusCode::NOT_FOUND);
        get(&town, "/s/sanhe/months/dictionary").await.is(StatusCode::OK).says("下端");
        get(&town, "/s/sanhe/months/dictionary.json").await.is(StatusCode::OK).says("weeks[].hours.open");
        get(&town, "/s/sanhe/months/dictionary.csv").await.is(StatusCode::OK).says("of,name,kind");
    }
}

fn in_both(test: impl Fn(&View)) {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for lang in [Lang::Zh, Lang::En] {
        test(&View::plain(&house, lang));
    }
}

#[test]
fn every_page_is_drawn_in_both_languages_and_ranks_nobody() {
    in_both(|v| {
        let all = super::samples(v).expect("the samples can be drawn");
        assert_eq!(all.len(), 15);
        for (name, page) in &all {
            let shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            for text in shown {
                assert!(!["months-", "wellbeing-", "{ $"].iter().any(|odd| text.contains(odd)), "{name} shows {text}");
            }
            let plain = ["噪声", "噪音", " noise", "人次"];
            let odd = [" style=", "<style", "onclick", "<script>", "排名", "得分", "目标", "score", "target", "rank"];
            for odd in plain.iter().chain(&odd) {
                assert!(!page.contains(*odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice");
        }
    });
}

#[test]
fn every_figure_of_the_month_has_its_sentence_its_n_its_source_and_its_gaps_on_the_page() {
    in_both(|v| {
        let pages = super::samples(v).expect("the samples can be drawn");
        let find_page =
            |name: &str| pages.iter().find(|(n, _)| n == name).map(|(_, page)| page.clone()).expect("a page");
        for (name, of) in [("wellbeing-months-page-full", full()), ("wellbeing-months-page-hidden", with_hidden())] {
            let page = find_page(name);
            let has = |said: &str| assert!(page.contains(&maud::html! { (said) }.into_string()), "{name}: {said}");
            for f in &of.sheet.figures {
                let week = f.part.contains("-W");
                has(&says::range(v, f));
                assert!(f.gaps.iter().all(|gap| find(In::Gap, gap).is_some()));
                if !week {
                    has(&says::sentence(v, f));
                }
                if !week && f.part.is_empty() {
                    has(&says::of_how_many(v, f));
                }
                // The share of open hours and how many answered stand in the card of their neighbours, whose source is the same.
                if !matches!(f.indicator, Indicator::VisitedHours | Indicator::Response) {
                    has(&says::source(v, f));
                    has(&says::gaps(v, f));
                }
            }
        }
    });
}

#[test]
fn a_revision_without_another_figure_does_not_say_that_nothing_was_corrected() {
    in_both(|v| {
        let pages = super::samples(v).expect("the samples can be drawn");
        for (name, page) in pages.iter().filter(|(name, _)| name.ends_with("-hidden") || name.ends_with("-nothing")) {
            let first = name.ends_with("-nothing");
            assert_eq!(page.contains(&v.t("months-corrections-none")), first, "{name}");
            assert_eq!(page.contains(&v.t("months-corrections-beneath")), !first, "{name}");
        }
    });
}

fn figure(indicator: Indicator, unit: Unit, (low, high): (f64, f64)) -> Figure {
    let (part, source) = (String::new(), indicator.source().to_owned());
    Figure { indicator, part, unit, low, value: None, high, n: 10, source, gaps: vec![] }
}

#[test]
fn visits_are_those_that_were_seen_and_never_at_most() {
    in_both(|v| {
        let visits = [(1.1, 2.3), (2.0, 2.0)].map(|ends| figure(Indicator::Visits, Unit::Per100, ends));
        let hours = [(0.56, 0.73), (0.5, 0.5)].map(|ends| figure(Indicator::VisitedHours, Unit::Share, ends));
        for f in visits.iter().chain(&hours) {
            let said = says::sentence(v, f);
            assert!(said.contains(v.pick("记到", "seen")), "{said}");
            // Who comes for nothing that is noted is not in it: there may have been more.
            assert!(!["最多", "至多", "at most"].iter().any(|most| said.contains(most)), "{said}");
        }
        // What is not known exactly is said to be about so much.
        let about = says::sentence(v, &hours[0]);
        assert!(about.contains(v.pick("大约 56 到 73 个", "about 56 to 73")), "{about}");
    });
}

#[test]
fn two_of_three_are_one_number() {
    in_both(|v| {
        let f = figure(Indicator::Held, Unit::Share, (0.6667, 0.6667));
        assert_eq!(says::range(v, &f), "67%");
        let said = says::sentence(v, &f);
        assert!(said.contains("67") && !said.contains("66"), "{said}");
        assert_eq!(says::range(v, &figure(Indicator::Held, Unit::Share, (0.6667, 0.667))), "66%–67%", "outwards");
    });
}

#[test]
fn what_few_know_by_name_is_explained_where_it_stands() {
    in_both(|v| {
        let named = says::kind(v, Kind::FirstAsked);
        assert!(named.contains(v.pick("谁接谁管", "saw it through")), "{named}");
        let named = says::kind(v, Kind::Reception);
        assert!(named.contains(v.pick("人大代表", "People’s deputies")), "{named}");
        let source = says::source(v, &figure(Indicator::Contact, Unit::Count, (10.0, 20.0)));
        assert!(source.contains(v.pick("先问到谁，谁管到底", "whoever was asked first")), "{source}");
        let weeks = ["2026-W23", "2026-W26"].into_iter();
        let (from, to) = says::from_to(v, weeks);
        assert_eq!((from.as_str(), to.as_str()), (v.pick("6月1日", "1 Jun"), v.pick("6月28日", "28 Jun")));
    });
}

#[test]
fn nothing_counted_is_not_said_to_be_zero() {
    in_both(|v| {
        let pages = super::samples(v).expect("the samples can be drawn");
        let page = pages.iter().find(|(n, _)| n == "wellbeing-months-page-nothing").map(|(_, p)| p).expect("a page");
        assert!(!page.contains("0%"), "{page}");
        assert!(page.contains(v.pick("不是没开", "does not mean that it was closed")), "{page}");
    });
}

#[test]
fn the_style_sheet_of_the_paper_is_small() {
    assert!(assets::sent() <= 4096, "{} bytes", assets::sent());
}
