//! The log as a file for a spreadsheet, row by row, however long it is.

use std::sync::Arc;

use bytes::Bytes;
use db::Db;
use futures::stream::{BoxStream, StreamExt as _, try_unfold};
use i18n::T;
use kernel::{Fault, Result};
use sheet::harmless;

use crate::{Event, Filter, Names, Reach, msg, names, store, words};

/// How many entries are read at once.
const BATCH: usize = 1000;

/// The log as CSV, piece by piece: UTF-8 with a mark, semicolons, CRLF, which is what spreadsheets set to Polish open
/// without asking. Cells that a spreadsheet would take for a formula begin with an apostrophe. The filter's cursor does
/// not count: everything that matches is there.
pub fn export(db: Db, reach: Reach, filter: Filter, t: T) -> BoxStream<'static, Result<Bytes>> {
    enum Step {
        Head(Filter),
        Rows(Filter),
        End,
    }
    let begin = Step::Head(Filter { cursor: None, ..filter });
    let labels = Arc::new(t);
    try_unfold(begin, move |step| {
        let (db, t) = (db.clone(), *labels);
        async move {
            match step {
                Step::Head(filter) => Ok(Some((head(t)?, Step::Rows(filter)))),
                Step::End => Ok(None),
                Step::Rows(filter) => {
                    let wanted = filter.clone();
                    let (events, names) = db
                        .read(move |c| {
                            Box::pin(async move {
                                let events = store::list(c, reach, &wanted, BATCH).await?;
                                let names = names::names(c, reach, &events).await?;
                                Ok((events, names))
                            })
                        })
                        .await?;
                    let next = match events.last() {
                        Some(last) if events.len() == BATCH => {
                            Step::Rows(Filter { cursor: Some(last.cursor()), ..filter })
                        }
                        _ => Step::End,
                    };
                    Ok(Some((rows(t, &events, &names)?, next)))
                }
            }
        }
    })
    .boxed()
}

fn head(t: T) -> Result<Bytes> {
    let names = [
        msg::AUDIT_COLUMN_TIME,
        msg::AUDIT_COLUMN_KIND,
        msg::AUDIT_COLUMN_ACTION,
        msg::AUDIT_COLUMN_ACTION_CODE,
        msg::AUDIT_COLUMN_ACTOR,
        msg::AUDIT_COLUMN_ACTOR_ID,
        msg::AUDIT_COLUMN_OBJECT,
        msg::AUDIT_COLUMN_OBJECT_NAME,
        msg::AUDIT_COLUMN_OBJECT_ID,
        msg::AUDIT_COLUMN_DETAILS,
        msg::AUDIT_COLUMN_REMOTE,
        msg::AUDIT_COLUMN_OFFICE_ID,
        msg::AUDIT_COLUMN_ID,
        msg::AUDIT_COLUMN_JSON,
    ];
    let text = lines([names.map(|n| t.s(n))])?;
    Ok(Bytes::from(["\u{feff}".as_bytes(), &text].concat()))
}

fn rows(t: T, events: &[Event], names: &Names) -> Result<Bytes> {
    let cells = events.iter().map(|e| {
        [
            e.at.rfc3339(),
            t.s(e.kind.key()),
            words::action(t, &e.action),
            e.action.clone(),
            words::actor(t, e),
            e.actor.map(|a| a.to_string()).unwrap_or_default(),
            words::object(t, &e.object_kind),
            words::object_name(e, names),
            e.object_id.clone(),
            details(t, e, names),
            e.remote.clone().unwrap_or_default(),
            e.office.map(|o| o.to_string()).unwrap_or_default(),
            e.id.to_string(),
            serde_json::Value::Object(e.details.0.clone()).to_string(),
        ]
    });
    lines(cells).map(Bytes::from)
}

/// The details as the page tells them, in one cell.
fn details(t: T, event: &Event, names: &Names) -> String {
    let said = words::details(t, event, names).into_iter().map(|(label, text)| format!("{label}: {text}"));
    said.collect::<Vec<_>>().join("; ")
}

fn lines<const N: usize>(rows: impl IntoIterator<Item = [String; N]>) -> Result<Vec<u8>> {
    let mut csv = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .has_headers(false)
        .from_writer(Vec::new());
    for row in rows {
        csv.write_record(row.iter().map(|cell| harmless(cell).into_owned())).map_err(Fault::internal)?;
    }
    csv.into_inner().map_err(|e| Fault::internal(e.to_string()))
}
