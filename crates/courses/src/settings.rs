//! What a course says of itself: title, audience, validity, competences.

use kernel::{Fault, FieldFault, Result};

use crate::{
    CourseRow, catalog,
    catalog::Source,
    course::{Audience, Level},
    digcomp, msg,
};

/// What a course says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The title, 3 to 200 characters.
    pub title: String,
    /// The title in English; may be empty.
    pub title_en: String,
    /// Two or three sentences, at most 1000 characters.
    pub summary: String,
    /// The same in English; may be empty.
    pub summary_en: String,
    /// For whom.
    pub audience: Audience,
    /// Whether it may be taken without an account; only a course for everyone.
    pub open: bool,
    /// The language of its lessons: `pl` or `en`.
    pub language: String,
    /// What it expects.
    pub level: Level,
    /// Months a certificate is valid, 1 to 120; none for ever.
    pub valid_months: Option<u32>,
    /// Per cent of the points with which a new quiz of the course begins, 0 to 100; each quiz has its own threshold.
    pub pass_percent: u32,
    /// Competences of DigComp 2.2: `1.2`.
    pub competences: Vec<String>,
    /// What a learner can do afterwards.
    pub outcomes: Vec<String>,
    /// What it rests on.
    pub sources: Vec<Source>,
}

impl Settings {
    /// Those of a course that has a title only.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            title_en: String::new(),
            summary: String::new(),
            summary_en: String::new(),
            audience: Audience::Officials,
            open: false,
            language: "pl".into(),
            level: Level::Basic,
            valid_months: None,
            pass_percent: 70,
            competences: Vec::new(),
            outcomes: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// Those of a course as it is.
    pub fn of(row: &CourseRow) -> Self {
        Self {
            title: row.title.clone(),
            title_en: row.title_en.clone(),
            summary: row.summary.clone(),
            summary_en: row.summary_en.clone(),
            audience: row.audience,
            open: row.open,
            language: row.language.clone(),
            level: row.level,
            valid_months: row.valid_months,
            pass_percent: row.pass_percent,
            competences: row.competences.0.clone(),
            outcomes: row.outcomes.0.clone(),
            sources: row.sources.0.clone(),
        }
    }

    /// Those of a course of the catalogue.
    pub fn of_catalog(course: &catalog::Course) -> Self {
        Self {
            title: course.title.clone(),
            title_en: course.title_en.clone(),
            summary: course.summary.clone(),
            summary_en: course.summary_en.clone(),
            audience: course.audience,
            open: course.open && course.audience == Audience::Everyone,
            language: "pl".into(),
            level: Level::parse(&course.level).unwrap_or(Level::Basic),
            valid_months: Some(course.valid_months).filter(|m| *m > 0),
            pass_percent: u32::from(course.pass_percent),
            competences: course.competences.clone(),
            outcomes: course.outcomes.clone(),
            sources: course.sources.clone(),
        }
    }

    /// Whether they will do.
    ///
    /// # Errors
    /// `Invalid` with the fields at fault.
    pub fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        let mut wrong = |field: &str, key: &'static str| {
            faults.push(FieldFault { field: field.to_owned(), key, args: Vec::new() });
        };
        let length = |text: &str| text.trim().chars().count();
        match length(&self.title) {
            0 => wrong("title", web::msg::FIELD_REQUIRED),
            1..3 => wrong("title", msg::COURSES_TITLE_SHORT),
            3..=200 => {}
            _ => wrong("title", msg::COURSES_TOO_LONG),
        }
        for (field, text, most) in [
            ("title_en", &self.title_en, 200),
            ("summary", &self.summary, 1000),
            ("summary_en", &self.summary_en, 1000),
        ] {
            if length(text) > most {
                wrong(field, msg::COURSES_TOO_LONG);
            }
        }
        if !matches!(self.language.as_str(), "pl" | "en") {
            wrong("language", web::msg::FIELD_CHOICE);
        }
        if self.open && self.audience != Audience::Everyone {
            wrong("open", msg::COURSES_OPEN_FOR_EVERYONE);
        }
        if self.pass_percent > 100 {
            wrong("pass_percent", msg::COURSES_PERCENT);
        }
        if self.valid_months.is_some_and(|m| !(1..=120).contains(&m)) {
            wrong("valid_months", msg::COURSES_MONTHS);
        }
        if self.competences.iter().any(|id| digcomp::competence(id).is_none()) {
            wrong("competences", web::msg::FIELD_CHOICE);
        }
        if self.outcomes.len() > 30 || self.outcomes.iter().any(|o| o.chars().count() > 500) {
            wrong("outcomes", msg::COURSES_TOO_LONG);
        }
        let bad = |s: &Source| {
            s.title.trim().is_empty()
                || !(s.url.is_empty() || s.url.starts_with("https://") || s.url.starts_with("http://"))
        };
        if self.sources.iter().any(bad) {
            wrong("sources", msg::COURSES_SOURCE_FORM);
        } else if self.sources.len() > 50 {
            wrong("sources", msg::COURSES_TOO_LONG);
        }
        Fault::check(faults)
    }
}
