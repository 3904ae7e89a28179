//! A new rule of mandatory training: the form, whom it would concern, and making it.

use axum::response::{IntoResponse as _, Response};
use courses::CourseRow;
use db::Conn;
use kernel::{Ctx, Fault, FieldFault, OfficeScope, Result, ids::CourseId};
use maud::{Markup, html};
use offices::{Desk, Role, unit_choices};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Field, Form, Icon, Section, Stat, StatGrid, SummaryList, Width};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, work};

use super::{
    often_words,
    rule::{PAGE, people},
    training_page, whom_words,
};
use crate::{
    NewRule, Rule, Whom,
    apply::{self, Concerned, concerned},
    choices::choices,
    msg,
    rules::{add_rule, check_rule},
};

/// The fields of a rule, as the form names them.
const FIELDS: [&str; 7] = ["course", "whom", "unit", "below", "position", "days", "months"];

/// `/desk/{office}/training/rules/new`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/rules/new", rejection(web::BadPath))]
pub(crate) struct NewRulePath {
    pub office: String,
}

pub(crate) async fn show(path: NewRulePath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    let empty = Fields(vec![("whom".into(), "all".into()), ("days".into(), "30".into())]);
    Ok(form_page(&req, &desk, &empty, &Errors::default()).await?)
}

pub(crate) async fn send(path: NewRulePath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Coordinator)).await?;
    match form.get("step") {
        "edit" => Ok(form_page(&req, &desk, &form, &Errors::default()).await?.into_response()),
        step => match take(&req, &desk, &form, step == "save").await {
            Ok(Some(page)) => Ok(page.into_response()),
            Ok(None) => Ok(req.redirect(desk.path("/training/rules")).flash(msg::TRAINING_RULE_ADDED).into_response()),
            Err(fault) => {
                let errors = Errors::of(req.t, fault)?;
                Ok(errors.again(form_page(&req, &desk, &form, &errors).await?))
            }
        },
    }
}

/// Makes the rule of a form, or gives the page that shows whom it would concern.
async fn take(req: &Req, desk: &Desk, form: &Fields, save: bool) -> Result<Option<Markup>> {
    let (scope, new) = (desk.scope, read_rule(form)?);
    if save {
        work!(req, |c, ctx| add_rule(c, &ctx, scope, new).await)?;
        return Ok(None);
    }
    let ctx = req.ctx.clone();
    let seen = read!(req, |c| preview(c, &ctx, scope, new).await)?;
    Ok(Some(preview_page(req, desk, form, &seen)))
}

fn read_rule(form: &Fields) -> Result<NewRule> {
    let mut faults = Vec::new();
    let mut fault = |field: &str, key: &'static str| {
        faults.push(FieldFault { field: field.into(), key, args: Vec::new() });
    };
    let course = form.parsed::<CourseId>("course");
    if course.is_none() {
        fault("course", msg::TRAINING_RULE_CHOOSE_COURSE);
    }
    let whom = Whom::parse(form.get("whom"));
    if whom.is_none() {
        fault("whom", msg::TRAINING_RULE_CHOOSE_WHOM);
    }
    let days = form.parsed::<i64>("days");
    if days.is_none() {
        fault("days", web::msg::FIELD_NUMBER);
    }
    let months = form.some("months").map(str::parse::<i64>);
    if matches!(months, Some(Err(_))) {
        fault("months", web::msg::FIELD_NUMBER);
    }
    Fault::check(faults)?;
    let (Some(course), Some(whom), Some(days)) = (course, whom, days) else {
        return Err(Fault::invalid(web::msg::FAULT_FIELDS));
    };
    Ok(NewRule {
        course,
        whom,
        unit: form.parsed("unit"),
        below: form.has("below"),
        position: form.parsed("position"),
        days,
        months: months.and_then(std::result::Result::ok),
    })
}

/// What the preview shows.
struct Seen {
    rule: Rule,
    course: CourseRow,
    whom: Vec<Concerned>,
    units: Vec<offices::UnitRow>,
    positions: Vec<offices::PositionRow>,
}

async fn preview(c: &mut Conn, ctx: &Ctx, scope: OfficeScope, new: NewRule) -> Result<Seen> {
    let new = check_rule(c, scope, new).await?;
    let rule = new.draft(ctx, scope);
    Ok(Seen {
        course: courses::course(c, new.course).await?,
        whom: concerned(c, ctx, &rule).await?,
        units: offices::all_units(c, scope).await?,
        positions: offices::positions(c, scope).await?,
        rule,
    })
}

fn preview_page(req: &Req, desk: &Desk, sent: &Fields, seen: &Seen) -> Markup {
    let (t, lang, rule) = (req.t, req.lang(), &seen.rule);
    let due = apply::due(rule.days, req.ctx.now.warsaw_date());
    let facts = SummaryList::new(lang)
        .fact(t.s(msg::TRAINING_COURSE), seen.course.title_in(lang))
        .fact(t.s(msg::TRAINING_WHOM), whom_words(t, rule, &seen.units, &seen.positions))
        .fact(t.s(msg::TRAINING_RULE_DAYS), html! { (rule.days) " (" (ui::date(lang, due)) ")" })
        .fact(t.s(msg::TRAINING_RULE_OFTEN), often_words(t, rule.months));
    let asked = seen.whom.iter().filter(|p| p.step.is_due()).count();
    let form = FIELDS.iter().fold(Form::post(desk.path("/training/rules/new")), |form, name| match sent.some(name) {
        Some(value) => form.hidden(*name, value),
        None => form,
    });
    let body = html! {
        (Section::new(t.s(msg::TRAINING_PREVIEW)).text(t.s(msg::TRAINING_PREVIEW_TEXT)).body(facts))
        (StatGrid::new([
            Stat::new(seen.whom.len(), t.s(msg::TRAINING_CONCERNED_COUNT)),
            Stat::new(asked, t.s(msg::TRAINING_ASKED_COUNT)),
        ]))
        (form.body(ButtonGroup::new()
            .add(Button::submit(t.s(msg::TRAINING_RULE_SAVE)).value("step", "save").icon(Icon::Check))
            .add(Button::submit(t.s(msg::TRAINING_RULE_EDIT)).value("step", "edit").secondary())
            .add(Button::link(t.s(msg::TRAINING_CANCEL), desk.path("/training/rules")).quiet())))
        (Section::new(t.s(msg::TRAINING_CONCERNED)).body(html! {
            (people(t, seen.whom.get(..PAGE).unwrap_or(&seen.whom)))
            @if seen.whom.len() > PAGE {
                p.hint { (t.f(msg::TRAINING_CONCERNED_MORE, &[("n", (seen.whom.len() - PAGE).into())])) }
            }
        }))
    };
    training_page(req, desk, "training.rule_new", "/training/rules", body)
}

async fn form_page(req: &Req, desk: &Desk, sent: &Fields, errors: &Errors) -> Result<Markup> {
    let (t, lang, scope, today) = (req.t, req.lang(), desk.scope, req.ctx.now.warsaw_date());
    let (courses, units, positions) = read!(req, |c| Ok((
        choices(c, scope, "").await?,
        offices::units(c, scope, today).await?,
        offices::positions(c, scope).await?,
    )))?;
    let choose = || std::iter::once(Choice::new("", t.s(msg::TRAINING_CHOOSE)));
    let courses = courses.iter().map(|r| {
        let own = r.office == scope.office();
        let group = t.s(if own { msg::TRAINING_COURSES_OWN } else { msg::TRAINING_COURSES_OTHER });
        Choice::new(r.id.to_string(), r.title_in(lang)).group(group)
    });
    let positions = positions.iter().map(|p| Choice::new(p.id.to_string(), &p.name));
    let whom = [
        ("all", msg::TRAINING_WHOM_ALL),
        ("unit", msg::TRAINING_WHOM_OF_UNIT),
        ("position", msg::TRAINING_WHOM_OF_POSITION),
    ];
    let below = Field::checkbox(lang, "below", t.s(msg::TRAINING_BELOW)).when("whom", "unit").value(sent.get("below"));
    let body = html! {
        (errors.summary(t))
        (Form::post(desk.path("/training/rules/new")).id("rule").body(html! {
            (Field::select(lang, "course", t.s(msg::TRAINING_COURSE)).required().choices(choose().chain(courses))
                .value(sent.get("course")).error(errors.at("course")))
            (Field::radios(lang, "whom", t.s(msg::TRAINING_WHOM)).required()
                .choices(whom.map(|(value, label)| Choice::new(value, t.s(label)))).value(sent.get("whom"))
                .error(errors.at("whom")))
            (Field::select(lang, "unit", t.s(msg::TRAINING_UNIT)).when("whom", "unit")
                .choices(choose().chain(unit_choices(&units))).value(sent.get("unit")).error(errors.at("unit")))
            (below)
            (Field::select(lang, "position", t.s(msg::TRAINING_POSITION)).when("whom", "position")
                .choices(choose().chain(positions)).value(sent.get("position")).error(errors.at("position")))
            (Field::number(lang, "days", t.s(msg::TRAINING_RULE_DAYS)).required().digits(Width::W4)
                .hint(t.s(msg::TRAINING_RULE_DAYS_HINT)).value(sent.get("days")).error(errors.at("days")))
            (Field::number(lang, "months", t.s(msg::TRAINING_RULE_MONTHS)).digits(Width::W4)
                .hint(t.s(msg::TRAINING_RULE_MONTHS_HINT)).value(sent.get("months")).error(errors.at("months")))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::TRAINING_RULE_PREVIEW)).value("step", "preview").icon(Icon::Eye))
                .add(Button::link(t.s(msg::TRAINING_CANCEL), desk.path("/training/rules")).quiet()))
        }))
    };
    Ok(training_page(req, desk, "training.rule_new", "/training/rules", body))
}
