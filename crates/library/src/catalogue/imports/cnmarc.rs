//! CNMARC (WH/T 0503, a UNIMARC) in the exchange format ISO 2709: what libraries and booksellers hand out. Of each record what a
//! reading room needs is read: 010 number, 100 year and readers, 200 title, 210 publisher, 330 what it is about, 606 subjects, 690
//! class, 701/702/711 who made it, 905 copies of the house. Lengths and places that are wrong do no harm: records end with 1D, fields with 1E,
//! and neither byte is ever part of a character.
use std::collections::BTreeSet;

use encoding_rs::Encoding;

use super::charset;
use super::record::{Bad, Raw, Record, Why};
use crate::rules::Kind;

const RECORD_END: u8 = 0x1D;
const FIELD_END: u8 = 0x1E;
const SUBFIELD: u8 = 0x1F;
/// The first bytes of a record: its length, what it is, where its fields begin.
const LEADER: usize = 24;
/// One entry of the directory: three of a tag, four of a length, five of a place.
const ENTRY: usize = 12;
/// No record is longer: its length has five digits.
const LONGEST: usize = 99_999;

/// Whether a file begins as this format does: five digits of a length, and a field's end somewhere.
pub fn is(bytes: &[u8]) -> bool {
    let begin = charset::guess(bytes).1.trim_ascii_start();
    begin.len() > LEADER
        && begin.iter().take(5).all(u8::is_ascii_digit)
        && begin.iter().take(LONGEST).any(|b| *b == FIELD_END)
}

/// Reads each record by itself.
pub fn read(bytes: &[u8]) -> impl Iterator<Item = Result<Record, Bad>> {
    let (encoding, rest) = charset::guess(bytes);
    let whole = bytes.len() - rest.len();
    let mut offset = whole;
    let pieces = rest.split(|b| *b == RECORD_END).map(move |piece| {
        let from = offset + (piece.len() - piece.trim_ascii_start().len());
        offset += piece.len() + 1;
        (from, piece.trim_ascii_start())
    });
    pieces.filter(|(_, piece)| !piece.is_empty()).zip(1..).map(move |((from, piece), at)| {
        // Where it stands in the file helps whoever has a tool that shows bytes.
        let bad = |why| Bad::new(at, why, &if why == Why::Form { from.to_string() } else { String::new() });
        fields(encoding, piece).map_err(bad).and_then(|marc| marc.raw().read(at))
    })
}

/// A tag with its subfields, in the order in which they stand.
type Field = ([u8; 3], Vec<(char, String)>);

/// A record: what kind it is of, and its fields, each a tag with subfields.
struct Marc {
    leader: Vec<u8>,
    fields: Vec<Field>,
}

fn fields(encoding: &'static Encoding, piece: &[u8]) -> Result<Marc, Why> {
    if piece.len() > LONGEST {
        return Err(Why::Form);
    }
    let (leader, rest) = piece.split_at_checked(LEADER).ok_or(Why::Form)?;
    if !leader.iter().take(5).all(u8::is_ascii_digit) {
        return Err(Why::Form);
    }
    let mut parts = rest.split(|b| *b == FIELD_END);
    let directory = parts.next().ok_or(Why::Form)?;
    if directory.is_empty()
        || !directory.len().is_multiple_of(ENTRY)
        || !directory.iter().all(u8::is_ascii_alphanumeric)
    {
        return Err(Why::Form);
    }
    // Where the directory's places fit they say which field is whose; where they are wrong, fields stand in its order.
    let data = rest.get(directory.len() + 1..).unwrap_or_default();
    let parts = placed(directory, data).unwrap_or_else(|| parts.collect());
    let mut all = vec![];
    for (entry, data) in directory.chunks_exact(ENTRY).zip(parts) {
        let tag = [entry[0], entry[1], entry[2]];
        all.push((tag, subfields(encoding, data)?));
    }
    Ok(Marc { leader: leader.to_vec(), fields: all })
}

/// The field of each entry by its length and place, if all of them fit exactly and no two are of one field.
fn placed<'d>(directory: &[u8], data: &'d [u8]) -> Option<Vec<&'d [u8]>> {
    let number = |digits: &[u8]| str::from_utf8(digits).ok().and_then(|digits| digits.parse::<usize>().ok());
    let mut taken = BTreeSet::new();
    let field = |entry: &[u8]| {
        let (length, start) = (number(entry.get(3..7)?)?, number(entry.get(7..12)?)?);
        let begins = start == 0 || data.get(start - 1) == Some(&FIELD_END);
        let (end, field) = data.get(start..start + length)?.split_last()?;
        (begins && *end == FIELD_END && !field.contains(&FIELD_END) && taken.insert(start)).then_some(field)
    };
    directory.chunks_exact(ENTRY).map(field).collect()
}

fn subfields(encoding: &'static Encoding, data: &[u8]) -> Result<Vec<(char, String)>, Why> {
    let mut all = vec![];
    // Before the first mark stand indicators, or the whole of a field without subfields.
    for piece in data.split(|b| *b == SUBFIELD).skip(1) {
        let Some((name, text)) = piece.split_first() else { continue };
        let text = charset::decode_as(encoding, text).map_err(|_| Why::Bytes)?;
        all.push((char::from(*name), text.trim().to_owned()));
    }
    Ok(all)
}

impl Marc {
    /// All subfields of that name in fields of that tag.
    fn all<'m>(&'m self, tag: &'m [u8; 3], name: char) -> impl Iterator<Item = &'m str> {
        let of_tag = self.fields.iter().filter(move |(t, _)| t == tag);
        let texts = of_tag.flat_map(|(_, subfields)| subfields);
        texts.filter(move |(n, text)| *n == name && !text.is_empty()).map(|(_, text)| text.as_str())
    }

    fn first(&self, tag: &[u8; 3], name: char) -> &str {
        self.fields
            .iter()
            .filter(|(t, _)| t == tag)
            .flat_map(|(_, subfields)| subfields)
            .find(|(n, text)| *n == name && !text.is_empty())
            .map_or("", |(_, text)| text.as_str())
    }

    fn raw(&self) -> Raw {
        let part = |name| self.first(b"200", name);
        let title = [part('a'), part('h'), part('i')].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let for_children = self.for_children();
        Raw {
            isbn: self.first(b"010", 'a').to_owned(),
            title: title.join(" "),
            subtitle: self.first(b"200", 'e').to_owned(),
            authors: self.authors(),
            publisher: self.first(b"210", 'c').to_owned(),
            year: self.year(),
            class: self.first(b"690", 'a').to_owned(),
            kind: self.kind(for_children),
            for_children,
            note: self.first(b"330", 'a').to_owned(),
            barcodes: self.all(b"905", 'b').map(str::to_owned).collect(),
            shelf: self.first(b"905", 'c').to_owned(),
            count: String::new(),
            source: String::new(),
        }
    }

    /// By name where names are given, else as the title page has it: 马伯庸著.
    fn authors(&self) -> String {
        let mut names: Vec<&str> = vec![];
        for tag in [b"701", b"711", b"702"] {
            for name in self.all(tag, 'a') {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        if names.is_empty() {
            names = [self.first(b"200", 'f'), self.first(b"200", 'g')].into_iter().filter(|n| !n.is_empty()).collect();
        }
        names.join("、")
    }

    /// Of the imprint, else of the coded data, where a year that is not known is blank.
    fn year(&self) -> String {
        let coded = self.first(b"100", 'a');
        let digits = coded.get(9..13).filter(|four| four.bytes().all(|b| b.is_ascii_digit()));
        let printed = self.first(b"210", 'd');
        let has_year = printed.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
        if has_year { printed.to_owned() } else { digits.unwrap_or_default().to_owned() }
    }

    /// Three codes of readers: children of any age, before school, at school, up to fourteen (UNIMARC 100 $a 17-19).
    fn for_children(&self) -> bool {
        let coded = self.first(b"100", 'a');
        coded.get(17..20).is_some_and(|readers| readers.contains(['a', 'b', 'c', 'd']))
    }

    /// By the leader: sounds and pictures, things, what comes out again and again. A book for children whose subject is pictures is
    /// a picture book.
    fn kind(&self, for_children: bool) -> Kind {
        let pictures = |text: &str| text.contains("绘本") || text.contains("图画") || text.contains("连环画");
        match (self.leader.get(6), self.leader.get(7)) {
            (Some(b'g' | b'i' | b'j' | b'l'), _) => Kind::Media,
            (Some(b'r'), _) => Kind::Thing,
            (_, Some(b's')) => Kind::Magazine,
            _ if for_children && self.all(b"606", 'a').any(pictures) => Kind::PictureBook,
            _ => Kind::Book,
        }
    }
}
