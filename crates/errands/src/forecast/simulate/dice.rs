//! Random numbers of the shapes that days are made of, repeatable by their seed.
use kernel::chance::Chance;

pub struct Dice(Chance);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(Chance::seeded(seed))
    }

    /// Above 0, up to 1.
    pub fn part(&self) -> f64 {
        ((u64::from_le_bytes(self.0.bytes()) >> 11) + 1) as f64 / (1_u64 << 53) as f64
    }

    pub fn yes(&self, share: f64) -> bool {
        self.part() <= share
    }

    /// With mean 0 and deviation 1, by Box and Muller's transform (1958).
    fn normal(&self) -> f64 {
        (-2.0 * self.part().ln()).sqrt() * (std::f64::consts::TAU * self.part()).cos()
    }

    /// Around 1 in the median; `spread` is the deviation of the logarithm.
    pub fn factor(&self, spread: f64) -> f64 {
        (spread * self.normal()).exp()
    }

    /// When that happens which is expected `expected` times in a stretch of this length: a Poisson process, whose gaps are
    /// exponential.
    pub fn times(&self, expected: f64, length: f64) -> Vec<f64> {
        let gap = |before: &f64| Some(before - self.part().ln() * length / expected);
        std::iter::successors(gap(&0.0), gap).take_while(|at| *at < length).collect()
    }

    /// Which of these, each as often as its share says.
    pub fn one_of(&self, shares: &[f64]) -> usize {
        let mut rest = self.part() * shares.iter().sum::<f64>();
        let passed = |share: &&f64| {
            rest -= **share;
            rest > 0.0
        };
        shares.iter().take_while(passed).count().min(shares.len().saturating_sub(1))
    }
}
