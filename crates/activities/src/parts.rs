//! What other groups of the slice hang on the pages of one time: signing up, the programme of a fair, who came.
use std::sync::Arc;

use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use people::{PersonId, StaffId};
use stations::{Rendered, Station};

use crate::answers::Seen;

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Nobody,
    Resident(PersonId),
    Staff(StaffId),
}

/// A part of the page of one time; nothing when there is nothing to say.
pub type Part = fn(House, View, Arc<Station>, Arc<Seen>, Who) -> Rendered;

/// The parts of all groups, in the order in which they stand: `Router::layer(Extension(hung))`.
#[derive(Clone, Default)]
pub struct Hung {
    /// Below the answer, for everybody.
    pub public: Arc<[Part]>,
    /// On the desk's page of a time.
    pub desk: Arc<[Part]>,
}

/// All of them at once. One that fails is left out and logged: the answer is still there.
pub async fn rendered(
    parts: &[Part],
    (house, v, station): (&House, &View, &Arc<Station>),
    seen: &Arc<Seen>,
    who: Who,
) -> Vec<Markup> {
    let begin = |part: &Part| tokio::spawn(part(house.clone(), v.clone(), station.clone(), seen.clone(), who));
    let begun: Vec<_> = parts.iter().map(begin).collect();
    let mut shown = vec![];
    for task in begun {
        match task.await.map_err(kernel::fault::Fault::broken).and_then(|rendered| rendered) {
            Ok(markup) => shown.extend(markup),
            Err(fault) => tracing::error!(%fault, "a part of an activity's page failed"),
        }
    }
    shown
}
