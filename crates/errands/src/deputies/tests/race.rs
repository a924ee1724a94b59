use std::sync::Arc;

use super::{all, slot};
use crate::deputies::acts::{self, Who};
use crate::deputies::rules::Refusal;
use kernel::refusal::Not;

const CALLERS: usize = 64;

#[tokio::test(flavor = "multi_thread")]
async fn one_of_sixty_four_gets_the_slot() {
    for h in all().await {
        let day = h.announced(1).await;
        let h = Arc::new(h);
        let callers = (0..CALLERS).map(|_| {
            let h = h.clone();
            tokio::spawn(async move {
                acts::take(&h.town.house, &h.town.station, (day, slot(20)), (Who::Bearer, None)).await
            })
        });
        let (mut won, mut lost) = (0, 0);
        for caller in callers.collect::<Vec<_>>() {
            match caller.await.unwrap() {
                Ok(_) => won += 1,
                Err(Not::Refused(Refusal::Taken { free })) => {
                    assert_eq!(free, [slot(0), slot(40)], "each is told what is still free");
                    lost += 1;
                }
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!((won, lost), (1, CALLERS - 1));
        h.sound().await;
    }
}
