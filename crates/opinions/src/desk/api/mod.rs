//! The desk's calls: the same acts as the pages have, by the same rules. Paths are relative to `/api/v1`.
mod shapes;
mod figures;
mod looks;
mod steps;
mod public;
mod paper;
mod setup;

use kernel::api::Api;
use kernel::routes;

pub fn api() -> Api {
    Api::new()
        .routes(routes!(looks::inbox, paper::leave))
        .routes(routes!(looks::case))
        .routes(routes!(looks::photo))
        .routes(routes!(looks::month))
        .routes(routes!(looks::print))
        .routes(routes!(steps::screen))
        .routes(routes!(steps::assign))
        .routes(routes!(steps::take_up))
        .routes(routes!(steps::ask))
        .routes(routes!(steps::answer))
        .routes(routes!(steps::elsewhere))
        .routes(routes!(steps::merge))
        .routes(routes!(steps::note))
        .routes(routes!(steps::name))
        .routes(routes!(steps::lift))
        .routes(routes!(public::write))
        .routes(routes!(public::ask_hide))
        .routes(routes!(public::decisions))
        .routes(routes!(public::decide_hide))
        .routes(routes!(public::decide_appeal))
        .routes(routes!(setup::categories, setup::add_category))
        .routes(routes!(setup::set_category))
        .routes(routes!(setup::usual))
        .routes(routes!(setup::templates, setup::add_template))
        .routes(routes!(setup::set_template, setup::drop_template))
        .routes(routes!(setup::setting, setup::set_setting))
}
