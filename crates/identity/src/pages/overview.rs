//! One's account at a glance.

use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, Notice, Section, SummaryList, Tag, Tone};
use web::{Answer, Req, TypedPath};

use super::{me, mine};
use crate::{msg, session, tokens, totp};

/// `/my/account`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my/account")]
pub(crate) struct AccountPath;

pub(crate) async fn show(_: AccountPath, req: Req) -> Answer<Markup> {
    let id = req.signed_in()?.person;
    let me = me(&req.app, id).await?;
    let ctx = req.ctx.clone();
    let (second, sessions, tokens) = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                Ok((
                    totp::status(c, id).await?,
                    session::list(c, &ctx, id).await?.len(),
                    tokens::list(c, &ctx, id).await?.len(),
                ))
            })
        })
        .await?;
    let (t, lang) = (req.t, req.lang());
    let state = if second.on() {
        Tag::new(t.s(msg::IDENTITY_ON)).tone(Tone::Success)
    } else {
        Tag::new(t.s(msg::IDENTITY_OFF)).tone(Tone::Warning)
    };
    let few = second.on() && second.codes_left() < 3;
    Ok(mine(&req, "identity.account", msg::IDENTITY_ACCOUNT)
        .body(html! {
            @if few {
                (Notice::warning(t.f(msg::IDENTITY_CODES_FEW, &[("left", second.codes_left().into())]))
                    .action(Button::link(t.s(msg::IDENTITY_CODES_NEW), "/my/account/two-step").secondary().small()))
            }
            (Section::new(t.s(msg::IDENTITY_DATA)).body(
                SummaryList::new(lang)
                    .changeable(t.s(msg::IDENTITY_NAME), me.name(), "/my/account/data")
                    .changeable(t.s(msg::IDENTITY_EMAIL_LABEL), me.email.clone(), "/my/account/email")
                    .changeable(t.s(msg::IDENTITY_LANGUAGE), t.s(language(me.lang)), "/my/account/data")
                    .fact(t.s(msg::IDENTITY_SINCE), ui::date(lang, me.since())),
            ))
            (Section::new(t.s(msg::IDENTITY_SIGNING_IN)).body(
                SummaryList::new(lang)
                    .changeable(t.s(msg::IDENTITY_PASSWORD), t.s(msg::IDENTITY_PASSWORD_SET), "/my/account/password")
                    .changeable(t.s(msg::IDENTITY_TWO_STEP), state, "/my/account/two-step")
                    .viewable(
                        t.s(msg::IDENTITY_SESSIONS),
                        t.f(msg::IDENTITY_SESSIONS_COUNT, &[("count", sessions.into())]),
                        "/my/account/sessions",
                    )
                    .viewable(
                        t.s(msg::IDENTITY_TOKENS),
                        t.f(msg::IDENTITY_TOKENS_COUNT, &[("count", tokens.into())]),
                        "/my/account/tokens",
                    ),
            ))
            (Section::new(t.s(msg::IDENTITY_RIGHTS)).text(t.s(msg::IDENTITY_RIGHTS_TEXT)).body(
                ui::ButtonGroup::new()
                    .add(Button::link(t.s(msg::IDENTITY_EXPORT), "/my/account/export").secondary().icon(ui::Icon::Download))
                    .add(Button::link(t.s(msg::IDENTITY_DELETE), "/my/account/delete").quiet().icon(ui::Icon::Trash)),
            ))
        })
        .render())
}

/// The key of a language's name.
pub(super) fn language(lang: kernel::Lang) -> &'static str {
    match lang {
        kernel::Lang::Pl => msg::IDENTITY_LANGUAGE_PL,
        kernel::Lang::En => msg::IDENTITY_LANGUAGE_EN,
    }
}
