//! The way to PostgreSQL, which can be shut: whoever was on it falls off, as when the server stops.
use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

pub struct Door {
    state: Arc<Mutex<State>>,
    /// The address of the database through this door.
    pub url: String,
}

#[derive(Default)]
struct State {
    shut: bool,
    passing: Vec<TcpStream>,
}

impl Door {
    /// In front of `postgres://user@host:port/name…`.
    pub fn before(url: &str) -> Door {
        let (who, rest) = url.split_once('@').expect("an address with a user");
        let (server, name) = rest.split_once('/').expect("an address with a database");
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let here = listener.local_addr().expect("it has an address");
        let (state, server) = (Arc::<Mutex<State>>::default(), server.to_owned());
        let seen = state.clone();
        thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                // Whoever finds it shut is dropped at once.
                let _ = let_through(&seen, caller, &server);
            }
        });
        Door { state, url: format!("{who}@{here}/{name}") }
    }

    pub fn shut(&self) {
        let mut state = locked(&self.state);
        state.shut = true;
        for socket in state.passing.drain(..) {
            // One that is closed already is as good as shut.
            let _ = socket.shutdown(Shutdown::Both);
        }
    }

    pub fn open(&self) {
        locked(&self.state).shut = false;
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().expect("nobody panicked")
}

fn let_through(state: &Mutex<State>, caller: TcpStream, server: &str) -> io::Result<()> {
    let mut state = locked(state);
    if state.shut {
        return Ok(());
    }
    let server = TcpStream::connect(server)?;
    state.passing.extend([caller.try_clone()?, server.try_clone()?]);
    carry(caller.try_clone()?, server.try_clone()?);
    carry(server, caller);
    Ok(())
}

fn carry(mut from: TcpStream, mut to: TcpStream) {
    thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Both);
    });
}
