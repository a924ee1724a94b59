//! Screens: each an open stream of a hall's news, all on one thread, so that the program keeps a core.
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use tokio::runtime::{Builder, Runtime};

use super::program::PORT;

/// So many ask at once: more than the queue of a listening socket takes would have to ask again.
const AT_ONCE: usize = 200;
/// Far longer than anything takes that works.
const PATIENCE: Duration = Duration::from_secs(60);
/// A change is heard in far fewer bytes.
const PIECE: usize = 512;

/// What one screen heard last, and when.
struct Heard {
    number: AtomicI64,
    /// Nanoseconds after the beginning.
    at: AtomicU64,
}

pub struct Screens {
    began: Instant,
    all: Arc<Vec<Heard>>,
    /// Streams that ended although nobody closed them.
    lost: Arc<AtomicUsize>,
    runtime: Runtime,
}

impl Screens {
    /// Opens `count` streams, and waits until each has heard how things stand.
    pub fn open(count: usize) -> Screens {
        let silent = || Heard { number: AtomicI64::new(-1), at: AtomicU64::new(0) };
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let all = Arc::new((0..count).map(|_| silent()).collect());
        let screens = Screens { began: Instant::now(), all, lost: Arc::default(), runtime };
        for first in (0..count).step_by(AT_ONCE) {
            let last = (first + AT_ONCE).min(count);
            for place in first..last {
                let (all, began, lost) = (screens.all.clone(), screens.began, screens.lost.clone());
                screens.runtime.spawn(async move {
                    follow(&all[place], began).await;
                    lost.fetch_add(1, Ordering::Relaxed);
                });
            }
            screens.until_all(last, 0);
        }
        screens
    }

    /// Waits until all have heard change `number` or a later one; how long after `since` each of them did.
    pub fn heard(&self, number: i64, since: Instant) -> Vec<Duration> {
        self.until_all(self.all.len(), number);
        let from = since.duration_since(self.began);
        let at = |heard: &Heard| Duration::from_nanos(heard.at.load(Ordering::Acquire));
        self.all.iter().map(|heard| at(heard).saturating_sub(from)).collect()
    }

    fn until_all(&self, count: usize, number: i64) {
        let began = Instant::now();
        let missing = || self.all[..count].iter().filter(|h| h.number.load(Ordering::Acquire) < number).count();
        while missing() > 0 {
            let lost = self.lost.load(Ordering::Relaxed);
            assert!(lost == 0 && began.elapsed() < PATIENCE, "{} have not heard {number}, {lost} fell off", missing());
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

/// One screen, until its stream ends.
async fn follow(heard: &Heard, began: Instant) {
    let at = SocketAddr::from(([127, 0, 0, 1], PORT));
    let Ok(stream) = TcpStream::connect(at).await else { return };
    let request =
        format!("GET /s/sanhe/hall/live HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAccept: text/event-stream\r\n\r\n");
    // It is shorter than any buffer of a socket.
    if stream.writable().await.is_err() || stream.try_write(request.as_bytes()).ok() != Some(request.len()) {
        return;
    }
    let (mut text, mut piece) = (String::new(), [0; PIECE]);
    while stream.readable().await.is_ok() {
        match stream.try_read(&mut piece) {
            Ok(0) => return,
            Ok(read) => text.push_str(&String::from_utf8_lossy(&piece[..read])),
            Err(e) if e.kind() == std::io::ErrorKind::WouldBlock => continue,
            Err(_) => return,
        }
        while let Some((line, rest)) = text.split_once('\n') {
            // Beats have no `id`: they are no news.
            if let Some(number) = line.strip_prefix("id: ").and_then(|n| n.trim().parse().ok()) {
                let now = u64::try_from(began.elapsed().as_nanos()).unwrap_or(u64::MAX);
                heard.at.store(now, Ordering::Release);
                heard.number.store(number, Ordering::Release);
            }
            text = rest.to_owned();
        }
    }
}
