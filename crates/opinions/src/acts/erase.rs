//! Taking everything of an opinion away.
use kernel::db::Conn;
use kernel::fault::Fault;

use super::contact;
use super::doing::Doing;
use crate::OpinionId;
use crate::store;

/// Pictures, number, history, names, who looked. What is public goes too, if the opinion was taken back.
pub(super) fn everything(c: &mut Conn, doing: &Doing, id: OpinionId, public_too: bool) -> Result<(), Fault> {
    let station = doing.station.id;
    contact::forget(c, doing, id)?;
    store::drop_photos(c, station, id)?;
    store::forget_texts(c, station, id)?;
    store::forget_named(c, station, id)?;
    if let Some(mut post) = store::post_of(c, station, id)? {
        match public_too || post.released_on.is_none() {
            true => store::drop_post(c, station, post.id)?,
            false => {
                post.opinion = None;
                post.closed = true;
                store::set_post(c, station, &post)?;
                store::forget_appeals(c, station, post.id)?;
            }
        }
    }
    Ok(())
}
