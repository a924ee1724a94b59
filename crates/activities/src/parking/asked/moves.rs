//! A car stands in the way.
use kernel::form::Problems;
use people::{Name, Phone};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::fairday::text::{MOST_IN_A_NAME, line, must};
use crate::parking::LotId;
use crate::parking::acts::NewMove;

/// A car stands in the way.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewParkingMove {
    #[schema(value_type = String, format = Uuid)]
    pub lot: LotId,
    /// A part of the plate is enough.
    #[schema(min_length = 1, max_length = 8, example = "3K8")]
    pub plate: String,
    #[serde(default)]
    #[schema(max_length = 40, example = "东门口")]
    pub spot: String,
    /// Whom to call once it is moved.
    #[serde(default)]
    #[schema(max_length = 30, example = "罗大爷")]
    pub asker: Option<String>,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
}

impl NewParkingMove {
    pub fn checked(&self) -> Result<NewMove, Problems> {
        let mut problems = Problems::default();
        let plate = must(&mut problems, "plate", &self.plate, 8);
        let spot = line(&mut problems, "spot", &self.spot, MOST_IN_A_NAME);
        let typed = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        let asker = typed(&self.asker).and_then(|name| {
            let read: Result<Name, _> = name.parse();
            read.map_err(|p| problems.add("asker", p.key())).ok()
        });
        let phone = typed(&self.phone).and_then(|phone| {
            let read: Result<Phone, _> = phone.parse();
            read.map_err(|p| problems.add("phone", p.key())).ok()
        });
        problems.or_else_all(Some(NewMove { lot: self.lot, plate, spot, asker, phone }))
    }
}
