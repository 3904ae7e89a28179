//! Who stands in for whom.

use axum::response::{IntoResponse as _, Response};
use kernel::{
    Fault, FieldFault,
    ids::{PersonId, SubstitutionId},
};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Choice, Column, Confirm, Empty, Field, Fieldset, Form, Icon, Row, Section, Table, Tag, Tone};
use web::{Answer, Errors, Fields, FormData, Req, TypedPath, read, work};

use super::fields::{date, day};
use crate::{Desk, Filter, Role, member, msg, substitution};

/// `/desk/{office}/admin/substitutions`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/substitutions", rejection(web::BadPath))]
pub struct SubstitutionsPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/admin/substitutions/{substitution}/end`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/substitutions/{substitution}/end", rejection(web::BadPath))]
pub struct EndPath {
    /// The office.
    pub office: String,
    /// The substitution.
    pub substitution: SubstitutionId,
}

/// The page.
pub async fn show(path: SubstitutionsPath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let fields = Fields(vec![("from".into(), req.ctx.now.warsaw_date().to_string())]);
    Ok(view(&req, &desk, &fields, &Errors::default()).await?)
}

/// Adds a substitution.
pub async fn add(path: SubstitutionsPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let scope = desk.scope;
    let mut faults = Vec::new();
    let (from, to) = (day(&form, "from", &mut faults), day(&form, "to", &mut faults));
    let mut who = |name: &str| {
        let id = form.parsed::<PersonId>(name);
        if id.is_none() {
            faults.push(FieldFault { field: name.into(), key: web::msg::FIELD_CHOICE, args: Vec::new() });
        }
        id
    };
    let (absent, substitute) = (who("absent"), who("substitute"));
    let outcome = match (absent, substitute, from, to) {
        (Some(absent), Some(substitute), Some(from), Some(to)) => {
            work!(req, |c, ctx| substitution::substitute(c, &ctx, scope, absent, substitute, from, to).await)
        }
        _ => Err(Fault { fields: faults, ..Fault::invalid(web::msg::FAULT_FIELDS) }),
    };
    match outcome {
        Ok(_) => {
            Ok(req.redirect(desk.path("/admin/substitutions")).flash(msg::OFFICES_SUBSTITUTION_ADDED).into_response())
        }
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, &desk, &form.fields, &errors).await?))
        }
    }
}

/// Ends a substitution at once.
pub async fn end(path: EndPath, req: Req) -> Answer<Response> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, id) = (desk.scope, path.substitution);
    work!(req, |c, ctx| substitution::end_substitution(c, &ctx, scope, id).await)?;
    Ok(req.redirect(desk.path("/admin/substitutions")).flash(msg::OFFICES_SUBSTITUTION_ENDED).into_response())
}

async fn view(req: &Req, desk: &Desk, f: &Fields, errors: &Errors) -> kernel::Result<Markup> {
    let (t, scope, today) = (req.t, desk.scope, req.ctx.now.warsaw_date());
    let (list, mut people) = read!(req, |c| {
        Ok((substitution::substitutions(c, scope, today).await?, member::members(c, scope, Filter::default()).await?))
    })?;
    people.retain(|m| m.to.is_none_or(|to| to.0 >= today));
    people.dedup_by_key(|m| m.person);
    let choose = |name: &str, label: &str| {
        let choices = people.iter().map(|m| {
            Choice::new(m.person.to_string(), format!("{} {} ({})", m.family_name, m.given_name, m.unit_code))
        });
        Field::select(t.lang(), name, t.s(label)).choices(choices).value(f.get(name)).error(errors.at(name)).required()
    };
    let rows = list.iter().map(|s| {
        let end = Form::post(desk.path(&format!("/admin/substitutions/{}/end", s.id)))
            .body(Button::submit(t.s(msg::OFFICES_SUBSTITUTION_END)).danger());
        Row::new([
            html! { (s.absent_name) },
            html! { (s.substitute_name) },
            html! { (ui::date(t.lang(), s.from.0)) " – " (ui::date(t.lang(), s.to.0)) },
            html! {
                @if s.in_force(today) { (Tag::new(t.s(msg::OFFICES_SUBSTITUTION_NOW)).tone(Tone::Success).dot()) }
                @else { (Tag::new(t.s(msg::OFFICES_SUBSTITUTION_AHEAD)).dot()) }
            },
            html! {
                (Confirm::new(t.lang(), format!("end-{}", s.id), t.s(msg::OFFICES_SUBSTITUTION_END),
                    t.s(msg::OFFICES_SUBSTITUTION_END_TITLE), end)
                    .text(t.f(msg::OFFICES_SUBSTITUTION_END_TEXT, &[("name", s.substitute_name.as_str().into())])).small())
            },
        ])
    });
    let body = html! {
        (errors.summary(t))
        (Table::new(t.s(msg::OFFICES_SUBSTITUTIONS_TABLE))
            .columns([
                t.s(msg::OFFICES_SUBSTITUTION_ABSENT), t.s(msg::OFFICES_SUBSTITUTION_SUBSTITUTE),
                t.s(msg::OFFICES_PERSON_PERIOD), t.s(msg::OFFICES_SUBSTITUTION_STATE),
            ])
            .column(Column::new(t.s(msg::OFFICES_SUBSTITUTION_END)).hide_label())
            .rows(rows)
            .empty(Empty::new(Icon::Calendar, t.s(msg::OFFICES_SUBSTITUTIONS_NONE))))
        (Section::new(t.s(msg::OFFICES_SUBSTITUTION_ADD)).boxed().body(
            Form::post(desk.path("/admin/substitutions")).body(html! {
                (choose("absent", msg::OFFICES_SUBSTITUTION_ABSENT))
                (choose("substitute", msg::OFFICES_SUBSTITUTION_SUBSTITUTE))
                (Fieldset::new(t.s(msg::OFFICES_PERSON_PERIOD)).columns().body(html! {
                    (date(t, f, errors, "from", msg::OFFICES_FROM).required())
                    (date(t, f, errors, "to", msg::OFFICES_TO).required())
                }))
                (Button::submit(t.s(msg::OFFICES_SUBSTITUTION_ADD)))
            })))
    };
    Ok(desk
        .page(req, "offices.admin_substitutions", t.s(msg::OFFICES_SUBSTITUTIONS_TITLE))
        .crumb(t.s(msg::OFFICES_NAV_PEOPLE), desk.path("/admin/people"))
        .here(t.s(msg::OFFICES_SUBSTITUTIONS_TITLE))
        .lead(t.s(msg::OFFICES_SUBSTITUTIONS_LEAD))
        .body(body)
        .render())
}
