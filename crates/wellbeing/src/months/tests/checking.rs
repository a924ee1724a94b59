//! Damage that `yizhan check` names.
use super::*;

#[tokio::test]
async fn each_damage_is_named() {
    let damages = [
        ("UPDATE month_sheets SET revision = 3", "numbered 3 to 3"),
        ("UPDATE month_sheets SET period = '2026-05'", "the text is of 2026-06"),
        ("UPDATE month_sheets SET sheet = replace(sheet, '三合镇共享驿站', '四合镇共享驿站')", "the sum is"),
        ("UPDATE month_sheets SET sheet = '{}'", "2026-06, revision 1"),
        ("UPDATE residents SET people = 0", "0 people by"),
    ];
    for (damage, said) in damages {
        for here in all().await {
            here.live_here(4_000).await;
            here.tickets("2026-06-10", 12).await;
            here.work_at("2026-07-01T06:00").await;
            here.0.sound().await;
            here.0.house.db.write(move |c: &mut Conn| c.run(damage)).await.unwrap();
            let all = here.0.broken().await;
            assert!(all.iter().any(|line| line.contains(said)), "{damage}: {all:?}");
        }
    }
}
