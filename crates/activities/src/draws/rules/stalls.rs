//! The draw of stall places at a fair: who comes first is drawn, and everybody gets the best place that is left for them.
use jiff::Timestamp;
use kernel::db::types::Id;
use kernel::lottery::{self, NotASheet, Published, Seed, digest, digest_of_lines, first_difference, position};

/// Which rule this is. Another rule gets another name.
pub const STALLS: &str = "yizhan-stalls-1";

/// More take part in no draw, and no plan has more places.
const MOST: usize = 10_000;

/// Who takes part, as everybody may know it: a number that only they know as theirs, and what they need.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StallWish)]
pub struct Wish {
    #[schema(minimum = 1)]
    pub number: i32,
    #[schema(example = "food")]
    pub goods: String,
    #[schema(minimum = 1, maximum = 50)]
    pub metres: i16,
    pub power: bool,
}

/// A place that is free.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StallSite)]
pub struct Site {
    #[schema(example = "A12")]
    pub code: String,
    /// What alone may be sold there.
    pub goods: Option<String>,
    #[schema(minimum = 0, maximum = 50)]
    pub metres: i16,
    pub power: bool,
}

/// What became of one, in the order of the draw.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StallAllotted)]
pub struct Allotted {
    #[schema(minimum = 1)]
    pub number: i32,
    /// HMAC-SHA-256 of the number under the seed.
    #[schema(min_length = 64, max_length = 64)]
    pub position: String,
    /// The place; nothing for one who waits for one.
    pub code: Option<String>,
}

impl Site {
    pub fn takes(&self, wish: &Wish) -> bool {
        self.metres >= wish.metres
            && (self.power || !wish.power)
            && self.goods.as_ref().is_none_or(|goods| *goods == wish.goods)
    }

    /// The best is one that is for its goods, then the smallest: long places stay for long stalls, power for who needs it.
    pub fn rank(&self) -> impl Ord + use<> {
        (self.goods.is_none(), self.metres, self.power, self.code.clone())
    }
}

/// Draws: the wishes in the order of their positions, each of which gets the best place that is left and takes it.
pub fn allot(wishes: &[Wish], sites: &[Site], seed: &Seed) -> Vec<Allotted> {
    let mut order: Vec<(String, &Wish)> = wishes.iter().map(|w| (position(seed, &w.number.to_string()), w)).collect();
    order.sort_by(|(a, x), (b, y)| a.cmp(b).then(x.number.cmp(&y.number)));
    let mut left: Vec<&Site> = sites.iter().collect();
    left.sort_by_cached_key(|site| site.rank());
    let one = |(position, wish): (String, &Wish)| {
        let best = left.iter().position(|site| site.takes(wish));
        let code = best.map(|n| left.remove(n).code.clone());
        Allotted { number: wish.number, position, code }
    };
    order.into_iter().map(one).collect()
}

/// What was drawn from, and what came of it. It names nobody and stays, whoever gives their place back later.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct StallDraw {
    /// By number.
    pub wishes: Vec<Wish>,
    /// By code.
    pub sites: Vec<Site>,
    /// In the order in which they were drawn.
    pub results: Vec<Allotted>,
}

impl StallDraw {
    pub fn drawn(mut wishes: Vec<Wish>, mut sites: Vec<Site>, seed: &Seed) -> StallDraw {
        wishes.sort_by_key(|wish| wish.number);
        sites.sort_by(|a, b| a.code.cmp(&b.code));
        let results = allot(&wishes, &sites, seed);
        StallDraw { wishes, sites, results }
    }
}

/// The published draw.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StallDrawSheet)]
pub struct StallSheet {
    /// `yizhan-stalls-1`.
    pub format: String,
    /// The station's slug.
    pub station: String,
    #[schema(value_type = String, format = Uuid)]
    pub fair: Id,
    pub title: String,
    #[schema(value_type = String, format = DateTime)]
    pub starts_at: Timestamp,
    /// Until when one could apply.
    #[schema(value_type = String, format = DateTime)]
    pub closes_at: Timestamp,
    /// SHA-256 of the seed, published before anybody applied.
    #[schema(min_length = 64, max_length = 64)]
    pub commitment: String,
    /// By number; nothing before the draw, as with all that follows.
    pub wishes: Vec<Wish>,
    /// The places that were free, by code.
    pub sites: Vec<Site>,
    /// SHA-256 of the wishes and the places.
    #[schema(min_length = 64, max_length = 64)]
    pub locked: Option<String>,
    /// 64 hexadecimal digits.
    #[schema(min_length = 64, max_length = 64)]
    pub seed: Option<String>,
    /// In the order in which they were drawn.
    pub results: Vec<Allotted>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub drawn_at: Option<Timestamp>,
    /// SHA-256 of the sheet with this member empty.
    #[schema(max_length = 64)]
    pub sum: String,
}

impl StallSheet {
    /// The same once it is drawn.
    pub fn with(self, draw: StallDraw, (seed, drawn_at): (String, Timestamp)) -> StallSheet {
        let locked = Some(StallSheet::digest_of(&draw.wishes, &draw.sites));
        let StallDraw { wishes, sites, results } = draw;
        StallSheet { wishes, sites, results, locked, seed: Some(seed), drawn_at: Some(drawn_at), ..self }
    }

    /// What is hashed when it is drawn: a line of JSON for each wish by number, then for each place by code.
    pub fn digest_of(wishes: &[Wish], sites: &[Site]) -> String {
        digest(format!("{}\n{}\n", digest_of_lines(wishes), digest_of_lines(sites)).as_bytes())
    }
}

impl Published for StallSheet {
    const FORMAT: &'static str = STALLS;

    fn format(&self) -> &str {
        &self.format
    }

    fn sum(&mut self) -> &mut String {
        &mut self.sum
    }

    fn is_within_bounds(&self) -> bool {
        self.wishes.len() <= MOST
            && self.sites.len() <= MOST
            && self.wishes.iter().all(|w| w.number >= 1)
            && self.wishes.is_sorted_by(|a, b| a.number < b.number)
            && self.sites.is_sorted_by(|a, b| a.code < b.code)
    }
}

/// What came of it.
pub type VerifiedStalls = lottery::Verified<StallSheet>;

/// Draws the stalls of a published sheet again, and says where it differs.
pub fn verify_stalls(text: &str) -> Result<VerifiedStalls, NotASheet> {
    let mut found = VerifiedStalls::read(text)?;
    let sheet = found.sheet.clone();
    match (&sheet.seed, &sheet.locked) {
        (Some(seed), Some(locked)) => result(&mut found, &sheet, (seed, locked)),
        (None, None) if sheet.wishes.is_empty() && sheet.sites.is_empty() && sheet.results.is_empty() => {
            found.not_yet.push("it is not drawn yet".into());
        }
        _ => found.differs.push("there is a part of a result, and not all of it".into()),
    }
    Ok(found)
}

fn result(found: &mut VerifiedStalls, sheet: &StallSheet, (seed, locked): (&str, &str)) {
    let now = StallSheet::digest_of(&sheet.wishes, &sheet.sites);
    let differs = (now != locked).then(|| format!("the entries have the hash {now}, and the text says {locked}"));
    found.look("the entries and the places are those that were drawn from", differs);
    let Some(seed) = found.look_at_seed(seed, &sheet.commitment) else { return };
    let again = allot(&sheet.wishes, &sheet.sites, &seed);
    let shown = |one: &Allotted| format!("number {} {}", one.number, one.code.as_deref().unwrap_or("no place"));
    found.look("the rule draws the same", first_difference(&again, &sheet.results, shown));
}
