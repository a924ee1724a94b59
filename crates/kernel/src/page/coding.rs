//! Which content coding a client can read (RFC 9110, 12.5.3).

/// The codings in which an asset is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    Brotli,
    Gzip,
    Plain,
}

/// The smallest of our codings that `accepted` (the value of `Accept-Encoding`) allows; `*` stands for those not named.
pub fn choose(accepted: &str) -> Coding {
    let (mut brotli, mut gzip, mut rest) = (None, None, false);
    for part in accepted.split(',') {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        let wanted = weight.trim().strip_prefix("q=").is_none_or(|q| q.parse::<f32>().is_ok_and(|q| q > 0.0));
        match name.trim() {
            n if n.eq_ignore_ascii_case("br") => brotli = Some(wanted),
            n if n.eq_ignore_ascii_case("gzip") => gzip = Some(wanted),
            "*" => rest = wanted,
            _ => {}
        }
    }
    match (brotli.unwrap_or(rest), gzip.unwrap_or(rest)) {
        (true, _) => Coding::Brotli,
        (false, true) => Coding::Gzip,
        (false, false) => Coding::Plain,
    }
}
