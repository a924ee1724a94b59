//! Numbers as people type them: 15, 十五, 两.

/// A whole number at the front: up to four digits, or Chinese up to 九十九. With how many characters it takes.
pub fn number(s: &[char]) -> Option<(u32, usize)> {
    let digits = s.iter().take_while(|c| c.is_ascii_digit()).count();
    match digits {
        0 => han(s),
        1..=4 => s[..digits].iter().collect::<String>().parse().ok().map(|n| (n, digits)),
        _ => None,
    }
}

fn digit(c: Option<&char>) -> Option<u32> {
    match c? {
        '零' | '〇' => Some(0),
        '一' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

fn han(s: &[char]) -> Option<(u32, usize)> {
    let ten = |at: usize| s.get(at) == Some(&'十');
    if ten(0) {
        return Some(digit(s.get(1)).map_or((10, 1), |ones| (10 + ones, 2)));
    }
    let first = digit(s.first())?;
    match (first, ten(1), digit(s.get(1))) {
        (1.., true, _) => Some(digit(s.get(2)).map_or((first * 10, 2), |ones| (first * 10 + ones, 3))),
        // 零五 of 三点零五
        (0, false, Some(ones)) => Some((ones, 2)),
        _ => Some((first, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(u32, usize)> {
        number(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn both_scripts_count() {
        assert_eq!(of("15点"), Some((15, 2)));
        assert_eq!(of("十五点"), Some((15, 2)));
        assert_eq!(of("二十"), Some((20, 2)));
        assert_eq!(of("二十三点"), Some((23, 3)));
        assert_eq!(of("两小时"), Some((2, 1)));
        assert_eq!(of("零五分"), Some((5, 2)));
        assert_eq!(of("13800000000"), None, "no number of hours has eleven digits");
        assert_eq!(of("点"), None);
    }
}
