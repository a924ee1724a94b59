//! What must always be true of titles and copies, for `yizhan check`.
use std::collections::BTreeMap;

use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;

use super::keep::grams_of;
use crate::TitleId;
use crate::catalogue::rules::{barcode, isbn};
use crate::catalogue::store;
use crate::rules::Title;

/// So many titles are looked at together.
const AT_ONCE: i64 = 200;

pub const CHECKS: &[Check] = &[
    Check { name: "every copy is of a title and belongs on a shelf", run: places },
    Check {
        name: "the station's own barcodes have the right check digit and are below the next number",
        run: barcodes,
    },
    Check { name: "titles are found by what stands on their card, and by nothing else", run: found },
    Check { name: "the ISBN of a title has the right check digit", run: isbns },
];

fn places(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT k.station_id, 'copy ' || k.barcode || ' is of no title or belongs on no shelf' AS said FROM copies k \
         LEFT JOIN titles t ON t.station_id = k.station_id AND t.id = k.title_id \
         LEFT JOIN library_shelves s ON s.station_id = k.station_id AND s.id = k.shelf \
         WHERE t.id IS NULL OR s.id IS NULL",
    )
}

fn barcodes(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let next: BTreeMap<StationId, i32> = store::numbers::every(c)?.into_iter().collect();
    let mut all = vec![];
    for (station, code) in store::copies::own_barcodes(c)? {
        if code.len() == 13 && code.bytes().all(|b| b.is_ascii_digit()) && !barcode::checks(&code) {
            all.push(format!("station {station}: barcode {code} has a wrong check digit"));
        }
        if let Some(n) = barcode::number(&code)
            && next.get(&station).is_none_or(|next| n >= *next)
        {
            all.push(format!("station {station}: barcode {code} would be given again"));
        }
    }
    Ok(all)
}

/// Every title, some at a time.
fn each(
    c: &mut Conn,
    mut look: impl FnMut(&mut Conn, &[(StationId, Title)]) -> Result<Vec<String>, Fault>,
) -> Result<Vec<String>, Fault> {
    let (mut all, mut after) = (vec![], None);
    loop {
        let some = store::titles::every(c, after, AT_ONCE)?;
        let Some((station, last)) = some.last() else { return Ok(all) };
        after = Some((*station, last.id));
        all.extend(look(c, &some)?);
    }
}

fn found(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut all = broken(
        c,
        "SELECT g.station_id, count(*) || ' grams lead to a title that is not there' AS said FROM title_grams g \
         LEFT JOIN titles t ON t.station_id = g.station_id AND t.id = g.title_id WHERE t.id IS NULL GROUP BY g.station_id",
    )?;
    all.extend(each(c, |c, some| {
        let mut wrong = vec![];
        for of_station in some.chunk_by(|(a, _), (b, _)| a == b) {
            let Some((station, _)) = of_station.first() else { continue };
            let ids: Vec<TitleId> = of_station.iter().map(|(_, one)| one.id).collect();
            let mut kept = store::grams::of_titles(c, *station, &ids)?;
            for (_, one) in of_station {
                if kept.remove(&one.id).unwrap_or_default() != grams_of(one) {
                    wrong.push(format!("station {station}: “{}” is not found by its card", one.title));
                }
            }
        }
        Ok(wrong)
    })?);
    Ok(all)
}

fn isbns(c: &mut Conn) -> Result<Vec<String>, Fault> {
    each(c, |_, some| {
        let right = |own: &str| isbn::read(own).is_ok_and(|read| read.as_str() == own);
        let wrong = |one: &Title| one.isbn.as_deref().is_some_and(|own| !right(own));
        let odd = some.iter().filter(|(_, one)| wrong(one));
        Ok(odd.map(|(station, one)| format!("station {station}: “{}” has a wrong ISBN", one.title)).collect())
    })
}
