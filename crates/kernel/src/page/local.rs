//! Paths that lead back to a page of our own, and nowhere else.
use std::fmt::Write;

/// `path` if it leads to this site and no other: one slash at the start, none of the ways that browsers read as a host
/// or a scheme (`//host`, `/\host`, a tab or line break that they drop), and not longer than a reasonable link.
pub fn local_path(path: &str) -> Option<&str> {
    let rest = path.strip_prefix('/')?;
    let leaves = rest.starts_with('/') || path.contains('\\') || path.contains("://") && !path.contains('?');
    let odd = path.chars().any(|c| c.is_control() || c.is_whitespace());
    (!leaves && !odd && path.len() <= 2000).then_some(path)
}

/// `text` as a value in a query: everything but unreserved characters and slashes is percent-encoded (RFC 3986, 2.3, 3.4).
pub fn query_value(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"-._~/".contains(&b) {
            out.push(char::from(b));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{b:02X}");
        }
        out
    })
}
