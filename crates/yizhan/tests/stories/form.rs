//! Reads the forms of a page as a browser would send them: enough HTML for pages of our own.

#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub post: bool,
    /// What is filled in, chosen or hidden.
    pub fields: Vec<(String, String)>,
}

pub fn forms(html: &str) -> Vec<Form> {
    html.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next()).map(form).collect()
}

fn form(text: &str) -> Form {
    let (head, body) = text.split_once('>').unwrap_or((text, ""));
    let action = attribute(head, "action").unwrap_or_default();
    let post = attribute(head, "method").is_some_and(|m| m.eq_ignore_ascii_case("post"));
    let inputs = body.split("<input").skip(1).filter_map(|rest| rest.split('>').next()).filter_map(input);
    let areas = body.split("<textarea").skip(1).filter_map(area);
    let selects = body.split("<select").skip(1).filter_map(select);
    Form { action, post, fields: inputs.chain(areas).chain(selects).collect() }
}

fn input(tag: &str) -> Option<(String, String)> {
    let kind = attribute(tag, "type").unwrap_or_else(|| "text".into());
    let choice = kind == "radio" || kind == "checkbox";
    if choice && !has(tag, "checked") || kind == "submit" {
        return None;
    }
    let usual = if choice { "on" } else { "" };
    Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_else(|| usual.into())))
}

fn area(rest: &str) -> Option<(String, String)> {
    let (tag, text) = rest.split("</textarea>").next()?.split_once('>')?;
    Some((attribute(tag, "name")?, unescaped(text)))
}

fn select(rest: &str) -> Option<(String, String)> {
    let (tag, options) = rest.split("</select>").next()?.split_once('>')?;
    let tags: Vec<&str> = options.split("<option").skip(1).filter_map(|o| o.split('>').next()).collect();
    let chosen = tags.iter().find(|t| has(t, "selected")).or(tags.first())?;
    Some((attribute(tag, "name")?, attribute(chosen, "value").unwrap_or_default()))
}

fn has(tag: &str, name: &str) -> bool {
    tag.split_whitespace().any(|word| word == name || word.starts_with(&format!("{name}=")))
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = format!(" {name}=\"");
    let padded = format!(" {}", tag.trim_start());
    let (_, rest) = padded.split_once(&start)?;
    rest.split('"').next().map(unescaped)
}

/// The few escapes that our pages use.
pub fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}
