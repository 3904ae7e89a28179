//! The register of outgoing mail, its entries, and the register as a table to be taken away.

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind, ids::OutgoingId};
use maud::{Markup, html};
use offices::Desk;
use serde::Deserialize;
use ui::{
    Button, Choice, Column, Empty, Field, Form, Icon, Pager, Row, Section, SummaryList, Table, Tag, Tone, Toolbar,
    Width, date, date_time,
};
use web::{Answer, Cursor, Fields, FormData, Req, TypedPath, unprocessable};

use super::{Again, read, write};
use crate::{OutgoingFilter, OutgoingRow, Way, msg, outgoing, outgoing_list, outgoing_table, record_delivery};

/// `/desk/{office}/outgoing`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/outgoing", rejection(web::BadPath))]
pub(crate) struct RegisterPath {
    pub office: String,
}

/// `/desk/{office}/outgoing/export`, with `kind` as [`sheet::Kind::asked`]
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/outgoing/export", rejection(web::BadPath))]
pub(crate) struct ExportPath {
    pub office: String,
}

/// `/desk/{office}/outgoing/{outgoing}`
#[derive(TypedPath, Deserialize)]
#[typed_path("/desk/{office}/outgoing/{outgoing}", rejection(web::BadPath))]
pub(crate) struct EntryPath {
    pub office: String,
    pub outgoing: OutgoingId,
}

fn filter(query: &Fields) -> OutgoingFilter {
    OutgoingFilter {
        year: query.parsed("year"),
        way: Way::parse(query.get("way")),
        undelivered: query.has("undelivered"),
        text: query.get("q").to_owned(),
    }
}

/// The query without its cursor.
fn rest(query: &Fields) -> Fields {
    Fields(query.0.iter().filter(|(name, value)| name != "cursor" && !value.is_empty()).cloned().collect())
}

pub(crate) async fn show(path: RegisterPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (narrow, after) = (filter(&req.query), Cursor::decode(req.query.get("cursor"))?);
    let (rows, next) =
        read(&req, &desk, move |c, _, desk| Box::pin(async move { outgoing_list(c, desk, &narrow, after).await }))
            .await?;
    Ok(register(&req, &desk, &rows, next))
}

fn register(req: &Req, desk: &Desk, rows: &[OutgoingRow], next: Option<Cursor>) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let query = &req.query;
    let kept = rest(query);
    let here = desk.path("/outgoing");
    let this_year = req.ctx.now.warsaw_date().year();
    let filters = Form::get(here.clone()).inline().label(t.s(msg::LETTERS_OUT_FILTER)).body(html! {
        (Field::search(lang, "q", t.s(msg::LETTERS_OUT_SEARCH)).required_unmarked().value(query.get("q")))
        (Field::select(lang, "year", t.s(msg::LETTERS_OUT_YEAR)).required_unmarked().width(Width::W8).value(query.get("year"))
            .choices(std::iter::once(Choice::new("", t.s(msg::LETTERS_OUT_ALL)))
                .chain((0..5).map(|n| Choice::new((this_year - n).to_string(), (this_year - n).to_string())))))
        (Field::select(lang, "way", t.s(msg::LETTERS_OUT_WAY)).required_unmarked().value(query.get("way"))
            .choices(std::iter::once(Choice::new("", t.s(msg::LETTERS_OUT_ALL)))
                .chain(Way::ALL.iter().map(|w| Choice::new(w.as_str(), t.s(w.label()))))))
        (Field::checkbox(lang, "undelivered", t.s(msg::LETTERS_OUT_ONLY_UNDELIVERED)).required_unmarked()
            .value(if query.has("undelivered") { "on" } else { "" }))
        (Button::submit(t.s(msg::LETTERS_OUT_SHOW)).secondary().icon(Icon::Filter))
    });
    let files = sheet::buttons(t, |kind| {
        let mut of = kept.clone();
        of.0.push(("kind".into(), kind.as_str().into()));
        format!("{here}/export?{}", of.encode())
    });
    let mut pager = Pager::new(lang);
    if let Some(next) = next {
        let mut on = kept.clone();
        on.0.push(("cursor".into(), next.encode()));
        pager = pager.next(Some(format!("{here}?{}", on.encode())));
    }
    if query.some("cursor").is_some() {
        pager = pager.previous(Some(format!("{here}?{}", kept.encode())));
    }
    let table = Table::new(t.s(msg::LETTERS_OUTGOING))
        .column(Column::new(t.s(msg::LETTERS_OUT_NUMBER)).tight())
        .column(Column::new(t.s(msg::LETTERS_OUT_SENT)).tight())
        .column(Column::new(t.s(msg::LETTERS_OUT_TITLE)))
        .column(Column::new(t.s(msg::LETTERS_OUT_ADDRESSEE)))
        .column(Column::new(t.s(msg::LETTERS_OUT_REFERENCE)).tight())
        .column(Column::new(t.s(msg::LETTERS_OUT_WAY)))
        .column(Column::new(t.s(msg::LETTERS_OUT_DELIVERED)).tight())
        .rows(rows.iter().map(|row| {
            Row::new([
                html! { (row.label()) },
                html! { (date(lang, row.sent_at.warsaw_date())) },
                html! { (row.title) },
                html! { (row.addressee) },
                html! { (row.reference) },
                html! { (t.s(row.way.label())) },
                html! {
                    @match row.delivered_on {
                        Some(on) => (date(lang, on.0)),
                        None => (Tag::new(t.s(msg::LETTERS_OUT_UNDELIVERED)).tone(Tone::Warning).dot()),
                    }
                },
            ])
            .link(desk.path(&format!("/outgoing/{}", row.id)))
        }))
        .empty(html! { (Empty::new(Icon::Send, t.s(msg::LETTERS_OUT_NONE)).text(t.s(msg::LETTERS_OUT_NONE_TEXT))) })
        .foot(pager);
    desk.page(req, "letters.outgoing", t.s(msg::LETTERS_OUTGOING))
        .lead(t.s(msg::LETTERS_OUTGOING_LEAD))
        .body(html! {
            (Toolbar::new().filters(filters).actions(files))
            (table)
        })
        .render()
}

pub(crate) async fn export(path: ExportPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let (narrow, t) = (filter(&req.query), req.t);
    let table =
        read(&req, &desk, move |c, _, desk| Box::pin(async move { outgoing_table(c, desk, &narrow, t).await })).await?;
    let year = req.query.get("year");
    records::log::exported(&req, &desk, "outgoing.exported", "outgoing-register", year, Some(table.rows.len())).await?;
    Ok(table.answer(&t.s(msg::LETTERS_OUT_FILE), sheet::Kind::asked(&req), req.ctx.now.warsaw_date()).await?)
}

pub(crate) async fn entry(path: EntryPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let id = path.outgoing;
    let row = read(&req, &desk, move |c, _, desk| Box::pin(outgoing::outgoing(c, desk, id))).await?;
    Ok(entry_page(&req, &desk, &row, Again::default()))
}

pub(crate) async fn record(path: EntryPath, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let id = path.outgoing;
    let version: i64 = form.parsed("version").unwrap_or(0);
    let on = form.some("delivered_on").map(offices::day::parse);
    let done = match on {
        Some(None) => Err(Fault::field("delivered_on", web::msg::FIELD_DATE)),
        on => {
            let (sent, proof) = (form.get("sent_proof").to_owned(), form.get("delivered_proof").to_owned());
            write(&req, &desk, move |c, ctx, desk| {
                let (sent, proof) = (sent.clone(), proof.clone());
                Box::pin(async move { record_delivery(c, ctx, desk, id, version, &sent, on.flatten(), &proof).await })
            })
            .await
        }
    };
    match done {
        Ok(_) => Ok(req.redirect(desk.path(&format!("/outgoing/{id}"))).flash(msg::LETTERS_OUT_SAVED).into_response()),
        Err(fault) if matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) => {
            let row = read(&req, &desk, move |c, _, desk| Box::pin(outgoing::outgoing(c, desk, id))).await?;
            let again = Again { fields: Some(&form.fields), fault: Some(&fault) };
            Ok(unprocessable(entry_page(&req, &desk, &row, again)))
        }
        Err(fault) => Err(fault.into()),
    }
}

fn entry_page(req: &Req, desk: &Desk, row: &OutgoingRow, again: Again<'_>) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let title = t.f(msg::LETTERS_OUT_ENTRY, &[("number", row.label().into())]);
    let delivered = row.delivered_on.map(|d| d.0.to_string()).unwrap_or_default();
    let facts = SummaryList::new(lang)
        .fact(t.s(msg::LETTERS_OUT_TITLE), row.title.clone())
        .fact(t.s(msg::LETTERS_OUT_REFERENCE), row.reference.clone())
        .fact(t.s(msg::LETTERS_OUT_ADDRESSEE), row.addressee.clone())
        .maybe(t.s(msg::LETTERS_OUT_ADDRESS), Some(row.address.clone()).filter(|a| !a.is_empty()))
        .fact(t.s(msg::LETTERS_OUT_WAY), t.s(row.way.label()))
        .fact(
            t.s(msg::LETTERS_OUT_SENT),
            html! { span { (date_time(lang, row.sent_at.timestamp())) ", " (row.sent_by) } },
        )
        .fact(
            t.s(msg::LETTERS_OUT_DELIVERED),
            html! {
                @match row.delivered_on {
                    Some(on) => { (date(lang, on.0)) @if !row.delivered_by.is_empty() { ", " (row.delivered_by) } },
                    None => (t.s(msg::LETTERS_OUT_UNDELIVERED)),
                }
            },
        )
        .maybe(t.s(msg::LETTERS_OUT_REMARKS), Some(row.remarks.clone()).filter(|r| !r.is_empty()));
    let form = Form::post(desk.path(&format!("/outgoing/{}", row.id))).version(row.version).body(html! {
        (Field::text(lang, "sent_proof", t.s(msg::LETTERS_OUT_PROOF)).hint(t.s(msg::LETTERS_PROOF_HINT))
            .value(again.value("sent_proof", &row.sent_proof)).error(again.error(t, "sent_proof")))
        (Field::date(lang, "delivered_on", t.s(msg::LETTERS_OUT_DELIVERED)).width(Width::W12)
            .value(again.value("delivered_on", &delivered)).error(again.error(t, "delivered_on")))
        (Field::text(lang, "delivered_proof", t.s(msg::LETTERS_OUT_DELIVERED_PROOF)).hint(t.s(msg::LETTERS_OUT_DELIVERED_PROOF_HINT))
            .value(again.value("delivered_proof", &row.delivered_proof)).error(again.error(t, "delivered_proof")))
        (Button::submit(t.s(msg::LETTERS_SAVE)))
    });
    let letter = desk.path(&format!("/letters/{}", row.letter));
    // Who keeps the register alone does not see the letters of cases.
    let look = records::policy::handles_cases(desk)
        .then(|| Button::link(t.s(msg::LETTERS_OUT_LETTER), letter).secondary().icon(Icon::Document));
    desk.page(req, "letters.outgoing.entry", title.clone())
        .crumb(t.s(msg::LETTERS_OUTGOING), desk.path("/outgoing"))
        .here(title)
        .actions(html! { @if let Some(look) = look { (look) } })
        .body(html! {
            (again.summary(t))
            (facts)
            (Section::new(t.s(msg::LETTERS_OUT_RECORD)).body(form))
        })
        .render()
}
