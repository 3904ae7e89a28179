//! `/my`: what is asked of me and until when, my cases, what I began and what I sent.

use std::collections::HashMap;

use kernel::ids::{CaseId, OfficeId};
use maud::{Markup, html};
use records::{cases::State, citizen::CitizenRow};
use serde::Deserialize;
use ui::{Button, Card, Column, Empty, Icon, KeyDate, Notice, Pager, Row, Section, Stack, Table, Tag, Tone};
use web::{Answer, Cursor, Req, TypedPath};

use super::submissions;
use crate::{
    msg,
    store::{self, Asked, DraftLine, SentLine},
    view::mine,
    words::{at, state},
};

/// Cases on a page.
const PAGE: u32 = 50;
/// Submissions shown here; the others have a page of their own.
const SENT: u32 = 5;

/// `/my`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/my")]
pub(crate) struct HomePath;

struct Home {
    asked: Vec<Asked>,
    cases: Vec<CitizenRow>,
    joined: Vec<CitizenRow>,
    next: Option<Cursor>,
    news: HashMap<CaseId, u64>,
    english: HashMap<OfficeId, String>,
    drafts: Vec<DraftLine>,
    sent: Vec<SentLine>,
    more_sent: bool,
    first: bool,
}

impl Home {
    fn is_empty(&self) -> bool {
        self.first && self.cases.is_empty() && self.joined.is_empty() && self.drafts.is_empty() && self.sent.is_empty()
    }
}

pub(crate) async fn show(_: HomePath, req: Req) -> Answer<Markup> {
    let person = req.signed_in()?.person;
    let after = Cursor::decode(req.query.get("after"))?;
    let home = req
        .app
        .db
        .read(move |c| {
            Box::pin(async move {
                let first = after.is_none();
                let (cases, next) = records::citizen_cases(c, person, after, PAGE).await?;
                let joined = if first { store::joined_cases(c, person).await? } else { Vec::new() };
                let ids: Vec<CaseId> = cases.iter().chain(&joined).map(|row| row.id).collect();
                let mut offices: Vec<OfficeId> = cases.iter().chain(&joined).map(|row| row.office).collect();
                offices.sort_unstable();
                offices.dedup();
                let (sent, more) = if first { store::sent(c, person, None, SENT).await? } else { (Vec::new(), None) };
                Ok(Home {
                    asked: if first { store::asked(c, person).await? } else { Vec::new() },
                    news: store::news(c, &ids).await?,
                    english: store::english_names(c, &offices).await?,
                    drafts: if first { store::drafts(c, person).await? } else { Vec::new() },
                    more_sent: more.is_some(),
                    cases,
                    joined,
                    next,
                    sent,
                    first,
                })
            })
        })
        .await?;
    let t = req.t;
    let page = mine(&req, "my.home", t.s(web::msg::PAGE_MY));
    if home.is_empty() {
        return Ok(page.body(nothing(&req)).render());
    }
    let body = html! {
        @if home.first { (asked(&req, &home.asked)) }
        (cases(&req, &home))
        (drafts(&req, &home.drafts))
        @if !home.sent.is_empty() {
            (Section::new(t.s(msg::MY_SENT)).id("sent").body(html! {
                (submissions::table(&req, &home.sent))
                @if home.more_sent { (Button::link(t.s(msg::MY_SENT_ALL), "/my/submissions").secondary()) }
            }))
        }
    };
    let start = Button::link(t.s(msg::MY_BEGIN), "/").icon(Icon::Plus);
    Ok(page.actions(start).body(body).render())
}

/// For somebody who has nothing yet: how to begin.
fn nothing(req: &Req) -> Markup {
    let t = req.t;
    html! {
        (Empty::new(Icon::Folder, t.s(msg::MY_EMPTY_TITLE))
            .text(html! { (t.s(msg::MY_EMPTY_TEXT)) " " (t.s(msg::MY_EMPTY_LINK)) })
            .action(Button::link(t.s(msg::MY_EMPTY_FIND), "/").icon(Icon::Search)))
    }
}

fn asked(req: &Req, asked: &[Asked]) -> Markup {
    let (t, lang) = (req.t, req.lang());
    if asked.is_empty() {
        return html! { (Notice::success(t.s(msg::MY_ASKED_NONE))) };
    }
    let today = req.ctx.now.warsaw_date();
    let cards = asked.iter().map(|a| {
        let first: String = a.what.lines().next().unwrap_or_default().chars().take(160).collect();
        let office = if a.office_en.is_empty() { &a.office } else { t.pick(&a.office, &a.office_en) };
        let (label, tone) =
            if a.due.0 < today { (msg::MY_ASKED_PAST, Tone::Danger) } else { (msg::MY_ASKED_UNTIL, Tone::Warning) };
        Card::new(first)
            .level(3)
            .icon(Icon::Bell)
            .link(format!("/my/cases/{}#request-{}", a.case, a.request))
            .text(html! { (office) " · " (a.title) })
            .meta(a.reference.clone())
            .foot(KeyDate::new(t.s(label), ui::date(lang, a.due.0)).tone(tone))
    });
    let title = t.f(msg::MY_ASKED_OF_YOU, &[("count", asked.len().into())]);
    html! { (Section::new(title).id("asked").boxed().body(Stack::new(cards))) }
}

fn row(req: &Req, home: &Home, case: &CitizenRow) -> Row {
    let (t, lang) = (req.t, req.lang());
    let today = req.ctx.now.warsaw_date();
    let news = home.news.get(&case.id).copied().unwrap_or_default();
    let office = t.pick(&case.office_name, home.english.get(&case.office).unwrap_or(&case.office_name));
    let late = case.state == State::Open && case.due().is_some_and(|due| due < today);
    let name = html! { (case.title) };
    let stage = html! { div {
        (state(t, case.state))
        @if let Some(outcome) = case.outcome { div.hint { (t.s(outcome.label())) } }
    } };
    let term = html! {
        @match (case.settled, case.due()) {
            (Some(_), _) => "—",
            (None, _) if case.state == State::Paused => { (t.s(msg::MY_CASES_PAUSED)) },
            (None, Some(due)) => {
                (ui::date(lang, due))
                @if late { " " (Tag::new(t.s(msg::MY_CASES_LATE)).tone(Tone::Danger)) }
            },
            (None, None) => "—",
        }
    };
    let last = html! { div {
        (at(t, case.acted))
        @if news > 0 {
            " " (Tag::new(t.f(msg::MY_CASES_NEWS, &[("count", i64::try_from(news).unwrap_or(i64::MAX).into())])).tone(Tone::Accent).icon(Icon::Bell))
        }
    } };
    Row::new([name, html! { (case.reference) }, html! { (office) }, stage, term, last])
        .link(format!("/my/cases/{}", case.id))
        .unread(news > 0)
        .tone(if late { Tone::Danger } else { Tone::Neutral })
}

fn cases(req: &Req, home: &Home) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let next = home.next.map(|c| format!("/my?after={}", c.encode()));
    let rows = home.joined.iter().chain(&home.cases);
    let table = Table::new(t.s(msg::MY_CASES_TITLE))
        .column(Column::new(t.s(msg::MY_CASE)))
        .column(Column::new(t.s(msg::MY_REFERENCE)).tight())
        .column(Column::new(t.s(msg::MY_OFFICE)))
        .column(Column::new(t.s(msg::MY_STAGE)))
        .column(Column::new(t.s(msg::MY_DUE)).tight())
        .column(Column::new(t.s(msg::MY_CASES_LAST)))
        .rows(rows.map(|case| row(req, home, case)))
        .empty(Empty::new(Icon::Folder, t.s(msg::MY_CASES_NONE)).text(t.s(msg::MY_CASES_NONE_TEXT)))
        .foot(Pager::new(lang).next(next));
    let section = Section::new(t.s(msg::MY_CASES_TITLE)).id("cases").body(html! {
        @if !home.first { p { (Button::link(t.s(msg::MY_CASES_FIRST), "/my").secondary().small().icon(Icon::ArrowLeft)) } }
        (table)
    });
    html! { (section) }
}

fn drafts(req: &Req, drafts: &[DraftLine]) -> Markup {
    let t = req.t;
    let rows = drafts.iter().map(|d| {
        let name = t.pick(&d.name_pl, if d.name_en.is_empty() { &d.name_pl } else { &d.name_en });
        let office = t.pick(&d.office, if d.office_en.is_empty() { &d.office } else { &d.office_en });
        let href = format!("/o/{}/apply/{}/summary", d.slug, d.draft);
        Row::new([
            html! { (name) },
            html! { (office) },
            at(t, d.updated),
            html! { (Button::link(t.s(msg::MY_DRAFTS_GO_ON), href).secondary().small().describes(name)) },
        ])
    });
    html! {
        @if !drafts.is_empty() {
            (Section::new(t.s(msg::MY_DRAFTS_TITLE)).id("drafts").text(t.s(msg::MY_DRAFTS_TEXT)).body(
                Table::new(t.s(msg::MY_DRAFTS_TITLE))
                    .column(Column::new(t.s(msg::MY_SENT_SERVICE)))
                    .column(Column::new(t.s(msg::MY_OFFICE)))
                    .column(Column::new(t.s(msg::MY_DRAFTS_CHANGED)))
                    .column(Column::new(t.s(msg::MY_DRAFTS_GO_ON)).hide_label())
                    .rows(rows),
            ))
        }
    }
}
