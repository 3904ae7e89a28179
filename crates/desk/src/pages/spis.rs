//! `/desk/{office}/case-lists`: the lists of cases (spisy spraw) of a year, one of them, and the table to be taken away.

use axum::response::Response;
use i18n::T;
use kernel::Micros;
use maud::{Markup, html};
use records::spis::{self, SpisRow};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Empty, Icon, Row, Table};
use web::{Answer, Req, TypedPath, with_query};

use crate::{
    msg,
    show::{case_path, page, their_date},
};

/// `/desk/{office}/case-lists`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/case-lists", rejection(web::BadPath))]
pub struct ListsPath {
    /// The office's name in addresses.
    pub office: String,
}

/// `/desk/{office}/case-lists/one`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/case-lists/one", rejection(web::BadPath))]
pub struct ListPath {
    /// The office's name in addresses.
    pub office: String,
}

/// `/desk/{office}/case-lists/one/export`, with `kind` as [`sheet::Kind::asked`]
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/case-lists/one/export", rejection(web::BadPath))]
pub struct ExportPath {
    /// The office's name in addresses.
    pub office: String,
}

fn year(req: &Req) -> i64 {
    let this = i64::from(req.ctx.now.warsaw_date().year());
    req.query.parsed("year").filter(|y| (1900..=9999).contains(y)).unwrap_or(this)
}

/// Shows the lists of a year.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn lists(path: ListsPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (t, year) = (req.t, year(&req));
    let d = desk.clone();
    let lists = req.app.db.read(move |c| Box::pin(async move { spis::lists(c, &d, year).await })).await?;
    let of_year = |y: i64| with_query(&path.to_string(), &[("year", &y.to_string())]);
    let this = i64::from(req.ctx.now.warsaw_date().year());
    let mut years = ButtonGroup::new()
        .add(Button::link((year - 1).to_string(), of_year(year - 1)).quiet().small().icon(Icon::ChevronLeft));
    if year < this {
        years = years.add(
            Button::link((year + 1).to_string(), of_year(year + 1)).quiet().small().icon_after(Icon::ChevronRight),
        );
    }
    let office = path.office.clone();
    let table = Table::new(t.f(msg::DESK_SPIS_OF_YEAR, &[("year", year.to_string().into())]))
        .column(Column::new(t.s(msg::DESK_SPIS_LIST)))
        .column(Column::new(t.s(msg::DESK_UNIT)).tight())
        .column(Column::new(t.s(msg::DESK_CLASS)).tight())
        .column(Column::new(t.s(msg::DESK_SPIS_CASES)).numeric())
        .rows(lists.iter().map(|l| {
            let to = ListPath { office: office.clone() }.to_string();
            let pairs = [("year", l.year.to_string()), ("unit", l.unit_code.clone()), ("class", l.symbol.clone())];
            Row::new([
                html! { (l.unit_code) "." (l.symbol) "." (l.year) },
                html! { (l.unit_code) },
                html! { (l.symbol) },
                html! { (l.cases) },
            ])
            .link(with_query(&to, &pairs.each_ref().map(|(n, v)| (*n, v.as_str()))))
        }))
        .empty(Empty::new(Icon::List, t.s(msg::DESK_SPIS_NONE)).text(t.s(msg::DESK_SPIS_NONE_TEXT)));
    Ok(page(&desk, &req, "desk.case-lists", t.f(msg::DESK_SPIS_OF_YEAR, &[("year", year.to_string().into())]))
        .crumb(t.s(msg::DESK_CASES_TITLE), desk.path("/cases"))
        .here(t.s(msg::DESK_SPIS_TITLE))
        .lead(t.s(msg::DESK_SPIS_LEAD))
        .actions(years)
        .body(table)
        .render())
}

async fn rows(req: &Req, desk: &offices::Desk) -> kernel::Result<(String, Vec<SpisRow>)> {
    let (d, year) = (desk.clone(), year(req));
    let (unit, class) = (req.query.get("unit").to_owned(), req.query.get("class").to_owned());
    let name = format!("{unit}.{class}.{year}");
    let rows = req.app.db.read(move |c| Box::pin(async move { spis::rows(c, &d, year, &unit, &class).await })).await?;
    Ok((name, rows))
}

fn day(t: T, at: Option<Micros>) -> Markup {
    html! { @if let Some(at) = at { (ui::date(t.lang(), at.warsaw_date())) } }
}

/// Shows one list.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn one(path: ListPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let t = req.t;
    let (name, rows) = rows(&req, &desk).await?;
    let year = year(&req).to_string();
    let pairs = [("year", year.as_str()), ("unit", req.query.get("unit")), ("class", req.query.get("class"))];
    let export = ExportPath { office: path.office.clone() }.to_string();
    let files = sheet::buttons(t, |kind| {
        let [year, unit, class] = pairs;
        with_query(&export, &[year, unit, class, ("kind", kind.as_str())])
    });
    let lists = with_query(&ListsPath { office: path.office.clone() }.to_string(), &[("year", &year)]);
    let label = |key| Column::new(t.s(key));
    let table = Table::new(t.f(msg::DESK_SPIS_ONE, &[("name", name.as_str().into())]))
        .column(label(msg::DESK_SPIS_ORDINAL).tight())
        .column(label(msg::DESK_COLUMN_CASE))
        .column(label(msg::DESK_COLUMN_PARTY))
        .column(label(msg::DESK_MAIL_REFERENCE))
        .column(label(msg::DESK_MAIL_LETTER_DATE))
        .column(label(msg::DESK_OPENED_ON).tight())
        .column(label(msg::DESK_SPIS_SETTLED).tight())
        .column(label(msg::DESK_MAIL_REMARKS))
        .rows(rows.iter().map(|r| {
            Row::new([
                html! { (r.number) },
                html! { a href=(case_path(&desk, r.case)) { (r.title) } },
                html! { (r.from_whom) },
                html! { (r.their_reference) },
                their_date(t, &r.their_date),
                day(t, Some(r.opened)),
                day(t, r.settled),
                html! { (r.remarks) },
            ])
        }))
        .empty(Empty::new(Icon::List, t.s(msg::DESK_SPIS_NONE)).text(t.s(msg::DESK_SPIS_NONE_TEXT)));
    Ok(page(&desk, &req, "desk.case-list", t.f(msg::DESK_SPIS_ONE, &[("name", name.as_str().into())]))
        .crumb(t.s(msg::DESK_CASES_TITLE), desk.path("/cases"))
        .crumb(t.s(msg::DESK_SPIS_TITLE), lists)
        .here(name)
        .actions(files)
        .body(table)
        .render())
}

/// Gives one list as a file.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (name, rows) = rows(&req, &desk).await?;
    records::log::exported(&req, &desk, "case-list.exported", "case-list", &name, Some(rows.len())).await?;
    let file = format!("{}-{name}", req.t.s(msg::DESK_SPIS_FILE));
    let today = req.ctx.now.warsaw_date();
    Ok(spis::table(&name, &rows).answer(&file, sheet::Kind::asked(&req), today).await?)
}
