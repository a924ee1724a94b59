//! What was simulated, as text: how often each interval held, and what a hundred villages of one truth look like.
use super::{Coverage, Covered, Hundred};
use kernel::share::Share;

/// A line for each kind of village and each interval. Villages are not named, and none stands before another.
pub fn report(found: &Coverage) -> String {
    let mut text = String::new();
    for (title, all) in [
        ("The published interval of the mean (t on the logit scale)", &found.estimates),
        ("The interval of the bootstrap, beside it", &found.bootstraps),
        ("Shares and counts of events", &found.counts),
    ] {
        text += &format!("{title}\n");
        all.iter().for_each(|covered| text += &line(covered));
        text += "\n";
    }
    text + &villages(&found.hundred)
}

fn line(covered: &Covered) -> String {
    let mark = if covered.is_honest() { "" } else { "  outside 93–97 %" };
    format!("  {}{mark}  {}\n", percent(covered.share()), covered.what)
}

fn percent(share: Share) -> String {
    match share.sure().map(kernel::share::Sure::per_100) {
        Some(sure) => format!("{:5.1} % ({:.1}–{:.1})", sure.value, sure.low, sure.high),
        None => "    – ".into(),
    }
}

fn villages(found: &Hundred) -> String {
    let of = |count: u64, n: u64| {
        let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        percent(Share::new(size(count), size(n)))
    };
    format!(
        "Villages of one truth, a hundred at a time\n  {}  of {} show an arrow between two waves though nothing changed\n  \
         {}  of {} hundreds have a village that seems to differ from the whole at 95 %\n  \
         {}  of them have one if the error is shared out among the hundred\n",
        of(found.arrows, found.villages),
        found.villages,
        of(found.uncorrected, found.hundreds),
        found.hundreds,
        of(found.corrected, found.hundreds),
    )
}
