//! `/desk/{office}/courses/{course}/items/{item}/quiz`: the rules of a quiz.

use axum::response::{IntoResponse as _, Response};
use courses::{CourseRow, ItemKind, ItemRow, Workshop, policy};
use kernel::{Fault, FaultKind, FieldFault, Result, ids::ItemId};
use maud::{Markup, html};
use questions::Band;
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Field, Fieldset, Form, Icon, Notice, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, conflict};

use super::{bank::category_name, beside::beside};
use crate::{
    bank, msg,
    quiz::{QuizRow, quiz_of, save as store},
    settings::{Counts, PoolRule, Purpose, Settings, Shown},
};

/// Empty rows offered beside those filled in.
const SPARE: usize = 2;
/// The most rows read.
const MOST_ROWS: usize = 60;

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/courses/{course}/items/{item}/quiz", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The course.
    pub course: String,
    /// The quiz.
    pub item: ItemId,
}

struct Bench {
    workshop: Workshop,
    course: CourseRow,
    item: ItemRow,
    row: QuizRow,
    categories: Vec<(String, i64)>,
}

async fn load(req: &Req, path: &Path) -> Result<Bench> {
    let (workshop, course) = policy::author_course(req, &path.office, &path.course).await?;
    let (scope, of, id) = (workshop.scope, course.id, path.item);
    let (item, row, categories) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let item = courses::own_item(c, scope, id).await?;
                if item.course != of || item.kind != ItemKind::Quiz {
                    return Err(Fault::not_found());
                }
                let row = quiz_of(c, &item).await?;
                Ok((item, row, bank::categories(c, scope, of).await?))
            })
        })
        .await?;
    Ok(Bench { workshop, course, item, row, categories })
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let bench = load(&req, &path).await?;
    Ok(view(&req, &bench, &bench.row.settings.0, &Errors::default(), None))
}

/// Saves the rules.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let bench = load(&req, &path).await?;
    let mut faults = Vec::new();
    let rules = read(&form, &bench.row.settings.0, &mut faults);
    if form.get("go") == "more" {
        let mut more = rules;
        more.pools.push(PoolRule { category: String::new(), questions: Vec::new(), count: 0 });
        return Ok(view(&req, &bench, &more, &Errors::default(), None).into_response());
    }
    let (ctx, scope, item, version, wanted) =
        (req.ctx.clone(), bench.workshop.scope, path.item, form.parsed("version").unwrap_or(0), rules.clone());
    let saved = match Fault::check(faults) {
        Err(fault) => Err(fault),
        Ok(()) => {
            req.app
                .db
                .write(move |c| {
                    let (ctx, wanted) = (ctx.clone(), wanted.clone());
                    Box::pin(async move { store(c, &ctx, scope, item, &wanted, version).await })
                })
                .await
        }
    };
    match saved {
        Ok(()) => {
            let to = bench.workshop.course_path(&bench.course, &format!("/items/{item}/quiz"));
            Ok(req.redirect(to).flash(msg::QUIZZES_RULES_SAVED).into_response())
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let now = load(&req, &path).await?;
            let differ = beside(&req, &now.row.settings.0, &rules);
            Ok(conflict(view(&req, &now, &rules, &Errors::default(), Some(differ))))
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &bench, &rules, &errors, None)))
        }
    }
}

/// The rules as sent; questions named one by one stay as they were.
fn read(form: &Fields, before: &Settings, faults: &mut Vec<FieldFault>) -> Settings {
    let mut number = |name: &str| {
        let Some(typed) = form.some(name) else { return 0 };
        typed.parse::<u32>().unwrap_or_else(|_| {
            faults.push(FieldFault { field: name.to_owned(), key: web::msg::FIELD_NUMBER, args: Vec::new() });
            0
        })
    };
    let mut pools: Vec<PoolRule> = before.pools.iter().filter(|p| !p.questions.is_empty()).cloned().collect();
    for i in 0..MOST_ROWS {
        let count = number(&format!("pool{i}_count"));
        let category = form.get(&format!("pool{i}_category"));
        if count > 0 && category != "*" && form.has(&format!("pool{i}_category")) {
            pools.push(PoolRule { category: category.to_owned(), questions: Vec::new(), count });
        }
    }
    let mut bands = Vec::new();
    for i in 0..MOST_ROWS {
        let text = form.get(&format!("band{i}_text")).replace("\r\n", "\n");
        let from = number(&format!("band{i}_from"));
        if !text.is_empty() {
            bands.push(Band { from: f64::from(from) / 100.0, text });
        }
    }
    bands.sort_by(|a, b| b.from.total_cmp(&a.from));
    Settings {
        purpose: Purpose::parse(form.get("purpose")).unwrap_or(before.purpose),
        intro: form.get("intro").replace("\r\n", "\n"),
        minutes: number("minutes"),
        attempts: number("attempts"),
        pause: number("pause"),
        pass_percent: number("pass_percent"),
        counts: Counts::parse(form.get("counts")).unwrap_or(before.counts),
        shuffle: form.has("shuffle"),
        partial_credit: form.has("partial_credit"),
        one_a_page: form.has("one_a_page"),
        shown: Shown::parse(form.get("shown")).unwrap_or(before.shown),
        bands,
        pools,
    }
}

fn view(req: &Req, bench: &Bench, rules: &Settings, errors: &Errors, stale: Option<Markup>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = bench.workshop.course_path(&bench.course, &format!("/items/{}/quiz", bench.item.id));
    let back = format!("{}#i-{}", bench.workshop.course_path(&bench.course, ""), bench.item.id);
    let version = bench.row.version;
    let digits = |name: &str, key: &str, value: u32, hint: &str| {
        Field::text(lang, name, t.s(key))
            .required_unmarked()
            .digits(Width::W8)
            .value(value.to_string())
            .hint(t.s(hint))
            .error(errors.at(name))
    };
    let tick =
        |name: &str, key: &str, on: bool| Field::checkbox(lang, name, t.s(key)).value(if on { "on" } else { "" });
    let named = rules.pools.iter().filter(|p| !p.questions.is_empty()).map(|p| p.count).sum::<u32>();
    let pools: Vec<&PoolRule> = rules.pools.iter().filter(|p| p.questions.is_empty()).collect();
    let has = |category: &str| bench.categories.iter().find(|(c, _)| c == category).map_or(0, |(_, n)| *n);
    let short: Vec<&&PoolRule> =
        pools.iter().filter(|p| p.count > 0 && i64::from(p.count) > has(&p.category)).collect();
    let choices = |chosen: &str| {
        let mut all = vec![Choice::new("*", t.s(msg::QUIZZES_POOL_NONE))];
        all.extend(
            bench.categories.iter().map(|(c, n)| Choice::new(c.clone(), format!("{} ({n})", category_name(req, c)))),
        );
        if chosen != "*" && !bench.categories.iter().any(|(c, _)| c == chosen) {
            all.push(Choice::new(chosen.to_owned(), format!("{} (0)", category_name(req, chosen))));
        }
        all
    };
    let pool_rows = (0..(pools.len() + SPARE).min(MOST_ROWS)).map(|i| {
        let pool = pools.get(i).filter(|p| p.count > 0);
        let chosen = pool.map_or("*", |p| p.category.as_str());
        html! {
            div.pool-row {
                (Field::select(lang, format!("pool{i}_category"), t.s(msg::QUIZZES_FIELD_CATEGORY)).required_unmarked().value(chosen).choices(choices(chosen)))
                (Field::text(lang, format!("pool{i}_count"), t.s(msg::QUIZZES_POOL_COUNT)).required_unmarked().digits(Width::W4)
                    .value(pool.map(|p| p.count.to_string()).unwrap_or_default()).error(errors.at(&format!("pool{i}_count"))))
            }
        }
    });
    let band_rows = (0..(rules.bands.len() + SPARE).min(MOST_ROWS)).map(|i| {
        let band = rules.bands.get(i);
        html! {
            div.pool-row {
                (Field::text(lang, format!("band{i}_from"), t.s(msg::QUIZZES_BAND_FROM)).required_unmarked().digits(Width::W4).suffix("%")
                    .value(band.map(|b| super::percent(b.from).to_string()).unwrap_or_default()).error(errors.at(&format!("band{i}_from"))))
                (Field::textarea(lang, format!("band{i}_text"), t.s(msg::QUIZZES_BAND_TEXT)).required_unmarked().rows(2)
                    .value(band.map(|b| b.text.clone()).unwrap_or_default()))
            }
        }
    });
    let (pool_rows, band_rows): (Vec<Markup>, Vec<Markup>) = (pool_rows.collect(), band_rows.collect());
    bench
        .workshop
        .page(req, "quizzes.quiz", bench.item.title.clone())
        .kicker(t.s(courses::item_kind_name(ItemKind::Quiz)))
        .crumb(t.s(courses::msg::COURSES_TITLE), bench.workshop.path("/courses"))
        .crumb(bench.course.title_in(lang), bench.workshop.course_path(&bench.course, ""))
        .here(bench.item.title.clone())
        .actions(ButtonGroup::new()
            .add(Button::link(t.s(msg::QUIZZES_TRY), bench.workshop.course_path(&bench.course, &format!("/preview/{}/quiz", bench.item.id))).secondary().icon(Icon::Eye))
            .add(Button::link(t.s(msg::QUIZZES_BANK), bench.workshop.course_path(&bench.course, "/questions")).secondary().icon(Icon::List)))
        .lead(t.s(msg::QUIZZES_QUIZ_LEAD))
        .narrow()
        .body(html! {
            (errors.summary(t))
            @if let Some(differ) = stale {
                (Notice::warning(t.s(msg::QUIZZES_QUIZ_STALE)).title(t.s(web::msg::FAULT_STALE)).announce())
                (differ)
            }
            @if bench.categories.is_empty() {
                (Notice::info(t.s(msg::QUIZZES_NO_QUESTIONS_YET))
                    .action(Button::link(t.s(msg::QUIZZES_NEW), bench.workshop.course_path(&bench.course, "/questions"))))
            }
            @for pool in &short {
                (Notice::warning(t.f(msg::QUIZZES_POOL_SHORT, &[("category", category_name(req, &pool.category).into()), ("want", pool.count.into()), ("have", has(&pool.category).into())])))
            }
            (Form::post(here).version(version).body(html! {
                (Fieldset::new(t.s(msg::QUIZZES_POOLS)).hint(t.s(msg::QUIZZES_POOLS_HINT)).body(html! {
                    @if let Some(error) = errors.at("pools") { p.field-error id="f-pools" { (Icon::Danger) (error) } }
                    @if named > 0 { p.hint { (t.f(msg::QUIZZES_POOL_NAMED, &[("n", named.into())])) } }
                    @for row in &pool_rows { (row) }
                    (Button::submit(t.s(msg::QUIZZES_POOL_ADD)).secondary().small().icon(Icon::Plus).value("go", "more"))
                }))
                (Field::radios(lang, "purpose", t.s(msg::QUIZZES_PURPOSE)).required_unmarked().value(rules.purpose.as_str())
                    .choices(Purpose::ALL.iter().map(|p| Choice::new(p.as_str(), t.s(p.label())))))
                (Fieldset::new(t.s(msg::QUIZZES_RULES)).columns().body(html! {
                    (digits("pass_percent", msg::QUIZZES_FIELD_PASS, rules.pass_percent, msg::QUIZZES_FIELD_PASS_HINT))
                    (digits("minutes", msg::QUIZZES_FIELD_MINUTES, rules.minutes, msg::QUIZZES_ZERO_NONE))
                    (digits("attempts", msg::QUIZZES_FIELD_ATTEMPTS, rules.attempts, msg::QUIZZES_ZERO_ANY))
                    (digits("pause", msg::QUIZZES_FIELD_PAUSE, rules.pause, msg::QUIZZES_ZERO_NO_PAUSE))
                }))
                (Field::select(lang, "counts", t.s(msg::QUIZZES_COUNTS)).required_unmarked().value(rules.counts.as_str())
                    .choices(Counts::ALL.iter().map(|c| Choice::new(c.as_str(), t.s(c.label())))))
                (Field::radios(lang, "shown", t.s(msg::QUIZZES_FIELD_SHOWN)).required_unmarked().value(rules.shown.as_str())
                    .choices(Shown::ALL.iter().map(|s| Choice::new(s.as_str(), t.s(s.label())))))
                (tick("shuffle", msg::QUIZZES_FIELD_SHUFFLE_ALL, rules.shuffle))
                (tick("partial_credit", msg::QUIZZES_FIELD_PARTIAL, rules.partial_credit))
                (tick("one_a_page", msg::QUIZZES_FIELD_ONE_A_PAGE, rules.one_a_page))
                (Field::textarea(lang, "intro", t.s(msg::QUIZZES_FIELD_INTRO)).rows(3).value(rules.intro.as_str()).error(errors.at("intro")))
                (Fieldset::new(t.s(msg::QUIZZES_BANDS)).hint(t.s(msg::QUIZZES_BANDS_HINT)).body(html! {
                    @if let Some(error) = errors.at("bands") { p.field-error id="f-bands" { (Icon::Danger) (error) } }
                    @for row in &band_rows { (row) }
                }))
                (ButtonGroup::new().add(Button::submit(t.s(msg::QUIZZES_SAVE)).value("go", "save")).add(Button::link(t.s(msg::QUIZZES_CANCEL), back).quiet()))
            }))
        })
        .render()
}
