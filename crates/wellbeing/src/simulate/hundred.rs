//! A hundred villages in which everything is the same. Whoever put them in order would put chance in order.
use super::{Hundred, summaries, village};
use crate::rules::change::{Change, moved};
use crate::rules::estimate::{Estimate, estimate, t_quantile};
use crate::rules::numbers::Numbers;
use crate::rules::response::Response;
use crate::rules::strata::collapsed;

const VILLAGES: u32 = 100;

/// So many hundreds of villages. Each hundred has one plan and people who answer alike; two waves are drawn in each village from the
/// same people, so that nothing changes between them.
pub(super) fn compared(numbers: &mut Numbers, hundreds: u32) -> Hundred {
    let mut found = Hundred { villages: 0, arrows: 0, hundreds: 0, uncorrected: 0, corrected: 0 };
    let plans = village::plans();
    for (_, plan) in (0..hundreds).zip(plans.iter().cycle()) {
        let people = plan.village(numbers);
        let mut wave = || estimate(&summaries(&collapsed(&people.asked(&plan.response, numbers))));
        let mut estimates = vec![];
        for _ in 0..VILLAGES {
            if let (Some(before), Some(after)) = (wave(), wave()) {
                found.villages += 1;
                found.arrows += u64::from(points(&before, &after));
                estimates.push(after);
            }
        }
        found.hundreds += 1;
        found.uncorrected += u64::from(any_differs(&estimates, 0.05));
        found.corrected += u64::from(any_differs(&estimates, 0.05 / f64::from(VILLAGES)));
    }
    found
}

fn points(before: &Estimate, after: &Estimate) -> bool {
    let response = |e: &Estimate| Response { drawn: e.n * 2, not_eligible: 0, answered: e.n };
    moved((before, &response(before)), (after, &response(after))).is_some_and(|m| m.change != Change::NotSure)
}

/// Whether the mean of all lies outside one village's interval, which is wrong in `error` of all cases: on the logit scale, as in
/// [`estimate`]. On the scale itself the few answers far below the others make far too many seem to differ.
fn any_differs(villages: &[Estimate], error: f64) -> bool {
    let logit = |mean: f64| (mean / (10.0 - mean)).ln();
    let whole = villages.iter().map(|e| e.mean).sum::<f64>() / villages.len().max(1) as f64;
    villages.iter().any(|e| {
        t_quantile(1.0 - error / 2.0, e.df)
            .is_some_and(|t| (logit(e.mean) - logit(whole)).abs() > t * 10.0 * e.se / (e.mean * (10.0 - e.mean)))
    })
}
