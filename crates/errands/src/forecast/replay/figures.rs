//! What is counted.
use jiff::Timestamp;

use super::peers::PEERS;
use crate::forecast::predict::About;
use crate::forecast::takes::minutes;

/// Sums of absolute errors, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Errors {
    pub count: usize,
    ours: f64,
    peers: [f64; PEERS],
}

impl Errors {
    fn add(&mut self, ours: f64, peers: [f64; PEERS], actual: f64) {
        self.count += 1;
        self.ours += (ours - actual).abs();
        for (sum, said) in self.peers.iter_mut().zip(peers) {
            *sum += (said - actual).abs();
        }
    }

    /// Mean absolute errors in minutes: ours, and those of the peers. 0 of nobody.
    pub fn means(&self) -> (f64, [f64; PEERS]) {
        let count = self.count.max(1) as f64;
        (self.ours / count, self.peers.map(|sum| sum / count))
    }

    pub(super) fn join(&mut self, other: &Errors) {
        self.count += other.count;
        self.ours += other.ours;
        self.peers.iter_mut().zip(other.peers).for_each(|(sum, more)| *sum += more);
    }
}

/// Of how many it is known whether they were called no later than the upper end, and of how many that they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Held {
    pub judged: usize,
    pub held: usize,
}

impl Held {
    pub(super) fn add(&mut self, held: bool) {
        self.judged += 1;
        self.held += usize::from(held);
    }

    /// Between 0 and 1; 0 of nobody.
    pub fn share(self) -> f64 {
        self.held as f64 / self.judged.max(1) as f64
    }

    fn join(&mut self, other: Held) {
        self.judged += other.judged;
        self.held += other.held;
    }
}

/// Waits that were told are short below the first of these minutes and long from the second on.
const SHORT_AND_LONG: (f64, f64) = (10.0, 30.0);

/// How good the forecasts of one history were. At once = a desk was free when the ticket was drawn: no band is told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures {
    pub days: usize,
    pub tickets: usize,
    /// Drawn when nothing could be said.
    pub cannot: usize,
    pub at_once: usize,
    /// Over everybody of whom something was said and who was called.
    pub all: Errors,
    /// Over those of them who were not called at once.
    pub waited: Errors,
    /// Of those the waits in minutes, together.
    pub minutes: f64,
    /// Of everybody who was told a band.
    pub upper: Held,
    /// The same of short, middling and long forecasts: under 10 minutes, under 30, longer.
    pub by_length: [Held; 3],
    /// The same of tickets drawn at home by people who were there in time.
    pub remote: Held,
    /// The same of those who asked again half-way.
    pub again: Held,
    /// Called no earlier than the lower end.
    pub lower: Held,
    /// Told a band and not called at all, or gone after its upper end: not held, and in no error.
    pub never: usize,
    /// From the lower end to the upper, together, in minutes.
    pub width: f64,
}

impl Figures {
    pub(super) fn called(&mut self, about: &About, peers: [f64; PEERS], at: Timestamp, remote: bool) {
        let after = |at: Timestamp| minutes(at.duration_since(about.now));
        self.all.add(after(about.point), peers, after(at));
        if about.is_at_once() {
            self.at_once += 1;
            return;
        }
        self.waited.add(after(about.point), peers, after(at));
        self.minutes += after(at);
        self.lower.add(at >= about.from);
        self.judged(about, at <= about.until, remote);
    }

    pub(super) fn not_called(&mut self, about: &About, remote: bool) {
        if !about.is_at_once() {
            self.never += 1;
            self.lower.add(true);
            self.judged(about, false, remote);
        }
    }

    fn judged(&mut self, about: &About, held: bool, remote: bool) {
        self.width += minutes(about.until.duration_since(about.from));
        self.upper.add(held);
        let told = minutes(about.point.duration_since(about.now));
        let length = usize::from(told >= SHORT_AND_LONG.0) + usize::from(told >= SHORT_AND_LONG.1);
        self.by_length[length].add(held);
        if remote {
            self.remote.add(held);
        }
    }

    /// The share of people called between the two ends: nobody misses both.
    pub fn within(&self) -> f64 {
        self.upper.share() + self.lower.share() - 1.0
    }

    /// By what share our mean error over everybody is lower than that of each peer.
    pub fn better(&self) -> [f64; PEERS] {
        let (ours, peers) = self.all.means();
        peers.map(|peer| if peer > 0.0 { 1.0 - ours / peer } else { 0.0 })
    }

    /// The figures of several histories in one.
    pub fn together<'a>(all: impl Iterator<Item = &'a Figures>) -> Figures {
        all.fold(Figures::default(), |mut sum, one| {
            sum.days += one.days;
            sum.tickets += one.tickets;
            sum.cannot += one.cannot;
            sum.at_once += one.at_once;
            sum.all.join(&one.all);
            sum.waited.join(&one.waited);
            sum.minutes += one.minutes;
            sum.upper.join(one.upper);
            sum.by_length.iter_mut().zip(one.by_length).for_each(|(sum, one)| sum.join(one));
            sum.remote.join(one.remote);
            sum.again.join(one.again);
            sum.lower.join(one.lower);
            sum.never += one.never;
            sum.width += one.width;
            sum
        })
    }
}
