//! What somebody has taken up, among their things, of one station.
use kernel::page::{self, Row};
use maud::Markup;

use super::parts::icon_of;
use super::taken::{stands, what_now};
use crate::answers::Claim;
use crate::frame::{Frame, wish_path, wishes_path};

pub fn mine(f: Frame<'_>, claims: &[Claim]) -> Markup {
    let row = |claim: &Claim| {
        let (shape, words) = stands(f, claim);
        let row = Row::new(&claim.card.item).icon(icon_of(claim.card.kind)).status(shape, &words);
        row.note(&what_now(f, claim)).leads_to(wish_path(f.station, claim.card.id))
    };
    let id = format!("wishes-{}", f.station.slug);
    let title = f.v.ta("wishes-public-mine", &[("station", f.station.name(f.v).into())]);
    let more = (f.v.t("wishes-public-all"), wishes_path(f.station));
    page::section(&id, &title, Some((&more.0, &more.1)), page::rows(claims.iter().map(row)))
}
