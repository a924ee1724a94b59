//! What books are, by their ISBN: shared by all stations of the deployment.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::on;

use crate::catalogue::rules::{Isbn, NewTitle};
use crate::rules::Kind;
use crate::schema::title_pack as p;

type Texts = (String, String, String, String, String);

/// What is known of the book; what it is about is not in the pack.
pub fn by_isbn(c: &mut Conn, isbn: &Isbn) -> Result<Option<NewTitle>, Fault> {
    let row: Option<(Texts, Option<i16>, i16, bool)> = on!(c, c => p::table
        .find(isbn.as_str())
        .select(((p::title, p::subtitle, p::authors, p::publisher, p::class), p::year, p::kind, p::for_children))
        .first(c)
        .optional())?;
    let title = |((title, subtitle, authors, publisher, class), year, kind, for_children): (Texts, _, i16, _)| {
        let kind = Kind::of(kind).ok_or_else(|| Fault::broken(format!("the pack's {isbn} is of no kind")))?;
        let (isbn, note) = (Some(isbn.clone()), String::new());
        Ok(NewTitle { isbn, title, subtitle, authors, publisher, year, class, kind, for_children, note })
    };
    row.map(title).transpose()
}

/// Keeps those of `all` that have a number. What was there is written anew, or with `anew` false left as it is. Returns how many
/// have a number.
pub fn keep<'n>(
    c: &mut Conn,
    all: impl IntoIterator<Item = &'n NewTitle>,
    (source, anew): (&str, bool),
    now: Timestamp,
) -> Result<usize, Fault> {
    let mut numbered: Vec<(&str, &NewTitle)> =
        all.into_iter().filter_map(|one| one.isbn.as_ref().map(|isbn| (isbn.as_str(), one))).collect();
    // Rows are taken in one order, whoever writes: so no two stations wait for each other.
    numbered.sort_by_key(|(isbn, _)| *isbn);
    let n = numbered.len();
    for (isbn, one) in numbered {
        let texts = (
            (p::title.eq(&one.title), p::subtitle.eq(&one.subtitle), p::authors.eq(&one.authors)),
            (p::publisher.eq(&one.publisher), p::year.eq(one.year), p::class.eq(&one.class)),
            (p::kind.eq(one.kind as i16), p::for_children.eq(one.for_children)),
            (p::source.eq(source), p::changed_at.eq(Ts(now))),
        );
        let row = diesel::insert_into(p::table).values((p::isbn.eq(isbn), texts));
        match anew {
            true => on!(c, c => row.on_conflict(p::isbn).do_update().set(texts).execute(c))?,
            false => on!(c, c => row.on_conflict_do_nothing().execute(c))?,
        };
    }
    Ok(n)
}
