//! A case as its party sees it: first what to do, then where it is, then everything else.

use maud::{Markup, html};
use ui::{
    Button, ButtonGroup, Code, FileItem, FileList, Form, Icon, KeyDate, Notice, Page, Section, SummaryList, Tone,
    main_aside,
};
use web::Req;

use super::{forms, forms::Tried, history, letters, page, path, submission, talk, term};
use crate::{
    access::Way,
    file::CaseFile,
    msg,
    words::{at, state},
};

fn documents(req: &Req, file: &CaseFile) -> Markup {
    let t = req.t;
    let items: Vec<FileItem> = file
        .documents()
        .map(|d| {
            FileItem::new(d.name.clone())
                .link(file.access.way.path(format_args!("documents/{}", d.id)))
                .size(u64::try_from(d.size).unwrap_or_default())
                .meta(html! { (t.s(d.kind.label())) " · " (at(t, d.added)) })
        })
        .collect();
    html! {
        @if !items.is_empty() || file.submission.is_some() {
            (Section::new(t.s(msg::MY_DOCUMENTS_TITLE)).id("documents").text(t.s(msg::MY_DOCUMENTS_TEXT)).body(html! {
                @if file.submission.is_some() { (submission::receipt_buttons(t, &file.access.way)) }
                @if !items.is_empty() { (FileList::new(req.lang(), items)) }
            }))
        }
    }
}

fn contact(req: &Req, file: &CaseFile) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let facts = SummaryList::new(lang)
        .compact()
        .fact(t.s(msg::MY_OFFICE), html! { a href={ "/o/" (file.office.slug) } { (file.office.name_in(lang)) } })
        .fact(t.s(msg::MY_UNIT), file.case.unit_name.clone())
        .maybe(t.s(msg::MY_HANDLER), some(&file.case.case.handler_name))
        .maybe(
            t.s(msg::MY_PHONE),
            some(&file.office.phone).map(|p| html! { a href={ "tel:" (p.replace(' ', "")) } { (p) } }),
        )
        .maybe(t.s(msg::MY_EMAIL), some(&file.office.email).map(|e| html! { a href={ "mailto:" (e) } { (e) } }))
        .maybe(t.s(msg::MY_ADDRESS), some(&file.office.address()))
        .fact(t.s(msg::MY_REFERENCE), Code::new(file.case.case.reference.clone()).copy(lang));
    let section = Section::new(t.s(msg::MY_CONTACT_TITLE)).boxed().body(html! {
        (facts)
        p.hint { (t.s(msg::MY_CONTACT_HINT)) }
    });
    html! { (section) }
}

/// To those without an account: what the link is, and how to keep the case for good.
pub(crate) fn link_note(req: &Req, way: &Way, joinable: bool) -> Markup {
    let t = req.t;
    let Some(secret) = way.secret() else { return html! {} };
    let buttons = match (&req.signed_in, joinable) {
        (Some(_), true) => html! {
            (Form::post(format!("/s/{secret}/join")).body(
                Button::submit(t.s(msg::MY_JOIN)).secondary().icon(Icon::Plus),
            ))
        },
        (Some(_), false) => html! {},
        (None, _) => html! {
            (ButtonGroup::new()
                .add(Button::link(t.s(msg::MY_LINK_REGISTER), "/register").secondary())
                .add(Button::link(t.s(web::msg::PAGE_SIGN_IN), format!("/sign-in?next=/s/{secret}")).quiet()))
        },
    };
    let text = match (&req.signed_in, joinable) {
        (Some(_), true) => msg::MY_LINK_JOIN_TEXT,
        (Some(_), false) => msg::MY_LINK_LATER_TEXT,
        (None, _) => msg::MY_LINK_TEXT,
    };
    let section = Section::new(t.s(msg::MY_LINK_TITLE)).boxed().body(html! {
        p { (t.s(text)) }
        p { (t.s(msg::MY_LINK_KEEP)) }
        (buttons)
    });
    html! { (section) }
}

/// The whole page. `tried` is a form that was sent and could not be taken.
pub(crate) fn show(req: &Req, file: &CaseFile, tried: Option<&Tried>) -> Page {
    let (t, lang) = (req.t, req.lang());
    let case = &file.case.case;
    let way = &file.access.way;
    let due = file.case.due.as_ref().filter(|_| case.settled.is_none());
    let overdue = matches!(file.case.term, Some(law::term::State::Overdue { .. }));
    let status = html! {
        (state(t, case.state))
        @if let Some(due) = due {
            (KeyDate::new(t.s(msg::MY_DUE), ui::date(lang, due.last_day))
                .tone(if overdue { Tone::Danger } else { Tone::Neutral }))
        }
    };
    let mut page = page(req, way, if way.secret().is_some() { "my.secret" } else { "my.case" }, case.title.clone())
        .kicker(html! { (file.office.name_in(lang)) " · " (case.reference) })
        .status(status);
    if way.secret().is_none() {
        page = page.crumb(t.s(web::msg::PAGE_MY), "/my").here(case.reference.clone());
    }
    let waits = file.open_requests().count();
    let letters = file.letters.iter().filter(|l| l.is_new()).count();
    let main = html! {
        (forms::summary(t, tried))
        @if waits == 0 && letters == 0 && !case.frozen() { (Notice::info(t.s(msg::MY_NOTHING_ASKED))) }
        (talk::asked(req, file, tried))
        @if letters > 0 { (letters::section(req, file)) }
        (term::section(req, file))
        (path::of_case(t, file))
        (talk::section(req, file, tried))
        @if letters == 0 { (letters::section(req, file)) }
        (documents(req, file))
        (history::section(t, file))
    };
    let aside = html! {
        (contact(req, file))
        (link_note(req, way, true))
    };
    page.body(main_aside(main, aside))
}
