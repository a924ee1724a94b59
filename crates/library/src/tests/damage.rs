//! A database that was damaged by hand is named by the check that knows, and by no other.
use kernel::db::Conn;
use kernel::fault::Fault;
use people::PersonId;

use crate::lending::acts::{self, Entry, Lending};
use crate::lending::rules::Hand;
use crate::lending::rules::log::Kind;
use crate::rules::Settings;
use crate::testing::{Room, rooms};
use crate::{CopyId, lending};

async fn lends(room: &Room, copy: CopyId, person: PersonId) {
    let lending = Lending { copy, person, despite: false };
    acts::lend(&room.house, &room.station, lending, (Hand::Kiosk, None)).await.unwrap();
}

/// 罗大爷 has the hare, for which 马秀英 waits; 小满 has the chess, and a lychee was put aside for 马秀英. Something is on 罗大爷's list,
/// and a clerk has looked at one thing and not at another.
async fn lived_in() -> Vec<Room> {
    let all = rooms(&[], &[]).await;
    for room in &all {
        let (luo, ma, man) = (room.luo.person, room.ma.person, room.man.person);
        let back = |copy| acts::give_back(&room.house, &room.station, copy, (Hand::Kiosk, None));
        let waits = |title| acts::hold(&room.house, &room.station, (title, ma), (Hand::Phone, None));
        room.decides(Settings { history: true, ..Settings::default() }).await.unwrap();
        acts::want_history(&room.house, &room.station, luo, true).await.unwrap();
        let lychee = &room.has.lychee;
        lends(room, lychee.copies[0], luo).await;
        lends(room, lychee.copies[1], man).await;
        waits(lychee.title).await.unwrap();
        back(lychee.copies[0]).await.unwrap();
        lends(room, room.has.hare.copies[0], luo).await;
        waits(room.has.hare.title).await.unwrap();
        lends(room, room.has.chess.copies[0], man).await;
        let unknown = [Kind::Lent, Kind::Back].map(|kind| Entry {
            id: room.house.new_id(),
            kind,
            barcode: "nothing".into(),
            card: room.luo.card.clone(),
            ago: jiff::SignedDuration::ZERO,
        });
        let sent = acts::replay(&room.house, &room.station, room.clerk.id, unknown.into()).await.unwrap();
        let settled = (sent[0].task.unwrap(), lending::rules::task::How::Done);
        acts::settle_task(&room.house, &room.station, settled, (room.clerk.id, None)).await.unwrap();
        assert_eq!(room.broken().await.unwrap(), Vec::<String>::new());
    }
    all
}

/// What is done to the database, and what the check that finds it says.
const DAMAGE: [(&str, &str); 10] = [
    ("UPDATE copies SET stands = 4 WHERE id IN (SELECT copy_id FROM loans)", "is lent, and stands as 4"),
    ("UPDATE loans SET due_on = '2026-06-01'", "is due on 2026-06-01"),
    (
        "UPDATE library_holds SET copy_id = (SELECT copy_id FROM loans ORDER BY copy_id LIMIT 1) WHERE copy_id IS NOT NULL",
        "is put aside, and is lent or another title",
    ),
    (
        "UPDATE library_holds SET person_id = (SELECT person_id FROM loans l WHERE l.title_id = library_holds.title_id) \
         WHERE copy_id IS NULL",
        "somebody waits for “猜猜我有多爱你” and has it",
    ),
    ("UPDATE library_holds SET told = (1 = 1) WHERE copy_id IS NULL", "somebody was told of “猜猜我有多爱你”"),
    (
        "UPDATE library_tasks SET person_id = (SELECT person_id FROM library_readers LIMIT 1) WHERE settled_at IS NOT NULL",
        "is settled and still names whom it was about",
    ),
    ("DELETE FROM library_tasks WHERE settled_at IS NULL", "needs a clerk, and is no task"),
    ("UPDATE library_log SET outcome = 0", "comes from an entry that needs no clerk"),
    ("UPDATE library_readers SET history = (1 = 0)", "on the list of somebody who wants none"),
    ("UPDATE library_settings SET history = (1 = 0)", "are on lists, and the station offers none"),
];

#[tokio::test]
async fn each_damage_is_named() {
    for (damage, named) in DAMAGE {
        for room in lived_in().await {
            room.house.db.write(move |c: &mut Conn| c.run(damage)).await.unwrap();
            let broken = room.broken().await.unwrap();
            assert!(broken.iter().any(|said| said.contains(named)), "after {damage}: {broken:?}");
        }
    }
}

#[tokio::test]
async fn the_schema_lets_nobody_have_what_another_has() {
    for room in lived_in().await {
        let twice = "INSERT INTO loans SELECT station_id, copy_id, id, title_id, person_id, lent_at, lent_on, due_on, renewals, told \
                     FROM loans";
        let same_copy = "UPDATE library_holds SET copy_id = (SELECT copy_id FROM library_holds WHERE copy_id IS NOT NULL), ready_on = '2026-06-27', \
                         ready_until = '2026-06-27'";
        for wrong in [twice, same_copy] {
            let tried = room.house.db.write(move |c: &mut Conn| c.run(wrong)).await;
            assert!(matches!(tried, Err(Fault::AlreadyThere(_))), "{wrong}: {tried:?}");
        }
    }
}
