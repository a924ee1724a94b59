//! Arguments as they came: names and values, in their order. "A null parameter should be treated as equivalent to a non-declared
//! parameter" (GeoReport v2, "Optional Arguments").
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given(Vec<(String, String)>);

impl Given {
    pub fn new(pairs: Vec<(String, String)>) -> Given {
        Given(pairs)
    }

    fn all<'g>(&'g self, name: &'g str) -> impl Iterator<Item = &'g str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.trim()).filter(|v| !v.is_empty())
    }

    /// The first value that is not empty.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, v)| v.trim()).find(|v| !v.is_empty())
    }

    /// "Can be declared multiple times, comma delimited": both are read.
    pub fn list(&self, name: &str) -> Vec<String> {
        self.all(name).flat_map(|v| v.split(',')).map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect()
    }

    /// Answers to an attribute of the service: `attribute[code]`, or `attribute[code][]` of those that may be several.
    pub fn attribute(&self, code: &str) -> Option<&str> {
        self.one(&format!("attribute[{code}]")).or_else(|| self.one(&format!("attribute[{code}][]")))
    }

    /// These first, and then those.
    pub fn or(mut self, others: &Given) -> Given {
        self.0.extend(others.0.iter().cloned());
        self
    }
}
