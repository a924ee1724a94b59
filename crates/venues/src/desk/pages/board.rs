//! One venue hour by hour: a column per table, what is on, and what is free to book.
use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};

use super::Ctx;
use crate::desk::seen::{Board, Day, Seen};
use crate::desk::told;
use crate::rules::{Atom, Span, State};
use kernel::page::{Agenda, Block, Kind};

/// Minutes of a row. Uses are drawn out to whole rows.
const STEP: u16 = 30;

pub fn board(ctx: Ctx<'_>, day: &Day, board: &Board) -> Markup {
    let v = ctx.v;
    let name = v.pick(&board.venue.name.zh, &board.venue.name.en);
    let live: Vec<&Seen> =
        day.all.iter().filter(|s| s.receipt.state.is_live() || s.receipt.state == State::Completed).collect();
    let drawn = Drawn { ctx, on: day.on };
    let Some((from, until)) = drawn.hours(board, &live) else {
        return super::today::room(ctx, name, html! { p class="note" { (v.t("venues-desk-not-open-that-day")) } });
    };
    let columns: Vec<String> = board.atoms.iter().map(|a| v.pick(&a.name.zh, &a.name.en).to_owned()).collect();
    let mut blocks = vec![];
    for (column, atom) in board.atoms.iter().enumerate() {
        blocks.extend(drawn.column(column, atom, &live));
    }
    let caption = v.when(&ctx.station.zone).date_in_full(day.on);
    let agenda = Agenda { caption: &caption, columns: &columns, from, until, step: STEP, blocks: &blocks };
    let free = |column: usize, minute: u16| drawn.free(board, (&columns, column), minute);
    super::today::room(ctx, name, agenda.html(&free))
}

struct Drawn<'a> {
    ctx: Ctx<'a>,
    on: Date,
}

impl Drawn<'_> {
    /// Minutes since the day's midnight; what began before it starts at 0.
    fn minute(&self, at: Timestamp) -> u16 {
        let midnight = crate::rules::days(&self.ctx.station.zone, self.on, 1).from;
        u16::try_from((at - midnight).as_mins().clamp(0, 48 * 60)).unwrap_or(0)
    }

    /// From when to when the table goes: as long as the room is open or used, in whole rows.
    fn hours(&self, board: &Board, live: &[&Seen]) -> Option<(u16, u16)> {
        let spans = board.open.iter().copied().chain(live.iter().map(|s| s.receipt.reservation.span));
        let ends: Vec<(u16, u16)> = spans.map(|s| self.rows(&s)).collect();
        let (from, until) = (ends.iter().map(|e| e.0).min()?, ends.iter().map(|e| e.1).max()?);
        // What is over today stands in the lists: the table begins an hour ago.
        let an_hour_ago = self.minute(self.ctx.v.now()).saturating_sub(60) / STEP * STEP;
        let from = if self.is_today() { from.max(an_hour_ago) } else { from };
        (from < until).then_some((from, until))
    }

    fn is_today(&self) -> bool {
        self.ctx.v.when(&self.ctx.station.zone).today() == self.on
    }

    fn rows(&self, span: &Span) -> (u16, u16) {
        (self.minute(span.from) / STEP * STEP, self.minute(span.until).div_ceil(STEP) * STEP)
    }

    /// What is on at one table. Uses that share a row are drawn in one block.
    fn column(&self, column: usize, atom: &Atom, live: &[&Seen]) -> Vec<Block> {
        let mut blocks: Vec<Block> = vec![];
        for seen in live.iter().filter(|s| s.receipt.units.iter().any(|u| u.atom == atom.id)) {
            let (from, until) = self.rows(&seen.receipt.reservation.span);
            let body = self.words(seen, atom);
            match blocks.last_mut() {
                Some(last) if from < last.until => {
                    last.until = last.until.max(until);
                    last.body = html! { (last.body) (body) };
                }
                _ => blocks.push(Block { column, from, until, kind: kind(seen), body }),
            }
        }
        blocks
    }

    fn words(&self, seen: &Seen, atom: &Atom) -> Markup {
        let r = &seen.receipt.reservation;
        let when = self.ctx.v.when(&self.ctx.station.zone);
        let slip = self.ctx.station.path(&format!("/reservations/{}", r.id));
        html! {
            a href=(slip) { (told::who(self.ctx.v, &seen.guest)) }
            p class="note" {
                (when.times(r.span.from, r.span.until))
                @if atom.units > 1 { " · " (told::people(self.ctx.v, &seen.receipt)) }
            }
        }
    }

    /// A row in which one may still book somebody: a link to do it. Closed ones are empty.
    fn free(&self, board: &Board, (columns, column): (&[String], usize), minute: u16) -> Markup {
        let midnight = crate::rules::days(&self.ctx.station.zone, self.on, 1).from;
        let at = midnight + jiff::SignedDuration::from_mins(minute.into());
        let end = at + jiff::SignedDuration::from_mins(STEP.into());
        let open = board.open.iter().any(|o| o.from <= at && at < o.until);
        let Some(offering) = board.offering.as_deref().filter(|_| open && end > self.ctx.v.now()) else {
            return html! {};
        };
        let time = self.ctx.v.when(&self.ctx.station.zone).time(at);
        let place = columns.get(column).map_or("", String::as_str);
        let about = self.ctx.v.ta("venues-desk-book-here", &[("place", place.into()), ("time", time.as_str().into())]);
        html! { a href=(self.ctx.book(offering, self.on, Some(&time))) aria-label=(about) { "+" } }
    }
}

fn kind(seen: &Seen) -> Kind {
    match seen.receipt.state {
        State::CheckedIn | State::Confirmed => Kind::Ok,
        State::Held => Kind::Away,
        _ => Kind::Shut,
    }
}
