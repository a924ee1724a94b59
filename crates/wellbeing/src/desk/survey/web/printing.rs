//! What is printed: whom to visit, and ballots. The codes are on the page that answers the press, and nowhere else.
use axum::extract::Form;
use axum::response::Response;
use kernel::api::At as Values;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use stations::{HereAsManager, Named};

use super::manage::{Of, refused};
use super::{frame, private};
use crate::acts;
use crate::desk::survey::forms::BallotsForm;
use crate::desk::survey::pages::{self, Ballots};
use crate::desk::survey::{by, reads};

pub async fn households(HereAsManager(here): HereAsManager, Values(Named { id }): Of) -> Result<Response, Fault> {
    let (survey, homes) = reads::homes(&here, id).await?;
    Ok(private(pages::households(frame(&here), &survey, &homes)))
}

pub async fn ballots(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Of,
    Form(form): Form<BallotsForm>,
) -> Result<Response, Fault> {
    let n = match form.read() {
        Ok(n) => n,
        Err(problems) => return refused(&here, id, &problems).await,
    };
    // What the page needs is read before the codes are drawn: they are told once.
    let far = reads::one(&here, id).await?;
    let by = by(&here, &form.once, &("print", id, n));
    match acts::print(&here.house, &here.desk.station, (id, n), by).await {
        Ok(codes) => {
            let new = &far.survey().new;
            let base = &here.house.settings.public_url;
            let all = Ballots { codes: &codes, bands: &new.bands, closes_on: new.closes_on, base };
            Ok(private(pages::ballots(frame(&here), &all)?))
        }
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(no)) => refused(&here, id, &Problems::about_the_whole(no.say(&here.v))).await,
    }
}
