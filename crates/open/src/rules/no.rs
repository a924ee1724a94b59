//! Why a program does not get what it asked for. GeoReport v2, "Errors": 404 for what is not there, 403 for a wrong or missing
//! api_key, 400 for everything else that a caller can put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum No {
    /// A required argument is not there.
    Missing(&'static str),
    /// A value that cannot be read as what the argument is.
    NotADate(&'static str),
    NotANumber(&'static str),
    NotAStatus,
    /// Neither yes nor no.
    NotAChoice,
    DatesSwapped,
    /// From one date to the other is more than may be asked for at once.
    SpanTooLong,
    TooManyIds,
    /// Nothing says where it is.
    NoPlace,
    /// Half a coordinate, or one that is not on this earth.
    NotAPoint,
    PlaceTooLong,
    TextTooShort,
    TextTooLong,
    /// Pictures are not fetched from addresses.
    Media,
    /// The body is no form.
    NotAForm,
    BodyTooLarge,
    NoKey,
    WrongKey,
    /// There is no such station, service, …: the argument that names it.
    Unknown(&'static str),
    /// No such address below this one.
    NoSuchPath,
    /// What the station's own rules say, already in words.
    Refused {
        status: u16,
        said: String,
    },
}

/// Any one of these says where something is.
pub const PLACE_FIELDS: &str = "lat + long, address_string, address_id";

impl No {
    pub fn status(&self) -> u16 {
        match self {
            No::NoKey | No::WrongKey => 403,
            No::Unknown(_) | No::NoSuchPath => 404,
            No::BodyTooLarge => 413,
            No::Refused { status, .. } => *status,
            _ => 400,
        }
    }

    /// The argument that it is about, where the words name one.
    pub fn field(&self) -> &'static str {
        match self {
            No::Missing(field) | No::NotADate(field) | No::NotANumber(field) | No::Unknown(field) => field,
            _ => "",
        }
    }
}
