//! One call: who asks in which language and format, and with which arguments.
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, Query};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use stations::Station;

use super::errors::Failed;
use super::reply::{Format, Reply};
use super::tree::Document;
use crate::rules::{Given, No};

#[derive(Clone)]
pub struct Call {
    pub house: House,
    pub v: View,
    pub format: Format,
    /// What stands in the query.
    pub given: Given,
    /// The last part of the path without its format: a code, an id, a token.
    pub named: String,
}

impl FromRequestParts<House> for Call {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Call, Infallible> {
        let path = parts.uri.path();
        let format = Format::of(path);
        let last = path.rsplit('/').next().unwrap_or_default();
        // Codes, ids and tokens are of letters, digits and dashes: one that has to be escaped names nothing.
        let named = last.rsplit_once('.').map_or(last, |(name, _)| name).to_owned();
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        let given = Given::new(pairs.map(|Query(pairs)| pairs).unwrap_or_default());
        let v = View::of(house, &parts.headers, "/".into());
        Ok(Call { house: house.clone(), v, format, given, named })
    }
}

impl Call {
    /// The station that the arguments name; without a name the only one that there is.
    pub async fn station(&self, given: &Given) -> Result<Arc<Station>, Failed> {
        const FIELD: &str = "jurisdiction_id";
        let slug = match given.one(FIELD) {
            Some(slug) => slug.to_owned(),
            None => {
                let some = self.house.db.read(|c: &mut Conn| stations::some(c, None, 0, 2)).await?;
                match some.as_slice() {
                    [only] => only.slug.clone(),
                    _ => return Err(No::Missing(FIELD).into()),
                }
            }
        };
        match stations::station(&self.house, &slug).await {
            Err(Fault::NotFound) => Err(No::Unknown(FIELD).into()),
            found => Ok(found?),
        }
    }

    pub fn answer(&self, done: Result<Document, Failed>) -> Response {
        match done {
            Ok(document) => self.good(document).into_response(),
            Err(failed) => failed.reply(&self.v, self.format).into_response(),
        }
    }

    fn good(&self, document: Document) -> Reply {
        Reply { status: StatusCode::OK, format: self.format, lang: self.v.lang, document, again: None }
    }
}
