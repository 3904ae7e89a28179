//! Claiming an office: "Poprowadź ten urząd tutaj".

use axum::response::{IntoResponse as _, Response};
use kernel::{Fault, FaultKind};
use law::teryt::{self, Gmina};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Area, Button, ButtonGroup, Field, FileItem, FileList, Form, Icon};
use web::{
    Answer, Errors, Fields, FormData, Req, TypedPath, Upload,
    kept::{self, Keeper, KeptFile},
};

use super::{
    directory_entry::gmina,
    fields::{area, text},
};
use crate::{
    claims::{self, Authorisation, NewClaim},
    msg, office,
};

/// `/offices/{teryt}/claim`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/offices/{teryt}/claim", rejection(web::BadPath))]
pub struct ClaimFormPath {
    /// The code of the gmina, seven digits.
    pub teryt: String,
}

/// The form.
pub async fn show(path: ClaimFormPath, req: Req) -> Answer<Response> {
    let gmina = gmina(&path.teryt)?;
    let person = req.signed_in()?;
    let code = path.teryt.clone();
    let office = req.app.db.read(move |c| Box::pin(async move { office::by_teryt(c, &code).await })).await?;
    if let Some(office) = office {
        return Ok(req.redirect(format!("/o/{}", office.slug)).into_response());
    }
    let fields = Fields(vec![
        ("office_name".into(), teryt::office_name(gmina)),
        ("email".into(), person.email.clone()),
        ("once".into(), req.once()),
    ]);
    Ok(view(&req, gmina, &fields, None, &Errors::default()).into_response())
}

/// Sends it.
pub async fn send(path: ClaimFormPath, req: Req, form: FormData) -> Answer<Response> {
    let gmina = gmina(&path.teryt)?;
    let keeper = Keeper::person(req.signed_in()?.person, format_args!("claim of {}", path.teryt));
    let file = match form.files.iter().find(|f| f.field == "file") {
        Some(upload) => keep(&req, &keeper, upload).await.map(Some),
        None => Ok(keeper.again(&req.ctx, &form)?.into_iter().next()),
    };
    let (file, refused) = match file {
        Ok(file) => (file, None),
        Err(fault) if matches!(fault.kind, FaultKind::Invalid | FaultKind::Conflict | FaultKind::TooLarge) => {
            (None, Some(fault))
        }
        Err(fault) => return Err(fault.into()),
    };
    let new = NewClaim {
        teryt: path.teryt.clone(),
        office_name: form.get("office_name").to_owned(),
        position: form.get("position").to_owned(),
        email: form.get("email").to_owned(),
        justification: form.get("justification").to_owned(),
        file: file.as_ref().map(authorisation),
        once: form.get("once").to_owned(),
    };
    let outcome = match refused {
        Some(fault) => Err(Fault::invalid(web::msg::FAULT_FIELDS).and_field("file", fault.key, fault.args)),
        None => {
            let ctx = req.ctx.clone();
            req.app
                .db
                .write(move |c| {
                    let (ctx, new) = (ctx.clone(), new.clone());
                    Box::pin(async move { claims::make(c, &ctx, new).await })
                })
                .await
        }
    };
    match outcome {
        Ok(id) => Ok(req.redirect(format!("/claims/{id}")).flash(msg::OFFICES_CLAIM_SENT).into_response()),
        Err(fault) => {
            let errors = Errors::of(req.t, fault)?;
            Ok(errors.again(view(&req, gmina, &form.fields, file.as_ref(), &errors)))
        }
    }
}

/// Keeps the file that was sent, if it is of a kind the operator can open safely.
async fn keep(req: &Req, keeper: &Keeper, upload: &Upload) -> kernel::Result<KeptFile> {
    blob::check_for_citizens(&blob::sniff(&upload.head, &upload.name), &upload.name)?;
    keeper.keep(&req.app, &req.ctx, upload).await
}

fn authorisation(file: &KeptFile) -> Authorisation {
    Authorisation {
        hash: file.stored.hex(),
        name: file.name.clone(),
        media_type: file.stored.media_type.clone(),
        size: file.stored.size,
    }
}

fn view(req: &Req, gmina: &Gmina, fields: &Fields, file: Option<&KeptFile>, errors: &Errors) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let back = format!("/offices/{}", gmina.code);
    let form = Form::multipart(format!("{back}/claim")).once(fields.get("once"));
    let accept = blob::kinds_for_citizens().map(|k| k.media_type).collect::<Vec<_>>().join(",");
    let body = html! {
        (errors.summary(t))
        (form.body(html! {
            (text(t, fields, errors, "office_name", msg::OFFICES_CLAIM_OFFICE_NAME)
                .hint(t.s(msg::OFFICES_CLAIM_OFFICE_NAME_HINT)).required())
            (text(t, fields, errors, "position", msg::OFFICES_CLAIM_POSITION)
                .hint(t.s(msg::OFFICES_CLAIM_POSITION_HINT)).autocomplete("organization-title").required())
            (Field::email(lang, "email", t.s(msg::OFFICES_CLAIM_EMAIL))
                .hint(t.s(msg::OFFICES_CLAIM_EMAIL_HINT))
                .value(fields.get("email"))
                .error(errors.at("email"))
                .required())
            (area(t, fields, errors, "justification", msg::OFFICES_CLAIM_JUSTIFICATION, 4000)
                .hint(t.s(msg::OFFICES_CLAIM_JUSTIFICATION_HINT)).required())
            @if let Some(file) = file {
                (FileList::new(lang, [FileItem::new(file.name.as_str()).size(file.stored.size).meta(t.s(msg::OFFICES_CLAIM_FILE_KEPT))]))
                (kept::hidden(std::slice::from_ref(file)))
            }
            (Field::file(lang, "file", t.s(msg::OFFICES_CLAIM_FILE))
                .hint(t.s(msg::OFFICES_CLAIM_FILE_HINT))
                .accept(accept)
                .error(errors.at("file")))
            (ButtonGroup::new()
                .add(Button::submit(t.s(msg::OFFICES_CLAIM_SEND)).icon(Icon::Send))
                .add(Button::link(t.s(msg::OFFICES_CANCEL), back.as_str()).quiet()))
        }))
    };
    req.page("offices.claim_form", t.s(msg::OFFICES_CLAIM_TITLE))
        .area(Area::Start)
        .crumb(t.s(msg::OFFICES_START_TITLE), "/")
        .crumb(gmina.name, back)
        .here(t.s(msg::OFFICES_CLAIM_TITLE))
        .lead(t.s(msg::OFFICES_CLAIM_LEAD))
        .narrow()
        .body(body)
        .render()
}
