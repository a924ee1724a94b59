//! nginx with one file, as something to compare with. The project does not need it.
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::line::Line;
use super::program::cpu_of;

pub const PORT: u16 = 8698;
pub const PATH: &str = "/yz.css";

pub struct Nginx(Child);

impl Nginx {
    /// Serves `bytes`, which are compressed already, from a folder below `folder`. `None` if no nginx is on PATH.
    pub fn start(folder: &Path, bytes: &[u8]) -> Option<Nginx> {
        let version = Command::new("nginx").arg("-v").stderr(Stdio::null()).status();
        version.ok().filter(|status| status.success())?;
        let folder = folder.join("nginx");
        std::fs::create_dir_all(folder.join("files")).expect("a folder");
        std::fs::write(folder.join("files").join(&PATH[1..]), bytes).expect("a file");
        std::fs::write(folder.join("nginx.conf"), settings()).expect("settings");
        let child = Command::new("nginx")
            .args(["-e", "stderr", "-c", "nginx.conf", "-p"])
            .arg(&folder)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let nginx = Nginx(child);
        let began = Instant::now();
        while Line::open(PORT).and_then(|mut line| line.get(PATH)).is_none_or(|(_, got)| got != bytes) {
            assert!(began.elapsed() < Duration::from_secs(10), "nginx does not serve the file");
            thread::sleep(Duration::from_millis(5));
        }
        Some(nginx)
    }

    /// CPU time that its workers have used so far, in seconds.
    pub fn cpu(&self) -> f64 {
        let master = self.0.id();
        let workers = std::fs::read_to_string(format!("/proc/{master}/task/{master}/children")).expect("children");
        workers.split_whitespace().filter_map(|worker| worker.parse().ok()).map(cpu_of).sum()
    }
}

impl Drop for Nginx {
    /// Asked politely, the master takes its workers with it.
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

/// Set up to be fast: no log, one worker a core, a connection that stays, the open file remembered.
fn settings() -> String {
    format!(
        "daemon off; worker_processes auto; pid nginx.pid;
        events {{ worker_connections 512; }}
        http {{
            access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=16;
            types {{ text/css css; }}
            client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
            server {{
                listen 127.0.0.1:{PORT}; root files;
                location / {{ add_header Content-Encoding br; add_header Cache-Control 'public, max-age=31536000, immutable'; }}
            }}
        }}"
    )
}
