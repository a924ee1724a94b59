//! What must always be true of stations' rows, and of the rows of people that name them.
mod divisions;
mod stations;

use kernel::check::Check;

pub const CHECKS: &[Check] = &[
    Check { name: "every division has a code, and a village lies in the township of its code", run: divisions::nested },
    Check { name: "every division is found by the characters of its name", run: divisions::found },
    Check { name: "the directory counts the townships and stations that are there", run: divisions::counted },
    Check {
        name: "every station stands in a division that is there, under a number of its township",
        run: stations::placed,
    },
    Check { name: "every station has an address of its own that can be typed", run: stations::addressed },
    Check { name: "the hours, time zone and place of every station can be read", run: stations::readable },
    Check { name: "every owner belongs to a station and has a name", run: stations::owners },
    Check { name: "every role is at a station that is there, for an owner that it has", run: stations::roles },
    Check { name: "every imported file of holidays can be read and is kept under its years", run: stations::holidays },
];
