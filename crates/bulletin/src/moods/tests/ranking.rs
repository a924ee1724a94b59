//! Which notices of a month come first, and what is never said.
use super::*;
use crate::moods::rules::Month;

impl Town {
    /// The ids that a mood ranks, first first, and of how many votes each.
    async fn ranked(&self, month: &str, mood: Mood) -> Vec<(NoticeId, usize)> {
        let (station, month): (_, Month) = (self.station.id, month.parse().unwrap());
        let read = move |c: &mut Conn| answers::ranking(c, published, station, month);
        let all = self.house.db.read(read).await.unwrap();
        let of = all.into_iter().find(|(m, _)| *m == mood).expect("each mood");
        of.1.into_iter().map(|(headline, ranked)| (headline.id, ranked.tally.n())).collect()
    }
}

#[tokio::test]
async fn the_month_ranks_its_notices_by_the_lower_end_of_the_interval() {
    for town in towns().await {
        // Nine of ten; eighteen of twenty; nine of nine, which is too few.
        town.voted(0, (0, 9), Mood::Happy).await;
        town.voted(0, (100, 1), Mood::Sad).await;
        town.voted(1, (0, 18), Mood::Happy).await;
        town.voted(1, (100, 2), Mood::Sad).await;
        town.voted(2, (0, 9), Mood::Happy).await;
        let [first, second, few] = [town.notices[0], town.notices[1], town.notices[2]];
        assert_eq!(town.ranked("2026-11", Mood::Happy).await, [(second, 20), (first, 10)]);
        assert!(town.ranked("2026-11", Mood::Like).await.is_empty());
        assert!(town.ranked("2026-10", Mood::Happy).await.is_empty());
        assert!(town.ranked("2026-12", Mood::Happy).await.is_empty());
        // The tenth vote: ten of ten are surer than eighteen of twenty.
        town.voted(2, (100, 1), Mood::Happy).await;
        assert_eq!(town.ranked("2026-11", Mood::Happy).await, [(few, 10), (second, 20), (first, 10)]);
        // Folded or not: the numbers are the same.
        let before = town.ranked("2026-11", Mood::Happy).await;
        town.house.wait(crate::moods::rules::OPEN);
        super::super::jobs(&town.house).await.unwrap();
        assert_eq!(town.ranked("2026-11", Mood::Happy).await, before);
    }
}

#[tokio::test]
async fn what_is_taken_down_is_not_ranked() {
    for town in towns().await {
        town.voted(0, (0, 12), Mood::Happy).await;
        let (station, notice) = (town.station.id, town.notices[0]);
        assert_eq!(town.ranked("2026-11", Mood::Happy).await, [(notice, 12)]);
        town.house.db.write(move |c: &mut Conn| take_down(c, station, notice)).await.unwrap();
        assert!(town.ranked("2026-11", Mood::Happy).await.is_empty());
    }
}

/// Half past midnight on the first of December in Sanhe is still November in Greenwich.
#[tokio::test]
async fn a_month_is_one_of_the_station() {
    for town in towns().await {
        town.house.set_clock("2026-11-30T16:30:00Z".parse().unwrap());
        let notice = NoticeId(id(9));
        let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
        let work = move |c: &mut Conn| {
            publish(c, station.id, notice, now)?;
            acts::opened(c, &h, &station, notice, now)
        };
        town.house.db.write(work).await.unwrap();
        for n in 0..10 {
            let voting = Voting { notice, device: phone(n), wants: Some(Mood::Like), from: from(n) };
            acts::vote(&town.house, &town.station, published, voting).await.unwrap();
        }
        assert_eq!(town.ranked("2026-12", Mood::Like).await, [(notice, 10)]);
        assert!(town.ranked("2026-11", Mood::Like).await.is_empty());
    }
}

#[tokio::test]
async fn the_page_ranks_notices_and_nobody_else() {
    for town in towns().await {
        town.voted(0, (0, 9), Mood::Happy).await;
        let page = async |query: &str| text(town.get(&format!("/s/sanhe/notices/moods{query}"), "").await).await;
        let none = page("").await;
        assert!(none.contains("这个月让人开心的") && none.contains("还没有满 10 票") && !none.contains("9 票"));
        town.voted(0, (100, 3), Mood::Sad).await;
        let some = page("").await;
        assert!(some.contains("12 票里 9 票开心（46%–92%）"), "{some}");
        assert!(some.contains(&format!("href=\"/s/sanhe/notices/{}\"", town.notices[0])));
        assert!(some.contains("month=2026-10") && !some.contains("month=2026-12"));
        assert!(page("?mood=sad").await.contains("12 票里 3 票难过"));
        assert!(page("?month=2026-10&mood=like").await.contains("2026年10月大家点赞的"));
        let odd = town.get("/s/sanhe/notices/moods?month=soon", "").await;
        assert_eq!(odd.status(), StatusCode::NOT_FOUND);
    }
}

/// Hard line 2: mood votes are never appraisal evidence. No table of the group knows who wrote or let through what it counts.
#[test]
fn no_table_of_moods_names_a_person() {
    let sql = super::super::MIGRATION.sql.lines().map(|l| l.split("--").next().unwrap_or_default());
    let columns = sql.collect::<Vec<_>>().join("\n");
    for word in ["staff", "editor", "writer", "person", "phone", "address", "made_by", "agent", "session"] {
        assert!(!columns.contains(word), "{word}");
    }
}
