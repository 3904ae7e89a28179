//! The screens of this subject, one a file.

use i18n::T;
use kernel::Fault;
use maud::{Markup, html};
use offices::Desk;
use ui::{ErrorSummary, Field};
use web::{Fields, Req};

use crate::{Content, content::PARTS};

pub(crate) mod approvals;
pub(crate) mod begin;
pub(crate) mod letter;
pub(crate) mod letter_view;
pub(crate) mod outgoing;
pub(crate) mod pdf;
pub(crate) mod steps;
pub(crate) mod template;
pub(crate) mod templates;

/// A form shown again after a mistake.
#[derive(Default, Clone, Copy)]
pub(crate) struct Again<'f> {
    pub fields: Option<&'f Fields>,
    pub fault: Option<&'f Fault>,
}

impl Again<'_> {
    pub fn value(&self, name: &str, before: &str) -> String {
        self.fields.and_then(|f| f.raw(name)).unwrap_or(before).to_owned()
    }
    pub fn error(&self, t: T, name: &str) -> Option<String> {
        let field = self.fault?.fields.iter().find(|f| f.field == name)?;
        Some(t.args(field.key, &field.args))
    }
    pub fn summary(&self, t: T) -> Markup {
        let Some(fault) = self.fault else { return html! {} };
        let mut summary = ErrorSummary::new(t.lang());
        for field in &fault.fields {
            summary = summary.field(&field.field, t.args(field.key, &field.args));
        }
        if fault.fields.is_empty() {
            summary = summary.form(t.fault(fault));
        }
        html! { (summary) }
    }
}

/// The fields of a letter's or a template's parts.
pub(crate) fn part_fields(t: T, content: &Content, again: Again<'_>) -> Markup {
    let lang = t.lang();
    html! {
        @for (name, label, one_line) in PARTS {
            @let value = again.value(name, content.part(name));
            @let field = if *one_line { Field::text(lang, *name, t.s(label)) } else { Field::textarea(lang, *name, t.s(label)) };
            @let field = field.value(value).error(again.error(t, name)).spellcheck(true);
            @match *name {
                "body" => (field.required().rows(18).hint(t.s(crate::msg::LETTERS_PART_BODY_HINT))),
                "reasons" | "instruction" => (field.rows(8)),
                "heading" => (field.hint(t.s(crate::msg::LETTERS_PART_HEADING_HINT))),
                _ if *one_line => (field),
                _ => (field.rows(3)),
            }
        }
    }
}

/// A unit of work with the context and the desk of a request.
pub(crate) async fn write<T, F>(req: &Req, desk: &Desk, work: F) -> kernel::Result<T>
where
    T: Send + 'static,
    F: for<'c> Fn(&'c mut db::Conn, &'c kernel::Ctx, &'c Desk) -> db::BoxFuture<'c, kernel::Result<T>>
        + Clone
        + Send
        + Sync
        + 'static,
{
    let (ctx, desk) = (req.ctx.clone(), desk.clone());
    req.app.db.write(move |c| Box::pin(async move { work(c, &ctx, &desk).await })).await
}

/// A reading unit of work with the context and the desk of a request.
pub(crate) async fn read<T, F>(req: &Req, desk: &Desk, work: F) -> kernel::Result<T>
where
    T: Send + 'static,
    F: for<'c> FnOnce(&'c mut db::Conn, &'c kernel::Ctx, &'c Desk) -> db::BoxFuture<'c, kernel::Result<T>>
        + Send
        + 'static,
{
    let (ctx, desk) = (req.ctx.clone(), desk.clone());
    req.app.db.read(move |c| Box::pin(async move { work(c, &ctx, &desk).await })).await
}
