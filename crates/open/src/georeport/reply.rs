//! An answer in the format that the address ends in.
use axum::http::header::{CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use kernel::words::Lang;

use super::json::json;
use super::tree::Document;
use super::xml::xml;

/// What follows the last dot of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Xml,
    Json,
}

impl Format {
    /// "XML is a required format": what ends in nothing that is known gets it.
    pub fn of(path: &str) -> Format {
        if path.ends_with(".json") { Format::Json } else { Format::Xml }
    }

    fn media(self) -> &'static str {
        match self {
            Format::Xml => "text/xml; charset=utf-8",
            Format::Json => "application/json; charset=utf-8",
        }
    }
}

/// What is sent: how it went, and the document.
pub struct Reply {
    pub status: StatusCode,
    pub format: Format,
    pub lang: Lang,
    pub document: Document,
    /// Seconds after which it is worth to try again.
    pub again: Option<u64>,
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let body = match self.format {
            Format::Xml => xml(&self.document),
            Format::Json => json(&self.document),
        };
        let body = match body {
            Ok(body) => body,
            Err(fault) => return Fault::into_response(fault),
        };
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(self.format.media()));
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(self.lang.tag()));
        headers.insert(VARY, HeaderValue::from_static("accept-language, cookie"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.again {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
