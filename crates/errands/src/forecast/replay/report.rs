//! The figures, as people read them.
use std::fmt;

use super::figures::Figures;
use super::peers::NAMES;

/// What [`super::compare`] found: the figures of each history under its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub histories: Vec<(String, Figures)>,
}

impl Report {
    /// All histories together.
    pub fn all(&self) -> Figures {
        Figures::together(self.histories.iter().map(|(_, figures)| figures))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.all();
        let rows = || self.histories.iter().map(|(name, one)| (name.as_str(), one)).chain([("all", &all)]);
        counts(f, rows())?;
        writeln!(f, "\nMean absolute error in minutes of everybody who was told a time and called\n")?;
        errors(f, rows(), |one| &one.all)?;
        writeln!(f, "\nThe same without those whom a free desk called at once\n")?;
        errors(f, rows(), |one| &one.waited)?;
        writeln!(f, "\nThe band, of those who were told one\n")?;
        bands(f, rows())
    }
}

type Row<'a> = (&'a str, &'a Figures);

fn counts<'a>(f: &mut fmt::Formatter<'_>, rows: impl Iterator<Item = Row<'a>>) -> fmt::Result {
    writeln!(f, "| history | days | tickets | nothing could be said | called at once | mean wait of the others |")?;
    writeln!(f, "| --- | --- | --- | --- | --- | --- |")?;
    for (name, one) in rows {
        let wait = one.minutes / one.waited.count.max(1) as f64;
        let (days, tickets, cannot, at_once) = (one.days, one.tickets, one.cannot, one.at_once);
        writeln!(f, "| {name} | {days} | {tickets} | {cannot} | {at_once} | {wait:.1} |")?;
    }
    Ok(())
}

fn errors<'a>(
    f: &mut fmt::Formatter<'_>,
    rows: impl Iterator<Item = Row<'a>>,
    of: impl Fn(&Figures) -> &super::Errors,
) -> fmt::Result {
    writeln!(f, "| history | ours | {} | less than these |", NAMES.join(" | "))?;
    writeln!(f, "| --- | --- | --- | --- | --- | --- |")?;
    for (name, one) in rows {
        let (ours, peers) = of(one).means();
        let less = peers.map(|peer| if peer > 0.0 { 100.0 * (1.0 - ours / peer) } else { 0.0 });
        let [last, queue, five] = peers;
        writeln!(
            f,
            "| {name} | {ours:.2} | {last:.2} | {queue:.2} | {five:.2} | {:.0} %, {:.0} %, {:.0} % |",
            less[0], less[1], less[2]
        )?;
    }
    Ok(())
}

fn bands<'a>(f: &mut fmt::Formatter<'_>, rows: impl Iterator<Item = Row<'a>>) -> fmt::Result {
    let lengths = "told < 10 min | told 10 to 30 | told longer";
    writeln!(
        f,
        "| history | judged | not later than the upper end | {lengths} | asked again | drawn at home | within | mean width | never called |"
    )?;
    writeln!(f, "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")?;
    for (name, one) in rows {
        write!(f, "| {name} | {} ", one.upper.judged)?;
        let [short, middling, long] = one.by_length;
        for held in [one.upper, short, middling, long, one.again, one.remote] {
            write!(f, "| {:.3} ", held.share())?;
        }
        let width = one.width / one.upper.judged.max(1) as f64;
        writeln!(f, "| {:.3} | {width:.1} | {} |", one.within(), one.never)?;
    }
    Ok(())
}
