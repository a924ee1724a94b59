//! What a device did without a line: once each, in order, and what does not fit is a task.
use kernel::db::types::Id;
use people::StaffId;

use super::*;
use crate::TaskId;
use crate::lending::acts::{Entry, Replayed};
use crate::lending::answers::Task;
use crate::lending::rules::log::{Kind, Outcome};
use crate::lending::rules::task;
use crate::rules::{Copy, Stands};

impl Room {
    async fn barcode(&self, copy: CopyId) -> String {
        self.sees(move |c, _, at| crate::catalogue::answers::copy(c, at.id, copy)).await.unwrap().barcode
    }

    async fn entry(&self, kind: Kind, copy: CopyId, (card, minutes_ago): (&str, i64)) -> Entry {
        Entry {
            id: self.house.new_id(),
            kind,
            barcode: self.barcode(copy).await,
            card: card.into(),
            ago: SignedDuration::from_mins(minutes_ago),
        }
    }

    async fn replays(&self, entries: &[Entry]) -> Vec<Replayed> {
        acts::replay(&self.house, &self.station, self.clerk.id, entries.to_vec()).await.unwrap()
    }

    /// What became of one entry.
    async fn replayed(&self, entry: &Entry) -> Outcome {
        self.replays(std::slice::from_ref(entry)).await[0].outcome
    }

    async fn tasks(&self) -> Vec<Task> {
        self.sees(|c, _, at| answers::open_tasks(c, at.id)).await.unwrap()
    }

    async fn stands(&self, copy: CopyId, stands: Stands) {
        let at = self.station.id;
        let set = move |c: &mut Conn| {
            let now = crate::catalogue::answers::copy(c, at, copy)?;
            crate::catalogue::answers::set_copy(c, at, &Copy { stands, ..now })
        };
        self.house.db.write(set).await.unwrap();
    }
}

fn outcomes(all: &[Replayed]) -> Vec<Outcome> {
    all.iter().map(|one| one.outcome).collect()
}

#[tokio::test]
async fn an_hour_without_a_line_is_caught_up_with_once() {
    for room in all().await {
        let [first, second] = [room.has.lychee.copies[0], room.has.lychee.copies[1]];
        let hare = room.has.hare.copies[0];
        room.lends(hare, room.man.person).await.unwrap();
        // Two days later the line is away for an hour.
        room.house.wait(SignedDuration::from_hours(48));
        let did = [
            room.entry(Kind::Lent, first, (&room.luo.card, 60)).await,
            room.entry(Kind::Lent, second, (&room.ma.card, 50)).await,
            room.entry(Kind::Back, first, ("", 40)).await,
            room.entry(Kind::Lent, first, (&room.ma.card, 30)).await,
            room.entry(Kind::Renewed, hare, (&room.man.card, 20)).await,
        ];
        let done = room.replays(&did).await;
        assert_eq!(outcomes(&done), [Outcome::Done; 5]);
        assert_eq!(done.iter().map(|one| one.id).collect::<Vec<Id>>(), did.iter().map(|e| e.id).collect::<Vec<_>>());
        let has: Vec<CopyId> = room.reader(room.ma.person).await.loans.iter().map(|loan| loan.copy.id).collect();
        assert!(has.len() == 2 && has.contains(&first) && has.contains(&second));
        assert_eq!(room.reader(room.luo.person).await.loans, vec![]);
        // Sent again, as a whole and in parts, nothing happens.
        assert_eq!(room.replays(&did).await, done);
        assert_eq!(room.replays(&did[1..3]).await, done[1..3]);
        let how: Vec<_> = room.facts("library.issue").await.iter().map(|f| f["how"].clone()).collect();
        assert_eq!(how, ["desk", "offline", "offline", "offline"]);
        assert_eq!((room.facts("library.return").await.len(), room.facts("library.renewal").await.len()), (1, 1));
        assert!(room.tasks().await.is_empty());
        room.sound().await;
    }
}

#[tokio::test]
async fn a_loan_counts_its_days_from_when_it_happened() {
    for room in all().await {
        let entry = room.entry(Kind::Lent, room.has.hare.copies[0], (&room.luo.card, 3 * 24 * 60)).await;
        assert_eq!(room.replayed(&entry).await, Outcome::Done);
        let loan = &room.reader(room.luo.person).await.loans[0];
        assert_eq!((loan.lent_on, loan.due_on), (date(2026, 6, 24), date(2026, 7, 24)));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_log_sent_eight_times_at_once_is_done_once() {
    for room in all().await {
        let copies = room.has.lychee.copies.clone();
        let mut log = vec![];
        for n in 0..6 {
            let (copy, card) = (copies[n % 2], if n % 4 < 2 { &room.luo.card } else { &room.ma.card });
            let minutes = 60 - i64::try_from(n).unwrap() * 5;
            log.push(room.entry(Kind::Lent, copy, (card, minutes)).await);
            log.push(room.entry(Kind::Back, copy, ("", minutes - 1)).await);
        }
        log.push(Entry { barcode: "nothing".into(), ..room.entry(Kind::Lent, copies[0], ("", 1)).await });
        let all: Vec<_> = (0..8)
            .map(|_| {
                let (house, station, log) = (room.house.house(), room.station.clone(), log.clone());
                let clerk: StaffId = room.clerk.id;
                tokio::spawn(async move { acts::replay(&house, &station, clerk, log).await.unwrap() })
            })
            .collect();
        let mut answers = vec![];
        for one in all {
            answers.push(one.await.unwrap());
        }
        assert!(answers.iter().all(|one| *one == answers[0]), "{answers:?}");
        assert_eq!(answers[0].last().map(|last| last.outcome), Some(Outcome::Look));
        assert_eq!(room.tasks().await.len(), 1);
        assert_eq!(room.count("SELECT count(*) AS n FROM library_log").await, 13);
        assert_eq!(room.facts("library.issue").await.len(), room.facts("library.return").await.len());
        assert_eq!(room.count("SELECT count(*) AS n FROM loans").await, 0);
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_written_down_already_is_not_done_again() {
    for room in all().await {
        let copy = room.has.hare.copies[0];
        room.lends(copy, room.luo.person).await.unwrap();
        room.house.wait(SignedDuration::from_mins(30));
        let again = room.entry(Kind::Lent, copy, (&room.luo.card, 10)).await;
        assert_eq!(room.replayed(&again).await, Outcome::Already);
        // It came back, and was lent to somebody else, before the return without a line was sent.
        let back = room.entry(Kind::Back, copy, ("", 20)).await;
        room.takes_back(copy).await.unwrap();
        room.lends(copy, room.ma.person).await.unwrap();
        assert_eq!(room.replayed(&back).await, Outcome::Already);
        assert_eq!(room.reader(room.ma.person).await.loans.len(), 1);
        // It was lent without a line and came back where there was one: it is nobody's.
        room.takes_back(copy).await.unwrap();
        let late = room.entry(Kind::Lent, copy, (&room.man.card, 5)).await;
        assert_eq!(room.replayed(&late).await, Outcome::Already);
        // It was lent all the same: to 罗大爷, to 马秀英, and so.
        assert_eq!(room.facts("library.issue").await.len(), 3);
        let renewed = room.entry(Kind::Renewed, copy, (&room.man.card, 5)).await;
        assert_eq!(room.replayed(&renewed).await, Outcome::Already);
        assert_eq!(room.state(copy).await, CopyState::Free);
        assert!(room.tasks().await.is_empty());
        room.sound().await;
    }
}

#[tokio::test]
async fn what_was_lent_and_back_before_anybody_knew_is_with_whoever_got_it_since() {
    for room in all().await {
        let copy = room.has.hare.copies[0];
        let late = room.entry(Kind::Lent, copy, (&room.man.card, 40)).await;
        room.house.wait(SignedDuration::from_mins(5));
        room.takes_back(copy).await.unwrap();
        room.lends(copy, room.ma.person).await.unwrap();
        // What a device brings back late does not turn the time back.
        let back = room.entry(Kind::Back, copy, ("", 30)).await;
        assert_eq!(room.replayed(&back).await, Outcome::Already);
        assert_eq!(room.replayed(&late).await, Outcome::Already);
        assert_eq!(room.reader(room.ma.person).await.loans.len(), 1);
        assert_eq!(room.facts("library.issue").await.len(), 2);
        assert!(room.tasks().await.is_empty());
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_missing_and_refused_stays_missing() {
    for room in all().await {
        room.decides(Settings { kinds: crate::rules::Kinds::of([crate::rules::Kind::Book]), ..Settings::default() })
            .await
            .unwrap();
        let chess = room.has.chess.copies[0];
        room.stands(chess, Stands::Missing).await;
        let entry = room.entry(Kind::Lent, chess, (&room.luo.card, 1)).await;
        assert_eq!(room.replayed(&entry).await, Outcome::Look);
        assert_eq!(room.state(chess).await, CopyState::NotHere(Stands::Missing));
        room.sound().await;
    }
}

#[tokio::test]
async fn what_does_not_fit_is_a_task_that_says_whom_to_ask() {
    for room in all().await {
        let (hare, chess, lychee) = (room.has.hare.copies[0], room.has.chess.copies[0], room.has.lychee.copies[0]);
        let gone = room.has.lychee.copies[1];
        room.lends(hare, room.man.person).await.unwrap();
        room.lends(chess, room.man.person).await.unwrap();
        room.waits(room.has.chess.title, room.ma.person).await.unwrap();
        room.takes_back(chess).await.unwrap();
        room.stands(lychee, Stands::Missing).await;
        room.stands(gone, Stands::Gone).await;
        let unknown = Entry { barcode: "2099999999990".into(), ..room.entry(Kind::Back, hare, ("", 1)).await };
        let did = [
            unknown,
            room.entry(Kind::Lent, hare, ("no card", 9)).await,
            room.entry(Kind::Lent, hare, (&room.luo.card, 8)).await,
            room.entry(Kind::Lent, chess, (&room.luo.card, 7)).await,
            room.entry(Kind::Lent, lychee, (&room.luo.card, 6)).await,
            room.entry(Kind::Back, gone, ("", 5)).await,
        ];
        // Those at the machine above happened before what the device did.
        room.house.wait(SignedDuration::from_mins(20));
        let done = room.replays(&did).await;
        assert_eq!(outcomes(&done), [Outcome::Look; 6]);
        let tasks = room.tasks().await;
        let (luo, man) = (Some(room.luo.person), Some(room.man.person));
        let seen: Vec<_> =
            tasks.iter().map(|t| (t.kind, t.copy.as_ref().map(|(k, _)| k.id), t.person, t.with)).collect();
        let expected = [
            (task::Kind::NoSuchBarcode, None, None, None),
            (task::Kind::CardNotGood, Some(hare), None, man),
            (task::Kind::LentToAnother, Some(hare), luo, man),
            (task::Kind::RuleSaidNo, Some(chess), luo, None),
            (task::Kind::FoundWhileMissing, Some(lychee), luo, luo),
            (task::Kind::NotLentBack, Some(gone), None, None),
        ];
        for one in &expected {
            assert!(seen.contains(one), "{one:?} in {seen:?}");
        }
        let ids: Vec<Option<TaskId>> = done.iter().map(|one| one.task).collect();
        assert!(tasks.iter().all(|t| ids.contains(&Some(t.id))) && tasks.len() == 6);
        // What was missing is written down with whoever has it.
        assert_eq!(room.reader(room.luo.person).await.loans.len(), 1);
        room.sound().await;

        for task in tasks {
            let settle =
                || acts::settle_task(&room.house, &room.station, (task.id, task::How::Done), (room.clerk.id, None));
            settle().await.unwrap();
            settle().await.unwrap();
        }
        assert!(room.tasks().await.is_empty());
        let settled = room.events().await.into_iter().filter(|kind| kind == "library-task.settled").count();
        assert_eq!(settled, 6);
        assert_eq!(room.count("SELECT count(*) AS n FROM library_tasks WHERE person_id IS NOT NULL").await, 0);
        let none = (TaskId(room.house.new_id()), task::How::Dropped);
        let unknown = acts::settle_task(&room.house, &room.station, none, (room.clerk.id, None)).await;
        assert_eq!(unknown, Err(Fault::NotFound));
        room.sound().await;
    }
}

#[tokio::test]
async fn what_is_out_is_written_down_whatever_the_limits_say() {
    for room in all().await {
        room.decides(Settings { most_items: 1, renewals: 0, ..Settings::default() }).await.unwrap();
        let (first, second) = (room.has.lychee.copies[0], room.has.hare.copies[0]);
        let did = [
            room.entry(Kind::Lent, first, (&room.luo.card, 9)).await,
            room.entry(Kind::Lent, second, (&room.luo.card, 8)).await,
            room.entry(Kind::Renewed, second, (&room.luo.card, 7)).await,
            room.entry(Kind::Renewed, second, (&room.ma.card, 6)).await,
        ];
        let done = outcomes(&room.replays(&did).await);
        assert_eq!(done, [Outcome::Done, Outcome::Done, Outcome::Look, Outcome::Look]);
        assert_eq!(room.reader(room.luo.person).await.loans.len(), 2);
        let kinds: Vec<task::Kind> = room.tasks().await.iter().map(|t| t.kind).collect();
        assert!(
            kinds.len() == 2 && kinds.contains(&task::Kind::RuleSaidNo) && kinds.contains(&task::Kind::LentToAnother)
        );
    }
}

#[tokio::test]
async fn what_a_device_sends_at_once_is_the_desks_and_a_slow_line_turns_nothing_round() {
    for room in all().await {
        let copy = room.has.hare.copies[0];
        let lent = room.entry(Kind::Lent, copy, (&room.luo.card, 0)).await;
        assert_eq!(room.replayed(&lent).await, Outcome::Done);
        assert_eq!(room.facts("library.issue").await[0]["how"], "desk");
        // It was brought back half a minute before it was lent, as it seems: the first was longer on its way.
        let back = Entry { ago: SignedDuration::from_secs(30), ..room.entry(Kind::Back, copy, ("", 0)).await };
        assert_eq!(room.replayed(&back).await, Outcome::Done);
        let again =
            Entry { ago: SignedDuration::from_secs(20), ..room.entry(Kind::Lent, copy, (&room.ma.card, 0)).await };
        assert_eq!(room.replayed(&again).await, Outcome::Done);
        assert_eq!(room.reader(room.ma.person).await.loans.len(), 1);
        room.sound().await;
    }
}

#[tokio::test]
async fn a_card_or_a_telephone_in_the_wrong_field_is_not_kept() {
    for room in all().await {
        let entry = room.entry(Kind::Back, room.has.hare.copies[0], ("", 1)).await;
        let of = |barcode: &str| Entry { id: room.house.new_id(), barcode: barcode.into(), ..entry.clone() };
        let all =
            [&room.luo.card, "13800000001", "马秀英", "\u{0}", "X-17", "01065551234", "11010519491231002X", "CADL"];
        let all = all.map(of);
        assert_eq!(outcomes(&room.replays(&all).await), [Outcome::Look; 8]);
        let mut kept: Vec<String> = room.tasks().await.into_iter().map(|task| task.barcode).collect();
        kept.sort();
        assert_eq!(kept, ["", "", "", "", "", "", "", "X-17"]);
        assert_eq!(room.count("SELECT count(*) AS n FROM library_log WHERE barcode = ''").await, 7);
    }
}

#[tokio::test]
async fn a_log_without_end_is_taken_in_pieces() {
    for room in all().await {
        let one = room.entry(Kind::Back, room.has.hare.copies[0], ("", 1)).await;
        let many: Vec<Entry> = (0..120).map(|_| Entry { id: room.house.new_id(), ..one.clone() }).collect();
        assert_eq!(room.replays(&many).await.len(), 100);
        assert_eq!(room.count("SELECT count(*) AS n FROM library_log").await, 100);
    }
}
