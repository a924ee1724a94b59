//! Each invariant names the damage that it is there for.
use super::*;
use crate::drawn;

const DAMAGE: [(&str, &str); 8] = [
    ("related notices are so", "DELETE FROM notice_related WHERE notice_id < other_id"),
    ("found by their words", "DELETE FROM notice_grams"),
    ("says what it shows", "UPDATE notice_version_photos SET alt = ' '"),
    (
        "stands in no notice but its own",
        "UPDATE notice_photos SET notice_id = (SELECT n.id FROM notices n WHERE n.id <> notice_photos.notice_id ORDER BY n.id LIMIT 1)",
    ),
    ("somebody else's", "UPDATE notice_versions SET shown_by = made_by WHERE shown_by IS NOT NULL"),
    ("taken down by two", "UPDATE notice_downs SET ended_by = asked_by"),
    ("1, 2, 3", "UPDATE notices SET version = 7"),
    ("let be seen", "UPDATE notice_versions SET shown_at = NULL, shown_by = NULL"),
];

impl Town {
    /// The names of the checks that something breaks.
    async fn complaints(&self) -> Vec<&'static str> {
        let mut all = vec![];
        for check in acts::CHECKS {
            if !self.house.db.read(move |c| (check.run)(c)).await.unwrap().is_empty() {
                all.push(check.name);
            }
        }
        all
    }
}

#[tokio::test]
async fn every_damage_is_named() {
    for town in towns().await {
        town.tells(text("高龄补贴在三号窗口", "高龄补贴下月起在三号窗口办，带身份证。")).await;
        town.tells(text("打球", "乒乓球台修好了。")).await;
        town.tells(text("高龄补贴换银行卡", "领高龄补贴的到三号窗口登记。")).await;
        let id = town.drafts(&town.li, text("集市", "很热闹。")).await;
        let photo = (kernel::photo::read(&drawn::valley()).unwrap(), "人群".to_owned());
        acts::add_photo(&town.house, &town.station, (id, 1), photo, (town.li.at.id, None)).await.unwrap();
        acts::ask(&town.house, &town.station, (id, 2), town.li.at.id).await.unwrap();
        town.publishes(&town.qi, id, 2).await.unwrap();
        let down = town.tells(text("旧通知", "过时了。")).await;
        town.takes_down(down, "过时").await;
        assert_eq!(town.complaints().await, Vec::<&str>::new());
        for (name, sql) in DAMAGE {
            town.house.db.write(move |c: &mut Conn| c.run(sql)).await.unwrap();
            let all = town.complaints().await;
            assert!(all.iter().any(|said| said.contains(name)), "{name}: {all:?}");
        }
    }
}
