//! The program, started as an operator starts it.
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::line::Line;

pub const PORT: u16 = 8699;

/// A running program; it ends when this is dropped.
pub struct Program {
    child: Child,
    /// From the start to the first answer.
    pub took: Duration,
}

impl Program {
    /// Serves the database at `url`; what else it keeps is in `folder`.
    pub fn start(folder: &Path, url: &str) -> Program {
        let began = Instant::now();
        let child = Command::new(env!("CARGO_BIN_EXE_yizhan"))
            .args(["serve", "--listen", &format!("127.0.0.1:{PORT}")])
            .env("YIZHAN_DATABASE", url)
            .env("YIZHAN_KEY_FILE", folder.join("town.key"))
            .env("YIZHAN_LOG_FORMAT", "json")
            .env("YIZHAN_PUBLIC_URL", format!("http://127.0.0.1:{PORT}"))
            .current_dir(folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut program = Program { child, took: Duration::ZERO };
        while Line::open(PORT).and_then(|mut l| l.get("/s/sanhe")).is_none_or(|(status, _)| status != 200) {
            assert!(began.elapsed() < Duration::from_secs(20), "the program does not answer");
            thread::sleep(Duration::from_millis(2));
        }
        program.took = began.elapsed();
        program
    }

    /// Resident memory in megabytes.
    pub fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("status");
        let line = status.lines().find(|l| l.starts_with("VmRSS:")).expect("VmRSS");
        line.split_whitespace().nth(1).and_then(|n| n.parse::<f64>().ok()).expect("a number") / 1024.0
    }

    /// CPU time used so far, in seconds.
    pub fn cpu(&self) -> f64 {
        cpu_of(self.child.id())
    }
}

/// CPU time that a process has used so far, in seconds: fields 14 and 15 of proc(5) stat, in ticks of 10 ms.
pub fn cpu_of(process: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("stat");
    let after_name = stat.rsplit(") ").next().expect("fields");
    let field = |n: usize| after_name.split_whitespace().nth(n).and_then(|t| t.parse::<f64>().ok()).expect("ticks");
    (field(11) + field(12)) / 100.0
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
