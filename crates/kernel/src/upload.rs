//! Forms with files (`multipart/form-data`, RFC 7578), read as a form and its files; and the same forms without files.
use axum::Form;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;

use crate::house::House;
use crate::page::query_value;

/// The largest body of a form with files, in bytes: three photos of a telephone.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The longest text of all fields of such a form, in bytes.
const MOST_TEXT: usize = 256 * 1024;
/// More parts than any form of ours has.
const MOST_PARTS: usize = 64;

/// What was typed, and what was attached.
#[derive(Debug)]
pub struct Upload<F> {
    pub form: F,
    /// In the order in which they were chosen; a field where nothing was chosen has none.
    pub files: Vec<File>,
}

/// One file. What it was called is thrown away: names of files name people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The field that it was chosen in.
    pub field: String,
    pub bytes: Vec<u8>,
}

/// For routes that take [`Upload`]: they may be sent more than others.
pub fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(MOST_BYTES)
}

/// Whether a request brings files, so that a slow line needs longer for it.
pub fn brings_files(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|media| media.as_bytes().starts_with(b"multipart/form-data"))
}

impl<F: DeserializeOwned + Send> FromRequest<House> for Upload<F> {
    type Rejection = Response;
    async fn from_request(request: Request, house: &House) -> Result<Upload<F>, Response> {
        if !brings_files(request.headers()) {
            let Form(form) = Form::<F>::from_request(request, house).await.map_err(IntoResponse::into_response)?;
            return Ok(Upload { form, files: vec![] });
        }
        let parts = Multipart::from_request(request, house).await.map_err(IntoResponse::into_response)?;
        let (fields, files) = read(parts).await?;
        Ok(Upload { form: form(fields, house).await?, files })
    }
}

/// What was typed, encoded as a form without files encodes it, and the files.
async fn read(mut parts: Multipart) -> Result<(String, Vec<File>), Response> {
    let (mut fields, mut files, mut typed, mut left) = (vec![], vec![], 0, MOST_PARTS);
    while let Some(part) = parts.next_field().await.map_err(IntoResponse::into_response)? {
        let field = part.name().unwrap_or_default().to_owned();
        let is_file = part.file_name().is_some();
        let bytes = part.bytes().await.map_err(IntoResponse::into_response)?;
        left = left.checked_sub(1).ok_or_else(too_much)?;
        if !is_file {
            typed += bytes.len();
            // Before it is written out for the form, which makes three bytes of most.
            if typed > MOST_TEXT {
                return Err(too_much());
            }
            let text = str::from_utf8(&bytes).map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
            fields.push(format!("{}={}", query_value(&field), query_value(text)));
        } else if !bytes.is_empty() {
            files.push(File { field, bytes: bytes.into() });
        }
    }
    Ok((fields.join("&"), files))
}

fn too_much() -> Response {
    StatusCode::PAYLOAD_TOO_LARGE.into_response()
}

/// The text parts, read as the form that a page without files would have sent.
async fn form<F: DeserializeOwned + Send>(fields: String, house: &House) -> Result<F, Response> {
    let mut request = Request::post("/").body(Body::from(fields)).map_err(|_| too_much())?;
    let media = HeaderValue::from_static("application/x-www-form-urlencoded");
    request.headers_mut().insert(CONTENT_TYPE, media);
    let Form(form) = Form::<F>::from_request(request, house).await.map_err(IntoResponse::into_response)?;
    Ok(form)
}

#[cfg(test)]
mod tests {
    use axum::http::request::Builder;
    use serde::Deserialize;

    use super::*;
    use crate::testing;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Asked {
        text: String,
        #[serde(default)]
        once: String,
    }

    async fn sent(media: &str, body: &[u8]) -> Result<Upload<Asked>, StatusCode> {
        let request =
            Builder::new().method("POST").uri("/").header(CONTENT_TYPE, media).body(Body::from(body.to_vec()));
        Upload::from_request(request.expect("a request"), &testing::on_sqlite(&[], &[])).await.map_err(|r| r.status())
    }

    const MEDIA: &str = "multipart/form-data; boundary=x";

    #[tokio::test]
    async fn fields_and_files_are_told_apart() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n路灯 100% & 更多=\r\n二行\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"张三的照片.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\u{1}\u{2}\r\n\
                    --x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
        let upload = sent(MEDIA, body.as_bytes()).await.expect("read");
        assert_eq!(upload.form, Asked { text: "路灯 100% & 更多=\r\n二行".into(), once: String::new() });
        assert_eq!(upload.files, [File { field: "photo".into(), bytes: vec![1, 2] }]);
    }

    #[tokio::test]
    async fn the_same_form_without_files_is_read_too() {
        let upload = sent("application/x-www-form-urlencoded", b"text=a+b&once=1").await.expect("read");
        assert_eq!((upload.form, upload.files), (Asked { text: "a b".into(), once: "1".into() }, vec![]));
    }

    fn part(text: &str) -> String {
        format!("--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n")
    }

    #[tokio::test]
    async fn what_cannot_be_read_is_refused() {
        assert_eq!(sent(MEDIA, b"--x\r\nContent-Dis").await.expect_err("cut off"), StatusCode::BAD_REQUEST);
        let unnamed = b"--x\r\nContent-Disposition: form-data; name=\"once\"\r\n\r\n1\r\n--x--\r\n";
        assert_eq!(sent(MEDIA, unnamed).await.expect_err("no text"), StatusCode::UNPROCESSABLE_ENTITY);
        let odd = b"--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\xff\r\n--x--\r\n";
        assert_eq!(sent(MEDIA, odd).await.expect_err("not UTF-8"), StatusCode::BAD_REQUEST);
        let long = format!("{}--x--\r\n", part(&"1".repeat(MOST_TEXT / 2 + 1)).repeat(2));
        assert_eq!(sent(MEDIA, long.as_bytes()).await.expect_err("too much text"), StatusCode::PAYLOAD_TOO_LARGE);
        let many = format!("{}--x--\r\n", part("1").repeat(MOST_PARTS + 1));
        assert_eq!(sent(MEDIA, many.as_bytes()).await.expect_err("too many parts"), StatusCode::PAYLOAD_TOO_LARGE);
    }
}
