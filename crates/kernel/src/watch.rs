//! What an operator sees of the running program: counts and durations by route, never by person.
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

/// Counters and histograms, shared by everyone who counts.
#[derive(Clone)]
pub struct Watch {
    registry: Arc<Registry>,
    requests: Family<Asked, Counter<u64, AtomicU64>>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    messages: Family<Sent, Counter<u64, AtomicU64>>,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: String,
    route: String,
    status: u16,
}
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Route {
    route: String,
}
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Sent {
    outcome: String,
}

/// From half a millisecond, doubling, up to four seconds.
fn histogram() -> Histogram {
    Histogram::new(exponential_buckets(0.000_5, 2.0, 14))
}

impl Default for Watch {
    fn default() -> Watch {
        let mut registry = Registry::with_prefix("yizhan");
        let requests = Family::default();
        let seconds = Family::new_with_constructor(histogram as fn() -> Histogram);
        let messages = Family::default();
        registry.register("http_requests", "Requests answered, by route and status", requests.clone());
        registry.register("http_request_seconds", "Time to the answer, by route", seconds.clone());
        registry.register("messages", "Messages to people, by what became of them", messages.clone());
        Watch { registry: Arc::new(registry), requests, seconds, messages }
    }
}

impl Watch {
    pub fn message(&self, outcome: &'static str) {
        self.messages.get_or_create(&Sent { outcome: outcome.to_owned() }).inc();
    }

    /// The OpenMetrics text that Prometheus reads.
    pub fn text(&self) -> String {
        let mut out = String::new();
        // Writing into a String does not fail.
        let _ = encode(&mut out, &self.registry);
        out
    }
}

/// Counts and logs each request by its route template: no path, no query, no address, no user agent.
pub async fn requests(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().as_str().to_owned();
    let route = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status().as_u16(), began.elapsed());
    tracing::info!(method, route, status, ms = took.as_millis(), "answered");
    watch.seconds.get_or_create(&Route { route: route.clone() }).observe(took.as_secs_f64());
    watch.requests.get_or_create(&Asked { method, route, status }).inc();
    response
}
