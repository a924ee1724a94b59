//! Surveys at the desk through the real router, on every engine.
mod managing;
mod typing;
mod programs;
mod pages;

use axum::body::Body;
use axum::http::{Request, Response, header};
use kernel::db::Conn;
use kernel::session::{self, Kind as Signed};
use tower::ServiceExt as _;

use crate::SurveyId;
use crate::acts;
use crate::rules::ballot::Code;
use crate::testing::{asked, homes};
use crate::tests::{LAST, TODAY, Town};

/// Where the pages and the calls are.
pub const DESK: &str = "/s/sanhe/desk/survey";
pub const CALLS: &str = "/api/v1/stations/sanhe/desk/surveys";

/// The list as it is pasted.
pub fn pasted(n: usize) -> String {
    homes(n).iter().map(|home| format!("{},{}\n", home.village, home.address)).collect()
}

/// The codes of printed ballots, in the order of the sheets.
pub fn codes_of(sheets: &str) -> Vec<Code> {
    let printed = sheets.split("class=\"code\">").skip(1).filter_map(|rest| rest.split('<').next());
    printed.map(|code| Code::typed(code).expect("a code")).collect()
}

impl Town {
    /// Sixty of two hundred households are drawn, and no ballot is printed.
    pub async fn draws(&self) -> SurveyId {
        let (h, at) = (&self.house, &self.station);
        let id = acts::make(h, at, asked(TODAY, LAST, 60), self.by()).await.unwrap();
        acts::list(h, at, (id, homes(200)), self.by()).await.unwrap();
        acts::draw(h, at, id, self.by()).await.unwrap();
        id
    }

    /// What a manager's press is answered, with its headers.
    pub async fn pressed(&self, path: &str, form: &'static str) -> Response<Body> {
        let (h, id, now) = (self.house.house(), self.manager.id.0, self.house.now());
        let open = move |c: &mut Conn| session::open(c, Signed::Staff, id, now, &h.chance);
        let session = self.house.db.write(open).await.unwrap();
        let request = Request::post(path)
            .header(header::COOKIE, format!("session={}", session.as_str()))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let app = crate::desk::survey::routes().with_state(self.house.house());
        app.oneshot(request.body(Body::from(form)).unwrap()).await.expect("a router always answers")
    }
}
