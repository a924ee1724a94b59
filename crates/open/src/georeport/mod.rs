//! Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2) and Service Discovery, in XML and JSON.
//!
//! `jurisdiction_id` is the slug of a station; a deployment with one station needs none. Services are the categories of opinions; each
//! asks in its definition whether the opinion may be published. `POST requests` answers with a token: what was handed in is read by the
//! station first, and its public text, masked, appears in a weekly batch; only then does the token lead to an id. Ids of what is
//! public are fresh ones, and dates are those of the week, so that neither leads back to whoever reported.
//!
//! Limits: 90 days and 1,000 rows for a call; with one `api_key` 60 reports at once and then 600 in an hour (429 with `Retry-After`).
//! A report may carry `Idempotency-Key`: sent again with the same key within 48 hours, it is one opinion with one answer.
mod tree;
mod xml;
mod json;
mod reply;
mod errors;
mod call;
mod shapes;
mod reads;
mod web;
#[cfg(test)]
mod tests;

pub use web::routes;
