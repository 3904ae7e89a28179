//! What both ways to a matter share: letting in, showing, writing, answering, opening a letter.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use correspondence::{NewMessage, Side};
use kernel::{
    Fault, FaultKind, Result,
    ids::{CaseId, LetterId},
};
use web::{FormData, Req, kept::KeptFile};

use crate::{
    access::{self, Access, Way, What},
    file::{self, CaseFile},
    msg, store,
    view::{
        case,
        forms::{Tried, Which},
        guarded, page, submission,
        submission::Whole,
    },
};

/// Lets the reader in, or not.
pub(crate) async fn enter(req: &Req, way: &Way) -> Result<Access> {
    let ctx = req.ctx.clone();
    match way.clone() {
        Way::Account(case) => {
            let person = req.signed_in()?.person;
            req.app.db.read(move |c| Box::pin(async move { access::by_account(c, &ctx, person, case).await })).await
        }
        Way::Sent(id) => {
            let person = req.signed_in()?.person;
            req.app.db.read(move |c| Box::pin(async move { access::sent_by(c, person, id).await })).await
        }
        Way::Secret(secret) => {
            req.app.db.read(move |c| Box::pin(async move { access::by_secret(c, &ctx, &secret).await })).await
        }
    }
}

async fn read(req: &Req, access: Access) -> Result<CaseFile> {
    req.app.db.read(move |c| Box::pin(async move { file::read(c, access).await })).await
}

/// The page of a case or of a submission.
pub(crate) async fn show(req: &Req, way: &Way) -> Result<Response> {
    let access = enter(req, way).await?;
    if let What::Submission(_) = access.what {
        return sent(req, access).await;
    }
    let file = read(req, access).await?;
    if file.unread() {
        let (ctx, scope, id) = (req.ctx.clone(), file.access.scope, file.case.case.id);
        let name = file.access.citizen.name.clone();
        req.app.db.write(move |c| Box::pin(async move { file::seen(c, &ctx, scope, id, &name).await })).await?;
    }
    Ok(guarded(way, case::show(req, &file, None).render()))
}

/// The page of a submission.
async fn sent(req: &Req, access: Access) -> Result<Response> {
    let (scope, way, lang) = (access.scope, access.way.clone(), req.lang());
    let signed_in = way.secret().is_none();
    let What::Submission(sent) = access.what else { return Err(Fault::not_found()) };
    let whole = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let files = services::submission_files(c, scope, sent.id).await?;
                let form = services::form(c, scope, sent.form_id).await?;
                let has = |field: &str| files.iter().any(|f| f.field == field);
                let answers = services::answers::shown(&form, &sent.answers.0, &has, lang);
                let (registered, case) = store::fate(c, sent.id).await?;
                Ok(Whole {
                    service: services::service(c, scope, sent.service_id).await?,
                    office: offices::by_id(c, scope.office()).await?,
                    // Who came by a link and is shown this page is no party of the case.
                    case: case.filter(|_| signed_in).map(|case| Way::Account(case).base()),
                    submission: *sent,
                    files,
                    answers,
                    registered,
                })
            })
        })
        .await?;
    let title = whole.service.name(lang).to_owned();
    let screen = if way.secret().is_some() { "my.secret" } else { "my.submission" };
    let mut page = page(req, &way, screen, title).kicker(whole.office.name_in(lang).to_owned());
    if way.secret().is_none() {
        page = page.crumb(req.t.s(msg::MY_SENT), "/my/submissions").here(whole.submission.number.clone());
    }
    let body = maud::html! {
        (submission::body(req, &way, &whole))
        (case::link_note(req, &way, false))
    };
    Ok(guarded(&way, page.body(body).render()))
}

/// Takes a message or an answer. What was typed comes back with what is wrong; sent twice it is one message.
pub(crate) async fn send(req: &Req, way: &Way, which: Which, form: FormData) -> Result<Response> {
    let access = enter(req, way).await?;
    let case = access.need_case()?.case.id;
    let keeper = access.keeper(case);
    let taken = correspondence::take_files(&req.app, &req.ctx, &keeper, &form, Side::Citizen).await?;
    let done = match taken.all() {
        Ok(files) => take(req, &access, case, which, &form, files).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => {
            let done = match which {
                Which::Message => msg::MY_WRITE_SENT,
                Which::Answer(_) => msg::MY_ANSWER_SENT,
            };
            Ok(guarded(way, req.redirect(way.base()).flash(done)))
        }
        Err(fault) if matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict) => {
            again(req, access, which, form, taken.files, fault).await
        }
        Err(fault) => Err(fault),
    }
}

async fn take(
    req: &Req,
    access: &Access,
    case: CaseId,
    which: Which,
    form: &FormData,
    files: Vec<KeptFile>,
) -> Result<()> {
    let new = NewMessage { text: form.get("text").to_owned(), files, once: once(req, form) };
    let (ctx, scope, citizen) = (req.ctx.clone(), access.scope, access.citizen.clone());
    req.app
        .db
        .write(move |c| {
            Box::pin(async move {
                match which {
                    Which::Message => correspondence::citizen_write(c, &ctx, scope, case, &citizen, new).await,
                    Which::Answer(id) => correspondence::citizen_answer(c, &ctx, scope, case, id, &citizen, new).await,
                }
            })
        })
        .await
        .map(|_| ())
}

/// The key of the form; one without a key is sent once for itself.
fn once(req: &Req, form: &FormData) -> String {
    form.some("once").map_or_else(|| req.once(), |key| key.chars().take(100).collect())
}

/// The page again, with what was typed.
async fn again(
    req: &Req,
    access: Access,
    which: Which,
    form: FormData,
    files: Vec<KeptFile>,
    fault: Fault,
) -> Result<Response> {
    let way = access.way.clone();
    let file = read(req, access).await?;
    // An answer to a request that ended meanwhile goes on as a message.
    let still = file.open_requests().any(|r| which == Which::Answer(r.id));
    let which = if still { which } else { Which::Message };
    let status =
        if fault.kind == FaultKind::Conflict { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let text = form.raw("text").unwrap_or_default().to_owned();
    // What conflicts with what was sent under this key goes out under a new one.
    let once = if fault.kind == FaultKind::Conflict { req.once() } else { once(req, &form) };
    let tried = Tried { which, text, once, files, fault };
    Ok(guarded(&way, (status, case::show(req, &file, Some(&tried)).render()).into_response()))
}

/// Opens a letter: its first opening is its delivery. Then leads to the PDF.
pub(crate) async fn open_letter(req: &Req, way: &Way, letter: LetterId) -> Result<Response> {
    let access = enter(req, way).await?;
    let case = access.need_case()?.case.id;
    let (ctx, scope, name) = (req.ctx.clone(), access.scope, access.citizen.name.clone());
    req.app
        .db
        .write(move |c| {
            Box::pin(async move { letters::open_by_party(c, &ctx, scope, case, letter, &name).await.map(|_| ()) })
        })
        .await?;
    Ok(guarded(way, req.redirect(way.path(format_args!("letters/{letter}/pdf")))))
}
