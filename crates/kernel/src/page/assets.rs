//! Style sheets, scripts, icons and sounds, under names that change with what is in them, compressed once. A slice that has
//! files of its own makes them with [`Asset`] and serves them with [`serve`].
use std::io::Write;
use std::sync::{LazyLock, OnceLock};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use axum::routing::get;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::coding::{Coding, choose};
use super::shrink;
use crate::house::House;

const YEAR: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// One file, ready to be sent in three codings, or as it is when its format is compressed by itself.
pub struct Asset {
    name: &'static str,
    url: String,
    media: HeaderValue,
    hash: String,
    packed: bool,
    plain: Form,
    gzip: OnceLock<Form>,
    brotli: OnceLock<Form>,
}

pub(super) struct Form {
    pub(super) bytes: Bytes,
    etag: HeaderValue,
    coding: Option<HeaderValue>,
}

macro_rules! sheets {
    ($($name:literal),+) => { concat!($(include_str!(concat!("../../assets/", $name))),+) };
}

static ASSETS: LazyLock<[Asset; 10]> = LazyLock::new(|| {
    [
        Asset::css("yz.css", sheets!("base.css", "parts.css", "forms.css")),
        // Whoever only reads is sent nothing of forms.
        Asset::css("read.css", sheets!("base.css", "parts.css", "text.css")),
        Asset::css("text.css", include_str!("../../assets/text.css")),
        Asset::css("desk.css", include_str!("../../assets/desk.css")),
        Asset::css("hall.css", include_str!("../../assets/hall.css")),
        Asset::css("print.css", include_str!("../../assets/print.css")),
        Asset::js("yz.js", include_str!("../../assets/yz.js")),
        Asset::js("desk.js", include_str!("../../assets/desk.js")),
        Asset::js("passkey.js", include_str!("../../assets/passkey.js")),
        Asset::new("lamp.svg", "image/svg+xml", include_str!("../../assets/lamp.svg").trim(), false),
    ]
});

/// Where `name` is served: `/assets/yz-1f3c….css`. Unknown names lead to a 404, which the page tests would show.
pub fn asset_url(name: &str) -> &'static str {
    asset(name).map_or("/assets/unknown", |a| &a.url)
}

pub(super) fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|a| a.name == name)
}

pub fn routes() -> Router<House> {
    serve(&*ASSETS)
}

/// One route per file, so that the router's own lookup is the only one.
pub fn serve(assets: &'static [Asset]) -> Router<House> {
    // The best compression takes a while: it must not hold up the start, and is done before most people ask.
    std::thread::spawn(|| {
        for asset in assets.iter() {
            asset.form(Coding::Brotli);
            asset.form(Coding::Gzip);
        }
    });
    assets.iter().fold(Router::new(), |router, asset| {
        router.route(&asset.url, get(async move |headers: HeaderMap| asset.answer(&headers)))
    })
}

impl Asset {
    /// A style sheet; comments and indentation are taken out.
    pub fn css(name: &'static str, text: &str) -> Asset {
        Asset::new(name, "text/css; charset=utf-8", shrink::css(text), false)
    }

    /// A script; comments on lines of their own and indentation are taken out.
    pub fn js(name: &'static str, text: &str) -> Asset {
        Asset::new(name, "text/javascript; charset=utf-8", shrink::js(text), false)
    }

    /// Something whose format is compressed by itself: a sound, a font. It is sent as it is.
    pub fn packed(name: &'static str, media: &'static str, bytes: impl Into<Vec<u8>>) -> Asset {
        Asset::new(name, media, bytes, true)
    }

    fn new(name: &'static str, media: &'static str, bytes: impl Into<Vec<u8>>, packed: bool) -> Asset {
        let bytes = bytes.into();
        let hash = HEXLOWER.encode(&Sha256::digest(&bytes)[..6]);
        let (stem, kind) = name.split_once('.').unwrap_or((name, "txt"));
        Asset {
            name,
            url: format!("/assets/{stem}-{hash}.{kind}"),
            media: HeaderValue::from_static(media),
            packed,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
            plain: Form::new(&hash, bytes, None),
            hash,
        }
    }

    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Where it is served: `/assets/yz-1f3c….css`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How many bytes it is as most browsers get it.
    pub fn sent(&self) -> usize {
        self.form(Coding::Brotli).bytes.len()
    }

    /// The file in `coding`; compressed by whoever asks first.
    pub(super) fn form(&self, coding: Coding) -> &Form {
        match coding {
            _ if self.packed => &self.plain,
            Coding::Brotli => self.brotli.get_or_init(|| Form::new(&self.hash, brotli(&self.plain.bytes), Some("br"))),
            Coding::Gzip => self.gzip.get_or_init(|| Form::new(&self.hash, gzip(&self.plain.bytes), Some("gzip"))),
            Coding::Plain => &self.plain,
        }
    }

    /// The file, or 304 to whoever has it.
    pub fn answer(&self, asked: &HeaderMap) -> Response<Body> {
        let accepted = asked.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or("");
        let form = self.form(choose(accepted));
        let known = knows(asked, &form.etag);
        let mut response = Response::new(if known { Body::empty() } else { Body::from(form.bytes.clone()) });
        let headers = response.headers_mut();
        headers.insert(CACHE_CONTROL, YEAR);
        headers.insert(ETAG, form.etag.clone());
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        headers.insert(CONTENT_TYPE, self.media.clone());
        if let Some(coding) = &form.coding {
            headers.insert(CONTENT_ENCODING, coding.clone());
        }
        response
    }
}

impl Form {
    fn new(hash: &str, bytes: Vec<u8>, coding: Option<&'static str>) -> Form {
        let tag = format!("\"{hash}{}\"", coding.map_or(String::new(), |c| format!("-{c}")));
        let etag = HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"?\""));
        Form { bytes: bytes.into(), etag, coding: coding.map(HeaderValue::from_static) }
    }
}

/// Whether the `If-None-Match` list of a request names `etag`, by weak comparison (RFC 9110, 13.1.2).
pub fn knows(asked: &HeaderMap, etag: &HeaderValue) -> bool {
    let tags = asked.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let (Some(tags), Ok(etag)) = (tags, etag.to_str()) else { return false };
    tags.split(',').map(str::trim).any(|t| t == "*" || t.strip_prefix("W/").unwrap_or(t) == etag)
}

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let written = encoder.write_all(text).and_then(|()| encoder.finish());
    // The sink is memory: there is nothing that could fail.
    written.expect("memory takes every byte")
}

fn brotli(text: &[u8]) -> Vec<u8> {
    // A window of 64 KB holds every file of ours; a larger one costs start time and memory.
    let params =
        brotli::enc::BrotliEncoderParams { lgwin: 16, quality: 11, size_hint: text.len(), ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &text[..], &mut out, &params).expect("memory takes every byte");
    out
}
