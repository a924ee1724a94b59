//! What people type who run the station.
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::ground::{Ground, settings};
use crate::terminal::Desk;
use kernel::db::Conn;

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir(to).expect("a folder");
    for file in std::fs::read_dir(from).expect("the fixtures").flatten() {
        let copy = to.join(file.file_name());
        match file.path().is_dir() {
            true => copied(&file.path(), &copy),
            false => _ = std::fs::copy(file.path(), copy).expect("a copy"),
        }
    }
}

fn sanhe() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/sanhe").display().to_string()
}

#[track_caller]
fn said(answer: &(i32, String), code: i32, words: &str) {
    assert_eq!(answer.0, code, "{}", answer.1);
    assert!(answer.1.contains(words), "“{words}” was not said, but: {}", answer.1);
}

#[test]
fn a_mistake_in_the_settings_is_named_with_what_was_meant() {
    let desk = Desk::new();
    desk.writes("yizhan.toml", "listen = '127.0.0.1:8600'\npublic_ulr = 'x'\n");
    said(
        &desk.types(&["doctor"]),
        2,
        "yizhan.toml line 2: there is no setting “public_ulr”; did you mean “public_url”?",
    );
    said(&desk.types(&["--config", "none.toml", "check"]), 2, "none.toml cannot be read");
    said(&desk.types(&["chekc"]), 2, "check");
}

#[test]
fn doctor_says_where_each_setting_came_from() {
    let desk = Desk::new();
    desk.writes("yizhan.toml", "metrics_token = 'swordfish'\n");
    let answer = desk.types(&["doctor"]);
    said(&answer, 0, "environment YIZHAN_DATABASE");
    #[cfg(target_os = "linux")]
    assert!(answer.1.contains("pages and screens can wait for news at once"), "{}", answer.1);
    assert!(answer.1.contains("yizhan.toml line 1") && !answer.1.contains("swordfish"), "{}", answer.1);
}

#[test]
fn without_a_database_the_commands_say_how_to_begin() {
    let desk = Desk::new();
    said(&desk.types(&["check"]), 3, "there is no database y.db");
    assert!(!desk.has("y.db"), "asking makes nothing");
    said(
        &desk.types(&["--database", "postgres://nobody@127.0.0.1:1/none", "check"]),
        3,
        "the database does not answer",
    );
}

#[test]
fn a_township_is_imported_whole_or_not_at_all() {
    let desk = Desk::new();
    copied(Path::new(&sanhe()), &desk.0.join("ours"));
    let people = std::fs::read_to_string(desk.0.join("ours/people.csv")).expect("people");
    desk.writes("ours/people.csv", &people.replace("13800000003", "1380000000x"));
    said(&desk.types(&["import", "ours"]), 4, "people.csv line 5 (column phone): “1380000000x”");
    desk.writes("ours/people.csv", &people);
    said(&desk.types(&["import", "ours"]), 0, "三合镇共享驿站 is there");
    said(&desk.types(&["import", "ours"]), 1, "the database has a station “sanhe” already; nothing was changed");
    said(&desk.types(&["check"]), 0, "Every invariant holds.");
}

#[test]
fn check_names_what_somebody_has_damaged() {
    let desk = Desk::new();
    said(&desk.types(&["import", &sanhe()]), 0, "is there");
    desk.writes("yizhan.toml", "root_station = 'nowhere'\n");
    said(&desk.types(&["check"]), 1, "root_station is “nowhere”, and no station has this address");
    desk.writes("yizhan.toml", "root_station = 'sanhe'\n");
    said(&desk.types(&["check"]), 0, "Every invariant holds.");
    let mut c = Conn::open(&desk.0.join("y.db").display().to_string()).expect("the database opens");
    let damage = "UPDATE stations SET hours = '8-18'; UPDATE venues SET owner_id = 9 WHERE id = 1; \
                  DELETE FROM divisions WHERE code > 999999999 AND name LIKE '骆驼堡%'";
    c.run(damage).expect("the rows can be damaged");
    let answer = desk.types(&["check"]);
    said(&answer, 1, "station 63020310201: hours “8-18”: ");
    said(&answer, 1, "station 63020310201: room 1 belongs to owner 9, which is not there");
    said(&answer, 1, "is found by “骆驼”, which its name has not");
}

#[test]
fn a_damaged_file_is_called_damaged_and_what_to_do_is_said() {
    let desk = Desk::new();
    said(&desk.types(&["import", &sanhe()]), 0, "is there");
    said(&desk.types(&["doctor"]), 0, "ok  file       is whole");
    let mut bytes = std::fs::read(desk.0.join("y.db")).expect("the file");
    // The beginning of each page after the first few says what the page holds.
    bytes.chunks_mut(4096).skip(5).step_by(2).for_each(|page| page[..100].fill(0xff));
    std::fs::write(desk.0.join("y.db"), &bytes).expect("it can be written");
    let damaged = "bring back the last backup";
    said(&desk.types(&["check"]), 4, damaged);
    said(&desk.types(&["doctor"]), 4, damaged);
    said(&desk.types(&["backup", "b.db"]), 4, damaged);
    assert!(!desk.has("b.db"), "a copy that is not whole is no backup");
    desk.writes("no.db", "hello, I am no database, I am a letter to the township");
    said(&desk.types(&["--database", "no.db", "serve"]), 4, "file is not a database");
    said(&desk.types(&["--database", "mysql://a@b/c", "serve"]), 2, "mysql:// is neither postgres://");
}

#[test]
fn a_backup_comes_back_and_never_over_something_else() {
    let desk = Desk::new();
    said(&desk.types(&["import", &sanhe()]), 0, "is there");
    said(&desk.types(&["backup", "b.db"]), 0, "Backed up to b.db");
    said(&desk.types(&["backup", "b.db"]), 1, "is there already");
    said(&desk.types(&["restore", "b.db"]), 1, "y.db is not empty");
    said(&desk.types(&["--database", "new.db", "restore", "b.db"]), 0, "every invariant holds");
    said(&desk.types(&["export", "a.jsonl"]), 0, "rows");
    said(&desk.types(&["--database", "third.db", "restore", "a.jsonl"]), 0, "every invariant holds");
    let export = std::fs::read_to_string(desk.0.join("a.jsonl")).expect("the export");
    desk.writes("torn.jsonl", &export[..export.len() - 10]);
    said(&desk.types(&["--database", "fourth.db", "import", "torn.jsonl"]), 4, "nothing was changed");
    desk.writes("no.db", "hello");
    said(&desk.types(&["--database", "fifth.db", "restore", "no.db"]), 4, "neither a backup nor an export");
}

#[test]
fn another_machines_key_file_is_asked_for() {
    let (here, there) = (Desk::new(), Desk::new());
    said(&here.types(&["import", &sanhe()]), 0, "is there");
    said(&here.types(&["export", "a.jsonl"]), 0, "rows");
    let export = here.0.join("a.jsonl").display().to_string();
    said(&there.types(&["import", &export]), 4, "sealed with another key file");
    std::fs::copy(here.0.join("data/yizhan.key"), there.0.join("data/yizhan.key")).expect("the key moves too");
    said(&there.types(&["import", &export]), 0, "Read in");
}

#[test]
fn the_first_manager_is_made_at_the_terminal() {
    let desk = Desk::new();
    said(&desk.types(&["import", &sanhe()]), 0, "is there");
    let add = |station: &str, password: &str| {
        let words = [
            "person",
            "add",
            "lead",
            "--name",
            "韩站长",
            "--station",
            station,
            "--role",
            "manager",
            "--password-stdin",
        ];
        desk.types_with(&words, password)
    };
    said(&add("nowhere", "a good password\n"), 1, "there is no station “nowhere”");
    said(&add("sanhe", "short\n"), 2, "password:");
    said(&add("sanhe", "a good password\n"), 0, "韩站长 signs in as lead");
    assert_eq!(add("sanhe", "a good password\n").0, 1, "the login is taken");
    said(
        &desk.types_with(&["person", "password", "lead", "--password-stdin"], "another password\n"),
        0,
        "new password",
    );
    said(
        &desk.types_with(&["person", "password", "who", "--password-stdin"], "another password\n"),
        1,
        "nobody signs in as who",
    );
}

#[test]
fn a_station_moves_to_postgresql_with_two_commands() {
    let Some(schema) = Ground::schema() else { return };
    let desk = Desk::new();
    said(&desk.types(&["import", &sanhe()]), 0, "is there");
    said(&desk.types(&["export", "a.jsonl"]), 0, "rows");
    let url = settings(&schema.url()).database;
    said(&desk.types(&["--database", &url, "import", "a.jsonl"]), 0, "Read in");
    said(&desk.types(&["--database", &url, "check"]), 0, "Every invariant holds.");
    said(&desk.types(&["--database", &url, "backup", "pg.jsonl"]), 0, "REPEATABLE READ");
    said(&desk.types(&["--database", "back.db", "restore", "pg.jsonl"]), 0, "every invariant holds");
}

/// What the program says while it serves, from its start to its end.
fn served(desk: &Desk, during: impl FnOnce(&str)) -> String {
    let door = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let at = door.local_addr().expect("its address").to_string();
    drop(door);
    let mut child = Command::new(env!("CARGO_BIN_EXE_yizhan"))
        .args(["serve", "--listen", &at])
        .current_dir(&desk.0)
        .env_remove("DATABASE_URL")
        .env("YIZHAN_DATABASE", "y.db")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let base = format!("http://{at}");
    let up = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        ureq::get(format!("{base}/healthz")).call().is_ok()
    });
    if up {
        during(&base);
    }
    child.kill().expect("it can be ended");
    let Output { stdout, stderr, .. } = child.wait_with_output().expect("it ends");
    let said = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    assert!(up, "it did not come up: {said}");
    said
}

#[test]
fn neither_log_nor_backup_nor_export_tells_who_left_an_opinion_or_what_it_says() {
    let desk = Desk::new();
    said(&desk.types(&["import", &sanhe()]), 0, "is there");
    let mut receipt = String::new();
    let log = served(&desk, |base| {
        let sent = |path: &str, body: String| {
            let asked = ureq::post(format!("{base}{path}"))
                .header("user-agent", "OldPhone/3.1")
                .header("x-forwarded-for", "203.0.113.77")
                .header("content-type", "application/json");
            asked.send(body).expect("an answer").body_mut().read_to_string().expect("a text")
        };
        let body = r#"{"text":"水渠堵了，没有人来。","phone":"13987654321"}"#;
        let left: serde_json::Value =
            serde_json::from_str(&sent("/api/v1/stations/sanhe/opinions", body.to_owned())).expect("JSON");
        receipt = left["receipt"].as_str().expect("a receipt").replace(' ', "");
        let followed = sent("/api/v1/stations/sanhe/opinions/follow", format!(r#"{{"receipt":"{receipt}"}}"#));
        assert!(followed.contains("水渠堵了"), "{followed}");
        // A broken one is logged as little.
        assert!(ureq::get(format!("{base}/s/sanhe/opinions/photos/{receipt}")).call().is_err());
    });
    assert!(log.contains("/api/v1/stations/{slug}/opinions"), "the log says that something was asked: {log}");
    for traced in ["水渠", "13987654321", "OldPhone", "203.0.113.77", receipt.as_str(), &receipt[..8]] {
        assert!(!log.contains(traced), "the log says {traced}: {log}");
    }
    said(&desk.types(&["backup", "b.db"]), 0, "Backed up to b.db");
    said(&desk.types(&["export", "a.jsonl"]), 0, "rows");
    for name in ["b.db", "a.jsonl"] {
        let bytes = std::fs::read(desk.0.join(name)).expect("the file");
        let holds = |what: &str| bytes.windows(what.len()).any(|w| w == what.as_bytes());
        assert!(holds("opinion_contacts") && holds("三合镇共享驿站"), "{name} holds the township, also the vault");
        for clear in ["水渠", "13987654321", "OldPhone", "203.0.113.77", receipt.as_str()] {
            assert!(!holds(clear), "{name} says {clear}");
        }
    }
}
