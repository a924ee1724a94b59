//! What staff hide: two of them, a reason, an answer.
use super::town::{is_not_there, oneself, refusal, towns};
use crate::acts::Actor;
use crate::clubs::rules::NoClub;
use crate::clubs::{acts, reads};

#[tokio::test]
async fn two_of_staff_hide_what_a_club_says_and_its_leader_answers() {
    for town in towns().await {
        let (leader, stranger) = (town.person(1).await, town.person(2).await);
        let (one, other) = (town.staff(), town.staff());
        let id = town.found(leader, "包治百病", false).await.expect("a club");
        let (house, station) = (&town.house, &town.station);
        assert_eq!(refusal(acts::agree(house, station, id, other).await), NoClub::NotHidden);
        for _ in 0..2 {
            acts::ask_to_hide(house, station, (id, one, "像是广告".into())).await.expect("proposed");
        }
        assert_eq!(reads::listed(house, station).await.expect("a list").len(), 1, "nothing is hidden yet");
        assert!(town.told(1).await.is_empty());
        assert_eq!(refusal(acts::agree(house, station, id, one).await), NoClub::SameStaff);
        for _ in 0..2 {
            acts::agree(house, station, id, other).await.expect("hidden");
        }
        assert!(reads::listed(house, station).await.expect("a list").is_empty());
        assert!(town.messages(1).await[0].text.contains("像是广告"));
        assert_eq!(refusal(town.join(id, oneself(stranger)).await), NoClub::Hidden);
        assert_eq!(refusal(town.notice(id, Actor::Person(leader), "快来").await), NoClub::Hidden);
        is_not_there(acts::appeal(house, station, (id, stranger, "我看行".into())).await);
        acts::appeal(house, station, (id, leader, "改好了".into())).await.expect("said");
        let text = super::town::text("养生茶话", false);
        acts::set_text(house, station, (id, Actor::Person(leader)), text).await.expect("changed");
        assert!(town.seen(id).await.is_hidden(), "until staff have looked again");
        for _ in 0..2 {
            acts::show_again(house, station, id, one).await.expect("shown");
        }
        assert_eq!(town.told(1).await, ["club-hidden", "club-shown"]);
        assert_eq!(reads::listed(house, station).await.expect("a list")[0].club.name, "养生茶话");
        assert_eq!(refusal(acts::appeal(house, station, (id, leader, "谢谢".into())).await), NoClub::NotHidden);
        let hidings = ["club.shown", "club.changed", "club.appealed", "club.hidden", "club.hiding-asked"];
        assert_eq!(town.events().await[..5], hidings);
        town.sound().await;
    }
}
