//! The number of whoever wants messages.
use people::Phone;

use super::*;

const PHONE: &str = "13800001234";

fn phone() -> Phone {
    PHONE.parse().unwrap()
}

async fn contacts(town: &Town) -> usize {
    town.house.db.read(|c| dumped(c, "opinion_contacts")).await.unwrap().lines().count()
}

#[tokio::test]
async fn the_number_is_nowhere_in_the_clear_and_messages_say_nothing() {
    for town in towns().await {
        let left = town.leaves(New { phone: Some(phone()), ..said("井盖没了，很危险") }).await;
        town.given(left.id, ZHAO).await;
        town.answered(left.id, ZHAO).await.unwrap();
        let told = town.told().await;
        assert_eq!(told.len(), 1);
        let (kind, to, text) = &told[0];
        assert_eq!((kind.as_str(), to.as_str()), ("opinion-news", PHONE));
        assert!(
            !text.contains("井盖") && !text.contains("灯已修好") && !text.contains(left.receipt.digits()),
            "{text}"
        );
        let dump = town.dump().await;
        let hex: String = PHONE.bytes().map(|b| format!("{b:02x}")).collect();
        for odd in [PHONE, "0000 1234", &hex, &hex.to_uppercase(), "井盖", "灯已修好"] {
            assert!(!dump.contains(odd), "{odd}");
        }
        // No key of an opinion stands in the vault, in whatever letters.
        let vault = town.house.db.read(|c| dumped(c, "opinion_contacts")).await.unwrap().to_lowercase();
        assert!(!vault.contains(&left.id.to_string().replace('-', "")) && !vault.contains(&left.id.to_string()));
        let case = format!("{:?}", town.case(WANG, left.id).await.unwrap());
        assert!(!case.contains("138"), "the desk sees no number");
    }
}

#[tokio::test]
async fn it_is_erased_when_the_opinion_is_taken_back_and_when_its_owner_says_so() {
    for town in towns().await {
        let left = town.leaves(New { phone: Some(phone()), ..said("水停了") }).await;
        let holder = Holder { id: left.id };
        assert!(town.seen(holder).await.has_contact);
        acts::set_phone(&town.doing, &holder, None).await.unwrap();
        assert_eq!((contacts(&town).await, town.seen(holder).await.has_contact), (0, false));
        acts::set_phone(&town.doing, &holder, Some(phone())).await.unwrap();
        acts::withdraw(&town.doing, &holder).await.unwrap();
        assert_eq!((contacts(&town).await, town.seen(holder).await.may_set_phone), (0, false));
        assert_eq!(
            refused(acts::set_phone(&town.doing, &holder, Some(phone())).await),
            Refusal::Ended(State::Withdrawn)
        );
        town.sound().await;
    }
}

#[tokio::test]
async fn it_goes_sixty_days_after_the_end() {
    for town in towns().await {
        let left = town.leaves(New { phone: Some(phone()), ..said("水停了") }).await;
        let holder = Holder { id: left.id };
        town.given(left.id, ZHAO).await;
        town.answered(left.id, ZHAO).await.unwrap();
        acts::solved(&town.doing, &holder, None).await.unwrap();
        town.later(59).await;
        assert_eq!((contacts(&town).await, town.seen(holder).await.may_set_phone), (1, true));
        town.later(1).await;
        assert_eq!((contacts(&town).await, town.seen(holder).await.may_set_phone), (0, false));
        assert_eq!(refused(acts::set_phone(&town.doing, &holder, Some(phone())).await), Refusal::NoPhone);
        town.sound().await;
    }
}

#[tokio::test]
async fn of_what_never_ends_it_goes_a_year_after_it_came() {
    for town in towns().await {
        let left = town.leaves(New { phone: Some(phone()), ..said("水停了") }).await;
        let holder = Holder { id: left.id };
        town.later(364).await;
        assert_eq!((contacts(&town).await, town.seen(holder).await.may_set_phone), (1, true));
        town.later(1).await;
        let seen = town.seen(holder).await;
        assert_eq!((contacts(&town).await, seen.may_set_phone, seen.state), (0, false, State::Received));
        assert_eq!(refused(acts::set_phone(&town.doing, &holder, Some(phone())).await), Refusal::NoPhone);
        town.sound().await;
    }
}

#[tokio::test]
async fn messages_go_with_the_number_unless_another_opinion_has_it() {
    for town in towns().await {
        let mut holders = vec![];
        for text in ["水停了", "井盖没了"] {
            let left = town.leaves(New { phone: Some(phone()), ..said(text) }).await;
            town.given(left.id, ZHAO).await;
            town.answered(left.id, ZHAO).await.unwrap();
            holders.push(Holder { id: left.id });
        }
        assert_eq!(town.told().await.len(), 2);
        acts::withdraw(&town.doing, &holders[0]).await.unwrap();
        assert_eq!(town.told().await.len(), 2, "the other one still has news");
        acts::withdraw(&town.doing, &holders[1]).await.unwrap();
        assert_eq!(town.told().await.len(), 0);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_resident_learns_that_a_number_is_kept_and_has_it_forgotten() {
    for town in towns().await {
        town.leaves(New { phone: Some(phone()), ..said("水停了") }).await;
        let h = town.house.house();
        let person = town.house.db.write(move |c| people::person_by_phone(c, &h, &phone())).await.unwrap();
        let (h, holding) = (town.house.house(), acts::holding());
        let told = town.house.db.read(move |c| (holding.export)(c, &h, person)).await.unwrap();
        assert_eq!(told, serde_json::json!([{ "station": "三合镇共享驿站", "kept": "opinions.contact" }]));
        let h = town.house.house();
        town.house.db.write(move |c| (holding.erase)(c, &h, person, h.now())).await.unwrap();
        assert_eq!(contacts(&town).await, 0);
        town.sound().await;
    }
}
