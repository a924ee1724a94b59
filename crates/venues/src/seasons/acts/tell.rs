//! What leaders of groups are told. Messages are in Chinese: nobody has said otherwise.
use crate::seasons::rules::Awarded;
use crate::seasons::says;
use crate::seasons::store::{Filed, Round};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

/// What they have got, or that there was nothing left for them; the page says why.
pub fn result(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (round, filed): (&Round, &[Filed]),
    awards: &[Awarded],
) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    for one in filed {
        let theirs = awards.iter().filter(|a| a.application == one.id.0);
        let slots = theirs.filter_map(|a| round.terms.slot(a.slot));
        let slots: Vec<String> = slots.map(|slot| says::slot(&v, slot)).collect();
        let kind = if slots.is_empty() { "season-nothing" } else { "season-result" };
        post(c, house, station, (round, one), &v, (kind, &slots.join(&v.t("venues-and"))))?;
    }
    Ok(())
}

pub fn called_off(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (round, filed): (&Round, &[Filed]),
    reason: &str,
) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    filed.iter().try_for_each(|one| post(c, house, station, (round, one), &v, ("season-called-off", reason)))
}

fn post(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (round, filed): (&Round, &Filed),
    v: &View,
    (kind, what): (&str, &str),
) -> Result<(), Fault> {
    let Some(person) = filed.person else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(()) };
    let told = [
        ("station", station.name(v).into()),
        ("title", round.terms.title.as_str().into()),
        ("group", filed.application.applicant.name().into()),
        ("what", what.into()),
    ];
    let text = v.ta(&format!("seasons-message-{kind}"), &told);
    outbox::post(c, house, station.id, kind, (phone.full(), &text), house.now())?;
    Ok(())
}
