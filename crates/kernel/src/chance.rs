//! Randomness, handed in so that tests and lotteries can be repeated.
use std::sync::{Arc, Mutex, PoisonError};

use ring::hmac::{HMAC_SHA256, Key, sign};

/// Where random bytes come from.
#[derive(Clone)]
pub struct Chance(Source);

#[derive(Clone)]
enum Source {
    System,
    Seeded(Arc<Mutex<(u64, u64)>>),
}

impl Chance {
    /// The operating system's random numbers.
    pub fn system() -> Chance {
        Chance(Source::System)
    }

    /// The same bytes in the same order for the same seed: for tests and for the demo township, never for secrets.
    pub fn seeded(seed: u64) -> Chance {
        Chance(Source::Seeded(Arc::new(Mutex::new((seed, 0)))))
    }

    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        match &self.0 {
            Source::System => from_the_system(&mut out),
            Source::Seeded(state) => {
                let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
                for chunk in out.chunks_mut(32) {
                    state.1 += 1;
                    chunk.copy_from_slice(&block(state.0, state.1)[..chunk.len()]);
                }
            }
        }
        out
    }

    /// A whole number from 0 up to, not including, `n`; every one equally likely.
    pub fn below(&self, n: u32) -> u32 {
        // Rejecting the uneven tail keeps the result fair.
        let fair = u32::MAX - u32::MAX % n.max(1);
        loop {
            let x = u32::from_le_bytes(self.bytes());
            if x < fair {
                return x % n.max(1);
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where the system's randomness is read")]
fn from_the_system(out: &mut [u8]) {
    // Without randomness there are no sessions, codes or ids: going on would be worse than stopping.
    getrandom::fill(out).expect("the operating system gives random numbers");
}

fn block(seed: u64, counter: u64) -> [u8; 32] {
    let mut block = [0; 32];
    block.copy_from_slice(sign(&Key::new(HMAC_SHA256, &seed.to_le_bytes()), &counter.to_le_bytes()).as_ref());
    block
}
