use std::sync::Arc;

use jiff::civil::date;
use kernel::event::By;
use kernel::fault::Fault;

use crate::acts::{change_station, import_holidays};
use crate::memory::{calendar, forget, load_calendar, station};
use crate::tests::town::{SANHE, at_once, bare, draft, towns};

#[tokio::test]
async fn a_station_is_read_once_and_again_after_a_change() -> Result<(), Fault> {
    for town in towns() {
        let first = station(&town, "sanhe").await?;
        assert!(Arc::ptr_eq(&first, &station(&town, "sanhe").await?));
        let new = crate::Draft { name_zh: "新名".into(), ..draft() };
        at_once(&town, |c| change_station(c, SANHE, &new, By::Program, town.now()))?;
        forget(&town, "sanhe");
        assert_eq!(station(&town, "sanhe").await?.name_zh, "新名");
        assert_eq!(station(&town, "nowhere").await.err(), Some(Fault::NotFound));
    }
    Ok(())
}

#[tokio::test]
async fn houses_do_not_share_what_they_remember() -> Result<(), Fault> {
    let (one, other) = (towns().remove(0), bare().remove(0));
    station(&one, "sanhe").await?;
    assert_eq!(station(&other, "sanhe").await.err(), Some(Fault::NotFound));
    Ok(())
}

const NOTICE: &str =
    "# source: a test\n# version: 1\n# years: 2027\ndate,kind,name,name_en\n2027-01-01,holiday,元旦,New Year's Day\n";

#[tokio::test]
async fn an_imported_year_is_known_from_then_on() -> Result<(), Fault> {
    for house in bare() {
        load_calendar(&house).await?;
        assert!(!calendar(&house).knows(2027));
        let imported = at_once(&house, |c| import_holidays(c, "2027.csv", NOTICE, house.now()));
        assert!(imported.is_ok_and(|years| years == (2027..=2027)));
        load_calendar(&house).await?;
        assert!(calendar(&house).knows(2027));
        assert!(calendar(&house).holiday(date(2027, 1, 1)).is_some());
        let again = calendar(&house);
        load_calendar(&house).await?;
        assert!(Arc::ptr_eq(&again, &calendar(&house)), "nothing new, nothing made anew");
    }
    Ok(())
}

#[test]
fn a_bad_notice_changes_nothing_and_says_where() {
    let house = bare().remove(0);
    let bad = NOTICE.replace("2027-01-01", "2027-13-01");
    let said =
        at_once(&house, |c| import_holidays(c, "2027.csv", &bad, house.now())).expect_err("there is no month 13");
    assert!(said.to_string().starts_with("2027.csv, line 5"), "{said}");
}
