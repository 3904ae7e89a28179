//! The people of an office.

use i18n::T;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Table, Tag, Tone, Toolbar};
use web::{Answer, Req, TypedPath, read, with_query};

use super::fields::{skip_cursor, skipped, unit_choices};
use crate::{Filter, MemberRow, Role, member, msg, unit};

/// How many rows a page shows.
const PAGE: usize = 50;

/// `/desk/{office}/admin/people`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/people", rejection(web::BadPath))]
pub struct PeoplePath {
    /// The office.
    pub office: String,
}

/// The page.
pub async fn show(path: PeoplePath, req: Req) -> Answer<Markup> {
    let desk = crate::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, today, t, skip) = (desk.scope, req.ctx.now.warsaw_date(), req.t, skipped(&req.query)?);
    let past = req.query.get("when") == "all";
    let filter = Filter {
        unit: req.query.parsed("unit"),
        role: Role::parse(req.query.get("role")),
        on: None,
        text: req.query.get("q").chars().take(100).collect(),
    };
    let wanted = filter.clone();
    let (mut rows, units) =
        read!(req, |c| Ok((member::members(c, scope, wanted).await?, unit::units(c, scope, today).await?)))?;
    if !past {
        rows.retain(|m| m.to.is_none_or(|to| to.0 >= today));
    }
    let lang = t.lang();
    let unit_text = filter.unit.map(|u| u.to_string()).unwrap_or_default();
    let role_text = filter.role.map_or("", Role::as_str);
    let link = |rows: usize| {
        let cursor = if rows == 0 { String::new() } else { skip_cursor(rows) };
        with_query(
            &desk.path("/admin/people"),
            &[
                ("q", &filter.text),
                ("unit", &unit_text),
                ("role", role_text),
                ("when", if past { "all" } else { "" }),
                ("cursor", &cursor),
            ],
        )
    };
    let any = |label: &str| std::iter::once(Choice::new("", t.s(label)));
    let filters = Form::get(desk.path("/admin/people")).inline().label(t.s(msg::OFFICES_PEOPLE_FILTERS)).body(html! {
        (Field::search(lang, "q", t.s(msg::OFFICES_PEOPLE_SEARCH)).value(&filter.text))
        (Field::select(lang, "unit", t.s(msg::OFFICES_PERSON_UNIT)).required_unmarked()
            .choices(any(msg::OFFICES_PEOPLE_ANY_UNIT).chain(unit_choices(&units))).value(&unit_text))
        (Field::select(lang, "role", t.s(msg::OFFICES_PERSON_ROLE)).required_unmarked()
            .choices(any(msg::OFFICES_PEOPLE_ANY_ROLE).chain(Role::ALL.iter().map(|r| Choice::new(r.as_str(), t.s(r.label())))))
            .value(role_text))
        (Field::select(lang, "when", t.s(msg::OFFICES_PEOPLE_WHEN)).required_unmarked()
            .choices([Choice::new("", t.s(msg::OFFICES_PEOPLE_NOW)), Choice::new("all", t.s(msg::OFFICES_PEOPLE_ALL))])
            .value(if past { "all" } else { "" }))
        (Button::submit(t.s(msg::OFFICES_SHOW)).secondary().icon(Icon::Filter))
    });
    let total = rows.len();
    let table = Table::new(t.s(msg::OFFICES_PEOPLE_TABLE))
        .columns([
            t.s(msg::OFFICES_PERSON),
            t.s(msg::OFFICES_PERSON_UNIT),
            t.s(msg::OFFICES_PERSON_POSITION),
            t.s(msg::OFFICES_PERSON_ROLES),
        ])
        .column(Column::new(t.s(msg::OFFICES_PERSON_PERIOD)).tight())
        .rows(
            rows.iter()
                .skip(skip)
                .take(PAGE)
                .map(|m| row(t, m, today).link(desk.path(&format!("/admin/people/{}", m.id)))),
        )
        .empty(Empty::new(Icon::People, t.s(msg::OFFICES_PEOPLE_NONE)).text(t.s(msg::OFFICES_PEOPLE_NONE_TEXT)))
        .foot(
            Pager::new(lang)
                .previous((skip > 0).then(|| link(skip.saturating_sub(PAGE))))
                .next((total > skip + PAGE).then(|| link(skip + PAGE)))
                .note(t.f(msg::OFFICES_PEOPLE_TOTAL, &[("n", total.into())])),
        );
    let actions = ButtonGroup::new()
        .add(Button::link(t.s(msg::OFFICES_PERSON_ADD), desk.path("/admin/people/new")).icon(Icon::Plus))
        .add(Button::link(t.s(msg::OFFICES_SUBSTITUTIONS_TITLE), desk.path("/admin/substitutions")).secondary())
        .add(Button::link(t.s(msg::OFFICES_IMPORT_SHORT), desk.path("/admin/import")).secondary().icon(Icon::Upload));
    let page = desk.page(&req, "offices.admin_people", t.s(msg::OFFICES_NAV_PEOPLE)).actions(actions);
    Ok(page.body(html! { (Toolbar::new().filters(filters)) (table) }).render())
}

fn row(t: T, m: &MemberRow, today: jiff::civil::Date) -> Row {
    let from = ui::date(t.lang(), m.from.0);
    Row::new([
        html! { (m.family_name) " " (m.given_name) br; small.hint { (m.email) } },
        html! { (m.unit_code) br; small.hint { (m.unit_name) } },
        html! { (m.position) },
        html! { @for role in &m.roles.0 { (Tag::new(t.s(role.label()))) " " } },
        html! {
            (from)
            @if let Some(to) = m.to { " – " (ui::date(t.lang(), to.0)) }
            @if m.from.0 > today { br; (Tag::new(t.s(msg::OFFICES_PERSON_FUTURE)).tone(Tone::Info)) }
            @if m.to.is_some_and(|to| to.0 < today) { br; (Tag::new(t.s(msg::OFFICES_PERSON_PAST))) }
        },
    ])
}
