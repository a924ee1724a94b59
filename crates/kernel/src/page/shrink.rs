//! Takes out of our own style sheets and script what only people read, so that the sources may be airy.

/// Drops comments, line breaks and indentation. Our sheets hold no comment mark inside a string.
pub fn css(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, tail)| tail);
    }
    out.push_str(rest);
    let mut tight = String::with_capacity(out.len());
    for line in out.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let closed = tight.ends_with(['{', '}', ';', ',', '>']) || tight.is_empty() || line.starts_with(['}', '{']);
        if !closed {
            tight.push(' ');
        }
        let line = line.replace(": ", ":").replace(", ", ",").replace(" {", "{").replace("; ", ";").replace(" > ", ">");
        tight.push_str(&line);
    }
    tight.replace(" }", "}").replace("{ ", "{").replace(";}", "}")
}

/// Drops whole-line comments and indentation; line breaks stay, since they may end a statement.
pub fn js(source: &str) -> String {
    let code = |l: &&str| !l.is_empty() && !l.starts_with("//");
    source.lines().map(str::trim).filter(code).collect::<Vec<_>>().join("\n")
}
