//! What is retired, each with the way back.
use kernel::page::{Button, Row, empty, once, refused, rows, section};
use kernel::refusal::Said;
use maud::{Markup, html};

use crate::desk::pages::Ctx;
use crate::says;
use crate::setup::rules::What;
use crate::setup::store::Retired;

/// `token` makes two taps one; `no` is why the last thing that was tried did not work.
pub fn list(ctx: Ctx<'_>, (all, token): (&[Retired], &str), no: Option<&Said>) -> Markup {
    let v = ctx.v;
    let of = |what: What| all.iter().filter(move |r| r.what == what);
    html! {
        @if let Some(said) = no { (refused(v, said)) }
        p class="note sec" { (v.t("setup-retired-why")) }
        @if all.is_empty() { (empty("archive", &v.t("setup-retired-none"), None)) }
        @for what in What::ALL.into_iter().filter(|what| of(*what).next().is_some()) {
            (section(&format!("h-{}", what.name()), &v.t(&format!("setup-what-{}", what.name())), None,
                rows(of(what).map(|r| row(ctx, r, token)))))
        }
    }
}

fn row(ctx: Ctx<'_>, r: &Retired, token: &str) -> Row {
    let v = ctx.v;
    let named = says::name(v, &r.name);
    let name = match r.what {
        What::Desk => format!("{} {named}", v.ta("errands-desk-desk", &[("n", r.id.into())])).trim().to_owned(),
        What::Line | What::Matter | What::Official => named.to_owned(),
    };
    let label = v.t("setup-bring-back");
    let about = format!("{label} {name}");
    Row::new(name).end(html! {
        form method="post" action=(ctx.path("/lines/retired")) {
            (once(token))
            input type="hidden" name="what" value=(r.what.name());
            input type="hidden" name="id" value=(r.id);
            (Button::new(label).small(false).about(about).named("back", "1"))
        }
    })
}
