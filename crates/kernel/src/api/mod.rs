//! The JSON side: problem documents (RFC 9457) and readers of bodies, queries and paths that fail as such.
mod described;
mod failing;

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::fault::Fault;
use crate::form::Problems;
use crate::house::House;
use crate::refusal::{Next, Not, Refusal, Said};
use crate::view::View;

pub use described::{Api, Make};
pub use failing::failures;

/// Why a request did not do what it asks (`application/problem+json`).
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// What kind of problem: `/problems/slot-taken`. Stable; programs decide by it.
    #[serde(rename = "type")]
    pub kind: String,
    /// The same in a few words of the reader's language.
    pub title: String,
    /// The HTTP status, once more.
    pub status: u16,
    /// What happened and what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The nearest things that work.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<Next>,
    /// Field by field, what is wrong with the request.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
}

impl Problem {
    pub fn new(status: StatusCode, code: &str, title: String) -> Problem {
        let (kind, status) = (format!("/problems/{code}"), status.as_u16());
        Problem { kind, title, status, detail: None, next: vec![], fields: BTreeMap::new() }
    }

    pub fn refused(v: &View, refusal: &impl Refusal) -> Problem {
        Problem::said(refusal, refusal.say(v))
    }

    /// A refusal whose words are known.
    pub fn said(refusal: &impl Refusal, said: Said) -> Problem {
        Problem { next: said.next, ..Problem::new(refusal.status(), refusal.code(), said.what) }
    }

    pub fn fields(v: &View, problems: &Problems) -> Problem {
        let fields = problems.fields(v).map(|(field, said)| (field.to_owned(), said)).collect();
        let title = v.t("fault-fields");
        Problem { fields, ..Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-fields", title) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(self)).into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

/// What an API handler fails with.
#[derive(Debug)]
pub enum Wrong {
    Problem(Box<Problem>),
    Fault(Fault),
}

impl Wrong {
    /// A refusal or a fault of a change, said in the reader's language.
    pub fn of<R: Refusal>(v: &View, not: Not<R>) -> Wrong {
        Wrong::said(not, |refusal| refusal.say(v))
    }

    /// The same in words that depend on more than the language: on the station's zone, on what else works.
    pub fn said<R: Refusal>(not: Not<R>, words: impl FnOnce(&R) -> Said) -> Wrong {
        match not {
            Not::Refused(refusal) => {
                let said = words(&refusal);
                Problem::said(&refusal, said).into()
            }
            Not::Fault(fault) => Wrong::Fault(fault),
        }
    }
}

impl From<Problem> for Wrong {
    fn from(problem: Problem) -> Wrong {
        Wrong::Problem(Box::new(problem))
    }
}
impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Wrong {
        Wrong::Fault(fault)
    }
}
impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        match self {
            Wrong::Problem(problem) => problem.into_response(),
            Wrong::Fault(fault) => fault.into_response(),
        }
    }
}

fn unreadable(v: &View, status: StatusCode, why: String) -> Problem {
    Problem { detail: Some(why), ..Problem::new(status, "unreadable-request", v.t("fault-unreadable")) }
}

/// A JSON body.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned> FromRequest<House> for Body<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, house: &House) -> Result<Body<T>, Problem> {
        let v = View::of(house, request.headers(), "/".into());
        let (parts, body) = request.into_parts();
        let bytes = Bytes::from_request(Request::from_parts(parts.clone(), body), house).await;
        let bytes = bytes.map_err(|e| unreadable(&v, e.status(), e.body_text()))?;
        // A list would be taken for the fields in their order: our bodies are objects.
        if bytes.trim_ascii_start().first() == Some(&b'[') {
            return Err(unreadable(&v, StatusCode::BAD_REQUEST, "a list stands where an object is wanted".into()));
        }
        let read = axum::Json::<T>::from_request(Request::from_parts(parts, bytes.into()), house).await;
        read.map(|axum::Json(t)| Body(t)).map_err(|e: JsonRejection| unreadable(&v, e.status(), e.body_text()))
    }
}

/// The values of a query string.
pub struct Ask<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<House> for Ask<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Ask<T>, Problem> {
        let read = Query::<T>::from_request_parts(parts, house).await;
        let v = View::of(house, &parts.headers, "/".into());
        read.map(|Query(t)| Ask(t)).map_err(|e: QueryRejection| unreadable(&v, e.status(), e.body_text()))
    }
}

/// The values of a path. One that cannot be read names nothing: 404.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<House> for At<T> {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<At<T>, Fault> {
        let read = Path::<T>::from_request_parts(parts, house).await;
        read.map(|Path(t)| At(t)).map_err(|_: PathRejection| Fault::NotFound)
    }
}
