//! Damage that `yizhan check` names.
use super::*;

#[tokio::test]
async fn each_damage_is_named() {
    let damages = [
        ("DELETE FROM wish_claims", "0 who have it"),
        ("UPDATE wishes SET state = 3 WHERE state = 4", "1 who have it"),
        ("UPDATE wish_claims SET person_id = NULL", "to be brought by nobody"),
        ("UPDATE wish_claims SET delivered_at = NULL", "at a time that does not fit"),
        ("DELETE FROM wish_reviews WHERE yes = TRUE", "0 have said yes"),
        (
            "UPDATE wish_reviews SET staff_id = (SELECT coordinator FROM wishes WHERE state = 2) WHERE yes = FALSE",
            "by who wrote it down",
        ),
        (
            "UPDATE wish_people SET consent_by = (SELECT staff_id FROM wish_reviews r WHERE r.wish_id = wish_people.wish_id LIMIT 1)",
            "by who wrote it down",
        ),
        ("UPDATE wish_people SET phone_hash = code_hash", "and not both"),
        ("UPDATE wish_reviews SET why = ' '", "nobody says why"),
        ("DELETE FROM wish_people", "nobody knows whose"),
        ("UPDATE wish_people SET minor = TRUE", "and not both"),
        ("UPDATE wishes SET kind = 7, band = 2", "costs something"),
        ("UPDATE wishes SET ends_on = NULL", "no first or no last day"),
        ("UPDATE wishes SET referred_to = ''", "is referred to"),
    ];
    for (damage, said) in damages {
        for town in towns().await {
            let helper = town.person("13700001111").await;
            for state in [State::Refused, State::Claimed, State::Delivered, State::Referred] {
                town.lies(state, whose("王奶奶", None).unwrap(), Some(helper)).await;
            }
            town.sound().await;
            town.house.db.write(move |c: &mut Conn| c.run(damage)).await.unwrap();
            let mut all = vec![];
            for check in crate::checks() {
                all.extend(town.house.db.read(move |c| (check.run)(c)).await.unwrap());
            }
            assert!(all.iter().any(|line| line.contains(said)), "{damage}: {all:?}");
        }
    }
}
