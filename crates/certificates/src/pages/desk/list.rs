//! `/desk/{office}/certificates`: the office's certificates, searched and filtered, also as a file.

use axum::response::Response;
use courses::{CourseRow, Workshop, courses_of};
use i18n::T;
use jiff::civil::Date;
use kernel::{Result, ids::CourseId, ids::UnitId};
use maud::{Markup, html};
use offices::UnitRow;
use serde::Deserialize;
use sheet::{Cell, Kind, Sheet};
use ui::{Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Table, Tag, Toolbar, Width, date};
use web::{Answer, Cursor, Fields, Req, TypedPath};

use crate::{Certificate, Filter, Standing, all, code, list, msg, pages::enter};

/// `/desk/{office}/certificates`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates", rejection(web::BadPath))]
pub struct ListPath {
    /// The office.
    pub office: String,
}

/// `/desk/{office}/certificates/export`, with `kind` as [`Kind::asked`] reads it.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/certificates/export", rejection(web::BadPath))]
pub struct ExportPath {
    /// The office.
    pub office: String,
}

fn filter(query: &Fields, units: &[UnitRow]) -> Filter {
    let unit: Option<UnitId> = query.parsed("unit");
    Filter {
        text: query.get("q").to_owned(),
        course: query.parsed::<CourseId>("course"),
        units: unit.map(|top| offices::with_those_below(units, top)).unwrap_or_default(),
        standing: Standing::parse(query.get("state")),
    }
}

/// What the filter offers.
struct Choices {
    units: Vec<UnitRow>,
    courses: Vec<CourseRow>,
}

async fn choices(req: &Req, workshop: &Workshop) -> Result<Choices> {
    let scope = workshop.scope;
    req.app
        .db
        .read(move |c| {
            Box::pin(async move {
                Ok(Choices { units: offices::all_units(c, scope).await?, courses: courses_of(c, scope).await? })
            })
        })
        .await
}

/// The page.
pub async fn show(path: ListPath, req: Req) -> Answer<Markup> {
    let workshop = enter(&req, &path.office).await?;
    let choices = choices(&req, &workshop).await?;
    let (narrow, after) = (filter(&req.query, &choices.units), Cursor::decode(req.query.get("cursor"))?);
    let (scope, today) = (workshop.scope, req.ctx.now.warsaw_date());
    let (rows, next) =
        req.app.db.read(move |c| Box::pin(async move { list(c, scope, &narrow, today, after).await })).await?;
    Ok(view(&req, &workshop, &choices, &rows, next))
}

fn filters(req: &Req, here: &str, choices: &Choices) -> Form {
    let (t, lang, query) = (req.t, req.lang(), &req.query);
    let any = || std::iter::once(Choice::new("", t.s(msg::CERTIFICATES_ANY)));
    let courses = choices.courses.iter().map(|c| Choice::new(c.id.to_string(), c.title_in(lang)));
    let units = choices.units.iter().map(|u| Choice::new(u.id.to_string(), u.title()));
    let states = Standing::ALL.iter().map(|s| Choice::new(s.as_str(), t.s(s.label())));
    Form::get(here.to_owned()).inline().search().label(t.s(msg::CERTIFICATES_FILTER)).body(html! {
        (Field::search(lang, "q", t.s(msg::CERTIFICATES_SEARCH)).value(query.get("q")).width(Width::W20))
        (Field::select(lang, "course", t.s(msg::CERTIFICATES_COURSE)).required_unmarked().value(query.get("course")).choices(any().chain(courses)))
        (Field::select(lang, "unit", t.s(msg::CERTIFICATES_UNIT)).required_unmarked().value(query.get("unit")).choices(any().chain(units)))
        (Field::select(lang, "state", t.s(msg::CERTIFICATES_STATE)).required_unmarked().value(query.get("state")).choices(any().chain(states)))
        (Button::submit(t.s(msg::CERTIFICATES_SHOW)).secondary().icon(Icon::Filter))
    })
}

fn view(req: &Req, workshop: &Workshop, choices: &Choices, rows: &[Certificate], next: Option<Cursor>) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let here = workshop.path("/certificates");
    let mut kept = req.query.clone();
    kept.0.retain(|(name, value)| name != "cursor" && !value.is_empty());
    let mut pager = Pager::new(lang);
    if let Some(next) = next {
        let mut on = kept.clone();
        on.0.push(("cursor".into(), next.encode()));
        pager = pager.next(Some(format!("{here}?{}", on.encode())));
    }
    if req.query.some("cursor").is_some() {
        pager = pager.previous(Some(format!("{here}?{}", kept.encode())));
    }
    let empty = if kept.0.is_empty() {
        Empty::new(Icon::Stamp, t.s(msg::CERTIFICATES_NONE)).text(t.s(msg::CERTIFICATES_NONE_TEXT))
    } else {
        Empty::new(Icon::Search, t.s(msg::CERTIFICATES_NONE_FOUND))
            .action(Button::link(t.s(msg::CERTIFICATES_SHOW_ALL), here.clone()).secondary())
    };
    let table = table(req, workshop, rows, empty, pager);
    let files = sheet::buttons(t, |kind| {
        let mut on = kept.clone();
        on.0.push(("kind".into(), kind.as_str().into()));
        format!("{}?{}", workshop.path("/certificates/export"), on.encode())
    });
    let actions = ButtonGroup::new()
        .add(
            Button::link(t.s(msg::CERTIFICATES_TEMPLATE), workshop.path("/certificates/template"))
                .secondary()
                .icon(Icon::Edit),
        )
        .add(
            Button::link(t.s(msg::CERTIFICATES_KEYS), workshop.path("/certificates/keys")).secondary().icon(Icon::Key),
        );
    workshop
        .page(req, "certificates.desk", t.s(msg::CERTIFICATES_TITLE))
        .lead(t.s(msg::CERTIFICATES_LEAD))
        .actions(actions)
        .body(html! {
            (Toolbar::new().filters(filters(req, &here, choices)).actions(files))
            (table)
        })
        .render()
}

/// Certificates as a table, each with the way to its page.
pub(crate) fn table(req: &Req, workshop: &Workshop, rows: &[Certificate], empty: Empty, pager: Pager) -> Table {
    let (t, lang, today) = (req.t, req.lang(), req.ctx.now.warsaw_date());
    Table::new(t.s(msg::CERTIFICATES_TITLE))
        .column(Column::new(t.s(msg::CERTIFICATES_NUMBER)).tight())
        .column(Column::new(t.s(msg::CERTIFICATES_PERSON)))
        .column(Column::new(t.s(msg::CERTIFICATES_COURSE)))
        .column(Column::new(t.s(msg::CERTIFICATES_ISSUED)).tight())
        .column(Column::new(t.s(msg::CERTIFICATES_VALID_UNTIL)).tight())
        .column(Column::new(t.s(msg::CERTIFICATES_STATE)).tight())
        .rows(rows.iter().map(|r| {
            let standing = r.standing(today);
            Row::new([
                html! { (r.number) },
                html! { @if r.erased { (t.s(msg::CERTIFICATES_NAME_ERASED)) } @else { (r.name) } },
                r.facts.0.title_on(lang),
                date(lang, r.issued_on()),
                html! { @match r.expires { Some(day) => (date(lang, day.0)), None => (t.s(msg::CERTIFICATES_FOREVER)) } },
                html! { (Tag::new(t.s(standing.label())).tone(standing.tone()).dot()) },
            ])
            .link(workshop.path(&format!("/certificates/{}", r.id)))
        }))
        .empty(empty)
        .foot(pager)
}

fn file(t: T, rows: &[Certificate], units: &[UnitRow], today: Date) -> Sheet {
    let heads = [
        msg::CERTIFICATES_NUMBER,
        msg::CERTIFICATES_CODE,
        msg::CERTIFICATES_PERSON,
        msg::CERTIFICATES_UNIT,
        msg::CERTIFICATES_COURSE,
        msg::CERTIFICATES_COMPLETED,
        msg::CERTIFICATES_ISSUED,
        msg::CERTIFICATES_VALID_UNTIL,
        msg::CERTIFICATES_STATE,
        msg::CERTIFICATES_REASON,
    ];
    let rows = rows.iter().map(|row| -> Vec<Cell> {
        let unit = row.unit.and_then(|id| units.iter().find(|u| u.id == id)).map(UnitRow::title).unwrap_or_default();
        vec![
            row.number.as_str().into(),
            code::grouped(&row.code).into(),
            row.name.as_str().into(),
            unit.into(),
            row.facts.0.title_in(t.lang()).into(),
            Cell::Day(row.completed.warsaw_date()),
            Cell::Day(row.issued_on()),
            row.expires.map(|day| day.0).into(),
            t.s(row.standing(today).label()).into(),
            row.reason.as_str().into(),
        ]
    });
    Sheet { name: t.s(msg::CERTIFICATES_TITLE), heads: heads.map(|key| t.s(key)).to_vec(), rows: rows.collect() }
}

/// The same rows as a file. Who takes the names away is in the audit log.
pub async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let workshop = enter(&req, &path.office).await?;
    let choices = choices(&req, &workshop).await?;
    let narrow = filter(&req.query, &choices.units);
    let (scope, today, t, ctx) = (workshop.scope, req.ctx.now.warsaw_date(), req.t, req.ctx.clone());
    let rows = req.app.db.read(move |c| Box::pin(async move { all(c, scope, &narrow, today).await })).await?;
    let entry = audit::Entry::access("certificates.exported", "office", scope.office()).detail("people", rows.len());
    req.app
        .db
        .write(move |c| Box::pin(async move { audit::write(c, &ctx, Some(scope.office()), &entry).await }))
        .await?;
    let sheet = file(t, &rows, &choices.units, today);
    Ok(sheet.answer(&t.s(msg::CERTIFICATES_FILE_NAME), Kind::asked(&req), today).await?)
}
