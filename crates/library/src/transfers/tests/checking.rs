//! What `yizhan check` finds in rows that no act writes.
use super::*;

impl Two {
    /// What it finds once `sql` was done by hand.
    async fn damaged(&self, sql: &str) -> Vec<String> {
        self.run(sql.to_owned()).await;
        let mut all = vec![];
        for check in acts::CHECKS {
            all.extend(self.house.db.read(move |c| (check.run)(c)).await.unwrap());
        }
        all
    }
}

#[tokio::test]
async fn damage_is_named() {
    for two in twos().await {
        let copy = two.has.hare.copies[0];
        two.sends(Sending::Unasked(two.gucheng.station.id, copy)).await.unwrap();
        assert_eq!(two.damaged("UPDATE copies SET seen_on = NULL").await, Vec::<String>::new());
        let here = two.damaged("UPDATE copies SET stands = 0 WHERE stands = 3").await;
        assert!(here.len() == 1 && here[0].contains("no copy that is on its way"), "{here:?}");
        let all = two.damaged("UPDATE copies SET stands = 3").await;
        assert_eq!(all.iter().filter(|said| said.contains("has 0 transfers")).count(), 3, "{all:?}");
        let lost = two.damaged("UPDATE library_transfers SET sent_at = NULL").await;
        assert!(lost.iter().any(|said| said.contains("its times say otherwise")), "{lost:?}");
    }
}
