//! `/desk/{office}/cases/{case}/record`: the record of a case (metryka) with its chain of hashes, checked now; its PDF.

use axum::{body::Body, response::Response};
use jiff::civil::DateTime;
use kernel::{Fault, Micros, Result, ids::CaseId};
use law::format::warsaw_time;
use maud::{Markup, html};
use offices::Desk;
use pdf::{CaseRecord, Language, RecordEntry};
use records::{
    action_label,
    cases::CaseRow,
    chain::{self, BreakKind, Entry, Link},
    documents::{self, DocumentRow},
};
use ui::{Button, Code, Event, Icon, Notice, Section, Timeline, Tone};
use web::{Answer, Req};

use super::{Tab, case_paths, frame};
use crate::{msg, pages::document::DocumentPath};

case_paths! {
    /// `/desk/{office}/cases/{case}/record`
    RecordPath "/desk/{office}/cases/{case}/record";
    /// `/desk/{office}/cases/{case}/record.pdf`
    RecordPdfPath "/desk/{office}/cases/{case}/record.pdf";
}

struct Record {
    case: CaseRow,
    entries: Vec<Entry>,
    documents: Vec<DocumentRow>,
}

/// Reads the record, and writes down that somebody else than the handler did.
async fn read(req: &Req, desk: &Desk, id: CaseId) -> Result<Record> {
    let d = desk.clone();
    let record = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let case = records::cases::case(c, &d, id).await?;
                let entries = chain::entries(c, d.scope, id).await?;
                Ok(Record { case, entries, documents: documents::list(c, d.scope, id).await? })
            })
        })
        .await?;
    records::log::looked_at_case(req, desk, &record.case).await?;
    Ok(record)
}

/// Shows the record.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`.
pub async fn show(path: RecordPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let record = read(&req, &desk, path.case).await?;
    let t = req.t;
    let pdf = RecordPdfPath::of(&desk, path.case).to_string();
    let body = html! {
        (verdict(&req, &desk, &record))
        (Section::new(t.s(msg::DESK_RECORD_TITLE)).text(t.s(msg::DESK_RECORD_TEXT)).body(timeline(&req, &desk, &record)))
        (Section::new(t.s(msg::DESK_EXPORT)).boxed().body(html! {
            p { (t.s(msg::DESK_EXPORT_TEXT)) }
            (Code::new(format!("szpon record export {} {} {}", desk.office.slug, record.case.reference, record.case.reference)).copy(t.lang()))
        }))
    };
    Ok(frame(&req, &desk, "desk.case-record", &record.case, Some(Tab::Record))
        .actions(Button::link(t.s(msg::DESK_RECORD_PDF), pdf).secondary().icon(Icon::Download))
        .body(body)
        .render())
}

/// Whether the chain is whole, checked at this moment.
fn verdict(req: &Req, desk: &Desk, r: &Record) -> Markup {
    let t = req.t;
    let again = Button::link(t.s(msg::DESK_RECORD_VERIFY), RecordPath::of(desk, r.case.id).to_string())
        .secondary()
        .small()
        .icon(Icon::Refresh);
    let now = ui::date_time(t.lang(), req.ctx.now.timestamp());
    let cut = i64::try_from(r.entries.len()).unwrap_or(i64::MAX) != r.case.entries;
    match chain::verify(&r.entries) {
        Ok(head) if !cut => html! {
            (Notice::success(html! {
                p { (t.f(msg::DESK_RECORD_WHOLE, &[("n", r.entries.len().into())])) " " (now) "." }
                p { (t.s(msg::DESK_RECORD_HEAD)) " " (Code::new(head.hex()).copy(t.lang())) }
            }).title(t.s(msg::DESK_RECORD_WHOLE_TITLE)).action(again))
        },
        Ok(_) => html! {
            (Notice::danger(t.f(msg::DESK_RECORD_CUT, &[("n", r.entries.len().into()), ("all", r.case.entries.into())]))
                .title(t.s(msg::DESK_RECORD_BROKEN_TITLE)).action(again))
        },
        Err(broken) => {
            let why = match broken.why {
                BreakKind::Ordinal => msg::DESK_RECORD_BREAK_ORDINAL,
                BreakKind::Previous => msg::DESK_RECORD_BREAK_PREVIOUS,
                BreakKind::Content => msg::DESK_RECORD_BREAK_CONTENT,
                BreakKind::Columns => msg::DESK_RECORD_BREAK_COLUMNS,
            };
            html! {
                (Notice::danger(t.f(why, &[("n", broken.ordinal.into())])).title(t.s(msg::DESK_RECORD_BROKEN_TITLE)).action(again))
            }
        }
    }
}

fn who(e: &Entry) -> String {
    [e.person_name.as_str(), e.position.as_str()].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", ")
}

fn timeline(req: &Req, desk: &Desk, r: &Record) -> Timeline {
    let t = req.t;
    Timeline::new(r.entries.iter().map(|e| {
        let document = e.document.and_then(|id| r.documents.iter().find(|d| d.id == id));
        let (icon, tone) = look(&e.action);
        Event::new(html! { (e.ordinal) ". " (action_label(t, &e.action)) })
            .icon(icon)
            .tone(tone)
            .when(ui::date_time(t.lang(), e.at.timestamp()))
            .who(who(e))
            .body(html! {
                @if let Some(doc) = document {
                    p { a href=(DocumentPath { office: desk.office.slug.clone(), document: doc.id }.to_string()) { (doc.name) } }
                } @else if !e.text.is_empty() { p { (e.text) } }
                p.hint { (t.s(msg::DESK_RECORD_HASH)) " " (Code::new(short(e.hash))) }
            })
    }))
}

/// The picture and tone of an action.
pub(crate) fn look(action: &str) -> (Icon, Tone) {
    match action.split('.').next().unwrap_or_default() {
        _ if action == "case.settled" => (Icon::CheckCircle, Tone::Success),
        _ if action == "case.paused" || action == "case.extended" => (Icon::Clock, Tone::Warning),
        "document" => (Icon::Document, Tone::Neutral),
        "message" => (Icon::Message, Tone::Info),
        "request" => (Icon::Help, Tone::Warning),
        "letter" => (Icon::Mail, Tone::Accent),
        "note" => (Icon::Edit, Tone::Neutral),
        "incoming" => (Icon::Inbox, Tone::Neutral),
        _ => (Icon::Folder, Tone::Neutral),
    }
}

/// The beginning of a hash, enough to compare by eye.
fn short(link: Link) -> String {
    link.hex().chars().take(16).collect()
}

fn local(at: Micros) -> DateTime {
    warsaw_time(at.0)
}

/// Gives the record as PDF.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound`; `Unavailable` when too many documents wait.
pub async fn pdf(path: RecordPdfPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let r = read(&req, &desk, path.case).await?;
    let t = req.t;
    let office = &desk.office;
    let head = r.entries.last().map(|e| e.hash.hex()).unwrap_or_default();
    let name_of = |e: &Entry| {
        let doc = e.document.and_then(|id| r.documents.iter().find(|d| d.id == id));
        doc.map(|d| d.name.clone()).unwrap_or_default()
    };
    let document = CaseRecord {
        language: if t.lang() == kernel::Lang::En { Language::En } else { Language::Pl },
        office: pdf::Office::named(office.name_in(t.lang())),
        reference: r.case.reference.clone(),
        title: r.case.title.clone(),
        entries: r
            .entries
            .iter()
            .map(|e| RecordEntry {
                ordinal: u64::try_from(e.ordinal).unwrap_or(0),
                at: local(e.at),
                person: e.person_name.clone(),
                position: e.position.clone(),
                action: action_label(t, &e.action),
                document: name_of(e),
                hash: short(e.hash),
            })
            .collect(),
        head,
        printed_at: local(req.ctx.now),
    };
    let rendered = req.app.pdf.render(document.into(), req.ctx.now.warsaw_date()).await.map_err(Fault::unavailable)?;
    let name = format!("metryka-{}.pdf", r.case.reference);
    let size = u64::try_from(rendered.bytes.len()).ok();
    Ok(web::download(Body::from(rendered.bytes), &name, "application/pdf", size, true))
}
