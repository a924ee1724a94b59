use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::session::{self, Kind, Token};
use kernel::view::View;
use kernel::words::Lang;
use people::{Role, StaffId, Wanted};

use crate::tests::town::{SANHE, at_once, towns, works_here};
use crate::wiring::{desk_of, place_of};

/// They are what `people` asks for.
const WIRED: (people::PlaceOf, people::DeskOf) = (place_of, desk_of);

#[tokio::test]
async fn signing_in_knows_the_station_of_the_page_or_the_one_that_is_named() -> Result<(), Fault> {
    for town in towns() {
        let v = View::plain(&town.house(), Lang::Zh);
        let asked = |station: Option<i64>, then: &str| {
            WIRED.0(town.house(), v.clone(), Wanted { station: station.map(StationId), then: then.into() })
        };
        let (id, place) = asked(None, "/s/sanhe/venues?on=2026-06-24").await?;
        assert_eq!((id, place.map(|p| p.name)), (SANHE, Some("三合镇共享驿站".into())));
        assert_eq!(asked(Some(SANHE.0), "/mine").await?.0, SANHE);
        for (station, then) in [(None, "/mine"), (Some(7), "/mine"), (None, "/s/nowhere"), (None, "/s/")] {
            assert_eq!(asked(station, then).await?, (StationId(0), None));
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_day_begins_at_the_desk_of_the_first_station_with_a_role() -> Result<(), Fault> {
    for town in towns() {
        let cookie = works_here(&town, "clerk", Role::Clerk);
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, format!("session={cookie}").parse().expect("a header"));
        let token = Token::of(&headers).expect("a token");
        let id = at_once(&town, |c| session::find(c, Kind::Staff, &token, town.now()))?.expect("signed in");
        assert_eq!(WIRED.1(town.house(), StaffId(id)).await?, "/s/sanhe/desk");
        assert_eq!(WIRED.1(town.house(), StaffId(town.new_id())).await?, "/");
    }
    Ok(())
}
