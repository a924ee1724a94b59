//! A county of four stations through the real router, on every engine; and every page in both languages.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fact;
use kernel::fault::Fault;
use kernel::lottery::Published as _;
use kernel::view::View;
use kernel::words::Lang;
use serde_json::{Value, json};
use stations::Draft;
use tower::ServiceExt as _;

use crate::Ports;
use crate::rules::county::CountySheet;
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

    #[track_caller]
    fn hushes(&self, words: &str) -> &Answer {
        assert!(!self.body.contains(words), "“{words}” in {}", self.body);
        self
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

async fn get(town: &Town, path: &str) -> Answer {
    let ports = Ports { at_kiosk: |_, _, _| Box::pin(async { Ok(false) }) };
    let app: Router = crate::routes(ports).merge(crate::api(ports).router()).with_state(town.house.house());
    let response = app.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.expect("a router always answers");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, 1 << 22).await.expect("the body is short");
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
}

/// So many stations of the county counted a room in June: each was open for ten hours and used for three, by twelve.
async fn june(town: &Town, stations: i64) {
    let (h, first) = (town.house.house(), town.station.clone());
    let work = move |c: &mut Conn| {
        for n in 0..stations {
            let id = if n == 0 { first.id } else { another(c, n, h.now())? };
            counts(c, &h, id)?;
        }
        Ok::<_, Fault>(())
    };
    town.house.db.write(work).await.unwrap();
    // Half past six of the first of July.
    town.house.wait(SignedDuration::from_mins((3 * 24 + 18) * 60 + 30));
    crate::months::jobs(&town.house).await.unwrap();
}

/// A station in the next township of the county.
fn another(c: &mut Conn, n: i64, now: Timestamp) -> Result<kernel::db::types::StationId, Fault> {
    let code = 630_203_102 + n;
    c.run(&format!("INSERT INTO divisions VALUES ({code}, '乡镇 {n}', '平安区', '海东市', '青海省', NULL)"))?;
    let draft = Draft {
        name_zh: format!("第 {n} 驿站"),
        name_en: String::new(),
        address: "街上".into(),
        phone: None,
        at: None,
        zone: jiff::tz::TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: "Mo-Su 06:00-22:00".parse().map_err(Fault::broken)?,
    };
    let slug = format!("town-{n}").parse().map_err(|_| Fault::broken("a slug that is none"))?;
    stations::make_station(c, code, &slug, &draft, By::Program, now).map_err(|e| Fault::broken(format!("{e:?}")))
}

fn counts(c: &mut Conn, h: &kernel::house::House, id: kernel::db::types::StationId) -> Result<(), Fault> {
    let on = jiff::civil::date(2026, 6, 28);
    let at = "2026-06-28T09:00:00Z".parse().map_err(Fault::broken)?;
    let open =
        json!({ "venue": 1, "units": 1, "minutes": 600, "spans": [["2026-06-28T00:00:00Z", "2026-06-28T10:00:00Z"]] });
    fact::record(c, id, h.new_id(), "venue.open", (on, at), &open)?;
    for _ in 0..12 {
        let used = json!({
            "venue": 1, "offering": 1, "minutes": 15, "people": 2, "walk_in": false,
            "seen": true, "units": 1, "for": "resident",
        });
        fact::record(c, id, h.new_id(), "venue.used", (on, at), &used)?;
    }
    Ok(())
}

#[tokio::test]
async fn what_stations_published_is_added_up_and_none_of_them_is_seen() {
    for town in towns().await {
        june(&town, 4).await;
        get(&town, "/county/630203").await.is(StatusCode::OK).says("平安区").says("青海省 海东市").says("2026年6月");
        let page = get(&town, "/county/630203/months/2026-06").await;
        page.is(StatusCode::OK)
            .says("一共 4 个驿站，这个月有 4 个公布了")
            .says(">30%<")
            .says("一共用了 48 次，4 个驿站");
        page.says("有人用的有 30 个钟头").says("没有幸福指数").hushes("三合镇").hushes("sanhe").hushes("第 1 驿站");
        let file = get(&town, "/county/630203/months/2026-06.json").await;
        let sheet = CountySheet::read(&file.body).expect("a sheet");
        assert_eq!((sheet.stations, sheet.of, &sheet.sum), (4, 4, &sheet.summed()));
        assert!(file.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains("county-630203-2026-06.json"));
        file.hushes("sanhe").hushes("town-1");
        let rows = get(&town, "/county/630203/months/2026-06.csv").await;
        rows.is(StatusCode::OK).says("630203,2026-06,used,,share,0.3,,0.3,48,4,room-facts,").hushes("sanhe");
        let called = get(&town, "/api/v1/counties/630203/months/2026-06").await;
        assert_eq!(called.is(StatusCode::OK).body, file.body, "byte for byte");
        let months = get(&town, "/api/v1/counties/630203/months").await.json();
        assert_eq!(months, json!({ "code": 630_203, "name": "平安区", "months": ["2026-06"] }));
        for wider in ["63", "6302"] {
            get(&town, &format!("/county/{wider}/months/2026-06")).await.is(StatusCode::OK).says("48 次");
        }
    }
}

#[tokio::test]
async fn of_two_stations_nothing_is_told() {
    for town in towns().await {
        june(&town, 2).await;
        get(&town, "/county/630203").await.is(StatusCode::OK).says("还没有哪个月有 3 个以上驿站").hushes("2026年6月");
        for form in ["", ".json", ".csv"] {
            get(&town, &format!("/county/630203/months/2026-06{form}")).await.is(StatusCode::NOT_FOUND);
        }
        get(&town, "/api/v1/counties/630203/months/2026-06").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn what_is_no_area_or_no_month_is_not_there() {
    for town in towns().await {
        june(&town, 3).await;
        for code in ["630204", "64", "6", "630", "630203102", "63020x", "06", "青海省", "-63"] {
            get(&town, &format!("/county/{}", kernel::page::query_value(code))).await.is(StatusCode::NOT_FOUND);
        }
        for month in ["2026-05", "2026-07", "2026-W26", "2026-06.xls", "june", "2026-06.json.csv"] {
            get(&town, &format!("/county/630203/months/{month}")).await.is(StatusCode::NOT_FOUND);
        }
        get(&town, "/api/v1/counties/630203/months/2026-06.json").await.is(StatusCode::NOT_FOUND);
        get(&town, "/api/v1/counties/630204/months").await.is(StatusCode::NOT_FOUND);
    }
}

#[test]
fn every_page_is_drawn_in_both_languages() {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for v in [Lang::Zh, Lang::En].map(|lang| View::plain(&house, lang)) {
        let all = super::samples(&v).expect("the samples can be drawn");
        assert_eq!(all.len(), 4);
        for (name, page) in &all {
            let shown = page.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
            for text in shown {
                assert!(!["county-", "wellbeing-", "{ $"].iter().any(|odd| text.contains(odd)), "{name} shows {text}");
            }
            let plain = ["噪声", "噪音", " noise", "font-size"];
            let odd = [" style=", "<style", "onclick", "<script>", "排名", "得分", "目标", "score", "target", "rank"];
            for odd in plain.iter().chain(&odd) {
                assert!(!page.contains(*odd), "{name} has {odd}");
            }
            let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name} has an id twice: {page}");
        }
    }
}
