//! A database damaged by hand: `yizhan check` names each broken row.
use kernel::db::Conn;
use kernel::fault::Fault;
use people::Role;

use crate::CHECKS;
use crate::acts::import_holidays;
use crate::tests::town::{at_once, towns, works_here};

/// What is found, by the place of its check in the list.
fn broken(c: &mut Conn) -> Result<Vec<Vec<String>>, Fault> {
    CHECKS.iter().map(|check| (check.run)(c)).collect()
}

/// What one check says after each of several damages, all of which are undone again.
fn said_after(name: &str, damages: &[&str]) -> Vec<String> {
    let place = CHECKS.iter().position(|check| check.name.contains(name)).expect("there is such a check");
    let mut all = vec![];
    for house in towns() {
        works_here(&house, "qihaiyan", Role::Manager);
        let now = house.now();
        at_once(&house, |c| import_holidays(c, "2027.csv", HOLIDAYS, now)).expect("the holidays are fine");
        let mut said = vec![];
        for damage in damages {
            let undone = at_once(&house, |c| {
                assert!(broken(c)?.concat().is_empty(), "{:?}", broken(c)?);
                c.run(damage)?;
                said.extend(broken(c)?.swap_remove(place));
                Err::<(), _>(Fault::NotFound)
            });
            assert_eq!(undone, Err(Fault::NotFound), "{damage}");
        }
        all.push(said);
    }
    assert!(all.iter().all(|said| *said == all[0]), "the engines say different things: {all:?}");
    all.swap_remove(0)
}

const HOLIDAYS: &str =
    "# source: a test\n# version: 1\n# years: 2027\ndate,kind,name,name_en\n2027-01-01,holiday,元旦,New Year\n";

#[test]
fn a_village_lies_in_its_township() {
    let said = said_after(
        "a village lies in",
        &[
            "update divisions set parent = 630203001 where code = 630203102201",
            "update divisions set parent = null where code = 630203102200",
            "delete from divisions where code = 630203102",
        ],
    );
    assert_eq!(
        said,
        [
            "630203102201 does not begin with 630203001, in which it is said to lie",
            "630203102200 is no township, and names none as the one that it lies in",
            "630203102200 lies in 630203102, which is not there",
            "630203102201 lies in 630203102, which is not there",
        ]
    );
}

#[test]
fn a_division_is_found_and_counted() {
    let said = said_after(
        "characters of its name",
        &[
            "delete from division_grams where gram = '三合' and code = 630203102",
            "update divisions set name = '三合' where code = 630203102",
        ],
    );
    assert_eq!(said, ["630203102 is not found by “三合”", "630203102 is found by “合镇”, which its name has not"]);
    let said = said_after(
        "the directory counts",
        &["update areas set stations = 0 where code = 6302", "delete from areas where code = 63"],
    );
    assert_eq!(
        said,
        [
            "area 6302 has 3 townships and 1 stations, counted are 3 townships and 0 stations",
            "area 63 has 3 townships and 1 stations, counted are nothing",
        ]
    );
}

#[test]
fn a_station_stands_somewhere_and_has_an_address() {
    let said = said_after(
        "every station stands",
        &["update stations set division_code = 630203199", "update stations set division_code = 630203001"],
    );
    assert_eq!(
        said,
        [
            "station 63020310201: no division has the code 630203199",
            "station 63020310201: a station in 630203001 has a number from 63020300101 to 63020300199",
        ]
    );
    let twin = "insert into stations (station_id, slug, name_zh, name_en, division_code, address, zone, hours, created_at) \
                select 63020310202, slug, name_zh, name_en, division_code, address, zone, hours, created_at from stations";
    let said = said_after(
        "an address of its own",
        &["update stations set slug = 'San He'", &format!("drop index stations_by_slug; {twin}")],
    );
    assert_eq!(
        said,
        [
            "station 63020310201: “San He” is no address: small letters, digits and single hyphens between them, 2 to 40 of them",
            "station 63020310202: station 63020310201 has the same address",
        ]
    );
}

#[test]
fn what_a_station_says_of_itself_can_be_read() {
    let said = said_after(
        "can be read",
        &[
            "update stations set hours = '8-18'",
            "update stations set zone = 'Asia/Sanhe'",
            "update stations set lon = null",
            "update stations set lat = 102.03, lon = 36.42",
        ],
    );
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said[0].starts_with("station 63020310201: hours “8-18”: "), "{said:?}");
    assert!(said[1].starts_with("station 63020310201: time zone “Asia/Sanhe”: "), "{said:?}");
    assert!(said[2..].iter().all(|s| s.ends_with("is no place on a map")), "{said:?}");
}

#[test]
fn owners_and_roles_belong_to_a_station() {
    let said = said_after(
        "every owner",
        &["update owners set station_id = 1 where id = 2", "update owners set name_zh = '' where id = 1"],
    );
    assert_eq!(said, ["owner 2 belongs to station 1, which is not there", "station 63020310201: owner 1 has no name",]);
    let said = said_after("every role", &["update roles set owner_id = 3", "update roles set station_id = 1"]);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].ends_with("answers to owner 3, which it has not"), "{said:?}");
    assert!(said[1].ends_with("has a role at station 1, which is not there"), "{said:?}");
}

#[test]
fn a_file_of_holidays_is_what_it_says() {
    let said = said_after(
        "file of holidays",
        &["update holiday_files set content = 'hello'", "update holiday_files set last_year = 2028"],
    );
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("the file of 2027 to 2027: "), "{said:?}");
    assert_eq!(said[1], "the file of 2027 to 2028 is about 2027 to 2027");
}
