//! Eight marshals who tap at once, each with a bad line: the count is exact on every engine.
use super::*;

const MARSHALS: usize = 8;
const TAPS: usize = 25;

/// What one of them presses: cars come, every fifth goes.
fn taps(marshal: usize) -> Vec<Tap> {
    let step = |n: usize| if n % 5 == 4 { Step::Out } else { Step::In };
    (0..TAPS).map(|n| tap(&format!("m{marshal}-{n}"), step(n), at(9, 0))).collect()
}

#[tokio::test]
async fn eight_marshals_with_bad_lines_count_exactly() {
    for town in towns().await {
        let lot = town.lots[0];
        let all: Vec<_> = (0..MARSHALS)
            .map(|marshal| {
                let (house, station) = (town.house.house(), town.station.clone());
                tokio::spawn(async move {
                    // A phone sends what it is not sure of again: each answer is lost once.
                    for upto in (5..=TAPS).step_by(5) {
                        let sent = taps(marshal)[upto.saturating_sub(10)..upto].to_vec();
                        acts::count(&house, &station, (lot, sent), By::Staff(staff(1))).await.unwrap();
                    }
                    acts::count(&house, &station, (lot, taps(marshal)), By::Staff(staff(1))).await.unwrap().kept
                })
            })
            .collect();
        for one in all {
            assert_eq!(one.await.unwrap(), 0, "all had come before");
        }
        assert_eq!(town.parked(0).await, i32::try_from(MARSHALS * (TAPS - 2 * (TAPS / 5))).unwrap());
        town.sound().await;
    }
}

#[tokio::test]
async fn a_recount_among_taps_leaves_a_sound_ledger() {
    for town in towns().await {
        town.came(0, 10, "before").await;
        let lot = town.lots[0];
        let tapping = (0..MARSHALS).map(|marshal| {
            let (house, station) = (town.house.house(), town.station.clone());
            tokio::spawn(async move {
                acts::count(&house, &station, (lot, taps(marshal)), By::Staff(staff(1))).await.unwrap().kept
            })
        });
        let tapping: Vec<_> = tapping.collect();
        town.recounted(0, 30).await;
        for one in tapping {
            assert_eq!(one.await.unwrap(), TAPS);
        }
        town.sound().await;
    }
}
