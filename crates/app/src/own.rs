//! What the subjects keep of a person, for the copy of their own data (RODO art. 15 and 20) and for deleting the account.

use std::sync::Arc;

use db::{BoxFuture, Conn};
use identity::own_data::OwnData;
use kernel::{
    Actor, Ctx, Lang, Result, SystemClock, SystemEntropy,
    ids::{CaseId, PersonId},
};
use serde_json::{Value, json};

use crate::msg;

/// How many entries of the audit log are read at once.
const PAGE: usize = 1000;

/// What the program registers with `identity`.
pub fn parts() -> Vec<OwnData> {
    vec![
        OwnData { name: "memberships", export: memberships, may_erase: keeps_nothing, erase: nothing },
        OwnData { name: "claims", export: claims, may_erase: keeps_nothing, erase: nothing },
        OwnData { name: "cases", export: cases, may_erase: kept, erase: nothing },
        OwnData { name: "submissions", export: submissions, may_erase: keeps_nothing, erase: nothing },
        OwnData { name: "drafts", export: drafts, may_erase: keeps_nothing, erase: nothing },
        courses::own_data(),
        enrolments::own_data(),
        training::own_data(),
        quizzes::own_data(),
        assignments::own_data(),
        certificates::own_data(),
        OwnData { name: "audit_log", export: log, may_erase: keeps_nothing, erase: nothing },
        OwnData { name: "done_by_others", export: done_by_others, may_erase: keeps_nothing, erase: nothing },
    ]
}

/// Where the person serves or served.
fn memberships<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let all = offices::memberships_of(c, person).await?;
        let told = all.into_iter().map(|m| {
            json!({
                "office": m.office, "unit": m.unit, "position": m.position, "roles": m.roles.0,
                "from": m.from.0.to_string(), "to": m.to.map(|day| day.0.to_string()),
            })
        });
        Ok(Value::Array(told.collect()))
    })
}

/// The claims the person made to run an office here.
fn claims<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let all = offices::claims::made_by(c, person, None).await?;
        let told = all.into_iter().map(|claim| {
            json!({
                "office": claim.office_name, "position": claim.position, "email": claim.email,
                "justification": claim.justification, "file": claim.file_name, "state": claim.status.as_str(),
                "reason": claim.reason, "made": claim.created.rfc3339(),
                "decided": claim.decided_at.map(|at| at.rfc3339()),
            })
        });
        Ok(Value::Array(told.collect()))
    })
}

/// A person's cases, with what passed between them and the office.
fn cases<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let (mut all, mut after) = (Vec::new(), None);
        loop {
            let (page, next) = records::citizen_cases(c, person, after, 200).await?;
            for row in page {
                all.push(case(c, person, row.id).await?);
            }
            if next.is_none() {
                break;
            }
            after = next;
        }
        for row in my::joined_cases(c, person).await? {
            all.push(case(c, person, row.id).await?);
        }
        Ok(Value::Array(all))
    })
}

/// A case as the person sees it on their own pages.
async fn case(c: &mut Conn, person: PersonId, id: CaseId) -> Result<Value> {
    let ctx = Ctx::new(Actor::System, Lang::Pl, Arc::new(SystemClock), Arc::new(SystemEntropy::default()));
    let found = my::own_case(c, &ctx, person, id).await?;
    let messages: Vec<Value> = correspondence::messages(c, found.scope, id)
        .await?
        .into_iter()
        .map(|m| {
            let files: Vec<Value> = m
                .files
                .iter()
                .map(|f| json!({ "name": f.name, "bytes": f.size, "media_type": f.media_type }))
                .collect();
            json!({
                "from": m.row.side.as_str(), "name": m.row.name, "position": m.row.position, "text": m.row.text,
                "sent": m.row.sent_at.rfc3339(), "read": m.row.read_at.map(|at| at.rfc3339()), "files": files,
            })
        })
        .collect();
    let requests: Vec<Value> = correspondence::requests(c, found.scope, id)
        .await?
        .into_iter()
        .map(|r| {
            json!({
                "what": r.what, "due": r.due.0.to_string(), "state": r.state.as_str(), "made": r.made_at.rfc3339(),
                "made_by": r.made_by_name, "ended": r.ended_at.map(|at| at.rfc3339()),
            })
        })
        .collect();
    let letters: Vec<Value> = letters::sent_of_case(c, found.scope, id)
        .await?
        .into_iter()
        .map(|l| {
            json!({
                "title": l.title, "kind": l.kind.as_str(), "way": l.way.as_str(), "sent": l.sent_at.rfc3339(),
                "delivered": l.delivered_on.map(|day| day.0.to_string()), "bytes": l.size, "pages": l.pages,
                "sha256": l.hash.hex(),
            })
        })
        .collect();
    let documents: Vec<Value> = found
        .documents
        .iter()
        .map(|d| {
            json!({
                "name": d.name, "kind": d.kind.as_str(), "from": d.origin.as_str(), "bytes": d.size,
                "media_type": d.media_type, "added": d.added.rfc3339(), "sha256": d.hash.hex(),
            })
        })
        .collect();
    let record: Vec<Value> = found.record.iter().map(|e| json!({ "action": e.action, "at": e.at.rfc3339() })).collect();
    Ok(json!({
        "reference": found.case.reference, "title": found.case.title, "office": found.office_name,
        "state": found.case.state.as_str(), "opened": found.case.opened.rfc3339(),
        "due": found.due.as_ref().map(|due| due.last_day.to_string()),
        "messages": messages, "requests": requests, "letters": letters, "documents": documents, "record": record,
    }))
}

fn submissions<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(services::own_submissions(c, person))
}

fn drafts<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(services::own_drafts(c, person))
}

/// What the person did, as the audit log has it. Further facts only where it was done with the own account: elsewhere they
/// tell of other people.
fn log<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let own = person.to_string();
        let told = entries(c, person, true).await?.into_iter().map(|e| {
            let mine = e.object_kind == "person" && e.object_id == own;
            json!({
                "at": e.at.rfc3339(), "kind": e.kind.as_str(), "action": e.action, "object": e.object_kind,
                "object_id": e.object_id, "details": mine.then_some(e.details.0), "address": e.remote,
            })
        });
        Ok(Value::Array(told.collect()))
    })
}

/// What others did with the person's account, and what was tried in vain; not who it was, nor from where.
fn done_by_others<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Value>> {
    Box::pin(async move {
        let told = entries(c, person, false)
            .await?
            .into_iter()
            .map(|e| json!({ "at": e.at.rfc3339(), "kind": e.kind.as_str(), "action": e.action }));
        Ok(Value::Array(told.collect()))
    })
}

/// All entries of the audit log of what a person did, or of what others did with their account.
async fn entries(c: &mut Conn, person: PersonId, did: bool) -> Result<Vec<audit::Event>> {
    let mut all: Vec<audit::Event> = Vec::new();
    loop {
        let before = all.last().map(audit::Event::cursor);
        let page = match did {
            true => audit::list_of(c, person, before, PAGE).await?,
            false => audit::list_about(c, person, before, PAGE).await?,
        };
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

/// Case files are kept while archival law binds the office (RODO art. 17 (3)(b) and (d)).
fn kept<'c>(c: &'c mut Conn, person: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async move {
        let (cases, _) = records::citizen_cases(c, person, None, 1).await?;
        Ok(if cases.is_empty() { Vec::new() } else { vec![msg::APP_KEPT_CASES] })
    })
}

fn keeps_nothing<'c>(_: &'c mut Conn, _: PersonId) -> BoxFuture<'c, Result<Vec<&'static str>>> {
    Box::pin(async { Ok(Vec::new()) })
}

fn nothing<'c>(_: &'c mut Conn, _: &'c Ctx, _: PersonId) -> BoxFuture<'c, Result<()>> {
    Box::pin(async { Ok(()) })
}
