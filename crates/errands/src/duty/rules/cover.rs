//! Which of the promised minutes somebody stands there.
use jiff::Timestamp;

/// From and until; the end does not belong to it.
pub type Span = (Timestamp, Timestamp);

/// A day of a post.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cover {
    /// Minutes of the promised hours, and those of them in which at least one person stands there.
    pub promised: i64,
    pub covered: i64,
    /// Where nobody stands.
    pub gaps: Vec<Span>,
    /// Where two or more stand.
    pub doubled: Vec<Span>,
}

fn minutes(spans: &[Span]) -> i64 {
    spans.iter().map(|(from, until)| until.duration_since(*from).as_mins()).sum()
}

/// Cuts the promised hours wherever a shift begins or ends, and counts who stands in each piece. Who stands there outside
/// them is welcome and counts for nothing.
pub fn cover(promised: &[Span], shifts: &[Span]) -> Cover {
    let mut all = Cover { promised: minutes(promised), ..Cover::default() };
    for (from, until) in promised.iter().copied() {
        let inside = |at: &Timestamp| from < *at && *at < until;
        let mut cuts: Vec<Timestamp> = shifts.iter().flat_map(|(a, b)| [*a, *b]).filter(inside).collect();
        cuts.extend([from, until]);
        cuts.sort_unstable();
        cuts.dedup();
        for piece in cuts.windows(2).map(|two| (two[0], two[1])) {
            match shifts.iter().filter(|(a, b)| *a <= piece.0 && piece.1 <= *b).count() {
                0 => lengthen(&mut all.gaps, piece),
                1 => {}
                _ => lengthen(&mut all.doubled, piece),
            }
        }
    }
    all.covered = all.promised - minutes(&all.gaps);
    all
}

/// Adds a piece to what it follows on.
fn lengthen(spans: &mut Vec<Span>, piece: Span) {
    match spans.last_mut() {
        Some(last) if last.1 == piece.0 => last.1 = piece.1,
        _ => spans.push(piece),
    }
}
