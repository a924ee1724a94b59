//! Numbers that look drawn and are the same everywhere for the same seed: for drawing answers again and again, and for made-up villages.
//! Nothing here is a secret.

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): a million numbers in no time.
#[derive(Debug, Clone)]
pub struct Numbers(u64);

impl Numbers {
    pub fn new(seed: u64) -> Numbers {
        Numbers(seed)
    }

    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, `n`, each equally likely: the uneven tail is drawn again. 0 if `n` is.
    pub fn below(&mut self, n: u64) -> u64 {
        let n = n.max(1);
        let fair = u64::MAX - u64::MAX % n;
        loop {
            let lot = self.draw();
            if lot < fair {
                return lot % n;
            }
        }
    }

    /// At least 0, below 1, in steps of 2^-32.
    pub fn share(&mut self) -> f64 {
        let high = u32::try_from(self.draw() >> 32).unwrap_or(u32::MAX);
        f64::from(high) / 4_294_967_296.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_splitmix() {
        // The first of seed 1234567, as the generator's authors' program prints them.
        let mut numbers = Numbers::new(1_234_567);
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(expected.map(|_| numbers.draw()), expected);
        let mut seen = [0_u32; 7];
        for _ in 0..7000 {
            seen[numbers.below(7) as usize] += 1;
        }
        assert!(seen.iter().all(|n| (850..1150).contains(n)), "{seen:?}");
        assert_eq!(numbers.below(0), 0);
        assert!((0..1000).all(|_| (0.0..1.0).contains(&numbers.share())));
    }
}
