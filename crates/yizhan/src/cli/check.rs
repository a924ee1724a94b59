//! `yizhan check`: every invariant of a database.
use diesel::prelude::*;
use diesel::sql_types::Text;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::settings::Settings;

use super::Common;
use super::common::open;
use super::out::{bar, say};
use super::stop::{Done, Stop};
use crate::dump::{self, Table};
use crate::slices;

pub fn run(common: &Common) -> Done {
    let settings = common.at_hand()?;
    let bar = bar("checking", 1);
    let mut fine = vec![];
    let broken = problems(&mut open(&settings)?, &settings, &mut |name, broken| {
        bar.inc(1);
        fine.push(format!("{} {name}", if broken == 0 { "ok    " } else { "BROKEN" }));
    })?;
    bar.finish_and_clear();
    fine.iter().for_each(say);
    if broken.is_empty() {
        say("Every invariant holds.");
        return Ok(());
    }
    broken.iter().for_each(say);
    Err(Stop::no(format!("{} rows break an invariant; a backup from before may help: `yizhan restore`", broken.len())))
}

/// Each broken row in words, all seen at one moment. `progress` is told each invariant and how many rows break it.
pub fn problems(c: &mut Conn, settings: &Settings, progress: &mut dyn FnMut(&str, usize)) -> Result<Vec<String>, Stop> {
    let tables = dump::tables(&slices::migrations()).map_err(Stop::no)?;
    let mut all = vec![];
    let mut take = |name: &str, broken: Vec<String>| {
        progress(name, broken.len());
        all.extend(broken.into_iter().map(|row| format!("{name}: {row}")));
    };
    take("the file is whole", integrity(c)?);
    take("the tables are those of the migrations", columns(c, &tables)?);
    // One check after another: each sees one moment of its own, and each invariant holds at every moment.
    for check in slices::checks() {
        let broken = match c.in_snapshot(|c| (check.run)(c)) {
            // What another invariant names may keep this one from being asked: all others are asked all the same.
            Err(Fault::Broken(why)) => vec![format!("cannot be asked: {why}")],
            asked => asked?,
        };
        take(check.name, broken);
    }
    take("the station that the settings put at / is there", at_root(c, settings)?);
    Ok(all)
}

#[derive(QueryableByName)]
struct Said {
    #[diesel(sql_type = Text)]
    said: String,
}

/// What SQLite finds wrong with its own file and with rows that name others; PostgreSQL refuses both at the door.
pub fn integrity(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let Conn::Sqlite(c) = c else { return Ok(vec![]) };
    let whole = "SELECT integrity_check AS said FROM pragma_integrity_check WHERE integrity_check <> 'ok'";
    let foreign = "SELECT \"table\" || ' row names a row of ' || parent || ' that is not there' AS said FROM pragma_foreign_key_check";
    let mut said = vec![];
    for query in [whole, foreign] {
        said.extend(diesel::sql_query(query).load::<Said>(c)?.into_iter().map(|s| s.said));
    }
    Ok(said)
}

/// A setting names at most one station; a wrong name would leave the first page of all without one.
fn at_root(c: &mut Conn, settings: &Settings) -> Result<Vec<String>, Fault> {
    let Some(slug) = &settings.root_station else { return Ok(vec![]) };
    match stations::by_slug(c, slug) {
        Err(Fault::NotFound) => Ok(vec![format!("root_station is “{slug}”, and no station has this address")]),
        // One that is there and cannot be read is named by another invariant.
        Ok(_) | Err(Fault::Broken(_)) => Ok(vec![]),
        Err(fault) => Err(fault),
    }
}

fn columns(c: &mut Conn, tables: &[Table]) -> Result<Vec<String>, Fault> {
    let mut wrong = vec![];
    for table in tables {
        let names: Vec<String> = table.columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
        let one = c.run(&format!("SELECT {} FROM {} LIMIT 1", names.join(", "), table.name));
        if let Err(fault) = one {
            wrong.push(format!("{}: {fault}", table.name));
        }
    }
    Ok(wrong)
}
