//! The real program, started and killed.
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use kernel::chance::Chance;
use yizhan::township::sanhe::KEY;

/// How to start it on one database.
pub struct Program {
    url: String,
    folder: PathBuf,
}

pub struct Running {
    child: Child,
    pub port: u16,
}

impl Program {
    pub fn new(url: &str) -> Program {
        let name = data_encoding::HEXLOWER.encode(&Chance::system().bytes::<8>());
        let folder = std::env::temp_dir().join(format!("yizhan-crashes-{name}"));
        std::fs::create_dir(&folder).expect("a folder can be made");
        std::fs::write(folder.join("key"), data_encoding::HEXLOWER.encode(&KEY)).expect("the key can be written");
        Program { url: url.to_owned(), folder }
    }

    /// Starts it and waits until it answers.
    pub fn start(&self) -> Running {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port();
        let listen = format!("127.0.0.1:{port}");
        let child = Command::new(env!("CARGO_BIN_EXE_yizhan"))
            .args(["serve", "--listen", &listen, "--database", &self.url])
            .current_dir(&self.folder)
            .env("YIZHAN_KEY_FILE", self.folder.join("key"))
            .env_remove("DATABASE_URL")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut running = Running { child, port };
        for _ in 0..1000 {
            if TcpStream::connect(&listen).is_ok() {
                return running;
            }
            if let Ok(Some(ended)) = running.child.try_wait() {
                panic!("the program ended by itself: {ended}");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the program does not answer");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Running {
    /// As a power cut does: no warning, nothing is tidied up.
    pub fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Running {
    /// A test that fails leaves no program behind.
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
