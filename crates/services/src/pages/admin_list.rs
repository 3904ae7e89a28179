//! `/desk/{office}/admin/services`: the office's services, shown or hidden; adopting the catalogue; adding one's own.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::{FaultKind, ids::ServiceId};
use law::term::Unit;
use maud::{Markup, html};
use offices::{Desk, Role};
use serde::Deserialize;
use ui::{
    Button, ButtonGroup, Choice, Column, Empty, ErrorSummary, Field, Form, Icon, Row, Section, Table, Tag, Tone,
    Toolbar, Width,
};
use web::{Answer, Fields, FormData, Req, TypedPath};

use crate::{
    admin::{self, Texts},
    catalog::{Which, adopt_catalog, catalog},
    msg,
    service::{Level, ServiceRow, Topic, services_of},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/services", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
}

/// What the list is narrowed to.
struct Filter {
    /// Words of the name.
    text: String,
    /// One of [`STATES`], or empty.
    state: String,
}

/// The states one may look for: the word in the address and its name.
const STATES: [(&str, &str); 3] = [
    ("published", msg::SERVICES_FILTER_PUBLISHED),
    ("hidden", msg::SERVICES_FILTER_HIDDEN),
    ("no-form", msg::SERVICES_FILTER_NO_FORM),
];

impl Filter {
    fn of(req: &Req) -> Self {
        Self { text: req.query.get("q").to_owned(), state: req.query.get("state").to_owned() }
    }

    fn fits(&self, s: &ServiceRow) -> bool {
        let state = match self.state.as_str() {
            "published" => s.published,
            "hidden" => !s.published,
            "no-form" => s.form_id.is_none(),
            _ => true,
        };
        let name = law::fold::fold(&format!("{} {}", s.name_pl, s.name_en));
        let begins = |word: &str| name.split(|c: char| !c.is_alphanumeric()).any(|w| w.starts_with(word));
        state && law::fold::fold(&self.text).split_whitespace().all(begins)
    }

    /// The list narrowed so.
    fn address(&self, here: &str) -> String {
        let pairs = [("q", &self.text), ("state", &self.state)];
        let pairs = pairs.into_iter().filter(|(_, v)| !v.is_empty());
        let query = Fields(pairs.map(|(n, v)| (n.to_owned(), v.clone())).collect()).encode();
        if query.is_empty() { here.to_owned() } else { format!("{here}?{query}") }
    }

    fn form(&self, req: &Req, here: &str) -> Form {
        let (t, lang) = (req.t, req.lang());
        let any = Choice::new("", t.s(msg::SERVICES_FILTER_ANY));
        let states = STATES.iter().map(|(word, key)| Choice::new(*word, t.s(key)));
        Form::get(here).inline().search().label(t.s(msg::SERVICES_FILTER_TITLE)).body(html! {
            (Field::search(lang, "q", t.s(msg::SERVICES_FILTER_NAME)).value(self.text.clone()).width(Width::W20))
            (Field::select(lang, "state", t.s(msg::SERVICES_STATUS)).required_unmarked().auto_submit()
                .value(self.state.clone()).choices(std::iter::once(any).chain(states)))
            (Button::submit(t.s(msg::SERVICES_FILTER)).secondary().icon(Icon::Filter))
        })
    }
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    Ok(page(&req, &desk, "", None).await?)
}

async fn page(req: &Req, desk: &Desk, typed: &str, error: Option<String>) -> kernel::Result<Markup> {
    let scope = desk.scope;
    let rows = req.app.db.read(move |c| Box::pin(async move { services_of(c, scope).await })).await?;
    let t = req.t;
    let lang = t.lang();
    let here = desk.path("/admin/services");
    let missing = catalog()?.services.iter().filter(|e| !rows.iter().any(|r| r.slug == e.id)).count();
    let filter = Filter::of(req);
    let shown: Vec<&ServiceRow> = rows.iter().filter(|s| filter.fits(s)).collect();
    let empty = if rows.is_empty() {
        Empty::new(Icon::List, t.s(msg::SERVICES_ADMIN_NONE)).text(t.s(msg::SERVICES_ADMIN_NONE_TEXT))
    } else {
        Empty::new(Icon::Search, t.s(msg::SERVICES_FILTER_NONE))
            .text(t.s(msg::SERVICES_FILTER_NONE_TEXT))
            .action(Button::link(t.s(msg::SERVICES_FILTER_CLEAR), here.clone()).secondary())
    };
    let table = Table::new(t.s(msg::SERVICES_TITLE))
        .column(Column::new(t.s(msg::SERVICES_NAME)))
        .column(Column::new(t.s(msg::SERVICES_STATUS)).tight())
        .column(Column::new(t.s(msg::SERVICES_ACTIONS)).hide_label().tight())
        .rows(shown.into_iter().map(|s| row(req, &here, &filter, s)))
        .empty(empty);
    let mut summary = ErrorSummary::new(lang);
    if let Some(error) = &error {
        summary = summary.field("name_pl", error);
    }
    let body = html! {
        (summary)
        @if missing > 0 {
            (Section::new(t.s(msg::SERVICES_ADOPT)).boxed()
                .text(t.f(msg::SERVICES_ADOPT_TEXT, &[("n", missing.into())]))
                .body(Form::post(&here).body(Button::submit(t.s(msg::SERVICES_ADOPT_BUTTON)).icon(Icon::Plus).value("adopt", "all"))))
        }
        @if !rows.is_empty() { (Toolbar::new().filters(filter.form(req, &here))) }
        (table)
        (Section::new(t.s(msg::SERVICES_ADD)).boxed().body(Form::post(&here).body(html! {
            (Field::text(lang, "name_pl", t.s(msg::SERVICES_NAME_PL)).required().maxlength(200).value(typed).error(error))
            (Button::submit(t.s(msg::SERVICES_ADD_BUTTON)).secondary().value("add", "1"))
        })))
    };
    Ok(desk
        .page(req, "services.admin.list", t.s(msg::SERVICES_TITLE))
        .lead(t.s(msg::SERVICES_ADMIN_LEAD))
        .body(body)
        .render())
}

/// A service: its name, its state, what can be done.
fn row(req: &Req, here: &str, filter: &Filter, s: &ServiceRow) -> Row {
    let t = req.t;
    let own = format!("{here}/{}", s.slug);
    let (verb, to) = if s.published { (msg::SERVICES_HIDE, "hide") } else { (msg::SERVICES_PUBLISH, "publish") };
    let state = if s.published {
        Tag::new(t.s(msg::SERVICES_PUBLISHED)).tone(Tone::Success).dot()
    } else {
        Tag::new(t.s(msg::SERVICES_HIDDEN)).dot()
    };
    let mut states = ButtonGroup::new().add(state);
    if s.form_id.is_none() {
        states = states.add(Tag::new(t.s(msg::SERVICES_NO_FORM)).tone(Tone::Warning).dot());
    }
    let acts =
        ButtonGroup::new()
            .add(
                Button::link(t.s(msg::SERVICES_FORM_EDIT), format!("{own}/form"))
                    .small()
                    .quiet()
                    .describes(s.name(t.lang())),
            )
            .add(Form::post(filter.address(here)).inline().body(
                Button::submit(t.s(verb)).small().quiet().describes(s.name(t.lang())).value(to, s.id.to_string()),
            ));
    Row::new([html! { (s.name(t.lang())) }, html! { (states) }, html! { (acts) }]).link(own)
}

/// Adopts the catalogue, adds a service, shows or hides one.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (scope, ctx) = (desk.scope, req.ctx.clone());
    let here = desk.path("/admin/services");
    let back = Filter::of(&req).address(&here);
    if form.has("adopt") {
        req.app
            .db
            .write(move |c| {
                let ctx = ctx.clone();
                Box::pin(async move { adopt_catalog(c, &ctx, scope, &Which::All).await })
            })
            .await?;
        return Ok(req.redirect(here).flash(msg::SERVICES_ADOPTED).into_response());
    }
    for (field, published) in [("publish", true), ("hide", false)] {
        if let Some(id) = form.parsed::<ServiceId>(field) {
            req.app
                .db
                .write(move |c| {
                    let ctx = ctx.clone();
                    Box::pin(async move { admin::publish(c, &ctx, scope, id, published).await })
                })
                .await?;
            let key = if published { msg::SERVICES_NOW_PUBLISHED } else { msg::SERVICES_NOW_HIDDEN };
            return Ok(req.redirect(back).flash(key).into_response());
        }
    }
    let name = form.get("name_pl").to_owned();
    let texts = own(&name);
    let added = req
        .app
        .db
        .write(move |c| {
            let (ctx, texts) = (ctx.clone(), texts.clone());
            Box::pin(async move { admin::add(c, &ctx, scope, &texts).await })
        })
        .await;
    match added {
        Ok(s) => Ok(req.redirect(format!("{here}/{}", s.slug)).flash(msg::SERVICES_ADDED).into_response()),
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let error = fault.fields.first().map(|f| req.t.args(f.key, &f.args));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&req, &desk, &name, error).await?).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// A service of the office's own, with nothing but a name and the usual month.
fn own(name: &str) -> Texts {
    Texts {
        topic: Topic::Other,
        level: Level::Gmina,
        name_pl: name.to_owned(),
        name_en: String::new(),
        summary_pl: String::new(),
        summary_en: String::new(),
        description: String::new(),
        documents: Vec::new(),
        fee: String::new(),
        fee_grosze: None,
        term: String::new(),
        span: Some((1, Unit::Months)),
        legal_basis: Vec::new(),
        appeal: String::new(),
        sources: Vec::new(),
        remark: String::new(),
        jrwa: String::new(),
        unit: None,
        unit_name: String::new(),
        keywords: Vec::new(),
    }
}

/// The buttons above a service's pages for administrators.
pub(super) fn tabs(req: &Req, desk: &Desk, slug: &str, here: &str) -> ui::Tabs {
    let t = req.t;
    let own = desk.path(&format!("/admin/services/{slug}"));
    ui::Tabs::new(t.lang())
        .tab(&own, t.s(msg::SERVICES_TEXTS), here == "texts")
        .tab(format!("{own}/form"), t.s(msg::SERVICES_FORM), here == "form")
        .tab(format!("{own}/form/json"), t.s(msg::SERVICES_FORM_JSON), here == "json")
        .tab(format!("{own}/form/compare"), t.s(msg::SERVICES_FORM_VERSIONS), here == "compare")
}

/// Save and cancel.
pub(super) fn save_or_leave(req: &Req, leave: String) -> ButtonGroup {
    ButtonGroup::new()
        .add(Button::submit(req.t.s(msg::SERVICES_SAVE)).value("go", "save"))
        .add(Button::link(req.t.s(msg::SERVICES_CANCEL), leave).quiet())
}
