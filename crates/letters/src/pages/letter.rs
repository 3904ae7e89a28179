//! A letter: written, waiting, decided or sent, each state with what can be done in it.

use axum::response::IntoResponse as _;
use kernel::{Fault, FaultKind, ids::LetterId};
use maud::{Markup, html};
use offices::{Desk, MemberRow, Role};
use records::cases::{self, CaseRow, PartyRow};
use serde::Deserialize;
use ui::Notice;
use web::{Answer, FormData, Req, TypedPath, conflict, unprocessable};

use super::{Again, letter_view, read, write};
use crate::{
    Check, Content, LetterRow, OutgoingRow, Saved, StepRow, VersionRow, check, msg, outgoing,
    paper::{Head, letter_and_head},
    preview::html_of,
    save as save_letter, steps, versions,
};

macro_rules! path {
    ($name:ident $path:literal) => {
        #[doc = $path]
        #[derive(TypedPath, Deserialize)]
        #[typed_path($path, rejection(web::BadPath))]
        pub(crate) struct $name {
            pub office: String,
            pub letter: LetterId,
        }
    };
}
path!(LetterPath "/desk/{office}/letters/{letter}");
path!(PreviewPath "/desk/{office}/letters/{letter}/preview");

/// What the page of a letter shows.
pub(crate) struct Seen {
    pub row: LetterRow,
    pub case: CaseRow,
    pub head: Head,
    pub steps: Vec<StepRow>,
    pub versions: Vec<VersionRow>,
    pub superiors: Vec<MemberRow>,
    pub parties: Vec<PartyRow>,
    pub out: Option<OutgoingRow>,
    /// Whether the reader may work on the case.
    pub works: bool,
}

/// Reads all that the page of a letter shows; like the page of its case, it leaves an entry in the audit log.
pub(crate) async fn load(req: &Req, desk: &Desk, id: LetterId) -> Result<Seen, Fault> {
    let seen = read(req, desk, move |c, ctx, desk| {
        Box::pin(async move {
            let (row, case, head) = letter_and_head(c, ctx, desk, id).await?;
            let superiors = offices::superiors_of(c, desk.scope, case.unit, ctx.now.warsaw_date()).await?;
            let works = match cases::writable(c, desk, row.case).await {
                Ok(_) => true,
                Err(e) if matches!(e.kind, FaultKind::NotFound | FaultKind::Forbidden | FaultKind::Conflict) => false,
                Err(e) => return Err(e),
            };
            Ok(Seen {
                steps: steps(c, desk.scope, id).await?,
                versions: versions(c, desk.scope, id).await?,
                parties: cases::parties(c, desk.scope, row.case).await?,
                out: outgoing::by_letter(c, desk.scope, id).await?,
                row,
                case,
                head,
                superiors,
                works,
            })
        })
    })
    .await?;
    records::log::looked_at_case(req, desk, &seen.case).await?;
    Ok(seen)
}

/// What a look through a letter finds; a failure to render is told, not thrown.
pub(crate) async fn look(req: &Req, seen: &Seen) -> Result<Option<Check>, Fault> {
    if !(seen.row.state.editable() || seen.row.state == crate::State::Waiting) {
        return Ok(None);
    }
    match check(&req.app, &seen.row.content.0, &seen.head).await {
        Ok(found) => Ok(Some(found)),
        Err(e) if matches!(e.kind, FaultKind::Unavailable | FaultKind::Invalid) => Ok(None),
        Err(e) => Err(e),
    }
}

pub(crate) async fn show(path: LetterPath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let seen = load(&req, &desk, path.letter).await?;
    let found = look(&req, &seen).await?;
    Ok(letter_view::page(&req, &desk, &seen, found.as_ref(), &seen.row.content.0, Again::default(), html! {}))
}

pub(crate) async fn save(path: LetterPath, req: Req, form: FormData) -> Answer {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let id = path.letter;
    let version: i64 = form.parsed("version").unwrap_or(0);
    let typed = Content::from_fields(&form.fields);
    let mine = typed.clone();
    let saved =
        write(&req, &desk, move |c, ctx, desk| Box::pin(save_letter(c, ctx, desk, id, version, mine.clone()))).await;
    match saved {
        Ok(Saved::Done(_)) => {
            let to = desk.path(&format!("/letters/{id}"));
            Ok(req.redirect(to).flash(msg::LETTERS_SAVED).into_response())
        }
        Ok(Saved::Stale(theirs)) => {
            let seen = load(&req, &desk, id).await?;
            let both = html! {
                (Notice::warning(req.t.s(web::msg::FAULT_STALE)).announce())
                (letter_view::difference(req.t, &theirs.content.0, &typed))
            };
            Ok(conflict(letter_view::page(&req, &desk, &seen, None, &typed, Again::default(), both)))
        }
        Err(fault) if fault.kind == FaultKind::Invalid => {
            let seen = load(&req, &desk, id).await?;
            let again = Again { fields: Some(&form.fields), fault: Some(&fault) };
            Ok(unprocessable(letter_view::page(&req, &desk, &seen, None, &typed, again, html! {})))
        }
        Err(fault) if fault.kind == FaultKind::Conflict => {
            // Sent for approval or settled meanwhile: the text stays on the page, to be copied.
            let seen = load(&req, &desk, id).await?;
            let both = html! {
                (Notice::warning(req.t.fault(&fault)).announce())
                (letter_view::difference(req.t, &seen.row.content.0, &typed))
            };
            Ok(conflict(letter_view::page(&req, &desk, &seen, None, &typed, Again::default(), both)))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The preview beside the form.
pub(crate) async fn preview(path: PreviewPath, req: Req, form: FormData) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Official)).await?;
    let id = path.letter;
    read(&req, &desk, move |c, _, desk| Box::pin(crate::letter(c, desk, id))).await?;
    let t = req.t;
    let content = Content::from_fields(&form.fields);
    Ok(html_of(&content, (&t.s(msg::LETTERS_PART_REASONS), &t.s(msg::LETTERS_PART_INSTRUCTION))))
}
