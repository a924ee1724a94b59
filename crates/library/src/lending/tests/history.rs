//! Nobody keeps a list of what somebody has read, unless they want it and the station offers it.
use super::*;
use crate::lending::answers::history_of;

impl Room {
    async fn wants(&self, person: PersonId, wanted: bool) -> Result<(), Fault> {
        acts::want_history(&self.house, &self.station, person, wanted).await
    }

    async fn read(&self, person: PersonId) -> Vec<String> {
        let all = self.sees(move |c, _, _| history_of(c, person)).await.unwrap();
        all.into_iter().map(|(_, read)| read.title.title).collect()
    }

    async fn has_and_brings(&self, copy: CopyId, person: PersonId) {
        self.lends(copy, person).await.unwrap();
        self.house.wait(SignedDuration::from_hours(24));
        self.takes_back(copy).await.unwrap();
    }
}

#[tokio::test]
async fn without_wanting_one_there_is_no_list() {
    for room in all().await {
        let (luo, hare) = (room.luo.person, room.has.hare.copies[0]);
        assert_eq!(room.wants(luo, true).await, Err(Fault::NotFound), "the station offers none");
        room.decides(with_lists()).await.unwrap();
        room.has_and_brings(hare, luo).await;
        assert!(room.read(luo).await.is_empty());
        room.wants(luo, true).await.unwrap();
        assert!(room.reader(luo).await.history);
        room.has_and_brings(hare, luo).await;
        room.has_and_brings(room.has.chess.copies[0], luo).await;
        assert_eq!(room.read(luo).await, ["象棋", "猜猜我有多爱你"]);
        room.sound().await;
        room.wants(luo, false).await.unwrap();
        assert!(room.read(luo).await.is_empty() && !room.reader(luo).await.history);
        assert_eq!(room.count("SELECT count(*) AS n FROM reading_history").await, 0);
        room.sound().await;
    }
}

#[tokio::test]
async fn a_station_that_offers_none_any_more_erases_all() {
    for room in all().await {
        room.decides(with_lists()).await.unwrap();
        room.wants(room.luo.person, true).await.unwrap();
        room.has_and_brings(room.has.hare.copies[0], room.luo.person).await;
        room.decides(Settings::default()).await.unwrap();
        assert!(room.read(room.luo.person).await.is_empty());
        room.has_and_brings(room.has.hare.copies[0], room.luo.person).await;
        assert!(room.read(room.luo.person).await.is_empty());
        room.sound().await;
    }
}

#[tokio::test]
async fn a_list_forgets_what_is_older_than_three_years() {
    for room in all().await {
        room.decides(with_lists()).await.unwrap();
        room.wants(room.luo.person, true).await.unwrap();
        room.has_and_brings(room.has.hare.copies[0], room.luo.person).await;
        room.house.wait(SignedDuration::from_hours(24 * 3 * 365));
        acts::jobs(&room.house).await.unwrap();
        assert_eq!(room.read(room.luo.person).await.len(), 1);
        room.later(3).await;
        assert!(room.read(room.luo.person).await.is_empty());
    }
}
