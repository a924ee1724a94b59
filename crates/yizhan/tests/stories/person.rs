//! Somebody with a browser, or a program with a token.
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Mutex;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

use crate::page::Page;
use crate::town::Town;

pub struct Person<'t> {
    town: &'t Town,
    jar: Mutex<BTreeMap<String, String>>,
    token: Option<String>,
    language: &'static str,
    address: SocketAddr,
}

impl<'t> Person<'t> {
    pub fn new(town: &'t Town) -> Person<'t> {
        Person { town, jar: Mutex::default(), token: None, language: "zh-CN", address: ([127, 0, 0, 1], 50_000).into() }
    }

    /// The same person, reading English.
    pub fn in_english(self) -> Person<'t> {
        Person { language: "en", ..self }
    }

    /// The same person as a program that shows a token.
    pub fn with_token(self, token: &str) -> Person<'t> {
        Person { token: Some(token.to_owned()), ..self }
    }

    /// The same person somewhere else.
    pub fn at_address(self, address: [u8; 4]) -> Person<'t> {
        Person { address: (address, 50_000).into(), ..self }
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar.lock().expect("nobody panicked").get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar.lock().expect("nobody panicked").insert(name.into(), value.into());
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Method::GET, path, &[], None).await
    }

    /// Follows redirections to the page at their end.
    pub async fn visit(&self, path: &str) -> Page {
        let mut page = self.get(path).await;
        for _ in 0..5 {
            let Some(next) = page.header("location").map(str::to_owned) else { break };
            page = self.get(&next).await;
        }
        page
    }

    /// Sends a form as a browser does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let pairs: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encoded(n), encoded(v))).collect();
        let form = Some(("application/x-www-form-urlencoded", pairs.join("&").into_bytes()));
        self.send(Method::POST, path, &[("sec-fetch-site", "same-origin")], form).await
    }

    /// Fills in the form of `page` whose action contains `action`, and sends it: what the page has typed already stays.
    pub async fn submit(&self, page: &Page, action: &str, typed: &[(&str, &str)]) -> Page {
        let form = page.form(action);
        let mut fields = form.fields.clone();
        for (name, value) in typed {
            fields.retain(|(n, _)| n != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let path = if form.action.is_empty() { page.path.clone() } else { form.action.clone() };
        if form.post {
            return self.post(&path, &fields).await;
        }
        let query: Vec<String> = fields.iter().map(|(n, v)| format!("{}={}", encoded(n), encoded(v))).collect();
        self.visit(&format!("{path}?{}", query.join("&"))).await
    }

    /// Asks the JSON API; `path` is below `/api/v1`.
    pub async fn api(&self, method: Method, path: &str, body: Option<Value>) -> Page {
        self.api_with(method, path, &[], body).await
    }

    pub async fn api_with(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Option<Value>) -> Page {
        let body = body.map(|json| ("application/json", json.to_string().into_bytes()));
        self.send(method, &format!("/api/v1{path}"), headers, body).await
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<(&str, Vec<u8>)>,
    ) -> Page {
        let mut request = Request::builder().method(method.clone()).uri(path).header(header::HOST, "sanhe.test");
        request = request.header(header::ACCEPT_LANGUAGE, self.language);
        let jar: Vec<String> =
            self.jar.lock().expect("nobody panicked").iter().map(|(n, v)| format!("{n}={v}")).collect();
        if !jar.is_empty() {
            request = request.header(header::COOKIE, jar.join("; "));
        }
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (media, bytes) = body.unzip();
        if let Some(media) = media {
            request = request.header(header::CONTENT_TYPE, media);
        }
        let request = request
            .extension(ConnectInfo(self.address))
            .body(Body::from(bytes.unwrap_or_default()))
            .expect("a request");
        let response = self.town.web.clone().oneshot(request).await.expect("the router answers");
        self.keep_cookies(response.headers());
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("the body ends").to_bytes();
        let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|e| format!("not UTF-8: {e}"));
        let page = Page { status: parts.status.as_u16(), path: path.to_owned(), headers: parts.headers, text };
        assert!(page.status != 500, "{method} {path} on {:?} broke: {}", self.town.engine(), page.text);
        page
    }

    fn keep_cookies(&self, headers: &axum::http::HeaderMap) {
        let mut jar = self.jar.lock().expect("nobody panicked");
        for line in headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let Some((name, value)) = line.split(';').next().and_then(|pair| pair.split_once('=')) else { continue };
            match line.contains("Max-Age=0") {
                true => jar.remove(name),
                false => jar.insert(name.to_owned(), value.to_owned()),
            };
        }
    }
}

/// As in a form: everything but letters, digits and a few signs as %XX.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect()
}
