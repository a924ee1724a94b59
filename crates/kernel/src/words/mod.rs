//! What the program says, in Chinese first and English second. Each slice brings its own two Fluent files.
mod when;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::fault::Fault;

pub use when::When;

/// The languages that every screen speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lang {
    #[serde(rename = "zh-CN")]
    Zh,
    #[serde(rename = "en")]
    En,
}

impl Lang {
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-CN",
            Lang::En => "en",
        }
    }

    /// The first language of an `Accept-Language` header or a cookie that the program speaks (RFC 9110, 12.5.4; the
    /// order counts, quality values do not: browsers write them in order).
    pub fn of(header: &str) -> Option<Lang> {
        header.split(',').find_map(|part| {
            let tag = part.split(';').next()?.trim().to_ascii_lowercase();
            match tag.split('-').next()? {
                "zh" => Some(Lang::Zh),
                "en" => Some(Lang::En),
                _ => None,
            }
        })
    }
}

/// The Fluent texts of one slice.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    pub zh: &'static str,
    pub en: &'static str,
}

/// `texts!()` takes `words/zh-CN.ftl` and `words/en.ftl` of the crate.
#[macro_export]
macro_rules! texts {
    () => {
        $crate::words::Texts {
            zh: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/words/zh-CN.ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/words/en.ftl")),
        }
    };
}

/// Everything that the program can say.
#[derive(Clone)]
pub struct Words(Arc<[FluentBundle<FluentResource>; 2]>);

/// Values that a text shows: `&[("n", 3.into()), ("name", name.into())]`.
pub type Args<'a> = [(&'a str, FluentValue<'a>)];

impl Words {
    /// Joins the texts of all slices. Two texts with one key, or one that does not parse, stop the program at start.
    pub fn new(slices: &[Texts]) -> Result<Words, Fault> {
        let zh = bundle(Lang::Zh, slices.iter().map(|t| t.zh))?;
        let en = bundle(Lang::En, slices.iter().map(|t| t.en))?;
        Ok(Words(Arc::new([zh, en])))
    }

    pub fn say(&self, lang: Lang, key: &str, args: &Args<'_>) -> String {
        let bundle = &self.0[lang as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            tracing::error!(key, lang = lang.tag(), "a text is missing");
            return key.to_owned();
        };
        let mut problems = vec![];
        let args: FluentArgs<'_> = args.iter().map(|(k, v)| (Cow::Borrowed(*k), v.clone())).collect();
        let said = bundle.format_pattern(pattern, Some(&args), &mut problems).into_owned();
        if !problems.is_empty() {
            tracing::error!(key, lang = lang.tag(), ?problems, "a text could not show its values");
        }
        said
    }

    pub fn knows(&self, lang: Lang, key: &str) -> bool {
        self.0[lang as usize].has_message(key)
    }
}

fn bundle<'t>(lang: Lang, texts: impl Iterator<Item = &'t str>) -> Result<FluentBundle<FluentResource>, Fault> {
    let tag: LanguageIdentifier = lang.tag().parse().map_err(|e| Fault::broken(format!("{e:?}")))?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The isolating marks that Fluent would put around values are shown as boxes by some phones.
    bundle.set_use_isolating(false);
    for text in texts {
        let resource = FluentResource::try_new(text.to_owned())
            .map_err(|(_, e)| Fault::broken(format!("a {} text does not parse: {e:?}", lang.tag())))?;
        bundle.add_resource(resource).map_err(|e| Fault::broken(format!("a text is there twice: {e:?}")))?;
    }
    Ok(bundle)
}

/// The keys of a Fluent file, for the test that both languages say the same things.
pub fn keys(ftl: &str) -> BTreeSet<&str> {
    let starts_message = |l: &&str| l.starts_with(|c: char| c.is_ascii_lowercase());
    ftl.lines().filter(starts_message).filter_map(|l| l.split_once('=').map(|(k, _)| k.trim())).collect()
}
