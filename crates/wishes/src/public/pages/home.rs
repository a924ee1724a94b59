//! Two wishes that wait, on the home page of the station.
use kernel::page::{self, Row};
use maud::Markup;

use super::parts::row;
use crate::answers::Card;
use crate::frame::{Frame, wish_path, wishes_path};

/// The newest two. Where none waits, a line that leads to where one may say that one has a wish.
pub fn home(f: Frame<'_>, open: &[Card]) -> Markup {
    let (v, path) = (f.v, wishes_path(f.station));
    let all = v.t("wishes-public-all");
    let body = if open.is_empty() {
        let none = Row::new(v.t("wishes-public-ask")).icon("heart-handshake").note(&v.t("wishes-public-none"));
        page::rows([none.leads_to(format!("{path}/ask"))])
    } else {
        page::rows(open.iter().map(|card| row(f, card).leads_to(wish_path(f.station, card.id))))
    };
    page::section("wishes", &v.t("wishes-public-title"), Some((&all, &path)), body)
}
