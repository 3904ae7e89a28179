//! `/desk/{office}/incoming/{incoming}`: one piece of mail: who sent it, what it says, what to do with it.

use axum::response::Response;
use kernel::{Result, ids::IncomingId};
use maud::{Markup, html};
use offices::{Desk, MemberRow, Role, UnitRow};
use records::{
    incoming::{IncomingRow, Registration, State, UNKNOWN},
    overview::{self, MailOverview},
};
use serde::Deserialize;
use services::answers::ShownStep;
use ui::{Button, Choice, Diff, FileItem, FileList, Form, Icon, Notice, Reveal, Section, SummaryList, main_aside};
use web::{Answer, Req, TypedPath, with_query};

use super::{act, fields};
use crate::{
    form::Typed,
    msg,
    pages::{document::DocumentPath, open::OpenPath},
    show::{bytes, case_path, mail_tag, page, their_date},
};

/// `/desk/{office}/incoming/{incoming}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/incoming/{incoming}", rejection(web::BadPath))]
pub struct IncomingPath {
    /// The office's name in addresses.
    pub office: String,
    /// The mail.
    pub incoming: IncomingId,
}

/// What the page needs.
struct Mail {
    overview: MailOverview,
    steps: Vec<ShownStep>,
    units: Vec<UnitRow>,
    people: Vec<MemberRow>,
}

/// Shows the mail. Somebody other than the person it was passed to leaves an entry in the audit log.
///
/// # Errors
/// Those of [`offices::desk`]; `NotFound` for mail one may not see.
pub async fn show(path: IncomingPath, req: Req) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, None).await?;
    Ok(render(&req, &desk, path.incoming, &Typed::nothing(), None).await?)
}

/// The page, also after a form on it was refused or was stale.
pub(super) async fn render(
    req: &Req,
    desk: &Desk,
    id: IncomingId,
    typed: &Typed,
    stale: Option<(&IncomingRow, &Registration)>,
) -> Result<Response> {
    let (d, ctx, lang) = (desk.clone(), req.ctx.clone(), req.lang());
    let mail = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let overview = overview::mail_overview(c, &ctx, &d, id).await?;
                let steps = match overview.mail.submission {
                    Some(submission) => {
                        let sent = services::submission(c, d.scope, submission).await?;
                        let form = services::form(c, d.scope, sent.form_id).await?;
                        let files = services::submission_files(c, d.scope, submission).await?;
                        let has = |field: &str| files.iter().any(|f| f.field == field);
                        services::answers::shown(&form, &sent.answers.0, &has, lang)
                    }
                    None => Vec::new(),
                };
                let today = ctx.now.warsaw_date();
                let units = offices::units(c, d.scope, today).await?;
                let people = offices::members(c, d.scope, offices::Filter::on(today)).await?;
                Ok(Mail { overview, steps, units, people })
            })
        })
        .await?;
    let (t, m) = (req.t, &mail.overview.mail);
    records::log::looked_at_mail(req, desk, m).await?;
    let number = m.identifier().unwrap_or_else(|| t.s(msg::DESK_MAIL_NO_NUMBER));
    let page = page(desk, req, "desk.incoming-item", m.title.clone())
        .crumb(t.s(msg::DESK_INCOMING_TITLE), desk.path("/incoming"))
        .here(number.clone())
        .kicker(number)
        .status(html! { (mail_tag(t, m.state)) (ui::KeyDate::new(t.s(msg::DESK_COLUMN_RECEIVED), ui::date(lang, m.received.0))) })
        .body(html! {
            (typed.summary(t))
            @if let Some((now, mine)) = stale { (difference(req, now, mine)) }
            (main_aside(main(req, desk, &mail, typed, stale.is_some()), aside(req, desk, &mail, typed)))
        });
    Ok(typed.answer(page.render()))
}

fn difference(req: &Req, now: &IncomingRow, mine: &Registration) -> Markup {
    let (t, theirs) = (req.t, Registration::from(now));
    let pairs = [
        (msg::DESK_MAIL_TITLE, &theirs.title, &mine.title),
        (msg::DESK_MAIL_SENDER_NAME, &theirs.sender, &mine.sender),
        (msg::DESK_MAIL_ORGANISATION, &theirs.organisation, &mine.organisation),
        (msg::DESK_MAIL_ADDRESS, &theirs.sender_address, &mine.sender_address),
        (msg::DESK_MAIL_TOWN, &theirs.town, &mine.town),
        (msg::DESK_MAIL_COUNTRY, &theirs.country, &mine.country),
        (msg::DESK_MAIL_EMAIL, &theirs.sender_email, &mine.sender_email),
        (msg::DESK_MAIL_LETTER_DATE, &theirs.letter_date, &mine.letter_date),
        (msg::DESK_MAIL_REFERENCE, &theirs.sender_reference, &mine.sender_reference),
        (msg::DESK_MAIL_REMARKS, &theirs.remarks, &mine.remarks),
    ];
    let changed = pairs.iter().filter(|(_, a, b)| a != b);
    let diff = changed.fold(Diff::new(t.lang()), |d, (key, a, b)| d.field(t.s(key), (*a).clone(), (*b).clone()));
    html! { (Notice::warning(t.s(web::msg::FAULT_STALE)).announce()) (diff) }
}

fn main(req: &Req, desk: &Desk, mail: &Mail, typed: &Typed, stale: bool) -> Markup {
    let (t, m) = (req.t, &mail.overview.mail);
    html! {
        @if m.state == State::Received && desk.may(Role::Registry) {
            (Section::new(t.s(msg::DESK_MAIL_REGISTER)).boxed().text(t.s(msg::DESK_MAIL_REGISTER_TEXT)).body(
                Form::post(act::RegisterMailPath::of(desk, m.id).to_string()).body(html! {
                    (fields::view(t, typed.of(t, "register"), &Registration::from(m)))
                    (Button::submit(t.s(msg::DESK_MAIL_REGISTER_DO)).icon(Icon::Stamp))
                }),
            ))
        } @else if m.state == State::Received {
            (Notice::info(t.s(msg::DESK_MAIL_WAITS_FOR_REGISTRY)))
        }
        (contents(req, desk, mail))
        @if m.state != State::Received && desk.may(Role::Registry) {
            (Reveal::new(t.s(msg::DESK_MAIL_CORRECT),
                Form::post(act::CorrectPath::of(desk, m.id).to_string()).version(m.version).body(html! {
                    (fields::view(t, typed.of(t, "correct"), &Registration::from(m)))
                    (Button::submit(t.s(msg::DESK_SAVE)).secondary())
                }),
            ).boxed().open(stale || typed.is("correct")))
        }
    }
}

/// What the mail says: the answers of the form step by step, and its files.
fn contents(req: &Req, desk: &Desk, mail: &Mail) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let docs = &mail.overview.documents;
    html! {
        @for step in &mail.steps {
            (Section::new(step.title.clone()).body(step.fields.iter().filter(|f| !f.file).fold(SummaryList::new(lang), |list, f| {
                let value = if f.value.is_empty() { t.s(msg::DESK_NO_ANSWER) } else { f.value.clone() };
                list.fact(f.label.clone(), html! { @for (n, line) in value.lines().enumerate() { @if n > 0 { br; } (line) } })
            })))
        }
        (Section::new(t.s(msg::DESK_FILES)).body(html! {
            @if docs.is_empty() { p { (t.s(msg::DESK_MAIL_NO_FILES)) } } @else {
                (FileList::new(lang, docs.iter().map(|d| {
                    FileItem::new(d.name.clone())
                        .link(DocumentPath { office: desk.office.slug.clone(), document: d.id }.to_string())
                        .size(bytes(d.size))
                        .meta(t.s(d.kind.label()))
                })))
            }
        }))
    }
}

fn aside(req: &Req, desk: &Desk, mail: &Mail, typed: &Typed) -> Markup {
    let (t, m) = (req.t, &mail.overview.mail);
    let handles = desk.may(Role::Official) || desk.may(Role::Superior);
    let free = matches!(m.state, State::Registered | State::Assigned);
    html! {
        @if free && handles {
            (Section::new(t.s(msg::DESK_MAIL_TO_CASE)).boxed().body(html! {
                @let open = OpenPath { office: desk.office.slug.clone() }.to_string();
                (Button::link(t.s(msg::DESK_OPEN_CASE), with_query(&open, &[("incoming", &m.id.to_string())])).icon(Icon::Plus).block())
                (Reveal::new(t.s(msg::DESK_MAIL_ATTACH), Form::post(act::AttachPath::of(desk, m.id).to_string()).body(html! {
                    (typed.of(t, "attach").text("reference", msg::DESK_COLUMN_REFERENCE, "").required()
                        .hint(t.s(msg::DESK_MAIL_ATTACH_HINT)).suggest(desk.path("/search/references")))
                    (Button::submit(t.s(msg::DESK_MAIL_ATTACH_DO)).secondary().icon(Icon::Link))
                })).open(typed.is("attach")))
            }))
        }
        @if free { (pass(req, desk, mail, typed)) }
        (facts(req, desk, mail))
    }
}

/// Passing on (dekretacja).
fn pass(req: &Req, desk: &Desk, mail: &Mail, typed: &Typed) -> Markup {
    let (t, m) = (req.t, &mail.overview.mail);
    let i = typed.of(t, "assign");
    let again = m.state == State::Assigned;
    let to = m.person.map(|p| format!("p:{p}")).or(m.unit.map(|u| format!("u:{u}"))).unwrap_or_default();
    let choices =
        mail.units.iter().map(|u| Choice::new(format!("u:{}", u.id), u.title()).group(t.s(msg::DESK_UNITS))).chain(
            mail.people.iter().map(|p| {
                Choice::new(format!("p:{}", p.person), format!("{} ({})", p.name(), p.unit_code))
                    .group(t.s(msg::DESK_PEOPLE))
            }),
        );
    let form = Form::post(act::AssignPath::of(desk, m.id).to_string()).version(m.version).body(html! {
        (i.select("to", msg::DESK_MAIL_PASS_TO, &to).required().choices(choices))
        (i.lines("instruction", msg::DESK_MAIL_INSTRUCTION, &m.instruction).rows(2).maxlength(1_000))
        @if again { (Button::submit(t.s(msg::DESK_MAIL_PASS_AGAIN)).secondary().icon(Icon::ArrowRight)) }
        @else { (Button::submit(t.s(msg::DESK_MAIL_PASS_DO)).icon(Icon::ArrowRight)) }
    });
    html! {
        @if again && !desk.may(Role::Registry) {
            (Reveal::new(t.s(msg::DESK_MAIL_PASS_AGAIN), form).boxed().open(typed.is("assign")))
        } @else {
            (Section::new(t.s(msg::DESK_MAIL_PASS)).boxed().body(form))
        }
    }
}

fn facts(req: &Req, desk: &Desk, mail: &Mail) -> Markup {
    let (t, lang, o) = (req.t, req.lang(), &mail.overview);
    let m = &o.mail;
    let known = |text: &str| if text.is_empty() { UNKNOWN.to_owned() } else { text.to_owned() };
    let passed = [o.unit.clone(), o.person.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let list = SummaryList::new(lang)
        .compact()
        .fact(t.s(msg::DESK_COLUMN_SENDER), m.from_whom().to_owned())
        .maybe(t.s(msg::DESK_MAIL_EMAIL), Some(m.sender_email.clone()).filter(|e| !e.is_empty()))
        .fact(t.s(msg::DESK_MAIL_ADDRESS), known(&m.sender_address))
        .fact(t.s(msg::DESK_COLUMN_CHANNEL), t.s(m.channel.label()))
        .maybe(t.s(msg::DESK_MAIL_RECEIPT), Some(m.submission_number.clone()).filter(|n| !n.is_empty()))
        .maybe(t.s(msg::DESK_MAIL_SERVICE), Some(m.service_title.clone()).filter(|n| !n.is_empty()))
        .fact(t.s(msg::DESK_MAIL_LETTER_DATE), their_date(t, &known(&m.letter_date)))
        .fact(t.s(msg::DESK_MAIL_REFERENCE), known(&m.sender_reference))
        .fact(t.s(msg::DESK_MAIL_ATTACHMENTS), m.attachments.map_or_else(|| UNKNOWN.to_owned(), |n| n.to_string()))
        .fact(t.s(msg::DESK_MAIL_ACCESS), t.s(m.access.label()))
        .maybe(t.s(msg::DESK_COLUMN_PASSED), Some(passed).filter(|p| !p.is_empty()))
        .maybe(t.s(msg::DESK_MAIL_INSTRUCTION), Some(m.instruction.clone()).filter(|p| !p.is_empty()))
        .maybe(t.s(msg::DESK_MAIL_REMARKS), Some(m.remarks.clone()).filter(|p| !p.is_empty()));
    html! {
        @if let (Some(case), Some(reference)) = (m.case, &o.case) {
            (Section::new(t.s(msg::DESK_MAIL_IN_CASE)).boxed().body(
                Button::link(reference.clone(), case_path(desk, case)).secondary().icon(Icon::Folder).block(),
            ))
        }
        (Section::new(t.s(msg::DESK_MAIL_FACTS)).boxed().body(list))
    }
}
