use axum::http::StatusCode;
use people::Role;

use super::town::{DESK, get, send, towns, works_here};

const DOOR: [(&str, &str); 4] = [("offering", "table"), ("minutes", "60"), ("group", "2"), ("once", "k1")];

#[tokio::test]
async fn somebody_at_the_door_is_in_once_even_if_the_form_is_sent_twice() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let first = send(&town, &clerk, &format!("{DESK}/walk-ins"), &DOOR).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.body);
        let again = send(&town, &clerk, &format!("{DESK}/walk-ins"), &DOOR).await;
        assert_eq!(again.to, first.to);
        let today = get(&town, &clerk, &first.to).await;
        assert!(today.says("进去了") && today.says("没留名字") && today.says("在用的和该到的（1）"), "{}", today.body);
    }
}

#[tokio::test]
async fn a_full_room_is_said_and_what_was_typed_stays() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        for once in ["k1", "k2", "k3"] {
            let form = [("offering", "table"), ("minutes", "60"), ("group", "2"), ("name", "罗大爷"), ("once", once)];
            let answer = send(&town, &clerk, &format!("{DESK}/walk-ins"), &form).await;
            if once == "k3" {
                assert_eq!(answer.status, StatusCode::CONFLICT);
                assert!(answer.says(r#"value="罗大爷""#), "{}", answer.body);
            }
        }
    }
}

#[tokio::test]
async fn a_name_is_enough_to_book_for_somebody_and_only_the_desk_reads_it() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let form = [
            ("offering", "table"),
            ("from", "2026-06-24T10:00:00+08:00"),
            ("minutes", "60"),
            ("group", "1"),
            ("name", "罗大爷"),
            ("once", "k1"),
        ];
        let booked = send(&town, &clerk, &format!("{DESK}/reservations/new"), &form).await;
        assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
        assert!(get(&town, &clerk, &booked.to).await.says("罗大爷"));
        let room = get(&town, &clerk, &format!("{DESK}/today?on=2026-06-24&venue=1")).await;
        assert!(room.says("10:00–11:00") && room.says("table class=\"grid agd\""), "{}", room.body);
        let changes = get(&town, &works_here(&town, Role::Manager), &format!("{DESK}/changes")).await;
        assert!(changes.says("订好了") && changes.says("祁海燕") && !changes.says("罗大爷"), "{}", changes.body);
    }
}

#[tokio::test]
async fn a_time_that_is_refused_offers_the_nearest_that_work() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let path = format!("{DESK}/reservations/new");
        let form = [
            ("offering", "table"),
            ("on", "2026-06-24"),
            ("at", "05:00"),
            ("minutes", "60"),
            ("group", "1"),
            ("phone", "138 0000 5521"),
            ("once", "k1"),
        ];
        let refused = send(&town, &clerk, &path, &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.says("name=\"pick\"") && refused.says("138 0000 5521"), "{}", refused.body);
    }
}

#[tokio::test]
async fn each_step_of_a_reservation_is_one_tap() {
    for town in towns() {
        let clerk = works_here(&town, Role::Clerk);
        let walked_in = send(&town, &clerk, &format!("{DESK}/walk-ins"), &DOOR).await;
        let id = walked_in.to.split("of=").nth(1).expect("the reservation");
        let steps = format!("{DESK}/reservations/{id}/steps");
        let done = send(&town, &clerk, &steps, &[("step", "completion"), ("on", "2026-06-24")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        assert!(get(&town, &clerk, &done.to).await.says("记下了：用完了"));
        let late = send(&town, &clerk, &steps, &[("step", "check-in"), ("on", "2026-06-24")]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        let odd = send(&town, &clerk, &steps, &[("step", "dance")]).await;
        assert_eq!(odd.status, StatusCode::NOT_FOUND);
    }
}
