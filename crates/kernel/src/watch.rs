//! What an operator sees of the running program: counts and durations by route, never by person.
//!
//! Written as OpenMetrics 1.0 text, which Prometheus reads: families with their type and help, one line per set of labels, histograms
//! with cumulative buckets, `# EOF` at the end.
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

/// Counters and histograms, shared by everyone who counts.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<Counts>>);

#[derive(Default)]
struct Counts {
    /// By method, route and status.
    requests: BTreeMap<(String, String, u16), u64>,
    /// By route.
    seconds: BTreeMap<String, Durations>,
    /// By what became of them.
    messages: BTreeMap<&'static str, u64>,
}

/// Buckets of a histogram: from half a millisecond, doubling, up to four seconds, and what took longer.
const BUCKETS: usize = 14;
const SMALLEST: f64 = 0.000_5;

#[derive(Default)]
struct Durations {
    within: [u64; BUCKETS + 1],
    sum: f64,
}

fn bound(bucket: usize) -> f64 {
    SMALLEST * f64::from(1_u32 << bucket)
}

impl Durations {
    fn observe(&mut self, seconds: f64) {
        let bucket = (0..BUCKETS).find(|b| seconds <= bound(*b)).unwrap_or(BUCKETS);
        self.within[bucket] += 1;
        self.sum += seconds;
    }

    fn write(&self, out: &mut String, route: &str) {
        let mut count = 0;
        for (bucket, n) in self.within.iter().enumerate() {
            count += n;
            let le = if bucket < BUCKETS { bound(bucket).to_string() } else { "+Inf".to_owned() };
            line(out, "yizhan_http_request_seconds_bucket", &[("le", &le), ("route", route)], count);
        }
        line(out, "yizhan_http_request_seconds_count", &[("route", route)], count);
        line(out, "yizhan_http_request_seconds_sum", &[("route", route)], self.sum);
    }
}

/// One value. Labels are templates of routes and words of our own; what would end a label early is escaped all the same.
fn line(out: &mut String, name: &str, labels: &[(&str, &str)], value: impl std::fmt::Display) {
    let label = |(k, v): &(&str, &str)| {
        format!("{k}=\"{}\"", v.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
    };
    let labels: Vec<String> = labels.iter().map(label).collect();
    // Writing into a String does not fail.
    let _ = writeln!(out, "{name}{{{}}} {value}", labels.join(","));
}

fn family(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP yizhan_{name} {help}.\n# TYPE yizhan_{name} {kind}");
}

impl Watch {
    pub fn message(&self, outcome: &'static str) {
        self.counting(|counts| *counts.messages.entry(outcome).or_default() += 1);
    }

    fn answered(&self, method: String, route: String, status: u16, seconds: f64) {
        self.counting(|counts| {
            counts.seconds.entry(route.clone()).or_default().observe(seconds);
            *counts.requests.entry((method, route, status)).or_default() += 1;
        });
    }

    fn counting<T>(&self, change: impl FnOnce(&mut Counts) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The OpenMetrics text that Prometheus reads.
    pub fn text(&self) -> String {
        self.counting(|counts| {
            let mut out = String::new();
            family(&mut out, "http_requests", "counter", "Requests answered, by route and status");
            for ((method, route, status), n) in &counts.requests {
                let status = status.to_string();
                let labels = [("method", method.as_str()), ("route", route), ("status", &status)];
                line(&mut out, "yizhan_http_requests_total", &labels, n);
            }
            family(&mut out, "http_request_seconds", "histogram", "Time to the answer, by route");
            for (route, durations) in &counts.seconds {
                durations.write(&mut out, route);
            }
            family(&mut out, "messages", "counter", "Messages to people, by what became of them");
            for (outcome, n) in &counts.messages {
                line(&mut out, "yizhan_messages_total", &[("outcome", outcome)], n);
            }
            out.push_str("# EOF\n");
            out
        })
    }
}

/// A method of HTTP. Any other word that somebody sends is counted as one: each would be a line of its own for ever.
fn named(method: &Method) -> &str {
    let known = [Method::GET, Method::HEAD, Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS];
    if known.contains(method) { method.as_str() } else { "other" }
}

/// Counts and logs each request by its route template: no path, no query, no address, no user agent.
pub async fn requests(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = named(request.method()).to_owned();
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    tracing::info!(method, route, status, ms = took.as_millis(), "answered");
    watch.answered(method, route, status, took.as_secs_f64());
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_text_that_prometheus_reads() {
        let watch = Watch::default();
        for (status, seconds) in [(200, 0.000_4), (200, 0.003), (404, 9.0)] {
            watch.answered("GET".to_owned(), "/s/{slug}".to_owned(), status, seconds);
        }
        watch.message("sent");
        let text = watch.text();
        for expected in [
            "# TYPE yizhan_http_requests counter",
            "yizhan_http_requests_total{method=\"GET\",route=\"/s/{slug}\",status=\"200\"} 2",
            "yizhan_http_requests_total{method=\"GET\",route=\"/s/{slug}\",status=\"404\"} 1",
            "yizhan_http_request_seconds_bucket{le=\"0.0005\",route=\"/s/{slug}\"} 1",
            "yizhan_http_request_seconds_bucket{le=\"0.004\",route=\"/s/{slug}\"} 2",
            "yizhan_http_request_seconds_bucket{le=\"4.096\",route=\"/s/{slug}\"} 2",
            "yizhan_http_request_seconds_bucket{le=\"+Inf\",route=\"/s/{slug}\"} 3",
            "yizhan_http_request_seconds_count{route=\"/s/{slug}\"} 3",
            "yizhan_messages_total{outcome=\"sent\"} 1",
        ] {
            assert!(text.lines().any(|l| l == expected), "{expected} is missing in\n{text}");
        }
        assert!(text.ends_with("# EOF\n"));
    }

    #[test]
    fn a_word_that_is_no_method_is_no_line_of_its_own() {
        let made_up = Method::from_bytes(b"MADE-UP").expect("a token");
        assert_eq!((named(&Method::PUT), named(&made_up)), ("PUT", "other"));
    }

    #[test]
    fn no_label_ends_early() {
        let watch = Watch::default();
        watch.answered("GET".to_owned(), "/\"}\n1 \\".to_owned(), 200, 0.1);
        assert!(watch.text().contains(r#"route="/\"}\n1 \\""#), "{}", watch.text());
    }
}
