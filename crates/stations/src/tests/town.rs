//! A small country for tests: three townships of Ping'an, one of Beijing, one of Dongguan, and a station in Sanhe.
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use jiff::tz::TimeZone;
use kernel::db::types::StationId;
use kernel::db::{Conn, Undone};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::session::{self, Kind};
use kernel::testing::{self, TestHouse};
use people::Role;
use tower::ServiceExt;

use crate::acts::{add_owner, import_divisions, make_station};
use crate::station::Draft;

pub const TOWNSHIPS: &str = "code,name,county,city,province
630203001,平安街道,平安区,海东市,青海省
630203102,三合镇,平安区,海东市,青海省
630203200,洪水泉乡,平安区,海东市,青海省
110101001,东华门街道,东城区,市辖区,北京市
441900003,东城街道,东莞市,东莞市,广东省
";
pub const VILLAGES: &str = "code,name,township_code
630203102200,三合村委会,630203102
630203102201,骆驼堡村委会,630203102
";
pub const SANHE: StationId = StationId(63_020_310_201);

/// Empty houses with the tables of stations, on every engine there is.
pub fn bare() -> Vec<TestHouse> {
    let tables = [kernel::MIGRATIONS, people::MIGRATIONS, crate::MIGRATIONS];
    testing::houses(&tables, &[kernel::TEXTS, people::TEXTS, people::CARDS_TEXTS, crate::TEXTS, crate::DESK_TEXTS])
}

pub fn import(house: &TestHouse, text: &str) -> Result<usize, String> {
    let mut c = Conn::open(&house.settings.database).map_err(|e| e.to_string())?;
    let all = c.in_transaction(|c| import_divisions(c, "test.csv", text.as_bytes(), |_, _| {}));
    all.map_err(|e| e.to_string())
}

pub fn draft() -> Draft {
    Draft {
        name_zh: "三合镇共享驿站".into(),
        name_en: "Sanhe Shared Station".into(),
        address: "三合镇政府院内".into(),
        phone: Some("0972-8600000".into()),
        at: Some((36.42, 102.03)),
        zone: TimeZone::get("Asia/Shanghai").expect("the zone is built in"),
        hours: "Mo-Su 06:00-22:00".into(),
    }
}

/// Houses with divisions, the station in Sanhe and two owners.
pub fn towns() -> Vec<TestHouse> {
    let houses = bare();
    for house in &houses {
        import(house, TOWNSHIPS).expect("the townships are fine");
        import(house, VILLAGES).expect("the villages are fine");
        let now = house.now();
        at_once(house, move |c| {
            let slug = "sanhe".parse().expect("a slug");
            let id =
                make_station(c, 630_203_102, &slug, &draft(), By::Program, now).expect("nothing stands in the way");
            assert_eq!(id, SANHE);
            add_owner(c, id, ("党群活动中心", "Community Centre"), By::Program, now)?;
            add_owner(c, id, ("人大代表联络室", ""), By::Program, now)?;
            Ok::<_, Fault>(())
        })
        .expect("a station can be made");
    }
    houses
}

pub fn at_once<T, E: Undone>(house: &TestHouse, f: impl FnOnce(&mut Conn) -> Result<T, E>) -> Result<T, E> {
    Conn::open(&house.settings.database)?.in_transaction(f)
}

/// Somebody who works in Sanhe, signed in: the value of the cookie.
pub fn works_here(house: &TestHouse, login: &str, role: Role) -> String {
    let at = house.house();
    let new = people::new_staff(&at, login, "祁海燕", "gate-open-7-days").expect("a hash").expect("a good login");
    let signed_in = at_once(house, |c| {
        let Ok(id) = people::add_staff(c, &at, By::Program, &new) else {
            return Err(Fault::broken("the login is new"));
        };
        people::give_role(c, &at, By::Program, id, SANHE, role, None)?;
        session::open(c, Kind::Staff, id.0, at.now(), &at.chance)
    });
    signed_in.expect("staff can sign in").as_str().to_owned()
}

/// One request to the pages and the API of this slice.
pub async fn ask(house: &TestHouse, request: Request<Body>) -> (StatusCode, String) {
    let api = crate::api().router();
    let app: Router = crate::routes().merge(api).with_state(house.house());
    let response = app.oneshot(request).await.expect("a router always answers");
    let status = response.status();
    let place = response.headers().get(header::LOCATION).and_then(|l| l.to_str().ok()).unwrap_or_default().to_owned();
    let body = to_bytes(response.into_body(), 1 << 20).await.expect("the body is short");
    (status, place + &String::from_utf8_lossy(&body))
}

pub async fn get(house: &TestHouse, path: &str) -> (StatusCode, String) {
    ask(house, Request::get(path).body(Body::empty()).expect("a request")).await
}

/// A form sent, or a page asked for, by somebody signed in.
pub async fn desk(house: &TestHouse, token: &str, path: &str, form: Option<&str>) -> (StatusCode, String) {
    let request = match form {
        Some(_) => Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"),
        None => Request::get(path),
    };
    let request = request.header(header::COOKIE, format!("session={token}"));
    ask(house, request.body(Body::from(form.unwrap_or_default().to_owned())).expect("a request")).await
}
