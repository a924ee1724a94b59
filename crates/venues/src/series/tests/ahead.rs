//! As time goes on.
use super::*;
use Stands::{Booked, NotKnown, Skipped};

#[tokio::test]
async fn new_dates_come_within_reach_day_by_day_and_running_twice_changes_nothing() {
    for town in towns().await {
        let rule = terms("FREQ=WEEKLY;BYDAY=TU", date(2026, 6, 24), 19);
        let id = town.make("whole", rule, town.for_owner()).await.unwrap();
        assert_eq!(town.stands(id).await.len(), 26);
        town.jobs().await;
        assert_eq!(town.stands(id).await.len(), 26);
        town.house.set_clock(at(date(2026, 7, 8), 9, 0));
        town.jobs().await;
        town.jobs().await;
        // Two are over; the first of them had nobody there, so it was released.
        let all = town.stands(id).await;
        assert_eq!(all.len(), 28);
        assert_eq!(all[0], ("06-30".to_owned(), Stands::Over(State::Released)));
        assert_eq!(all[27], ("01-05".to_owned(), Booked));
        town.sound().await;
    }
}

#[tokio::test]
async fn when_the_holidays_are_published_what_was_not_known_gets_its_outcome() {
    for town in towns().await {
        town.house.set_clock(at(date(2026, 9, 21), 9, 0));
        let mut rule = terms("FREQ=MONTHLY;BYMONTHDAY=1,8", date(2026, 9, 21), 19);
        rule.skips_holidays = true;
        let id = town.make("whole", rule, town.for_owner()).await.unwrap();
        let january = |all: &[(String, Stands)]| all[6..8].to_vec();
        let before = town.stands(id).await;
        assert_eq!(january(&before), [("01-01".to_owned(), NotKnown), ("01-08".to_owned(), NotKnown)]);
        let notice = "# source: test\n# version: 2027.1\n# years: 2027\ndate,kind,name,name_en\n\
                      2027-01-01,holiday,元旦,New Year's Day\n";
        let now = town.house.now();
        let import = move |c: &mut Conn| {
            stations::import_holidays(c, "2027.csv", notice, now).map_err(|e| Fault::broken(format!("{e:?}")))
        };
        town.house.db.write(import).await.unwrap();
        stations::load_calendar(&town.house).await.unwrap();
        town.house.wait(jiff::SignedDuration::from_hours(25));
        town.jobs().await;
        let after = town.stands(id).await;
        assert_eq!(january(&after), [("01-01".to_owned(), Skipped), ("01-08".to_owned(), Booked)]);
        town.sound().await;
    }
}
