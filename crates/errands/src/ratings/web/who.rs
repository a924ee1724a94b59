//! Who may rate: whoever has the ticket, unless they are signed in as staff.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::fault::Fault;
use kernel::house::House;
use people::Staff;

use crate::ratings::rules::Refusal;

/// Whether the one who asks may rate: staff rate for nobody.
#[derive(Debug, Clone, Copy)]
pub struct Rater(pub Result<(), Refusal>);

impl FromRequestParts<House> for Rater {
    type Rejection = Fault;
    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Rater, Fault> {
        match Staff::from_request_parts(parts, house).await {
            Ok(_) => Ok(Rater(Err(Refusal::Staff))),
            Err(Fault::StaffSignInFirst) => Ok(Rater(Ok(()))),
            Err(fault) => Err(fault),
        }
    }
}
