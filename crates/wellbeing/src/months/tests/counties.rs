//! Many stations together.
use std::sync::Arc;

use kernel::event::By;
use stations::Draft;

use super::super::county::keys;
use super::super::store;
use super::*;
use crate::rules::contact::Kind;
use crate::rules::county::{CountySheet, text};

/// A station of another township of the same county, with as many tickets on one day.
async fn neighbour(here: &Here, (code, slug): (i64, &'static str), tickets: usize) {
    let h = here.0.house.house();
    let work = move |c: &mut Conn| {
        c.run(&format!("INSERT INTO divisions VALUES ({code}, '某镇', '平安区', '海东市', '青海省', NULL)"))?;
        let draft = Draft {
            name_zh: format!("{slug} 驿站"),
            name_en: String::new(),
            address: "镇政府院内".into(),
            phone: None,
            at: None,
            zone: jiff::tz::TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
            hours: "Mo-Su 06:00-22:00".parse().map_err(Fault::broken)?,
        };
        let name = slug.parse().map_err(|_| Fault::broken("a slug"))?;
        let made = stations::make_station(c, code, &name, &draft, By::Program, h.now());
        let station = stations::by_id(c, made.map_err(|e| Fault::broken(format!("{e:?}")))?)?;
        for minute in 0..tickets {
            noted(c, &h, &station, ("ticket-ended", &format!("2026-06-10T09:{minute:02}"), ticket()))?;
        }
        for day in 1..=9 {
            let day = format!("2026-06-{day:02}");
            noted(c, &h, &station, ("door.promised", &format!("{day}T00:00"), promised(&day)))?;
        }
        Ok::<_, Fault>(())
    };
    here.0.house.db.write(work).await.unwrap();
}

async fn county(here: &Here, prefix: i64) -> Option<Arc<CountySheet>> {
    answers::county(&here.0.house, prefix, JUNE).await.unwrap()
}

async fn months(here: &Here, prefix: i64) -> Vec<Date> {
    here.0.house.db.read(move |c| answers::county_months(c, prefix)).await.unwrap()
}

#[tokio::test]
async fn a_county_is_the_sum_of_what_its_stations_published() {
    for here in all().await {
        here.tickets("2026-06-10", 12).await;
        neighbour(&here, (630_203_100, "pingan"), 20).await;
        here.work_at("2026-07-01T06:00").await;
        assert_eq!((county(&here, 630_203).await, months(&here, 630_203).await), (None, vec![]), "two are too few");
        neighbour(&here, (630_203_101, "xiaoxia"), 4).await;
        neighbour(&here, (630_203_103, "gucheng"), 11).await;
        here.work_at("2026-08-01T06:00").await;
        for prefix in [63, 6302, 630_203] {
            assert_eq!(months(&here, prefix).await, [JUNE]);
            let sheet = county(&here, prefix).await.unwrap();
            assert_eq!((sheet.stations, sheet.of), (4, 4));
            let week = sheet.weeks.iter().find(|week| week.week == "2026-W24").unwrap();
            let desk = week.contact.iter().find(|c| c.kind == Kind::Desk).unwrap();
            assert_eq!((desk.stations, desk.count), (3, 12 + 20 + 11), "four tickets of one are hidden there and here");
            assert_eq!(sheet.door.map(|d| (d.stations, d.days, d.minutes.promised)), Some((3, 27, 27 * 480)));
            assert_eq!(sheet.rooms, None);
            for word in ["sanhe", "pingan", "三合", "rank", "score"] {
                assert!(!text(&sheet).contains(word), "{word}");
            }
        }
        for none in [0, 7, 11, 630_204, 630_203_102, -63] {
            assert_eq!((county(&here, none).await, months(&here, none).await), (None, vec![]), "{none}");
        }
    }
}

#[tokio::test]
async fn a_county_has_the_newest_revisions() {
    for here in all().await {
        here.tickets("2026-06-10", 12).await;
        neighbour(&here, (630_203_100, "pingan"), 20).await;
        neighbour(&here, (630_203_101, "xiaoxia"), 15).await;
        here.work_at("2026-07-01T06:00").await;
        here.tickets("2026-06-11", 10).await;
        here.correct("补录了一天", None).await.unwrap();
        let sheet = county(&here, 630_203).await.unwrap();
        let week = sheet.weeks.iter().find(|week| week.week == "2026-W24").unwrap();
        assert_eq!(week.contact.first().map(|c| (c.stations, c.count)), Some((3, 22 + 20 + 15)));
    }
}

/// Three stations of a county that have published June.
async fn three(here: &Here) {
    here.tickets("2026-06-10", 12).await;
    neighbour(here, (630_203_100, "pingan"), 20).await;
    neighbour(here, (630_203_101, "xiaoxia"), 15).await;
    here.work_at("2026-07-01T06:00").await;
}

#[tokio::test]
async fn a_county_is_made_once_until_somebody_publishes_or_a_station_is_added() {
    for here in all().await {
        three(&here).await;
        let ask = || county(&here, 630_203);
        let (a, b, c, d) = tokio::join!(ask(), ask(), ask(), ask());
        let first = a.unwrap();
        assert!([b, c, d].into_iter().flatten().all(|one| Arc::ptr_eq(&first, &one)), "asked for at once, made once");
        assert!(Arc::ptr_eq(&first, &ask().await.unwrap()));
        assert!(!Arc::ptr_eq(&first, &county(&here, 63).await.unwrap()), "the province is another area");

        here.tickets("2026-06-11", 10).await;
        here.correct("补录了一天", None).await.unwrap();
        let corrected = ask().await.unwrap();
        assert_ne!(corrected.sum, first.sum);
        assert!(Arc::ptr_eq(&corrected, &ask().await.unwrap()));

        neighbour(&here, (630_203_103, "gucheng"), 11).await;
        let added = ask().await.unwrap();
        assert_eq!((corrected.of, added.stations, added.of), (3, 3, 4), "one that has not published yet");
    }
}

#[tokio::test]
async fn of_each_station_the_newest_revision_alone_is_read() {
    for here in all().await {
        three(&here).await;
        for (day, revision) in [("2026-06-11", 2), ("2026-06-12", 3)] {
            here.tickets(day, 10).await;
            assert_eq!(here.correct("补录了一天", None).await.unwrap(), revision);
        }
        let keys = keys(630_203).unwrap();
        let read = move |c: &mut Conn| {
            let mut all = store::newest_of(c, keys, JUNE, |text| {
                let sheet = store::read(text)?;
                Ok((sheet.station, sheet.revision))
            })?;
            all.sort();
            Ok::<_, Fault>((all, store::published(c, keys, JUNE)?.0))
        };
        let (newest, revisions) = here.0.house.db.read(read).await.unwrap();
        let names: Vec<(&str, u32)> = newest.iter().map(|(name, n)| (name.as_str(), *n)).collect();
        assert_eq!((names.as_slice(), revisions), (&[("pingan", 1), ("sanhe", 3), ("xiaoxia", 1)][..], 5));
    }
}
