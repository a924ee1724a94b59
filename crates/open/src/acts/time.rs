//! What time decides: a token is forgotten.
use jiff::ToSpan;
use jiff::tz::TimeZone;
use kernel::fault::Fault;
use kernel::house::House;

use crate::store;

/// Tokens are "temporary" (GeoReport v2): whoever has not asked for so many months does not ask any more. Opinions are forgotten
/// earlier.
const KEPT_MONTHS: i32 = 18;

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let today = house.now().to_zoned_datetime(TimeZone::UTC).date();
    let before = today.checked_sub(KEPT_MONTHS.months()).map_err(Fault::broken)?.first_of_month();
    house.db.write(move |c| store::forget_before(c, before)).await?;
    Ok(())
}
