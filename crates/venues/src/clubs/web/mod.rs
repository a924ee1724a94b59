//! The pages of clubs, and what their forms do.
mod looks;
mod steps;
mod lead;
mod found;
mod meetings;

use axum::Router;
use axum::routing::{get, post};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/clubs", get(looks::list).post(found::found))
        .route("/s/{slug}/clubs/new", get(found::new))
        .route("/s/{slug}/clubs/{id}", get(looks::club))
        .route("/s/{slug}/clubs/{id}/calendar.ics", get(looks::calendar))
        .route("/s/{slug}/clubs/{id}/members", post(steps::join))
        .route("/s/{slug}/clubs/{id}/departure", post(steps::leave))
        .route("/s/{slug}/clubs/{id}/leadership", post(steps::lead))
        .route("/s/{slug}/clubs/{id}/successor/refusal", post(steps::refuse))
        .route("/s/{slug}/clubs/{id}/meetings/{reservation}/check-in", post(steps::arrive))
        .route("/s/{slug}/clubs/{id}/appeal", post(steps::appeal))
        .route("/s/{slug}/clubs/{id}/people", get(lead::people))
        .route("/s/{slug}/clubs/{id}/members/{member}/admission", post(lead::admit))
        .route("/s/{slug}/clubs/{id}/members/{member}/removal", post(lead::remove))
        .route("/s/{slug}/clubs/{id}/members/{member}/leadership", post(lead::hand_over))
        .route("/s/{slug}/clubs/{id}/successor/withdrawal", post(lead::take_back))
        .route("/s/{slug}/clubs/{id}/notices", get(lead::notices).post(lead::tell))
        .route("/s/{slug}/clubs/{id}/text", get(lead::text).post(lead::set_text))
        .route("/s/{slug}/clubs/{id}/closure", post(lead::close))
        .route("/s/{slug}/clubs/{id}/meetings", get(meetings::list))
        .route("/s/{slug}/clubs/{id}/series", post(meetings::make))
        .route("/s/{slug}/clubs/{id}/series/new", get(meetings::new))
        .route("/s/{slug}/clubs/{id}/series/{series}", get(meetings::show))
        .route("/s/{slug}/clubs/{id}/series/{series}/end", post(meetings::end))
        .route("/s/{slug}/clubs/{id}/series/{series}/dates/{on}", get(meetings::date))
        .route("/s/{slug}/clubs/{id}/series/{series}/dates/{on}/time", post(meetings::set_time))
        .route("/s/{slug}/clubs/{id}/series/{series}/dates/{on}/cancellation", post(meetings::give_up))
}
