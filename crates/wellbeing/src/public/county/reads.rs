//! Which area an address names, and what is known of it.
use std::sync::Arc;

use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Division;

use crate::months::answers;
use crate::rules::county::CountySheet;
use crate::rules::period::Days;

/// A province, a city or a county.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// 2, 4 or 6 digits.
    pub code: i64,
    /// 平安区
    pub name: String,
    /// 青海省 海东市, what it lies in; empty for a province.
    pub within: String,
}

impl Place {
    /// Where everybody looks at it.
    pub fn path(&self) -> String {
        (super::OF_AREA.href)(self.code)
    }

    pub fn month_path(&self, month: Date) -> String {
        format!("{}/months/{}", self.path(), Days::month(month).name())
    }

    /// By any township in it: an area is called what its townships say that they lie in.
    fn of(code: i64, digits: usize, mut township: Division) -> Place {
        // Steps below the area are given the name of the one above them, and are then not said twice.
        if digits < 4 {
            township.city.clone_from(&township.province);
        }
        if digits < 6 {
            township.county.clone_from(&township.city);
        }
        let steps = township.within();
        let (within, name) = steps.rsplit_once(' ').unwrap_or(("", &steps));
        Place { code, name: name.to_owned(), within: within.to_owned() }
    }
}

/// The first day of the month that an address or a program names.
pub fn month(name: &str) -> Option<Date> {
    Days::named(name).filter(|days| *days == Days::month(days.from)).map(|days| days.from)
}

/// # Errors
/// `NotFound` for what is no code of 2, 4 or 6 digits, and where no township is known.
fn place(c: &mut Conn, code: &str) -> Result<Place, Fault> {
    let fits = matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|b| b.is_ascii_digit());
    let number: i64 = if fits { code.parse().map_err(Fault::broken)? } else { return Err(Fault::NotFound) };
    let found = stations::find(c, code)?.divisions.into_iter().next();
    // 06 is no code, and is found as a name at most.
    let township = found.filter(|d| d.code.to_string().starts_with(code)).ok_or(Fault::NotFound)?;
    Ok(Place::of(number, code.len(), township))
}

/// The area, and the months of which it has a sheet, the newest first.
///
/// # Errors
/// `NotFound`, or the database's.
pub async fn months(house: &House, code: String) -> Result<(Place, Vec<Date>), Fault> {
    let read = move |c: &mut Conn| {
        let place = place(c, &code)?;
        let months = answers::county_months(c, place.code)?;
        Ok::<_, Fault>((place, months))
    };
    house.db.snapshot(read).await
}

/// The area's sheet of one month.
///
/// # Errors
/// `NotFound` too where so few stations published that it would tell of one of them; or the database's.
pub async fn sheet(house: &House, code: String, month: Date) -> Result<(Place, Arc<CountySheet>), Fault> {
    let place = house.db.read(move |c: &mut Conn| place(c, &code)).await?;
    let sheet = answers::county(house, place.code, month).await?.ok_or(Fault::NotFound)?;
    Ok((place, sheet))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn township(city: &str) -> Division {
        let [name, county, province] = ["三合镇", "平安区", "青海省"].map(String::from);
        Division { code: 630_203_102, name, county, city: city.into(), province }
    }

    #[test]
    fn an_area_is_called_what_its_townships_say() {
        let of = |code, digits, city| {
            let place = Place::of(code, digits, township(city));
            (place.name, place.within)
        };
        let said = |name: &str, within: &str| (name.to_owned(), within.to_owned());
        assert_eq!(of(630_203, 6, "海东市"), said("平安区", "青海省 海东市"));
        assert_eq!(of(6_302, 4, "海东市"), said("海东市", "青海省"));
        assert_eq!(of(63, 2, "海东市"), said("青海省", ""));
        // Directly under the province: the step between says nothing.
        assert_eq!(of(6_302, 4, "市辖区"), said("青海省", ""));
        assert_eq!(of(630_203, 6, "市辖区"), said("平安区", "青海省"));
    }
}
