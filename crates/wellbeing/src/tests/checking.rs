//! Damage that `yizhan check` names.
use super::*;

#[tokio::test]
async fn each_damage_is_named() {
    let damages = [
        ("UPDATE surveys SET printed = 59 WHERE state = 2", "can be used and"),
        ("DELETE FROM survey_ballots", "0 can be used and"),
        ("UPDATE survey_hours SET n = n + 1", "and its hours"),
        ("UPDATE surveys SET result = NULL WHERE state = 4", "is over, or not"),
        ("UPDATE surveys SET closed_at = made_at WHERE state = 2", "is over, or not"),
        ("UPDATE surveys SET state = 2, closed_at = NULL, result = NULL WHERE state = 4", "2 surveys are not over"),
        ("UPDATE surveys SET not_eligible = 61 WHERE state = 2", "61 empty houses"),
        ("UPDATE survey_households SET drawn = FALSE", "has marked 0"),
        ("UPDATE surveys SET not_eligible = 20 WHERE state = 4", "has another result"),
        ("DELETE FROM survey_answers", "has another result"),
        ("DELETE FROM survey_hours", "12 answers, and its hours 0"),
    ];
    for (damage, said) in damages {
        for town in towns().await {
            let (_, codes) = town.asks().await;
            town.answer_all(&codes[..40]).await;
            town.later(15).await;
            let new = asked(town.today(), date(2026, 8, 1), 60);
            let (_, codes) = printed(&town.house, &town.station, (new, homes(60)), &town.manager).await.unwrap();
            town.answer_all(&codes[..12]).await;
            town.sound().await;
            town.house.db.write(move |c: &mut Conn| c.run(damage)).await.unwrap();
            let all = town.broken().await;
            assert!(all.iter().any(|line| line.contains(said)), "{damage}: {all:?}");
        }
    }
}
