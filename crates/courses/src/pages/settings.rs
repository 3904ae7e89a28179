//! `/desk/{office}/courses/{course}/settings`: what a course says of itself.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind, FieldFault};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Confirm, Diff, Field, Fieldset, Form, Icon, Notice, Section, Width};
use web::{Answer, Errors, FormData, Req, TypedPath, conflict, number};

use super::{course_page, lines, pairs};
use crate::{
    CourseRow, CourseState, Settings, Workshop,
    catalog::Source,
    course::{Audience, Level, audience_name, edit, level_name},
    digcomp, msg, policy,
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/settings", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    Ok(view(&req, &workshop, &course, &Settings::of(&course), &Errors::default(), None))
}

fn read(form: &FormData, faults: &mut Vec<FieldFault>) -> Settings {
    let text = |name: &str| form.get(name).replace("\r\n", "\n");
    Settings {
        title: text("title"),
        title_en: text("title_en"),
        summary: text("summary"),
        summary_en: text("summary_en"),
        audience: Audience::parse(form.get("audience")).unwrap_or(Audience::Officials),
        open: form.has("open"),
        language: text("language"),
        level: Level::parse(form.get("level")).unwrap_or(Level::Basic),
        valid_months: number(form, "valid_months", faults),
        pass_percent: number(form, "pass_percent", faults).unwrap_or(0),
        competences: form.all("competences").map(str::to_owned).collect(),
        outcomes: lines(form.get("outcomes")),
        sources: pairs(form.get("sources")).into_iter().map(|(title, url)| Source { title, url }).collect(),
    }
}

/// Saves them; a stale edit shows both versions.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let (workshop, course) = policy::author_course(&req, &path.office, &path.course).await?;
    let mut faults = Vec::new();
    let mine = read(&form, &mut faults);
    let (scope, ctx, id, version) = (workshop.scope, req.ctx.clone(), course.id, form.parsed("version").unwrap_or(0));
    let new = mine.clone();
    let saved = match Fault::check(faults) {
        Err(fault) => Err(fault),
        Ok(()) => {
            req.app
                .db
                .write(move |c| {
                    let (ctx, new) = (ctx.clone(), new.clone());
                    Box::pin(async move { edit(c, &ctx, scope, id, &new, version).await })
                })
                .await
        }
    };
    match saved {
        Ok(()) => {
            Ok(req.redirect(workshop.course_path(&course, "/settings")).flash(msg::COURSES_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let (workshop, now) = policy::author_course(&req, &path.office, &path.course).await?;
            let diff = diff(&req, &Settings::of(&now), &mine);
            let page = view(&req, &workshop, &now, &mine, &Errors::default(), Some(diff));
            Ok(conflict(page))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &workshop, &course, &mine, &errors, None)))
        }
    }
}

fn sources(all: &[Source]) -> String {
    let line = |s: &Source| if s.url.is_empty() { s.title.clone() } else { format!("{} | {}", s.title, s.url) };
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn diff(req: &Req, theirs: &Settings, mine: &Settings) -> Diff {
    let t = req.t;
    let months = |m: Option<u32>| m.map(|m| m.to_string()).unwrap_or_default();
    [
        (msg::COURSES_FIELD_TITLE, theirs.title.clone(), mine.title.clone()),
        (msg::COURSES_FIELD_TITLE_EN, theirs.title_en.clone(), mine.title_en.clone()),
        (msg::COURSES_FIELD_SUMMARY, theirs.summary.clone(), mine.summary.clone()),
        (msg::COURSES_FIELD_SUMMARY_EN, theirs.summary_en.clone(), mine.summary_en.clone()),
        (msg::COURSES_AUDIENCE, t.s(audience_name(theirs.audience)), t.s(audience_name(mine.audience))),
        (msg::COURSES_FIELD_OUTCOMES, theirs.outcomes.join("\n"), mine.outcomes.join("\n")),
        (msg::COURSES_FIELD_COMPETENCES, theirs.competences.join(", "), mine.competences.join(", ")),
        (msg::COURSES_FIELD_SOURCES, sources(&theirs.sources), sources(&mine.sources)),
        (msg::COURSES_FIELD_VALID, months(theirs.valid_months), months(mine.valid_months)),
        (msg::COURSES_FIELD_PASS, theirs.pass_percent.to_string(), mine.pass_percent.to_string()),
    ]
    .into_iter()
    .filter(|(_, a, b)| a != b)
    .fold(Diff::new(t.lang()), |d, (key, a, b)| d.field(t.s(key), a, b))
}

fn view(
    req: &Req,
    workshop: &Workshop,
    course: &CourseRow,
    x: &Settings,
    errors: &Errors,
    stale: Option<Diff>,
) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.course_path(course, "/settings");
    let line = |name: &'static str, key: &'static str, value: &str| {
        Field::text(lang, name, t.s(key)).value(value).maxlength(200).error(errors.at(name))
    };
    let area = |name: &'static str, key: &'static str, value: String| {
        Field::textarea(lang, name, t.s(key)).rows(4).value(value).error(errors.at(name))
    };
    let audiences = Audience::ALL.iter().map(|a| Choice::new(a.as_str(), t.s(audience_name(*a))));
    let levels = Level::ALL.iter().map(|l| Choice::new(l.as_str(), t.s(level_name(*l))));
    let languages =
        [("pl", msg::COURSES_POLISH), ("en", msg::COURSES_ENGLISH)].map(|(v, key)| Choice::new(v, t.s(key)));
    let body = html! {
        (errors.summary(t))
        @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
        (Form::post(here.clone()).version(course.version).keep(lang, format!("course.{}", course.id)).body(html! {
            (Fieldset::new(t.s(msg::COURSES_GROUP_ABOUT)).hint(t.s(msg::COURSES_ABOUT_HINT)).body(html! {
                (line("title", msg::COURSES_FIELD_TITLE, &x.title).required())
                (line("title_en", msg::COURSES_FIELD_TITLE_EN, &x.title_en))
                (area("summary", msg::COURSES_FIELD_SUMMARY, x.summary.clone()).maxlength(1000))
                (area("summary_en", msg::COURSES_FIELD_SUMMARY_EN, x.summary_en.clone()).maxlength(1000))
                (area("outcomes", msg::COURSES_FIELD_OUTCOMES, x.outcomes.join("\n")).hint(t.s(msg::COURSES_OUTCOMES_HINT)))
            }))
            (Fieldset::new(t.s(msg::COURSES_GROUP_FOR)).body(html! {
                (Field::radios(lang, "audience", t.s(msg::COURSES_AUDIENCE)).required_unmarked().value(x.audience.as_str()).choices(audiences))
                (Field::checkbox(lang, "open", t.s(msg::COURSES_FIELD_OPEN)).hint(t.s(msg::COURSES_OPEN_HINT))
                    .value(if x.open { "on" } else { "" }).error(errors.at("open")))
                (Field::select(lang, "level", t.s(msg::COURSES_FIELD_LEVEL)).required_unmarked().width(Width::W20).value(x.level.as_str()).choices(levels))
                (Field::select(lang, "language", t.s(msg::COURSES_FIELD_LANGUAGE)).required_unmarked().width(Width::W12).value(x.language.as_str())
                    .choices(languages).error(errors.at("language")))
            }))
            (Fieldset::new(t.s(msg::COURSES_GROUP_PASS)).body(html! {
                (line("pass_percent", msg::COURSES_FIELD_PASS, &x.pass_percent.to_string()).digits(Width::W4).suffix("%").hint(t.s(msg::COURSES_PASS_HINT)))
                (line("valid_months", msg::COURSES_FIELD_VALID, &x.valid_months.map(|m| m.to_string()).unwrap_or_default()).digits(Width::W4)
                    .hint(t.s(msg::COURSES_VALID_HINT)))
            }))
            (Fieldset::new(t.s(msg::COURSES_FIELD_COMPETENCES)).hint(t.s(msg::COURSES_COMPETENCES_HINT)).body(html! {
                @for area in digcomp::areas() {
                    @let own = digcomp::competences().iter().filter(|c| c.area == area.id);
                    (Field::checkboxes(lang, "competences", format!("{}. {}", area.id, area.name(lang))).id(format!("competences-{}", area.id))
                        .values(x.competences.clone())
                        .choices(own.map(|c| Choice::new(c.id.as_str(), format!("{} {}", c.id, c.name(lang))))))
                }
            }))
            (Fieldset::new(t.s(msg::COURSES_FIELD_SOURCES)).body(html! {
                (area("sources", msg::COURSES_FIELD_SOURCES, sources(&x.sources)).hint(t.s(msg::COURSES_SOURCE_FORM)))
            }))
            (ButtonGroup::new().add(Button::submit(t.s(msg::COURSES_SAVE))))
        }))
        (archive(req, workshop, course))
    };
    course_page(req, workshop, course, "courses.settings", "/settings").body(body).render()
}

/// Closing the course to new learners, or opening it again.
fn archive(req: &Req, workshop: &Workshop, course: &CourseRow) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let form = |label: &'static str, value: &'static str| {
        Form::post(workshop.course_path(course, "/archive"))
            .body(Button::submit(t.s(label)).secondary().value("archived", value))
    };
    html! {
        @if course.state == CourseState::Archived {
            (Section::new(t.s(msg::COURSES_UNARCHIVE)).boxed().text(t.s(msg::COURSES_UNARCHIVE_TEXT)).body(form(msg::COURSES_UNARCHIVE, "0")))
        } @else {
            (Section::new(t.s(msg::COURSES_ARCHIVE)).boxed().text(t.s(msg::COURSES_ARCHIVE_TEXT)).body(
                Confirm::new(lang, "archive", t.s(msg::COURSES_ARCHIVE), t.s(msg::COURSES_ARCHIVE_TITLE), form(msg::COURSES_ARCHIVE, "1"))
                    .icon(Icon::Archive).text(t.s(msg::COURSES_ARCHIVE_TEXT))))
        }
    }
}
