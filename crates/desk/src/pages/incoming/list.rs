//! `/desk/{office}/incoming`: what came in, to register, to pass on, passed on.

use kernel::ids::UnitId;
use maud::{Markup, html};
use offices::{Desk, MemberRow, Role, UnitRow};
use records::incoming::{self, Counts, Filter, IncomingRow, State};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Table, Tabs, Toolbar, Width};
use web::{Answer, Cursor, Req, TypedPath, with_query};

use super::{new::NewPath, register::RegisterPath, show::IncomingPath};
use crate::{
    msg,
    show::{ROWS, mail_tag, page},
};

/// `/desk/{office}/incoming`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/incoming", rejection(web::BadPath))]
pub struct IncomingListPath {
    /// The office's name in addresses.
    pub office: String,
}

/// What the page needs.
struct List {
    rows: Vec<IncomingRow>,
    next: Option<Cursor>,
    counts: Counts,
    units: Vec<UnitRow>,
    people: Vec<MemberRow>,
}

/// The part of the mail shown: its word in addresses and its name.
const PARTS: [(&str, &str, bool); 6] = [
    ("received", msg::DESK_MAIL_RECEIVED, true),
    ("registered", msg::DESK_MAIL_REGISTERED, true),
    ("mine", msg::DESK_MAIL_MINE, false),
    ("assigned", msg::DESK_MAIL_ASSIGNED, false),
    ("filed", msg::DESK_MAIL_FILED, false),
    ("all", msg::DESK_MAIL_ALL, false),
];

/// Shows the list.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn show(path: IncomingListPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let registry = desk.may(Role::Registry);
    let part = PARTS
        .iter()
        .find(|(word, _, keeps)| *word == req.query.get("state") && (registry || !keeps))
        .map_or(if registry { "received" } else { "mine" }, |(word, ..)| *word);
    let filter = Filter {
        state: State::parse(if part == "mine" { "assigned" } else { part }),
        unit: req.query.parsed::<UnitId>("unit"),
        person: (part == "mine").then_some(desk.member.person),
        year: None,
        text: req.query.get("q").chars().take(200).collect(),
    };
    let after = Cursor::decode(req.query.get("cursor"))?;
    let (d, ctx, f) = (desk.clone(), req.ctx.clone(), filter.clone());
    let list = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let (rows, next) = incoming::list(c, &d, &f, after, ROWS).await?;
                let today = ctx.now.warsaw_date();
                let people = if rows.iter().any(|r| r.person.is_some()) {
                    offices::members(c, d.scope, offices::Filter::on(today)).await?
                } else {
                    Vec::new()
                };
                let units = offices::units(c, d.scope, today).await?;
                Ok(List { rows, next, counts: incoming::counts(c, &d).await?, units, people })
            })
        })
        .await?;
    let mut page = page(&desk, &req, "desk.incoming", req.t.s(msg::DESK_INCOMING_TITLE)).tabs(tabs(
        &req,
        &desk,
        part,
        &list.counts,
    ));
    if registry {
        let to = NewPath { office: path.office.clone() }.to_string();
        page = page.actions(Button::link(req.t.s(msg::DESK_INCOMING_NEW), to).icon(Icon::Plus));
    }
    Ok(page.body(body(&req, &desk, part, &filter, &list)).render())
}

fn tabs(req: &Req, desk: &Desk, part: &str, counts: &Counts) -> Tabs {
    let registry = desk.may(Role::Registry);
    PARTS.iter().filter(|(_, _, keeps)| registry || !keeps).fold(
        Tabs::new(req.lang()).label(req.t.s(msg::DESK_INCOMING_TITLE)),
        |tabs, (word, key, _)| {
            let (href, label) = (with_query(&desk.path("/incoming"), &[("state", word)]), req.t.s(key));
            let count = match *word {
                "received" => counts.received,
                "registered" => counts.registered,
                "mine" => counts.mine,
                "assigned" => counts.unit,
                _ => 0,
            };
            match u64::try_from(count) {
                Ok(n) if n > 0 => tabs.counted(href, label, *word == part, n),
                _ => tabs.tab(href, label, *word == part),
            }
        },
    )
}

fn address(req: &Req, desk: &Desk, part: &str, cursor: &str) -> String {
    let q = &req.query;
    let pairs = [("state", part), ("unit", q.get("unit")), ("q", q.get("q")), ("cursor", cursor)];
    with_query(&desk.path("/incoming"), &pairs)
}

fn filters(req: &Req, desk: &Desk, part: &str, filter: &Filter, units: &[UnitRow]) -> Form {
    let (t, lang) = (req.t, req.lang());
    Form::get(desk.path("/incoming")).inline().search().label(t.s(msg::DESK_FILTERS)).hidden("state", part).body(
        html! {
            (Field::search(lang, "q", t.s(msg::DESK_MAIL_FILTER_TEXT)).value(filter.text.clone()).width(Width::W20))
            @if part != "received" && part != "registered" && units.len() > 1 {
                (Field::select(lang, "unit", t.s(msg::DESK_UNIT)).required_unmarked().auto_submit().width(Width::W20)
                    .value(filter.unit.map(|u| u.to_string()).unwrap_or_default())
                    .choices(std::iter::once(Choice::new("", t.s(msg::DESK_FILTER_ANY)))
                        .chain(units.iter().map(|u| Choice::new(u.id.to_string(), u.title())))))
            }
            (Button::submit(t.s(msg::DESK_FILTER)).secondary().icon(Icon::Filter))
        },
    )
}

fn body(req: &Req, desk: &Desk, part: &str, filter: &Filter, list: &List) -> Markup {
    let t = req.t;
    let later = !req.query.get("cursor").is_empty();
    let mut bar = Toolbar::new().filters(filters(req, desk, part, filter, &list.units));
    if desk.may(Role::Registry) {
        let path = RegisterPath { office: desk.office.slug.clone() }.to_string();
        let year = req.ctx.now.warsaw_date().year().to_string();
        let file = |label: &str, kind: sheet::Kind| {
            let href = with_query(&path, &[("year", &year), ("kind", kind.as_str())]);
            Button::link(t.s(label), href).quiet().icon(Icon::Download).download()
        };
        bar = bar.actions(
            ButtonGroup::new()
                .add(file(msg::DESK_REGISTER_CSV, sheet::Kind::Csv))
                .add(file(msg::DESK_REGISTER_XLSX, sheet::Kind::Xlsx)),
        );
    }
    html! {
        (bar)
        @if list.rows.is_empty() { (nothing(req, desk, part, filter)) } @else {
            (table(req, desk, list).foot(
                Pager::new(t.lang())
                    .previous(later.then(|| address(req, desk, part, "")))
                    .next(list.next.map(|n| address(req, desk, part, &n.encode()))),
            ))
        }
    }
}

fn nothing(req: &Req, desk: &Desk, part: &str, filter: &Filter) -> Empty {
    let t = req.t;
    if !filter.text.is_empty() || filter.unit.is_some() {
        return Empty::new(Icon::Search, t.s(msg::DESK_MAIL_NONE_FIT)).text(t.s(msg::DESK_CASES_NONE_FIT_TEXT)).action(
            Button::link(t.s(msg::DESK_FILTER_CLEAR), with_query(&desk.path("/incoming"), &[("state", part)]))
                .secondary(),
        );
    }
    let (title, text) = match part {
        "received" => (msg::DESK_MAIL_NONE_RECEIVED, msg::DESK_MAIL_NONE_RECEIVED_TEXT),
        "registered" => (msg::DESK_MAIL_NONE_REGISTERED, msg::DESK_MAIL_NONE_REGISTERED_TEXT),
        "mine" => (msg::DESK_MAIL_NONE_MINE, msg::DESK_MAIL_NONE_MINE_TEXT),
        _ => (msg::DESK_MAIL_NONE, msg::DESK_MAIL_NONE_TEXT),
    };
    Empty::new(Icon::Inbox, t.s(title)).text(t.s(text))
}

/// Whom a piece of mail was passed to, in words.
fn passed_to(row: &IncomingRow, list: &List) -> String {
    let unit = row.unit.and_then(|id| list.units.iter().find(|u| u.id == id)).map(|u| u.code.clone());
    let person = row.person.and_then(|id| list.people.iter().find(|p| p.person == id)).map(MemberRow::name);
    [unit, person].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn table(req: &Req, desk: &Desk, list: &List) -> Table {
    let t = req.t;
    let label = |key| Column::new(t.s(key));
    Table::new(t.s(msg::DESK_INCOMING_TITLE))
        .column(label(msg::DESK_COLUMN_TITLE))
        .column(label(msg::DESK_COLUMN_SENDER))
        .column(label(msg::DESK_COLUMN_RECEIVED).tight())
        .column(label(msg::DESK_COLUMN_NUMBER).tight())
        .column(label(msg::DESK_COLUMN_CHANNEL))
        .column(label(msg::DESK_COLUMN_PASSED))
        .column(label(msg::DESK_COLUMN_STATE).tight())
        .rows(list.rows.iter().map(|r| {
            Row::new([
                html! { (r.title) },
                html! { (r.from_whom()) },
                html! { (ui::date(t.lang(), r.received.0)) },
                html! { (r.identifier().unwrap_or_else(|| t.s(msg::DESK_MAIL_NO_NUMBER))) },
                html! { (t.s(r.channel.label())) },
                html! { (passed_to(r, list)) },
                html! { (mail_tag(t, r.state)) },
            ])
            .unread(r.state == State::Received)
            .link(IncomingPath { office: desk.office.slug.clone(), incoming: r.id }.to_string())
        }))
}
