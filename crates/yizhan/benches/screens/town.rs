//! A hall with one desk, and the clerk who calls at it.
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::line::Line;
use super::program::PORT;

const PASSWORD: &str = "ten thousand screens";
const STATION: &str = "slug = 'sanhe'\ndivision = 630203102\nname = '三合镇共享驿站'\naddress = '三合镇'\nzone = 'Asia/Shanghai'\n\
                       hours = '24/7'\n[[owner]]\nname = '党群活动中心'\n";
const HALL: &str = "[[line]]\nslug = 'civil'\nletter = 'A'\nname = '民政'\n[[desk]]\nid = 1\nlines = ['civil']\n";

/// Makes the station in the empty database at `url`, as an operator does.
pub fn prepared(folder: &Path, url: &str) {
    let township = folder.join("township");
    std::fs::create_dir(&township).expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(township.join(name), text).expect("a file");
    write("divisions.csv", "code,name,county,city,province\n630203102,三合镇,平安区,海东市,青海省\n");
    write("station.toml", STATION);
    write("errands.toml", HALL);
    does(folder, url, &["import", "township"], "");
    let clerk =
        ["person", "add", "clerk", "--name", "祁海燕", "--station", "sanhe", "--role", "manager", "--password-stdin"];
    does(folder, url, &clerk, &format!("{PASSWORD}\n"));
}

fn does(folder: &Path, url: &str, words: &[&str], typed: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yizhan"));
    command.args(words).current_dir(folder).env("YIZHAN_DATABASE", url).env("YIZHAN_KEY_FILE", folder.join("town.key"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program starts");
    child.stdin.take().expect("its input").write_all(typed.as_bytes()).expect("it listens");
    assert!(child.wait().expect("it ends").success(), "yizhan {words:?} failed");
}

/// Somebody at desk 1, with a connection that stays open.
pub struct Clerk {
    line: Line,
    token: String,
    /// Who was called last.
    called: String,
}

impl Clerk {
    pub fn signed_in() -> Clerk {
        let mut clerk =
            Clerk { line: Line::open(PORT).expect("a connection"), token: String::new(), called: String::new() };
        let session = clerk.post("/staff/sessions", &json!({ "login": "clerk", "password": PASSWORD }));
        clerk.token = session["token"].as_str().expect("a token").to_owned();
        clerk
    }

    fn post(&mut self, path: &str, body: &Value) -> Value {
        let body = body.to_string();
        let request = format!(
            "POST /api/v1{path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.token,
            body.len()
        );
        let (status, answer) = self.line.ask(&request).expect("an answer");
        assert!(matches!(status, 200 | 201), "{path}: {status} {}", String::from_utf8_lossy(&answer));
        serde_json::from_slice(&answer).expect("a document")
    }

    /// A number for somebody in the hall.
    pub fn draws(&mut self) {
        self.post("/stations/sanhe/desk/tickets", &json!({ "line": 1, "on_site": true }));
    }

    /// One press: whoever is served is done, and the next is called.
    pub fn calls(&mut self) {
        let pressed = self.post("/stations/sanhe/desks/1/calls", &json!({}));
        self.called = pressed["called"].as_str().expect("somebody waits").to_owned();
    }

    /// Who was called has come.
    pub fn serves(&mut self) {
        let path = format!("/stations/sanhe/tickets/{}/steps", self.called);
        self.post(&path, &json!({ "press": "serve" }));
    }

    /// The number of the station's last change.
    pub fn number(&mut self) -> i64 {
        let (_, text) = self.line.get("/s/sanhe/hall/live?once=1").expect("an answer");
        String::from_utf8_lossy(&text).parse().expect("a number")
    }
}
