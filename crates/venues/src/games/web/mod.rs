//! The pages of open games, and what their forms do.
mod looks;
mod post;
mod steps;
mod spare;

use axum::Router;
use axum::routing::{get, post as posted};
use kernel::house::House;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/games", get(looks::list).post(post::post))
        .route("/s/{slug}/games/new", get(post::new))
        .route("/s/{slug}/games/hall", get(looks::hall))
        .route("/s/{slug}/games/apart", get(looks::apart))
        .route("/s/{slug}/games/apart/{station}/{id}/removal", posted(steps::unblock))
        .route("/s/{slug}/games/{id}", get(looks::game))
        .route("/s/{slug}/games/{id}/calendar.ics", get(looks::calendar))
        .route("/s/{slug}/games/{id}/players", posted(steps::join))
        .route("/s/{slug}/games/{id}/departure", posted(steps::leave))
        .route("/s/{slug}/games/{id}/confirmation", posted(steps::fewer))
        .route("/s/{slug}/games/{id}/cancellation", posted(steps::call_off))
        .route("/s/{slug}/games/{id}/blocks", posted(steps::block))
        .route("/s/{slug}/spare-times", get(spare::list).post(spare::add))
        .route("/s/{slug}/spare-times/{id}/renewal", posted(spare::renew))
        .route("/s/{slug}/spare-times/{id}/removal", posted(spare::remove))
}
