//! What the desk's pages and calls read, each in one snapshot. Of an opinion nothing is read before it is written down that
//! somebody looks.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;

use super::here::Here;
use crate::acts;
use crate::answers::{self, Case, Category, Counts, DeskPost, Filter, Line, Month, Setting, Template};
use crate::rules::{Choice, Look};
use crate::{OpinionId, PhotoId, PostId};

/// The inbox: lines, how many there are, and what waits for a second hand.
pub struct Inbox {
    pub lines: Vec<Line>,
    pub counts: Counts,
    pub decide: Vec<DeskPost>,
}

pub async fn inbox(here: &Here, filter: Filter) -> Result<Inbox, Fault> {
    let (d, staff, now) = (here.doing(), here.me().clone(), here.now());
    let read = move |c: &mut Conn| {
        let lines = answers::inbox(c, &d.house, &d.station, &staff, &filter, now)?;
        let counts = answers::counts(c, &d.house, &d.station, &staff, now)?;
        let decide = answers::to_decide(c, &d.house, &d.station, &staff)?;
        Ok::<_, Fault>(Inbox { lines, counts, decide })
    };
    here.house.db.snapshot(read).await
}

/// One opinion with what its page offers.
pub struct Opened {
    pub case: Case,
    pub categories: Vec<Category>,
    pub templates: Vec<Template>,
}

/// Opens an opinion, or prints it, and writes that down.
pub async fn open(here: &Here, id: OpinionId, look: Look) -> Result<Opened, Fault> {
    acts::looked(&here.doing(), here.me(), id, look).await?;
    let (d, staff, now) = (here.doing(), here.me().clone(), here.now());
    let read = move |c: &mut Conn| {
        let case = answers::case(c, &d.house, &d.station, d.ports, &staff, (id, now))?;
        let categories = answers::categories(c, d.station.id)?;
        let templates = answers::templates(c, d.station.id)?;
        Ok::<_, Fault>(Opened { case, categories, templates })
    };
    here.house.db.snapshot(read).await
}

/// What is public of an opinion that this person may read.
pub async fn post_of(here: &Here, id: OpinionId) -> Result<Option<PostId>, Fault> {
    let (d, staff) = (here.doing(), here.me().clone());
    let read = move |c: &mut Conn| answers::post_of_case(c, &d.house, &d.station, &staff, id);
    here.house.db.snapshot(read).await
}

/// Whether this person may still read an opinion.
pub async fn sees(here: &Here, id: OpinionId) -> Result<bool, Fault> {
    match post_of(here, id).await {
        Ok(_) => Ok(true),
        Err(Fault::NotFound) => Ok(false),
        Err(fault) => Err(fault),
    }
}

pub async fn photo(here: &Here, of: (OpinionId, PhotoId)) -> Result<Vec<u8>, Fault> {
    acts::looked(&here.doing(), here.me(), of.0, Look::Opened).await?;
    let (d, staff) = (here.doing(), here.me().clone());
    here.house.db.read(move |c: &mut Conn| answers::photo_of_case(c, &d.house, &d.station, &staff, of)).await
}

/// A post that waits for this person; to anybody else there is none.
pub async fn to_decide(here: &Here, id: PostId) -> Result<DeskPost, Fault> {
    let (d, staff) = (here.doing(), here.me().clone());
    let read = move |c: &mut Conn| answers::to_decide(c, &d.house, &d.station, &staff);
    let all: Vec<DeskPost> = here.house.db.snapshot(read).await?;
    all.into_iter().find(|post| post.id == id).ok_or(Fault::NotFound)
}

pub async fn month(here: &Here, month: Date) -> Result<Month, Fault> {
    let (d, staff, now) = (here.doing(), here.me().clone(), here.now());
    let read = move |c: &mut Conn| answers::month(c, &d.house, &d.station, &staff, (month, now));
    here.house.db.snapshot(read).await
}

pub async fn categories(here: &Here) -> Result<(Vec<Category>, Setting), Fault> {
    let station = here.desk.station.id;
    let read = move |c: &mut Conn| Ok::<_, Fault>((answers::categories(c, station)?, answers::setting(c, station)?));
    here.house.db.snapshot(read).await
}

pub async fn templates(here: &Here) -> Result<Vec<Template>, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| answers::templates(c, station)).await
}

/// What a paper can be about: categories, and everybody who serves here with the desks where they sit.
pub async fn choices(here: &Here) -> Result<(Vec<Category>, Vec<Choice>), Fault> {
    let d = here.doing();
    let read = move |c: &mut Conn| {
        let categories = answers::categories(c, d.station.id)?;
        let mut all: Vec<Choice> = vec![];
        for official in answers::officials(c, d.ports, d.station.id)? {
            let desk = official.desk.map(Choice::Desk);
            for choice in [Some(Choice::Person(official.name)), desk].into_iter().flatten() {
                if !all.contains(&choice) {
                    all.push(choice);
                }
            }
        }
        Ok::<_, Fault>((categories, all))
    };
    here.house.db.snapshot(read).await
}
