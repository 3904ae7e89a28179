//! What was sent: the receipt, the answers and the files.

use i18n::T;
use kernel::Micros;
use maud::{Markup, html};
use offices::OfficeRow;
use services::{ServiceRow, Submission, SubmissionFile, answers::ShownStep};
use ui::{Button, ButtonGroup, Code, FileItem, FileList, Icon, Notice, Reveal, Section, SummaryList};
use web::Req;

use super::path;
use crate::{access::Way, msg, words::at};

/// A submission with all that belongs to it.
#[derive(Debug, Clone)]
pub(crate) struct Whole {
    pub submission: Submission,
    pub files: Vec<SubmissionFile>,
    pub service: ServiceRow,
    pub office: OfficeRow,
    pub answers: Vec<ShownStep>,
    pub registered: Option<Micros>,
    /// The page of the case, once there is one.
    pub case: Option<String>,
}

/// The receipt as buttons.
pub(crate) fn receipt_buttons(t: T, way: &Way) -> Markup {
    html! {
        (ButtonGroup::new()
            .add(Button::link(t.s(msg::MY_RECEIPT_OPEN), way.path("receipt")).secondary().icon(Icon::Stamp))
            .add(Button::link(t.s(msg::MY_RECEIPT_DOWNLOAD), way.path("receipt?download=1")).quiet().icon(Icon::Download)))
    }
}

/// The files that were sent.
pub(crate) fn files(req: &Req, way: &Way, files: &[SubmissionFile]) -> Markup {
    let list = FileList::new(
        req.lang(),
        files.iter().map(|f| {
            FileItem::new(f.name.clone())
                .link(way.path(format_args!("files/{}", f.id)))
                .size(u64::try_from(f.size).unwrap_or_default())
        }),
    );
    html! { @if !files.is_empty() { (list) } @else { p.hint { (req.t.s(msg::MY_SENT_NO_FILES)) } } }
}

fn answers(req: &Req, steps: &[ShownStep]) -> Markup {
    html! {
        @for step in steps {
            @let shown: Vec<_> = step.fields.iter().filter(|f| !f.file && !f.value.is_empty()).collect();
            @if !shown.is_empty() {
                (Section::new(step.title.clone()).minor().body(
                    shown.iter().fold(SummaryList::new(req.lang()), |list, f| list.fact(f.label.clone(), f.value.clone())),
                ))
            }
        }
    }
}

/// The page's body.
pub(crate) fn body(req: &Req, way: &Way, whole: &Whole) -> Markup {
    let t = req.t;
    let s = &whole.submission;
    let facts = SummaryList::new(req.lang())
        .fact(t.s(msg::MY_SENT_NUMBER), Code::new(s.number.clone()).copy(req.lang()))
        .fact(t.s(msg::MY_SENT_AT), at(t, s.sent_at))
        .fact(t.s(msg::MY_SENT_BY), s.sender_name.clone())
        .fact(t.s(msg::MY_OFFICE), whole.office.name_in(req.lang()).to_owned());
    // The page of a link is as narrow as a letter.
    let facts = if way.secret().is_some() { facts.compact() } else { facts };
    html! {
        @if let Some(case) = &whole.case {
            (Notice::success(t.s(msg::MY_SENT_CASE))
                .action(Button::link(t.s(msg::MY_SENT_CASE_OPEN), case.clone()).small()))
        }
        (path::of_submission(t, s, whole.registered))
        (Section::new(t.s(msg::MY_RECEIPT_TITLE)).text(t.s(msg::MY_RECEIPT_TEXT)).boxed().body(html! {
            (facts)
            (receipt_buttons(t, way))
        }))
        (Section::new(t.s(msg::MY_SENT_FILES)).body(files(req, way, &whole.files)))
        (Reveal::new(t.s(msg::MY_SENT_ANSWERS), answers(req, &whole.answers)).boxed())
    }
}
