//! Across stations: the tables are closed here tonight, and one is free at the next station.
use kernel::event::By;
use kernel::fault::Fault;
use serde_json::Value;
use stations::{Draft, Station};
use venues::acts;

use crate::town::{self, Town};

/// Another station of the township, 11 km north, with the same rooms.
async fn neighbour(town: &Town) {
    let (sanhe, now) = (town.station, town.house.now());
    let made = town.house.db.write(move |c| {
        let pattern: Station = stations::by_id(c, sanhe)?;
        let (lat, lon) = pattern.lat.zip(pattern.lon).ok_or(Fault::NotFound)?;
        let draft = Draft {
            name_zh: "三合北片共享驿站".into(),
            name_en: "Sanhe North shared station".into(),
            address: "骆驼堡村委会院内".into(),
            phone: None,
            at: Some((lat + 0.1, lon)),
            zone: pattern.zone.clone(),
            hours: pattern.hours.text().to_owned(),
        };
        let slug = "north".parse().map_err(|_| Fault::broken("a slug that is none"))?;
        let id = stations::make_station(c, 630_203_102, &slug, &draft, By::Program, now)
            .map_err(|not| Fault::broken(format!("{not:?}")))?;
        for owner in stations::owners(c, sanhe)? {
            stations::add_owner(c, id, (&owner.name_zh, &owner.name_en), By::Program, now)?;
        }
        let rooms = venues::answers::catalogue(c, &pattern)?;
        for venue in &rooms.venues {
            acts::make_venue(c, id, venue, &rooms.atoms_of(venue.id))?;
        }
        rooms.offerings.iter().try_for_each(|offering| acts::make_offering(c, id, offering))
    });
    made.await.expect("the neighbour opens");
}

/// The stations that have a table tonight, as a program hears it.
async fn tables_tonight(town: &Town) -> Vec<String> {
    let path = "/api/v1/near?division=630203102&activity=table-tennis";
    let near: Value = town.visitor().get(path).await.ok().json();
    let places = near["places"].as_array().cloned().unwrap_or_default();
    places.iter().filter_map(|p| p["station"].as_str().map(str::to_owned)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_not_free_here_is_found_and_booked_at_the_next_station() {
    town::each(async |town| {
        neighbour(town).await;
        let luo = town.resident("麻桂兰").await;
        assert_eq!(tables_tonight(town).await, ["sanhe", "north"]);
        // The table-tennis room in Sanhe closes for the evening.
        let manager = town.staff("qihaiyan").await;
        let closing = [
            ("kind", "closed"),
            ("venue", "1"),
            ("from_on", "2026-06-24"),
            ("from_at", "19:25"),
            ("until_on", "2026-06-24"),
            ("until_at", "23:00"),
            ("reason_zh", "换灯"),
        ];
        manager.post("/s/sanhe/desk/openings", &closing).await.leads_to();
        assert_eq!(tables_tonight(town).await, ["north"]);
        // The page of the tables says where to look, and two taps from there it is booked.
        let tables = luo.get("/s/sanhe/venues/table-tennis?on=2026-06-24").await;
        let around = luo.get(&tables.says("这里那天没有合适的时间了").link("/near?")).await;
        around.ok().says("三合北片共享驿站").says("约 11 公里").says("今天 19:20 起").says("从平安区 三合镇找");
        around.says_not("三合镇共享驿站");
        let booking = luo.get(&around.link("/s/north/venues/table-tennis")).await;
        let booked = luo.submit(&booking, "/reservations", &[]).await;
        luo.visit(&booked.leads_to()).await.ok().says("19:30").says("三合北片共享驿站");
        luo.in_english().get("/near?division=630203102&activity=table-tennis").await.ok().says("about 11 km");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_finds_a_game_of_chess_from_the_directory_by_the_name_of_a_village() {
    town::each(async |town| {
        neighbour(town).await;
        let visitor = town.visitor();
        let directory = visitor.get("/directory").await;
        let near = visitor.get(&directory.link("/near")).await;
        near.ok().says("从哪里找").says("三合镇共享驿站").says("三合北片共享驿站");
        // 骆驼堡 is a village of Sanhe.
        let found = visitor.get("/near?q=骆驼堡&activity=chess").await;
        found.ok().says("从平安区 骆驼堡").says("今晚 · 下棋").says("不到 1 公里").says("约 11 公里");
        // A point is a point: nobody is asked who they are, and of where they stand only a kilometre or so is used.
        let coarse = visitor.get("/near?lat=36.42345&lon=102.03456&activity=chess").await.leads_to();
        assert_eq!(coarse, "/near?lat=36.42&lon=102.03&within_km=20&activity=chess&part=evening");
        visitor.get(&coarse).await.ok().says("从您现在的位置找").says("三合镇共享驿站");
    })
    .await;
}
