//! `yizhan person`: who works at a station.
use std::io::{BufRead, IsTerminal};

use clap::{Subcommand, ValueEnum};
use console::Term;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::{Not, Refusal};
use kernel::view::View;
use kernel::words::Lang;
use people::{NewStaff, Role, StaffId};

use super::Common;
use super::common::{house, runtime};
use super::out::{note, say};
use super::stop::{Done, Stop};

#[derive(Debug, Subcommand)]
pub enum Person {
    /// Add somebody, with a role at a station
    ///
    /// Example: yizhan person add qihaiyan --name 祁海燕 --station sanhe --role manager
    Add {
        /// What they type to sign in
        login: String,
        /// How they are called
        #[arg(long)]
        name: String,
        /// The slug of the station
        #[arg(long, value_name = "SLUG")]
        station: String,
        #[arg(long, value_enum, default_value = "clerk")]
        role: As,
        /// The number of the owner whose rooms they look after [default: all]
        #[arg(long)]
        owner: Option<i32>,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Set a new password, which signs them out everywhere
    ///
    /// Example: yizhan person password qihaiyan
    Password {
        login: String,
        /// Read the password from the first line of standard input
        #[arg(long)]
        password_stdin: bool,
    },
    /// Take somebody's app, recovery codes and passkeys away: the phone is lost
    ///
    /// Example: yizhan person reset qihaiyan
    Reset { login: String },
    /// Let somebody in no more: they have left
    ///
    /// Example: yizhan person leave qihaiyan
    Leave { login: String },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum As {
    /// 工作人员
    Clerk,
    /// 站长
    Manager,
}

impl Person {
    pub fn run(self, common: &Common) -> Done {
        let house = house(common.at_hand()?)?;
        match self {
            Person::Add { login, name, station, role, owner, password_stdin } => {
                // Whoever mistypes the station learns it before choosing a password.
                let slug = station.clone();
                let at = runtime()?.block_on(house.db.read(move |c| stations::by_slug(c, &slug)));
                let at = at.map_err(|fault| no_such_station(fault, &station))?;
                let new = new_staff(&house, &login, &name, &password(password_stdin)?)?;
                let role = if matches!(role, As::Manager) { Role::Manager } else { Role::Clerk };
                let h = house.clone();
                let added = house.db.write(move |c| {
                    let id = people::add_staff(c, &h, By::Program, &new)?;
                    people::give_role(c, &h, By::Program, id, at.id, role, owner)?;
                    Ok(())
                });
                runtime()?.block_on(added).map_err(|not| said(&house, not))?;
                say(format!("{name} signs in as {login}: {}/staff/sign-in", house.settings.public_url));
                Ok(())
            }
            Person::Password { login, password_stdin } => {
                let id = who(&house, &login)?;
                let new = new_staff(&house, &login, &login, &password(password_stdin)?)?;
                let h = house.clone();
                let set = house.db.write(move |c| people::set_password(c, &h, By::Program, id, &new.password_hash));
                runtime()?.block_on(set)?;
                say(format!("{login} has a new password and was signed out everywhere"));
                Ok(())
            }
            Person::Reset { login } => {
                let (h, id) = (house.clone(), who(&house, &login)?);
                let reset = house.db.write(move |c| people::reset_second_factors(c, &h, By::Program, id));
                runtime()?.block_on(reset)?;
                say(format!("{login} signs in with the password alone and was signed out everywhere"));
                Ok(())
            }
            Person::Leave { login } => {
                let (h, id) = (house.clone(), who(&house, &login)?);
                let left = house.db.write(move |c| people::disable_staff(c, &h, By::Program, id));
                runtime()?.block_on(left)?;
                say(format!("{login} is let in no more; the name is forgotten in a year"));
                Ok(())
            }
        }
    }
}

fn who(house: &House, login: &str) -> Result<StaffId, Stop> {
    let wanted = login.to_lowercase();
    let id = runtime()?.block_on(house.db.read(move |c| people::staff_by_login(c, &wanted)))?;
    id.ok_or_else(|| Stop::no(format!("nobody signs in as {login}; `yizhan person add` adds somebody")))
}

fn no_such_station(fault: Fault, slug: &str) -> Stop {
    match fault {
        Fault::NotFound => Stop::no(format!("there is no station “{slug}”; `yizhan import FOLDER` makes one")),
        other => other.into(),
    }
}

fn new_staff(house: &House, login: &str, name: &str, password: &str) -> Result<NewStaff, Stop> {
    people::new_staff(house, login, name, password)?.map_err(|problems| {
        let v = View::plain(house, Lang::En);
        let said: Vec<String> = problems.fields(&v).map(|(field, why)| format!("{field}: {why}")).collect();
        Stop::usage(said.join("\n"))
    })
}

fn said(house: &House, not: Not<impl Refusal>) -> Stop {
    match not {
        Not::Refused(refusal) => Stop::no(refusal.say(&View::plain(house, Lang::En)).what),
        Not::Fault(fault) => fault.into(),
    }
}

/// From standard input, or typed twice without being shown.
fn password(from_stdin: bool) -> Result<String, Stop> {
    if from_stdin {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).map_err(Stop::no)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    if !std::io::stdin().is_terminal() {
        return Err(Stop::usage("there is no terminal to type a password at; use --password-stdin"));
    }
    let (first, again) = (typed("Password: ")?, typed("Once more: ")?);
    if first == again { Ok(first) } else { Err(Stop::usage("the two are not the same; nothing was changed")) }
}

fn typed(ask: &str) -> Result<String, Stop> {
    note(ask);
    Term::stderr().read_secure_line().map_err(Stop::no)
}
