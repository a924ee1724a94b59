//! `kill -9` during an import: afterwards the township is there whole or not at all, and importing again works.
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use kernel::chance::Chance;
use kernel::db::Conn;
use kernel::settings::Settings;
use yizhan::{dump, opening};

use crate::ground::Ground;

const KILLS: u32 = 8;
/// What the files say, whenever they are imported; how many reservations they become depends on the day.
const TABLES: [&str; 8] = ["divisions", "stations", "owners", "staff", "roles", "persons", "venues", "offerings"];
/// What the past leaves behind.
const LIVED: [&str; 3] = ["reservations", "events", "changes"];

#[test]
fn a_killed_import_leaves_nothing_behind_on_sqlite() {
    kill_imports(&|| Some(Ground::file()));
}

#[test]
fn a_killed_import_leaves_nothing_behind_on_postgresql() {
    kill_imports(&Ground::schema);
}

/// Without an engine to stand on there is nothing to kill.
fn kill_imports(new_ground: &dyn Fn() -> Option<Ground>) {
    let Some(first) = new_ground() else { return };
    let (takes, chance) = (time_of_import(&first), Chance::seeded(1));
    let all = counted(&first, &TABLES);
    assert!(all.iter().chain(&counted(&first, &LIVED)).all(|n| *n > 0), "{all:?}");
    let (mut ground, mut kills) = (first, 0);
    while kills < KILLS {
        // An import that was done before its kill leaves a township: the next one needs an empty place.
        if counted(&ground, &TABLES) == all {
            let Some(fresh) = new_ground() else { return };
            ground = fresh;
            prepare(&ground);
        }
        kills += u32::from(killed(&ground, (takes, &all), &chance));
    }
    if counted(&ground, &TABLES) != all {
        time_of_import(&ground);
    }
    ground.check();
    assert_eq!(counted(&ground, &TABLES), all);
}

fn sanhe() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/sanhe").display().to_string()
}

fn time_of_import(ground: &Ground) -> Duration {
    prepare(ground);
    let begun = Instant::now();
    ground.does(&["import", &sanhe()], "");
    begun.elapsed()
}

/// Kills an import at a random moment. Returns whether it was under way.
fn killed(ground: &Ground, (takes, all): (Duration, &[u64; 8]), chance: &Chance) -> bool {
    let mut command = ground.command(&["import", &sanhe()]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    std::thread::sleep(takes / 100 * (5 + chance.below(95)));
    let under_way = child.try_wait().expect("the child can be asked").is_none();
    child.kill().expect("it can be killed");
    child.wait().expect("it has ended");
    ground.check();
    let there = counted(ground, &TABLES);
    if there == *all {
        return false;
    }
    assert!(there.iter().chain(&counted(ground, &LIVED)).all(|n| *n == 0), "half a township: {there:?}");
    under_way
}

fn database(ground: &Ground) -> String {
    if ground.database.contains("://") {
        ground.database.clone()
    } else {
        ground.folder.join(&ground.database).display().to_string()
    }
}

/// The tables are there before the first kill, so that their rows can be counted after it.
fn prepare(ground: &Ground) {
    let settings = Settings { database: database(ground), ..Settings::default() };
    opening::migrate(&settings, |_| {}).expect("the migrations apply");
}

fn counted<const N: usize>(ground: &Ground, tables: &[&str; N]) -> [u64; N] {
    let mut c = Conn::open(&database(ground)).expect("the database opens");
    tables.map(|table| dump::rows_in(&mut c, table).expect("a table that is there"))
}
