//! Files are read whole, and never break the reader.
use encoding_rs::GB18030;
use proptest::prelude::*;

use super::*;
use crate::catalogue::rules::NewTitle;
use crate::rules::Kind;

const SAMPLE: &[u8] = include_bytes!("../../../../../fixtures/cnmarc/sample.iso");
const SAMPLE_GBK: &[u8] = include_bytes!("../../../../../fixtures/cnmarc/sample-gbk.iso");

fn whole(bytes: &[u8]) -> Read {
    file::read(bytes).expect("a file that can be read")
}

#[test]
fn the_records_of_libraries_are_read_in_both_charsets() {
    let read = whole(SAMPLE);
    assert_eq!(read, whole(SAMPLE_GBK));
    assert_eq!((read.records.len(), read.bad.len()), (7, 0), "{:?}", read.bad);
    let first = &read.records[0];
    let new = NewTitle {
        isbn: crate::catalogue::rules::isbn::read("9787572608582").ok(),
        title: "长安的荔枝".into(),
        subtitle: String::new(),
        authors: "马伯庸".into(),
        publisher: "湖南文艺出版社".into(),
        year: Some(2022),
        class: "I247.5".into(),
        kind: Kind::Book,
        for_children: false,
        note: String::new(),
    };
    assert_eq!(first.new, new);
    assert_eq!(
        (first.barcodes.as_slice(), first.count),
        (["B0000101".to_owned(), "B0000102".to_owned()].as_slice(), 2)
    );
    assert_eq!((first.shelf.as_str(), first.at), ("文学", 1));
    let lambs = &read.records[3];
    assert_eq!((lambs.new.kind, lambs.new.for_children, lambs.count), (Kind::PictureBook, true, 3));
    assert_eq!(lambs.new.authors, "卓玛、李画");
    let county = &read.records[5];
    assert_eq!((&county.new.isbn, county.new.year), (&None, Some(1998)), "a price alone is no number");
    assert_eq!(read.records[1].new.subtitle, "一个村庄的十二个夜晚");
    assert_eq!(read.records[1].new.note, "十二个夜晚，十二户人家。");
}

#[test]
fn a_damaged_record_is_said_and_the_others_come_in() {
    let mut parts: Vec<Vec<u8>> = SAMPLE.split_inclusive(|b| *b == 0x1D).map(<[u8]>::to_vec).collect();
    parts[1].truncate(40);
    parts[1].push(0x1D);
    parts.insert(3, b"what is this?\x1D\r\n".to_vec());
    let read = whole(&parts.concat());
    assert_eq!(read.records.len(), 6);
    let bad: Vec<(usize, Why)> = read.bad.iter().map(|bad| (bad.at, bad.why)).collect();
    assert_eq!(bad, [(2, Why::Form), (4, Why::Form)]);
    assert_eq!(read.bad[0].typed, parts[0].len().to_string(), "where in the file");
}

#[test]
fn lengths_that_are_wrong_do_no_harm() {
    let mut wrong = SAMPLE.to_vec();
    wrong[..5].copy_from_slice(b"99999");
    wrong[12..17].copy_from_slice(b"00000");
    assert_eq!(whole(&wrong).records[0], whole(SAMPLE).records[0]);
}

#[test]
fn a_table_is_read_by_its_headings_in_both_languages() {
    let zh = "# 说明\n\n书名,作者,出版社,ISBN,出版年,分类号,类型,童书,条码,书架,册数,来源\n\
              长安的荔枝,马伯庸,湖南文艺出版社,978-7-5726-0858-2,2022-08,I247.5,图书,否,,文学,2 册,县图书馆\n\
              \"小羊, 找妈妈\",卓玛,,,,,绘本,是,A1;A2,,,\n";
    let en = "title,authors,publisher,isbn,year,class,kind,children,barcode,shelf,copies,source\n\
              长安的荔枝,马伯庸,湖南文艺出版社,9787572608582,2022,I247.5,book,no,,文学,2,县图书馆\n\
              \"小羊, 找妈妈\",卓玛,,,,,picture-book,yes,a1 a2,,2,\n";
    let (zh, en) = (whole(zh.as_bytes()), whole(en.as_bytes()));
    assert_eq!(zh.bad, []);
    let without_line =
        |read: &Read| -> Vec<Record> { read.records.iter().map(|r| Record { at: 0, ..r.clone() }).collect() };
    assert_eq!(without_line(&zh), without_line(&en));
    assert_eq!(zh.records.iter().map(|r| r.at).collect::<Vec<_>>(), [4, 5]);
    assert_eq!(zh.records[1].barcodes, ["A1", "A2"]);
    assert_eq!(zh.records[1].new.kind, Kind::PictureBook);
}

#[test]
fn what_spreadsheets_save_is_read() {
    let text = "书名\t作者\n长安的荔枝\t马伯庸\n";
    let (gbk, _, _) = GB18030.encode(text);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    let semicolons = text.replace('\t', ";").replace('\n', "\r\n");
    for bytes in [text.as_bytes(), &gbk, &utf16, &marked, semicolons.as_bytes()] {
        let read = whole(bytes);
        assert_eq!(read.records.len(), 1);
        assert_eq!(
            (read.records[0].new.title.as_str(), read.records[0].new.authors.as_str()),
            ("长安的荔枝", "马伯庸")
        );
    }
}

#[test]
fn each_line_that_is_wrong_says_which_and_why() {
    let text = "书名,ISBN,出版年,类型,童书,条码,册数\n\
                ,,,,,,\n\
                ,9787572608582,,,,,\n\
                一,9787572608583,,,,,\n\
                二,,去年,,,,\n\
                三,,,石头,,,\n\
                四,,,,也许,,\n\
                五,,,,,2000000000016,\n\
                六,,,,,A1 a1,\n\
                七,,,,,,51\n\
                八,,,,,,\n";
    let read = whole(text.as_bytes());
    let bad: Vec<(usize, Why)> = read.bad.iter().map(|bad| (bad.at, bad.why)).collect();
    assert_eq!(
        bad,
        [
            (3, Why::NoTitle),
            (4, Why::Isbn),
            (5, Why::Year),
            (6, Why::Kind),
            (7, Why::Children),
            (8, Why::Barcode),
            (9, Why::BarcodeTwice),
            (10, Why::Count)
        ]
    );
    assert_eq!(read.records.len(), 1);
    let long = format!("书名,作者\n{},\n好,{}\n", "长".repeat(121), "人".repeat(121));
    let read = whole(long.as_bytes());
    assert_eq!(read.bad[0].why, Why::Long);
    assert_eq!(read.records[0].new.authors.chars().count(), 120);
}

#[test]
fn a_file_that_is_none_says_why() {
    assert_eq!(file::read(b""), Err(NotAFile::Empty));
    assert_eq!(file::read(b" \r\n"), Err(NotAFile::Empty));
    assert_eq!(file::read("作者,出版社\n甲,乙\n".as_bytes()), Err(NotAFile::NoHeadings));
    assert_eq!(file::read(&vec![b'a'; MOST_BYTES + 1]), Err(NotAFile::TooLarge));
    let many = format!("书名\n{}", "书\n".repeat(MOST_RECORDS + 1));
    assert_eq!(file::read(many.as_bytes()), Err(NotAFile::TooMany));
    // A byte of no character, in a file that is UTF-8 but for it, and in one that is GB 18030.
    let mut odd = "书名\n长安的荔枝\n两京十五日\n".as_bytes().to_vec();
    odd.extend(b"\xFF\n");
    assert_eq!(file::read(&odd), Err(NotAFile::Bytes { line: 4 }));
    let (gbk, _, _) = GB18030.encode("书名\n长安的荔枝\n");
    let odd = [gbk.as_ref(), b"\xC4\n"].concat();
    assert_eq!(file::read(&odd), Err(NotAFile::Bytes { line: 3 }));
}

#[test]
fn a_quotation_mark_that_is_not_closed_says_its_line() {
    let text = format!("书名,作者\n甲,乙\n\"丙,丁\n{}", "戊,己\n".repeat(30));
    assert_eq!(file::read(text.as_bytes()), Err(NotAFile::Quote { line: 3 }));
    let long = format!("书名,简介\n甲,{}\n", "字".repeat(3000));
    assert_eq!(file::read(long.as_bytes()), Err(NotAFile::Quote { line: 2 }));
    let heading = format!("\"书名,作者\n{}", "戊,己\n".repeat(30));
    assert_eq!(file::read(heading.as_bytes()), Err(NotAFile::Quote { line: 1 }));
    let fine = whole("书名,简介\n甲,\"一\n二\n三\"\n乙,\n".as_bytes());
    assert_eq!((fine.records.len(), fine.records[0].new.note.as_str()), (2, "一 二 三"));
}

#[test]
fn a_file_has_so_many_copies_and_shelves_and_no_more() {
    let copies = |lines: usize| format!("书名,册数\n{}", "书,50\n".repeat(lines));
    assert_eq!(whole(copies(400).as_bytes()).records.len(), 400);
    assert_eq!(file::read(copies(401).as_bytes()), Err(NotAFile::TooMany));
    let shelves = |n: usize| (0..n).fold("书名,书架\n".to_owned(), |text, i| text + &format!("书,架{i}\n"));
    assert_eq!(whole(shelves(100).as_bytes()).records.len(), 100);
    assert_eq!(file::read(shelves(101).as_bytes()), Err(NotAFile::TooManyShelves));
}

#[test]
fn what_was_typed_is_shown_short_and_in_one_line() {
    let text = format!("书名,类型\n甲,\"石\u{202E}头\n{}\"\n", "长".repeat(60));
    let typed = &whole(text.as_bytes()).bad[0].typed;
    assert!(typed.starts_with("石头 长") && typed.ends_with('…') && typed.chars().count() == 40, "{typed}");
}

#[test]
fn fields_are_found_by_the_places_of_the_directory() {
    let fields =
        [("701", 'a', "马伯庸".to_owned()), ("200", 'a', "长安的荔枝".to_owned()), ("905", 'b', "A1".to_owned())];
    let mut bytes = iso(&fields);
    // The directory in the order of tags, the data as it was.
    let (first, second) = (bytes[24..36].to_vec(), bytes[36..48].to_vec());
    bytes[24..36].copy_from_slice(&second);
    bytes[36..48].copy_from_slice(&first);
    let one = &whole(&bytes).records[0];
    assert_eq!((one.new.title.as_str(), one.new.authors.as_str()), ("长安的荔枝", "马伯庸"));
    assert_eq!(one.barcodes, ["A1"]);
    // Two entries of one place: then their order says it.
    let mut twice = iso(&fields);
    twice.copy_within(27..36, 39);
    assert_eq!(whole(&twice).records[0].new.title, "长安的荔枝");
}

#[test]
fn signs_that_nobody_sees_are_left_out() {
    let read = whole("书名\n长安\u{200B}的\u{202E}荔\u{0}枝\n".as_bytes());
    assert_eq!(read.records[0].new.title, "长安的荔 枝");
}

/// A record of ISO 2709 with these fields of one subfield each.
fn iso(fields: &[(&str, char, String)]) -> Vec<u8> {
    let (mut directory, mut data) = (vec![], vec![]);
    for (tag, name, text) in fields {
        let field = format!("  \u{1F}{name}{text}\u{1E}");
        directory.extend(format!("{tag}{:04}{:05}", field.len() % 10_000, data.len() % 100_000).bytes());
        data.extend(field.bytes());
    }
    let base = 24 + directory.len() + 1;
    let leader = format!("{:05}nam0 22{base:05}   450 ", (base + data.len() + 1) % 100_000);
    [leader.as_bytes(), &directory, b"\x1E", &data, b"\x1D"].concat()
}

proptest! {
    #[test]
    fn no_bytes_break_the_readers(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = file::read(&bytes);
        prop_assert!(cnmarc::read(&bytes).count() <= bytes.len() + 1);
        let _ = charset::decode(&bytes);
    }

    #[test]
    fn no_damage_to_records_breaks_the_reader(at in 0usize..SAMPLE.len(), byte in any::<u8>(), cut in 0usize..SAMPLE.len()) {
        let mut damaged = SAMPLE.to_vec();
        damaged[at] = byte;
        let _ = file::read(&damaged);
        let _ = file::read(&damaged[..cut]);
        let _ = file::read(&damaged[cut..]);
    }

    #[test]
    fn no_text_breaks_the_table(text in "[书名,\\n\"a\\t#;]{0,200}") {
        let _ = table::read(&text);
        let _ = table::read(&format!("书名,册数\n{text}"));
    }

    #[test]
    fn a_record_is_read_as_it_was_written(
        title in "[一-龥]{1,20}", author in "[一-龥]{2,4}", publisher in "[一-龥]{3,8}出版社", year in 1950i16..2027,
        code in "[A-Z0-9]{1,12}",
    ) {
        prop_assume!(code.len() != 13);
        let fields = [
            ("200", 'a', title.clone()), ("210", 'c', publisher.clone()), ("210", 'd', year.to_string()),
            ("701", 'a', author.clone()), ("905", 'b', code.clone()),
        ];
        let bytes = iso(&fields);
        let text = String::from_utf8(bytes.clone()).unwrap();
        let (gbk, _, lost) = GB18030.encode(&text);
        prop_assert!(!lost);
        for bytes in [bytes.as_slice(), gbk.as_ref()] {
            let read = file::read(bytes).unwrap();
            prop_assert_eq!(&read.bad, &[]);
            let one = &read.records[0];
            prop_assert_eq!((&one.new.title, &one.new.authors), (&title, &author));
            prop_assert_eq!((&one.new.publisher, one.new.year), (&publisher, Some(year)));
            prop_assert_eq!(&one.barcodes, std::slice::from_ref(&code));
        }
    }

    #[test]
    fn a_line_is_read_as_it_was_written(title in "[一-龥a-z, \"]{1,30}", author in "[一-龥]{0,4}", count in 1u8..=50) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assume!(!title.is_empty());
        let mut writer = csv::Writer::from_writer(vec![]);
        writer.write_record(["书名", "作者", "册数"]).unwrap();
        writer.write_record([&title, &author, &count.to_string()]).unwrap();
        let read = file::read(&writer.into_inner().unwrap()).unwrap();
        let one = &read.records[0];
        prop_assert_eq!((&one.new.title, &one.new.authors, one.count), (&title, &author, count));
    }

    #[test]
    fn a_text_is_decoded_as_it_was_encoded(text in "[一-龥a-z\\n，。]{0,200}") {
        prop_assert_eq!(charset::decode(text.as_bytes()), Ok(text.clone()));
        let (gbk, _, _) = GB18030.encode(&text);
        // A few characters of GB 18030 may by chance be UTF-8; what a file has is more.
        if str::from_utf8(&gbk).is_err() && text.chars().filter(|c| !c.is_ascii()).count() > 20 {
            prop_assert_eq!(charset::decode(&gbk), Ok(text));
        }
    }
}
