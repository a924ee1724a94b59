use super::*;

fn wrong_with(name: &str, from: &str, to: &str) -> Vec<String> {
    let sanhe = Files::sanhe();
    let text = sanhe.get(name).unwrap();
    assert!(text.contains(from), "{name} has {from}");
    let text = text.replacen(from, to, 1);
    read(&sanhe.with(name, &text)).unwrap_err().iter().map(Wrong::to_string).collect()
}

#[test]
fn the_demo_township_is_well_formed() {
    let sanhe = read(&Files::sanhe()).unwrap();
    assert_eq!(sanhe.station.owners.len(), 3);
    assert_eq!(sanhe.rooms.len(), 10);
    assert_eq!(sanhe.rooms[0].atoms.len(), 3, "three tables");
    assert_eq!(sanhe.villages.unwrap().lines().filter(|l| l.contains("村委会")).count(), 18);
    assert!(sanhe.people.len() >= 20 && sanhe.habits.len() >= 20);
}

#[test]
fn the_folder_says_the_same_as_the_program() {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/sanhe"));
    let files = Files::of_folder(folder).unwrap();
    assert!(files::NAMES.iter().all(|name| files.get(name) == Files::sanhe().get(name)));
}

#[test]
fn a_mistake_is_named_with_its_file_and_line() {
    let said = wrong_with("venues.toml", "owner = \"新时代文明实践所\"", "owner = \"村委会\"");
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with("venues.toml line "), "{said:?}");
    assert!(said[0].contains("(venue reading-room): station.toml has no owner “村委会”"), "{said:?}");
    let said = wrong_with("venues.toml", "kind = \"gym\"", "kind = \"pool\"");
    assert!(said[0].contains("unknown variant `pool`"), "{said:?}");
    let said = wrong_with("station.toml", "hours = \"06:00-22:00\"", "hours = \"8-18\"");
    assert!(said[0].starts_with("station.toml line 11 (hours): "), "{said:?}");
    let said = wrong_with("people.csv", "马学兰,13800000002", "马学兰,1380000");
    assert!(said[0].starts_with("people.csv line 4 (column phone): “1380000” is no phone number"), "{said:?}");
    let said = wrong_with("staff.csv", "lijianguo,李建国,clerk", "lijianguo,李建国,boss");
    assert!(said[0].starts_with("staff.csv line 4"), "{said:?}");
    let said = wrong_with("openings.toml", "2026-06-27T22:00", "2026-06-27 at ten");
    assert!(said[0].starts_with("openings.toml line 5 (until): “2026-06-27 at ten” is no day and time"), "{said:?}");
    let said = wrong_with("activities.toml", "room = \"courtyard\"", "room = \"yard\"");
    assert!(said[0].contains("(activity room): venues.toml has no offering “yard”"), "{said:?}");
    let said = wrong_with("reservations.csv", "罗生贵,table-tennis", "罗生贵,tennis");
    assert!(
        said[0].starts_with("reservations.csv line 5 (column offering): venues.toml has no offering “tennis”"),
        "{said:?}"
    );
}

/// What the desk's form would not take, a file does not bring in either.
#[test]
fn a_notice_of_a_file_is_read_as_the_form_reads_it() {
    let title = format!("title = \"{}\"", "长".repeat(41));
    for (from, to, why) in [
        ("title = \"高龄津贴年审，不用专门跑一趟\"", title.as_str(), "(notice title): Too long: 40 characters at most"),
        ("section = \"reminders\"", "section = \"news\"", "(notice section): There is no such section"),
        (
            "alt = \"戏台上两个人在唱戏，台下站着看戏的乡亲\"",
            "alt = \" \"",
            "(notice photos): Say in a few words what the photo shows",
        ),
    ] {
        let said = wrong_with("notices.toml", from, to);
        assert!(said.len() == 1 && said[0].starts_with("notices.toml line ") && said[0].contains(why), "{said:?}");
    }
}

/// Titles are read as the desk's import reads them, and what is lent is one of them.
#[test]
fn a_mistake_in_the_reading_room_is_named() {
    for (name, from, to, why) in [
        ("titles.csv", "9787572608582", "9787572608583", "titles.csv line 3 (9787572608583): "),
        ("titles.csv", "I247.5,图书,,文学,2,县", "I247.5,图书,,小说,2,县", "library.toml has no shelf “小说”"),
        ("titles.csv", "长安的荔枝", "荔枝", "titles.csv has no title “长安的荔枝”"),
        ("library.toml", "due_mode = \"next-open-day\"", "due_mode = \"soon\"", "(rules due_mode): it is calendar"),
        ("library.toml", "loan_days = 30", "loan_days = 3000", "(rules loan_days): it is from 1 to 365"),
        ("library.toml", "who = \"韩玉梅\"", "who = \"韩梅梅\"", "(loan who): people.csv has no “韩梅梅”"),
        ("library.toml", "renewed = 3", "renewed = 30", "(loan renewed): it is after the loan"),
        ("library.toml", "late = 6", "late = 60", "(month late): only what came back was late"),
    ] {
        let said = wrong_with(name, from, to);
        assert!(said.len() == 1 && said[0].contains(why), "{said:?}");
    }
    let odd = wrong_with("library.toml", "code = \"e\"", "code = \"E 2\"");
    assert!(odd[0].starts_with("library.toml line ") && odd[0].contains("(shelf code): "), "{odd:?}");
}

#[test]
fn a_mistake_in_a_wish_is_named() {
    for (from, to, why) in [
        ("item = \"棉鞋，42 码\"", "item = \"马奶奶的棉鞋\"", "(wish item): "),
        ("item = \"棉鞋，42 码\"", "item = \"条岭的棉鞋\"", "(wish item): it names a village: “条岭”"),
        (
            "village = \"条岭村委会\"\nkind",
            "village = \"岭上村委会\"\nkind",
            "(share village): villages.csv has no village",
        ),
        (
            "looked = [\"lijianguo\", \"zhaxicuo\"]",
            "looked = [\"lijianguo\", \"machunlan\"]",
            "(wish looked): two others",
        ),
        ("claimer = \"解生莲\"\n", "", "(wish claimer): somebody has what is taken"),
        ("days_ago = 3\n", "days_ago = 7\n", "(wish days_ago): by now it would have gone back"),
        ("referred_to = \"镇", "referred_to = \"\" # 镇", "(wish referred_to): "),
    ] {
        let said = wrong_with("wishes.toml", from, to);
        assert!(said.len() == 1 && said[0].starts_with("wishes.toml line ") && said[0].contains(why), "{said:?}");
    }
}

#[test]
fn several_mistakes_are_named_at_once() {
    let files = Files::sanhe().with("people.csv", "name,phone\n,1\n").with("openings.toml", "[[closed]]\n");
    assert!(read(&files).unwrap_err().len() >= 3);
    let said = read(&Files::default()).unwrap_err();
    assert_eq!(said[0].to_string(), "station.toml: the folder has no such file; fixtures/sanhe is a pattern");
}
