//! A database that was damaged by hand: each damage is named by its check.
use super::*;

const DAMAGES: [(&str, &str); 5] = [
    ("found by what stands on their card", "DELETE FROM title_grams"),
    ("found by what stands on their card", "UPDATE titles SET title = '别的书' WHERE isbn IS NOT NULL"),
    ("right check digit and are below", "UPDATE library_settings SET next_barcode = 2"),
    ("right check digit and are below", "UPDATE copies SET barcode = '2000000000016' WHERE barcode = '2000000000015'"),
    ("ISBN of a title has the right check digit", "UPDATE titles SET isbn = '9787572608583' WHERE isbn IS NOT NULL"),
];

#[tokio::test]
async fn each_damage_is_named() {
    for (name, damage) in DAMAGES {
        for room in desks().await {
            room.sound().await;
            room.house.db.write(move |c: &mut Conn| c.run(damage)).await.unwrap();
            let broken = room.broken().await.unwrap();
            assert!(broken.iter().any(|said| said.contains(name)), "{damage}: {broken:?}");
        }
    }
}

#[tokio::test]
async fn a_copy_without_a_shelf_is_named() {
    // The database itself refuses it; only one whose rules were taken away can have such a row.
    for room in desks().await {
        let sqlite = room.house.db.engine() == kernel::db::Engine::Sqlite;
        let damage = if sqlite {
            "PRAGMA foreign_keys=OFF; DELETE FROM library_shelves WHERE code = 'a1'"
        } else {
            "ALTER TABLE copies DROP CONSTRAINT copies_station_id_shelf_fkey; DELETE FROM library_shelves WHERE code = 'a1'"
        };
        let url = room.house.settings.database.clone();
        let mut c = Conn::open(&url).unwrap();
        c.run(damage).unwrap();
        let broken = room.broken().await.unwrap();
        assert!(broken.iter().any(|said| said.contains("belongs on a shelf")), "{broken:?}");
    }
}
