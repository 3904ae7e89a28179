//! `/desk/{office}`: one desk. What waits for me, what is due this week, what is overdue, what I follow.

use correspondence::UnreadCase;
use kernel::Result;
use letters::LetterRow;
use maud::{Markup, html};
use offices::{Desk, Role};
use records::lists::{self, DeskCounts, ListFilter, View};
use serde::Deserialize;
use ui::{Button, ButtonGroup, Column, Empty, Icon, Pager, Row, Section, Stat, StatGrid, Table, Tag, Tone};
use web::{Answer, Cursor, Req, TypedPath, with_query};

use crate::{
    msg,
    show::{ROWS, case_path, case_table, page},
    waits::{self, Wait},
};

/// `/desk/{office}`
#[derive(Debug, Clone, TypedPath, Deserialize)]
#[typed_path("/desk/{office}", rejection(web::BadPath))]
pub struct HomePath {
    /// The office's name in addresses.
    pub office: String,
}

/// What one desk shows.
struct Home {
    counts: DeskCounts,
    list: lists::Page,
    view: View,
    approvals: Vec<(LetterRow, String)>,
    returned: Vec<(LetterRow, String)>,
    unread: Vec<UnreadCase>,
    /// What waits besides, such as works to mark.
    besides: Vec<Wait>,
}

const VIEWS: [View; 4] = [View::Waiting, View::DueSoon, View::Overdue, View::Followed];

/// Shows the desk.
///
/// # Errors
/// Those of [`offices::desk`].
pub async fn show(path: HomePath, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, None).await?;
    let view = View::parse(req.query.get("list"));
    let view = if VIEWS.contains(&view) { view } else { View::Waiting };
    let after = Cursor::decode(req.query.get("cursor"))?;
    let (d, ctx, t) = (desk.clone(), req.ctx.clone(), req.t);
    let home = req.app.db.read(move |c| Box::pin(async move { read(c, &ctx, &d, t, view, after).await })).await?;
    let title = req.t.s(msg::DESK_HOME_TITLE);
    let mut page = page(&desk, &req, "desk.home", title);
    if desk.may(Role::Official) || desk.may(Role::Superior) {
        page = page.actions(Button::link(req.t.s(msg::DESK_OPEN_CASE), desk.path("/cases/new")).icon(Icon::Plus));
    } else if desk.may(Role::Registry) {
        page = page.actions(Button::link(req.t.s(msg::DESK_INCOMING_NEW), desk.path("/incoming/new")).icon(Icon::Plus));
    }
    Ok(page.body(body(&req, &desk, &home)).render())
}

async fn read(
    c: &mut db::Conn,
    ctx: &kernel::Ctx,
    desk: &Desk,
    t: i18n::T,
    view: View,
    after: Option<Cursor>,
) -> Result<Home> {
    let filter = ListFilter { view, ..ListFilter::default() };
    let first = view == View::Waiting && after.is_none();
    Ok(Home {
        counts: lists::desk_counts(c, ctx, desk).await?,
        list: lists::list(c, ctx, desk, &filter, after, ROWS).await?,
        view,
        approvals: if first { letters::waiting_for_approval(c, desk).await? } else { Vec::new() },
        returned: if first { letters::returned_to_write(c, desk).await? } else { Vec::new() },
        unread: if first { correspondence::unread_cases(c, desk).await? } else { Vec::new() },
        besides: if first { waits::waits(c, desk, t).await? } else { Vec::new() },
    })
}

fn label(view: View) -> &'static str {
    match view {
        View::DueSoon => msg::DESK_HOME_DUE,
        View::Overdue => msg::DESK_HOME_OVERDUE,
        View::Followed => msg::DESK_HOME_FOLLOWED,
        _ => msg::DESK_HOME_WAITING,
    }
}

fn figures(req: &Req, desk: &Desk, home: &Home) -> StatGrid {
    let c = &home.counts;
    let stat = |view: View, count: i64, icon: Icon, tone: Tone| {
        Stat::new(count, req.t.s(label(view)))
            .link(with_query(&desk.path(""), &[("list", view.word())]))
            .icon(icon)
            .tone(if count > 0 { tone } else { Tone::Neutral })
            .current(home.view == view)
    };
    StatGrid::new([
        stat(View::Waiting, c.waiting, Icon::Inbox, Tone::Neutral),
        stat(View::DueSoon, c.due_soon, Icon::Clock, Tone::Warning),
        stat(View::Overdue, c.overdue, Icon::Danger, Tone::Danger),
        stat(View::Followed, c.followed, Icon::Star, Tone::Neutral),
    ])
}

fn body(req: &Req, desk: &Desk, home: &Home) -> Markup {
    let t = req.t;
    let first = home.view == View::Waiting;
    let cases_too = records::policy::handles_cases(desk) || home.counts.waiting > 0 || home.counts.followed > 0;
    let mail = &home.counts.incoming;
    let mail_waits = mail.received + mail.registered + mail.mine + mail.unit > 0;
    html! {
        @if cases_too { (figures(req, desk, home)) }
        @if first { (to_do(req, desk, home)) }
        @if cases_too { (Section::new(t.s(label(home.view))).body(cases(req, desk, home))) }
        @else if !mail_waits && home.besides.is_empty() { (without_cases(req, desk)) }
    }
}

/// What somebody who handles no cases sees when no mail waits either.
fn without_cases(req: &Req, desk: &Desk) -> Empty {
    let t = req.t;
    let empty = Empty::new(Icon::CheckCircle, t.s(msg::DESK_EMPTY_ROLE));
    if desk.may(Role::Registry) {
        return empty
            .text(t.s(msg::DESK_MAIL_NONE_RECEIVED_TEXT))
            .action(Button::link(t.s(msg::DESK_INCOMING_TITLE), desk.path("/incoming")).secondary());
    }
    if desk.may(Role::Administrator) {
        return empty
            .text(t.s(msg::DESK_EMPTY_ADMIN_TEXT))
            .action(Button::link(t.s(msg::DESK_EMPTY_ADMIN), desk.path("/admin")).secondary());
    }
    empty
}

/// What waits besides cases: mail, letters returned, letters to approve, news from citizens.
fn to_do(req: &Req, desk: &Desk, home: &Home) -> Markup {
    let t = req.t;
    let mail = &home.counts.incoming;
    let lines = [
        (mail.received, msg::DESK_TODO_REGISTER, "received"),
        (mail.registered, msg::DESK_TODO_PASS, "registered"),
        (mail.mine, msg::DESK_TODO_MAIL_MINE, "mine"),
        (mail.unit, msg::DESK_TODO_MAIL_UNIT, "assigned"),
    ];
    let returned = home.returned.len();
    let any = lines.iter().any(|(n, ..)| *n > 0) || home.counts.unassigned > 0 || returned > 0;
    let any = any || !home.besides.is_empty();
    html! {
        @if any {
            (Section::new(t.s(msg::DESK_TODO_TITLE)).body(StatGrid::new(
                lines.iter().filter(|(n, ..)| *n > 0).map(|(n, key, state)| {
                    Stat::new(n, t.f(key, &[("n", (*n).into())])).icon(Icon::Mail)
                        .link(with_query(&desk.path("/incoming"), &[("state", state)]))
                }).chain((home.counts.unassigned > 0).then(|| {
                    Stat::new(home.counts.unassigned, t.f(msg::DESK_TODO_UNASSIGNED, &[("n", home.counts.unassigned.into())]))
                        .icon(Icon::Folder)
                        .link(with_query(&desk.path("/cases"), &[("view", View::Unassigned.word())]))
                })).chain((returned > 0).then(|| {
                    Stat::new(returned, t.f(msg::DESK_TODO_RETURNED_COUNT, &[("n", returned.into())]))
                        .icon(Icon::Document)
                        .tone(Tone::Warning)
                        .link("#returned")
                })).chain(home.besides.iter().map(|wait| {
                    Stat::new(wait.count, wait.words.as_str()).icon(Icon::CheckCircle).link(wait.href.as_str())
                })),
            )))
        }
        @if returned > 0 {
            (Section::new(t.s(msg::DESK_TODO_RETURNED)).id("returned").body(
                Table::new(t.s(msg::DESK_TODO_RETURNED))
                    .column(Column::new(t.s(msg::DESK_COLUMN_LETTER)))
                    .column(Column::new(t.s(msg::DESK_COLUMN_REFERENCE)).tight())
                    .column(Column::new(t.s(msg::DESK_COLUMN_RETURNED_BY)))
                    .rows(home.returned.iter().map(|(letter, reference)| {
                        Row::new([html! { (letter.title) }, html! { (reference) }, html! { (letter.decided_by) }])
                            .link(desk.path(&format!("/letters/{}", letter.id)))
                    })),
            ))
        }
        @if !home.approvals.is_empty() {
            (Section::new(t.s(msg::DESK_TODO_APPROVALS)).body(
                Table::new(t.s(msg::DESK_TODO_APPROVALS))
                    .column(Column::new(t.s(msg::DESK_COLUMN_LETTER)))
                    .column(Column::new(t.s(msg::DESK_COLUMN_REFERENCE)).tight())
                    .column(Column::new(t.s(msg::DESK_COLUMN_AUTHOR)))
                    .rows(home.approvals.iter().map(|(letter, reference)| {
                        Row::new([html! { (letter.title) }, html! { (reference) }, html! { (letter.author_name) }])
                            .link(desk.path(&format!("/letters/{}", letter.id)))
                    })),
            ))
        }
        @if !home.unread.is_empty() {
            (Section::new(t.s(msg::DESK_TODO_NEWS)).body(
                Table::new(t.s(msg::DESK_TODO_NEWS))
                    .column(Column::new(t.s(msg::DESK_COLUMN_CASE)))
                    .column(Column::new(t.s(msg::DESK_COLUMN_REFERENCE)).tight())
                    .column(Column::new(t.s(msg::DESK_COLUMN_NEWS)))
                    .rows(home.unread.iter().map(|u| {
                        let words = t.f(msg::DESK_UNREAD, &[("n", u.messages.into())]);
                        Row::new([
                            html! { (u.title) },
                            html! { (u.reference) },
                            html! { (Tag::new(words).tone(Tone::Accent)) " " (ui::date_time(t.lang(), u.newest.timestamp())) },
                        ])
                        .unread(true)
                        .link(case_path(desk, u.case))
                    })),
            ))
        }
    }
}

fn cases(req: &Req, desk: &Desk, home: &Home) -> Markup {
    let t = req.t;
    if home.list.rows.is_empty() {
        return nothing(req, desk, home.view);
    }
    let next =
        home.list.next.map(|n| with_query(&desk.path(""), &[("list", home.view.word()), ("cursor", &n.encode())]));
    let first =
        (!req.query.get("cursor").is_empty()).then(|| with_query(&desk.path(""), &[("list", home.view.word())]));
    html! {
        (case_table(t, desk, t.s(label(home.view)), &home.list.rows, req.ctx.now.warsaw_date())
            .foot(Pager::new(t.lang()).previous(first).next(next)))
    }
}

fn nothing(req: &Req, desk: &Desk, view: View) -> Markup {
    let t = req.t;
    let (icon, title, text) = match view {
        View::DueSoon => (Icon::Calendar, msg::DESK_EMPTY_DUE, msg::DESK_EMPTY_DUE_TEXT),
        View::Overdue => (Icon::CheckCircle, msg::DESK_EMPTY_OVERDUE, msg::DESK_EMPTY_OVERDUE_TEXT),
        View::Followed => (Icon::Star, msg::DESK_EMPTY_FOLLOWED, msg::DESK_EMPTY_FOLLOWED_TEXT),
        _ => (Icon::Inbox, msg::DESK_EMPTY_WAITING, msg::DESK_EMPTY_WAITING_TEXT),
    };
    html! {
        (Empty::new(icon, t.s(title)).text(t.s(text)).action(
            ButtonGroup::new()
                .add(Button::link(t.s(msg::DESK_ALL_CASES), desk.path("/cases")).secondary())
                .add(Button::link(t.s(msg::DESK_INCOMING_TITLE), desk.path("/incoming")).quiet()),
        ))
    }
}
