//! The desk's calls: the same acts as the pages have, by the same rules. Paths are relative to `/api/v1`.
mod shapes;
mod sums;
mod looks;
mod write;
mod steps;
mod shares;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(looks::list, write::write))
        .routes(routes!(looks::month))
        .routes(routes!(looks::asks))
        .routes(routes!(looks::ask_done))
        .routes(routes!(shares::all, shares::set))
        .routes(routes!(shares::remove))
        .routes(routes!(looks::one, write::rewrite))
        .routes(routes!(steps::ask))
        .routes(routes!(steps::review))
        .routes(routes!(steps::appeal))
        .routes(routes!(steps::decide_appeal))
        .routes(routes!(steps::claim))
        .routes(routes!(steps::give_up))
        .routes(routes!(steps::contacted))
        .routes(routes!(steps::deliver))
        .routes(routes!(steps::tell))
        .routes(routes!(steps::called))
        .routes(routes!(steps::hand_over))
        .routes(routes!(write::new_code))
        .routes(routes!(steps::refer))
        .routes(routes!(steps::withdraw))
}
