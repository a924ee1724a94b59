//! The program as somebody types it, in a folder of their own.
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use kernel::chance::Chance;

/// A folder of somebody who runs a station.
pub struct Desk(pub PathBuf);

impl Desk {
    pub fn new() -> Desk {
        let name = data_encoding::HEXLOWER.encode(&Chance::system().bytes::<8>());
        let folder = std::env::temp_dir().join(format!("yizhan-desk-{name}"));
        std::fs::create_dir(&folder).expect("a folder can be made");
        Desk(folder)
    }

    /// The exit code, and everything that was said.
    pub fn types(&self, words: &[&str]) -> (i32, String) {
        self.types_with(words, "")
    }

    pub fn types_with(&self, words: &[&str], typed: &str) -> (i32, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yizhan"));
        command.args(words).current_dir(&self.0).env_remove("DATABASE_URL").env("YIZHAN_DATABASE", "y.db");
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        std::io::Write::write_all(&mut child.stdin.take().expect("standard input"), typed.as_bytes())
            .expect("it listens");
        let Output { status, stdout, stderr } = child.wait_with_output().expect("the program ends");
        let said = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
        (status.code().unwrap_or(-1), said)
    }

    pub fn writes(&self, name: &str, text: &str) {
        std::fs::write(self.0.join(name), text).expect("a file can be written");
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.join(name).exists()
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
