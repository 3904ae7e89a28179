//! `/desk/{office}/cases`: the list of cases with filters.

use kernel::ids::UnitId;
use maud::{Markup, html};
use offices::{Desk, Role, UnitRow};
use records::{
    cases::State,
    lists::{self, ListFilter, View},
};
use serde::Deserialize;
use ui::{Button, Choice, Empty, Field, Form, Icon, Pager, Tabs, Toolbar, Width};
use web::{Answer, Cursor, Req, TypedPath, with_query};

use crate::{
    msg,
    show::{ROWS, case_table, page},
};

/// `/desk/{office}/cases`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/cases", rejection(web::BadPath))]
pub struct CasesPath {
    /// The office's name in addresses.
    pub office: String,
}

const VIEWS: [(View, &str); 5] = [
    (View::Open, msg::DESK_VIEW_OPEN),
    (View::Mine, msg::DESK_VIEW_MINE),
    (View::Overdue, msg::DESK_VIEW_OVERDUE),
    (View::Unassigned, msg::DESK_VIEW_UNASSIGNED),
    (View::All, msg::DESK_VIEW_ALL),
];

/// Shows the list.
///
/// # Errors
/// Those of [`offices::desk`]; `Invalid` for a marker of a page that is none.
pub async fn show(path: CasesPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let q = &req.query;
    let view = match q.get("view") {
        "" => View::Open,
        word => View::parse(word),
    };
    let filter = ListFilter {
        view,
        unit: q.parsed::<UnitId>("unit"),
        state: State::parse(q.get("state")),
        class: q.some("class").map(|c| c.chars().take(20).collect()),
        text: q.get("q").chars().take(200).collect(),
    };
    let after = Cursor::decode(q.get("cursor"))?;
    let (d, ctx, f) = (desk.clone(), req.ctx.clone(), filter.clone());
    let (list, units) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let sight = records::policy::sight(&d);
                let mut units = Vec::new();
                if sight.units.len() > 1 {
                    units = offices::units(c, d.scope, ctx.now.warsaw_date()).await?;
                    units.retain(|u| sight.units.contains(&u.id));
                }
                Ok((lists::list(c, &ctx, &d, &f, after, ROWS).await?, units))
            })
        })
        .await?;
    let mut page = page(&desk, &req, "desk.cases", req.t.s(msg::DESK_CASES_TITLE)).tabs(tabs(&req, &desk, view));
    if desk.may(Role::Official) || desk.may(Role::Superior) {
        page = page.actions(Button::link(req.t.s(msg::DESK_OPEN_CASE), desk.path("/cases/new")).icon(Icon::Plus));
    }
    Ok(page.body(body(&req, &desk, &filter, &list, &units)).render())
}

fn tabs(req: &Req, desk: &Desk, view: View) -> Tabs {
    VIEWS.iter().fold(Tabs::new(req.lang()).label(req.t.s(msg::DESK_CASES_TITLE)), |tabs, (v, key)| {
        tabs.tab(with_query(&desk.path("/cases"), &[("view", v.word())]), req.t.s(key), *v == view)
    })
}

/// The address of this list with another marker of a page.
fn address(req: &Req, desk: &Desk, cursor: &str) -> String {
    let q = &req.query;
    let pairs = ["view", "unit", "state", "class", "q"].map(|name| (name, q.get(name)));
    let mut pairs: Vec<(&str, &str)> = pairs.to_vec();
    pairs.push(("cursor", cursor));
    with_query(&desk.path("/cases"), &pairs)
}

fn filters(req: &Req, desk: &Desk, filter: &ListFilter, units: &[UnitRow]) -> Form {
    let (t, lang) = (req.t, req.lang());
    let any = || Choice::new("", t.s(msg::DESK_FILTER_ANY));
    let states = State::ALL.iter().filter(|s| filter.view == View::All || **s != State::Settled);
    Form::get(desk.path("/cases")).inline().search().label(t.s(msg::DESK_FILTERS)).hidden("view", filter.view.word()).body(html! {
        (Field::search(lang, "q", t.s(msg::DESK_FILTER_TEXT)).value(filter.text.clone()).width(Width::W20))
        @if matches!(filter.view, View::Open | View::All | View::Mine) {
            (Field::select(lang, "state", t.s(msg::DESK_COLUMN_STATE)).required_unmarked().auto_submit()
                .value(filter.state.map(State::as_str).unwrap_or_default())
                .choices(std::iter::once(any()).chain(states.map(|s| Choice::new(s.as_str(), t.s(s.label()))))))
        }
        @if units.len() > 1 {
            (Field::select(lang, "unit", t.s(msg::DESK_UNIT)).required_unmarked().auto_submit().width(Width::W20)
                .value(filter.unit.map(|u| u.to_string()).unwrap_or_default())
                .choices(std::iter::once(any()).chain(units.iter().map(|u| Choice::new(u.id.to_string(), u.title())))))
        }
        (Field::text(lang, "class", t.s(msg::DESK_CLASS)).required_unmarked().width(Width::W8).inputmode("numeric")
            .value(filter.class.clone().unwrap_or_default()))
        (Button::submit(t.s(msg::DESK_FILTER)).secondary().icon(Icon::Filter))
    })
}

fn body(req: &Req, desk: &Desk, filter: &ListFilter, list: &lists::Page, units: &[UnitRow]) -> Markup {
    let t = req.t;
    let narrowed = filter.unit.is_some() || filter.state.is_some() || filter.class.is_some() || !filter.text.is_empty();
    let later = !req.query.get("cursor").is_empty();
    html! {
        (Toolbar::new()
            .filters(filters(req, desk, filter, units))
            .actions(Button::link(t.s(msg::DESK_SPIS_TITLE), desk.path("/case-lists")).quiet().icon(Icon::List)))
        @if list.rows.is_empty() && narrowed {
            (Empty::new(Icon::Search, t.s(msg::DESK_CASES_NONE_FIT)).text(t.s(msg::DESK_CASES_NONE_FIT_TEXT)).action(
                Button::link(t.s(msg::DESK_FILTER_CLEAR), with_query(&desk.path("/cases"), &[("view", filter.view.word())]))
                    .secondary(),
            ))
        } @else if list.rows.is_empty() {
            (Empty::new(Icon::Folder, t.s(msg::DESK_CASES_NONE)).text(t.s(msg::DESK_CASES_NONE_TEXT)).action(
                Button::link(t.s(msg::DESK_INCOMING_TITLE), desk.path("/incoming")).secondary(),
            ))
        } @else {
            (case_table(t, desk, t.s(msg::DESK_CASES_TITLE), &list.rows, req.ctx.now.warsaw_date()).foot(
                Pager::new(t.lang())
                    .previous(later.then(|| address(req, desk, "")))
                    .next(list.next.map(|n| address(req, desk, &n.encode()))),
            ))
        }
    }
}
