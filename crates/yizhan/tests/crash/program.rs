//! The program that is killed.
use std::fs::File;
use std::net::TcpListener;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::desk;
use crate::ground::Ground;

/// Longer than any start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// `yizhan serve`. It ends with this value, also when the test fails.
pub struct Station {
    child: Child,
    pub base: String,
}

impl Station {
    /// Starts it and waits until it answers.
    pub fn start(ground: &Ground) -> Station {
        let port = free_port();
        let (at, base) = (format!("127.0.0.1:{port}"), format!("http://127.0.0.1:{port}"));
        let log = ground.folder.join("serve.log");
        let file = File::create(&log).expect("a log can be written");
        let mut command = ground.command(&["serve", "--listen", &at, "--public-url", &base]);
        let child = command.stdout(Stdio::null()).stderr(file).spawn().expect("the program starts");
        let mut station = Station { child, base };
        let begun = Instant::now();
        while !desk::is_ready(&station.base) {
            let gone = station.child.try_wait().expect("the child can be asked");
            let said = || std::fs::read_to_string(&log).unwrap_or_default();
            assert!(gone.is_none() && begun.elapsed() < PATIENCE, "the station did not start ({gone:?}):\n{}", said());
            std::thread::sleep(Duration::from_millis(10));
        }
        station
    }

    /// SIGKILL: it cannot put anything in order.
    pub fn kill(&mut self) {
        let gone = self.child.try_wait().expect("the child can be asked");
        assert!(gone.is_none(), "the station ended by itself: {gone:?}");
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it has ended");
    }
}

impl Drop for Station {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody listens at just now.
fn free_port() -> u16 {
    let door = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    door.local_addr().expect("it has an address").port()
}
