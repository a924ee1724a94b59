//! Text that staff write with a little form: CommonMark, and tables.
//!
//! Nothing in a text can become markup that is not named here: of what the parser finds only the tags below are written, all text is
//! escaped, links lead to the web, to a mailbox, to a telephone or into this site, and HTML in the text stands there as it was typed.
use std::fmt::Write as _;

use maud::{Escaper, Markup, PreEscaped};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::page::local_path;

/// What people write as a table or strike out is common enough; all else of the dialects is text.
const DIALECT: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, DIALECT)
}

/// The text as a part of a page. Its headings stand below the page's own two levels.
pub fn html(text: &str) -> Markup {
    let mut out = Writer::default();
    for event in events(text) {
        out.event(event);
    }
    PreEscaped(out.html)
}

/// The words alone, one block a line: for searching, for summaries, for messages.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for event in events(text) {
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                out.push_str(&words)
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => line(&mut out),
            Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(end) if is_block(end) => line(&mut out),
            _ => {}
        }
    }
    out.trim().to_owned()
}

fn line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn is_block(end: TagEnd) -> bool {
    !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}

/// Where a link of a text may lead.
fn allowed(href: &str) -> Option<&str> {
    let scheme = href.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https" | "mailto" | "tel") => Some(href).filter(|h| !h.chars().any(char::is_control)),
        _ => local_path(href),
    }
}

#[derive(Default)]
struct Writer {
    html: String,
    /// Whether each open link leads anywhere.
    links: Vec<bool>,
    /// Of pictures only what describes them is kept; photos are given apart, with their own description.
    in_picture: usize,
    in_table_head: bool,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Code(code) => {
                self.html.push_str("<code>");
                self.text(&code);
                self.html.push_str("</code>");
            }
            // Chinese has no spaces: a line that ends in the text ends on the page.
            Event::SoftBreak | Event::HardBreak => self.html.push_str("<br>"),
            Event::Rule => self.html.push_str("<hr>"),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            // What belongs to dialects that are not spoken here never comes.
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = Escaper::new(&mut self.html).write_str(text);
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Link { dest_url, .. } => self.link(&dest_url),
            Tag::Image { .. } => self.in_picture += 1,
            Tag::List(Some(first)) if first != 1 => _ = write!(self.html, "<ol start=\"{first}\">"),
            Tag::CodeBlock(CodeBlockKind::Indented | CodeBlockKind::Fenced(_)) => self.html.push_str("<pre><code>"),
            Tag::Table(_) => self.html.push_str("<div class=\"scroll\"><table>"),
            Tag::TableHead => {
                self.in_table_head = true;
                self.html.push_str("<thead><tr>");
            }
            Tag::TableCell => self.html.push_str(if self.in_table_head { "<th scope=\"col\">" } else { "<td>" }),
            tag => _ = element(tag.to_end()).map(|name| write!(self.html, "<{name}>")),
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Link if self.links.pop() != Some(true) => {}
            TagEnd::Link => self.html.push_str("</a>"),
            TagEnd::Image => self.in_picture = self.in_picture.saturating_sub(1),
            TagEnd::CodeBlock => self.html.push_str("</code></pre>"),
            TagEnd::Table => self.html.push_str("</tbody></table></div>"),
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.html.push_str("</tr></thead><tbody>");
            }
            TagEnd::TableCell => self.html.push_str(if self.in_table_head { "</th>" } else { "</td>" }),
            end => _ = element(end).map(|name| write!(self.html, "</{name}>")),
        }
    }

    fn link(&mut self, href: &str) {
        let href = allowed(href).filter(|_| self.in_picture == 0);
        self.links.push(href.is_some());
        if let Some(href) = href {
            self.html.push_str("<a rel=\"noopener\" href=\"");
            self.text(href);
            self.html.push_str("\">");
        }
    }
}

/// What is written as one element without attributes.
fn element(end: TagEnd) -> Option<&'static str> {
    Some(match end {
        TagEnd::Paragraph => "p",
        TagEnd::Heading(HeadingLevel::H1 | HeadingLevel::H2) => "h3",
        TagEnd::Heading(_) => "h4",
        TagEnd::BlockQuote(_) => "blockquote",
        TagEnd::List(true) => "ol",
        TagEnd::List(false) => "ul",
        TagEnd::Item => "li",
        TagEnd::TableRow => "tr",
        TagEnd::Emphasis => "em",
        TagEnd::Strong => "strong",
        TagEnd::Strikethrough => "s",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_with_a_little_form_is_a_part_of_a_page() {
        let text = "# 交流会\n\n第一行\n第二行 **要紧** ~~旧~~ [报名](/s/sanhe/activities)\n\n- 早到\n- 带水\n\n3. 三\n\n|时间|事|\n|--|--|\n|9点|开戏|\n";
        let html = html(text).into_string();
        assert_eq!(
            html,
            "<h3>交流会</h3><p>第一行<br>第二行 <strong>要紧</strong> <s>旧</s> <a rel=\"noopener\" href=\"/s/sanhe/activities\">报名</a></p>\
             <ul><li>早到</li><li>带水</li></ul><ol start=\"3\"><li>三</li></ol>\
             <div class=\"scroll\"><table><thead><tr><th scope=\"col\">时间</th><th scope=\"col\">事</th></tr></thead><tbody>\
             <tr><td>9点</td><td>开戏</td></tr></tbody></table></div>"
        );
        assert_eq!(plain(text), "交流会\n第一行\n第二行 要紧 旧 报名\n早到\n带水\n三\n时间 事 \n9点 开戏");
    }

    #[test]
    fn nothing_typed_becomes_a_tag_and_no_link_leads_to_a_script() {
        let shown = |text: &str| html(text).into_string();
        assert_eq!(shown("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(shown("一<b onclick=x>二"), "<p>一&lt;b onclick=x&gt;二</p>");
        for link in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "/\\evil.example",
        ] {
            assert_eq!(shown(&format!("[看]({link})")), "<p>看</p>", "{link}");
        }
        assert_eq!(shown("[电话](tel:0972-1)"), "<p><a rel=\"noopener\" href=\"tel:0972-1\">电话</a></p>");
        assert_eq!(shown("![一只狗](https://elsewhere.example/dog.png)"), "<p>一只狗</p>");
        assert_eq!(
            shown("[a](https://x.example/\"onclick=\")"),
            "<p><a rel=\"noopener\" href=\"https://x.example/&quot;onclick=&quot;\">a</a></p>"
        );
    }

    /// The elements that a text may become.
    const TAGS: [&str; 22] = [
        "p",
        "h3",
        "h4",
        "blockquote",
        "ol",
        "ul",
        "li",
        "tr",
        "em",
        "strong",
        "s",
        "a",
        "code",
        "pre",
        "br",
        "hr",
        "div",
        "table",
        "thead",
        "tbody",
        "th",
        "td",
    ];

    proptest! {
        /// Whatever is typed: only the elements above, each closed, and no attribute but those that are written here.
        #[test]
        fn only_named_elements_are_written(text in "[<>\\[\\]()!*_`~|#\\-+\"'&/:\\\\ \n\ta-z0-9.中]{0,200}") {
            let html = html(&text).into_string();
            let mut open: Vec<String> = vec![];
            for tag in html.split('<').skip(1) {
                let tag = tag.split_once('>').map(|(tag, _)| tag).expect("a tag that ends");
                let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
                prop_assert!(TAGS.contains(&name), "{tag} of {text:?}");
                match (tag.strip_prefix('/'), name) {
                    (Some(closed), _) => {
                        let opened = open.pop();
                        prop_assert_eq!(opened.as_deref(), Some(closed), "{}", html);
                    }
                    (None, "br" | "hr") => {}
                    (None, name) => open.push(name.to_owned()),
                }
                let attributes = tag.split_once(' ').map_or("", |(_, a)| a);
                let known = attributes.is_empty() || attributes.starts_with("rel=\"noopener\" href=\"") && attributes.matches('"').count() == 4
                    || attributes.starts_with("start=\"") || attributes == "scope=\"col\"" || attributes == "class=\"scroll\"";
                prop_assert!(known, "{attributes} of {text:?}");
            }
            prop_assert!(open.is_empty(), "{html}");
        }
    }
}
