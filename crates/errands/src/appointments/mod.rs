//! 预约 on pages and for programs: a day, a time, booked with two taps; for staff the list of what is booked, booking for somebody
//! by name, and what each line takes. The acts are in `booked`.
mod asked;
mod reads;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;
