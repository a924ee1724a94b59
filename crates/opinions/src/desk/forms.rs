//! The fields of the desk's forms, as they were typed.
use kernel::form::Problems;
use serde::Deserialize;

use super::asked::{
    NewPaperOpinion, OpinionCategoryDraft, OpinionPublicVersion, OpinionSetting, OpinionTemplateDraft, PaperSource,
};
use crate::CategoryId;
use crate::answers::{Category, Setting, Template};
use crate::rules::{Choice, Clocks};

/// Whatever a form of a case sends: each of its forms has some of these.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CaseForm {
    pub once: String,
    pub category: String,
    pub to: String,
    pub answer: String,
    /// The template that is added to the answer.
    pub template: String,
    pub question: String,
    pub note: String,
    pub elsewhere: String,
    pub into: String,
    pub about: String,
    pub named: String,
    pub title: String,
    pub masked: String,
    pub done: String,
    pub address: String,
    pub point: String,
    pub reason: String,
    pub hidden: String,
}

impl CaseForm {
    /// The names of the fields of the public version.
    pub const PUBLIC: [&str; 4] = ["title", "masked", "done", "address"];

    /// Whether the public version was typed, even where some of it is nothing.
    pub fn has_public(&self) -> bool {
        [&self.title, &self.masked, &self.done, &self.address].iter().any(|typed| !typed.is_empty())
    }

    pub fn public(&self) -> OpinionPublicVersion {
        OpinionPublicVersion {
            title: self.title.clone(),
            text: self.masked.clone(),
            answer: self.done.clone(),
            address: self.address.clone(),
            with_point: !self.point.is_empty(),
        }
    }
}

/// A choice of “about whom” as a form's value.
pub fn choice_value(choice: &Choice) -> String {
    match choice {
        Choice::Person(name) => format!("person:{name}"),
        Choice::Desk(name) => format!("desk:{name}"),
    }
}

/// The choice that a value stands for.
pub fn choice_of(value: &str) -> Option<Choice> {
    let (kind, name) = value.split_once(':')?;
    match kind {
        _ if name.trim().is_empty() => None,
        "person" => Some(Choice::Person(name.trim().to_owned())),
        "desk" => Some(Choice::Desk(name.trim().to_owned())),
        _ => None,
    }
}

/// A paper that is typed in. `about` comes once for each name that is ticked.
#[derive(Clone, Default)]
pub struct PaperForm {
    pub once: String,
    pub source: String,
    pub text: String,
    pub category: String,
    pub place: String,
    pub phone: String,
    pub other: String,
    pub may_publish: bool,
    pub about: Vec<String>,
}

impl PaperForm {
    pub fn of(pairs: Vec<(String, String)>) -> PaperForm {
        let mut form = PaperForm::default();
        for (name, value) in pairs {
            match name.as_str() {
                "once" => form.once = value,
                "source" => form.source = value,
                "text" => form.text = value,
                "category" => form.category = value,
                "place" => form.place = value,
                "phone" => form.phone = value,
                "other" => form.other = value,
                "may_publish" => form.may_publish = !value.is_empty(),
                "about" => form.about.push(value),
                _ => {}
            }
        }
        form
    }

    /// # Errors
    /// The category is no id.
    pub fn read(&self) -> Result<NewPaperOpinion, Problems> {
        let mut problems = Problems::default();
        let typed = |text: &str| Some(text.to_owned()).filter(|t| !t.trim().is_empty());
        let category: Option<CategoryId> = match self.category.as_str() {
            "" => None,
            id => problems.take("category", id.parse(), "opinions-desk-wrong-choice"),
        };
        let ticked = self.about.iter().filter_map(|value| choice_of(value));
        let about = ticked.chain(typed(&self.other).map(Choice::Person)).collect();
        let source = if self.source == "desk" { PaperSource::Desk } else { PaperSource::Paper };
        problems.or_else_all(Some(NewPaperOpinion {
            text: self.text.clone(),
            source,
            category,
            place: typed(&self.place),
            about,
            phone: typed(&self.phone),
            may_publish: self.may_publish,
        }))
    }
}

/// A category, with its clocks.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct CategoryForm {
    pub once: String,
    pub slug: String,
    pub name_zh: String,
    pub name_en: String,
    pub screen_days: String,
    pub answer_days: String,
    pub elsewhere_zh: String,
    pub elsewhere_en: String,
    pub retired: String,
}

impl CategoryForm {
    pub fn fresh(once: String) -> CategoryForm {
        let Clocks { screen_days, answer_days } = Clocks::USUAL;
        CategoryForm {
            once,
            screen_days: screen_days.to_string(),
            answer_days: answer_days.to_string(),
            ..CategoryForm::default()
        }
    }

    pub fn filled(once: String, c: &Category) -> CategoryForm {
        CategoryForm {
            once,
            slug: c.slug.clone(),
            name_zh: c.name_zh.clone(),
            name_en: c.name_en.clone(),
            screen_days: c.clocks.screen_days.to_string(),
            answer_days: c.clocks.answer_days.to_string(),
            elsewhere_zh: c.elsewhere_zh.clone(),
            elsewhere_en: c.elsewhere_en.clone(),
            retired: if c.retired { "1" } else { "" }.to_owned(),
        }
    }

    /// What is no number becomes one that no category may have.
    pub fn read(&self) -> OpinionCategoryDraft {
        let days = |typed: &str| typed.trim().parse().unwrap_or(0);
        OpinionCategoryDraft {
            slug: self.slug.clone(),
            name_zh: self.name_zh.clone(),
            name_en: self.name_en.clone(),
            screen_days: days(&self.screen_days),
            answer_days: days(&self.answer_days),
            elsewhere_zh: self.elsewhere_zh.clone(),
            elsewhere_en: self.elsewhere_en.clone(),
            retired: !self.retired.is_empty(),
        }
    }
}

/// Words to answer with.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct TemplateForm {
    pub once: String,
    pub title: String,
    pub text: String,
}

impl TemplateForm {
    pub fn filled(once: String, t: &Template) -> TemplateForm {
        TemplateForm { once, title: t.title.clone(), text: t.text.clone() }
    }

    pub fn read(&self) -> OpinionTemplateDraft {
        OpinionTemplateDraft { title: self.title.clone(), text: self.text.clone() }
    }
}

/// Whom people turn to where all who run the station are named, and how long texts are kept.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct SettingForm {
    pub oversight_zh: String,
    pub oversight_en: String,
    pub keep_days: String,
}

impl SettingForm {
    pub fn filled(s: &Setting) -> SettingForm {
        SettingForm {
            oversight_zh: s.oversight_zh.clone(),
            oversight_en: s.oversight_en.clone(),
            keep_days: s.keep_days.to_string(),
        }
    }

    pub fn read(&self) -> OpinionSetting {
        OpinionSetting {
            oversight_zh: self.oversight_zh.clone(),
            oversight_en: self.oversight_en.clone(),
            keep_days: self.keep_days.trim().parse().unwrap_or(0),
        }
    }
}
