//! How characters are read, and whether something typed in letters spells them.
use pinyin::ToPinyinMulti as _;

use crate::rules::fold::fold;

/// One character and its readings without tones, the usual one first. ü is v, as on keyboards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    pub char: char,
    pub readings: Vec<String>,
}

/// Readings of all characters of a folded text.
pub fn signs(text: &str) -> Vec<Sign> {
    text.chars().map(fold).map(|char| Sign { char, readings: readings(char) }).collect()
}

fn readings(char: char) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    for reading in char.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain().replace('ü', "v");
        // Rare interjections have readings such as "ê" or "hm"; nobody types them.
        if plain.is_ascii() && !all.contains(&plain) {
            all.push(plain);
        }
    }
    all
}

impl Sign {
    /// Whether both may sound alike.
    pub fn sounds_like(&self, other: &Sign) -> bool {
        self.char == other.char || self.readings.iter().any(|r| other.readings.contains(r))
    }
}

/// How well something typed fits: fewer is better. 0 = the usual readings all through.
pub type Cost = u32;

/// Whether `typed` spells the beginning of `signs`: each character by itself, its first letter (zh, ch, sh too), or its whole
/// reading; the last one may be unfinished. `glbt`, `gaoling`, `gaolbt` and `高ling` all spell 高龄补贴.
pub fn spells(typed: &[char], signs: &[Sign]) -> Option<Cost> {
    // best[n]: the least cost of having spelt the first n letters with the signs so far.
    let mut best: Vec<Option<Cost>> = vec![None; typed.len() + 1];
    best[0] = Some(0);
    let mut found: Option<Cost> = None;
    for sign in signs {
        let mut next: Vec<Option<Cost>> = vec![None; typed.len() + 1];
        for (at, cost) in best.iter().enumerate() {
            let Some(cost) = *cost else { continue };
            for (length, more) in steps(&typed[at..], sign) {
                let slot = &mut next[at + length];
                *slot = Some(slot.map_or(cost + more, |c| c.min(cost + more)));
            }
        }
        found = [found, next[typed.len()]].into_iter().flatten().min();
        best = next;
    }
    found
}

/// How many letters at the front may stand for one sign, and what each way costs.
fn steps(typed: &[char], sign: &Sign) -> Vec<(usize, Cost)> {
    let mut ways = vec![];
    if typed.first() == Some(&sign.char) {
        ways.push((1, 0));
    }
    for (nth, reading) in (0..).zip(&sign.readings) {
        let fits = typed.iter().zip(reading.chars()).take_while(|(a, b)| **a == *b).count();
        // Another reading than the usual one costs a little.
        let rare = Cost::min(nth, 1);
        let initial = if reading.get(1..2) == Some("h") { 2 } else { 1 };
        for length in 1..=fits {
            let whole = length == reading.len();
            let unfinished = length == typed.len();
            if length == 1 || length == initial || whole || unfinished {
                ways.push((length, rare));
            }
        }
    }
    ways
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelt(typed: &str, text: &str) -> bool {
        spells(&typed.chars().collect::<Vec<_>>(), &signs(text)).is_some()
    }

    #[test]
    fn initials_syllables_and_mixtures_spell() {
        for typed in ["g", "gl", "glbt", "gaoling", "gaolingbutie", "gaolbt", "gaoli", "高ling", "高龄bt"] {
            assert!(spelt(typed, "高龄补贴"), "{typed}");
        }
        for typed in ["lg", "gaob", "glbtx", "galing"] {
            assert!(!spelt(typed, "高龄补贴"), "{typed}");
        }
        assert!(spelt("zhengming", "证明") && spelt("zhm", "证明") && spelt("zm", "证明"));
        assert!(spelt("nv", "女") && !spelt("n", ""));
    }

    #[test]
    fn each_reading_counts_and_the_usual_one_fits_best() {
        assert!(spelt("yinhangka", "银行卡") && spelt("yinxingka", "银行卡"));
        let cost = |typed: &str| spells(&typed.chars().collect::<Vec<_>>(), &signs("参保"));
        assert_eq!((cost("canbao"), cost("shenbao")), (Some(0), Some(1)));
    }
}
