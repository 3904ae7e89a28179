//! Reports as files.

use axum::response::Response;
use i18n::T;
use kernel::{Fault, Result};
use serde::Deserialize;
use sheet::{Cell, Kind, Sheet};
use web::{Answer, Req, TypedPath, read, work};

use super::{enter, report::Asked};
use crate::{
    Line, Names, Narrow, Rating, Wanted, msg,
    people::people,
    ratings::ratings,
    report::{self, completion, late},
};

/// The most people in a file.
const MOST: usize = 100_000;

/// `/desk/{office}/training/export/{file}`: `completion`, `late` or `people`, as `.csv` or `.xlsx`.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/training/export/{file}", rejection(web::BadPath))]
pub(crate) struct ExportPath {
    pub office: String,
    pub file: String,
}

/// `/operator/learning/{file}`: `learning.csv`, `learning.xlsx`.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/learning/{file}", rejection(web::BadPath))]
pub(crate) struct CountryExportPath {
    pub file: String,
}

/// What is asked for and in which form.
fn split(file: &str) -> Result<(&str, Kind)> {
    let parts = file.split_once('.').and_then(|(what, kind)| Some((what, Kind::parse(kind)?)));
    parts.ok_or_else(Fault::not_found)
}

fn line_heads(t: T, first: &[&str]) -> Vec<String> {
    let rest = [
        msg::TRAINING_ACTIVE,
        msg::TRAINING_COMPLETED,
        msg::TRAINING_PERCENT,
        msg::TRAINING_LATE,
        msg::TRAINING_OPINIONS_MEAN,
        msg::TRAINING_ANSWERS,
    ];
    first.iter().chain(&rest).map(|key| t.s(key)).collect()
}

fn line_cells(line: &Line, rating: Rating) -> [Cell; 6] {
    let (mean, count) = rating.shown().unzip();
    [line.active.into(), line.completed.into(), line.percent().into(), line.late.into(), mean.into(), count.into()]
}

pub(crate) async fn office(path: ExportPath, req: Req) -> Answer<Response> {
    let (desk, sees) = enter(&req, &path.office).await?;
    let (t, scope, today, asked) = (req.t, desk.scope, req.ctx.now.warsaw_date(), Asked::of(&req));
    let (what, kind) = split(&path.file)?;
    let sheet = match what {
        "completion" => {
            let (done, rated, names) = read!(req, |c| {
                let units = offices::all_units(c, scope).await?;
                let narrow = Narrow::of(c, scope, &sees).await?.to(&units, asked.unit, asked.course);
                let done = completion(c, scope, &narrow, today).await?;
                let names = Names::of(c, &units, done.courses.keys().copied()).await?;
                Ok((done, ratings(c, scope).await?, names))
            })?;
            let rows = done.cells.iter().map(|((course, unit), line)| {
                let mut row: Vec<Cell> = vec![names.course(t.lang(), *course).into(), names.unit(*unit).into()];
                row.extend(line_cells(line, rated.get(course).copied().unwrap_or_default()));
                row
            });
            Sheet {
                name: t.s(msg::TRAINING_FILE_COMPLETION),
                heads: line_heads(t, &[msg::TRAINING_COURSE, msg::TRAINING_UNIT]),
                rows: rows.collect(),
            }
        }
        "late" => {
            let (rows, names) = read!(req, |c| {
                let units = offices::all_units(c, scope).await?;
                let narrow = Narrow::of(c, scope, &sees).await?.to(&units, asked.unit, asked.course);
                let rows = late(c, scope, &narrow, today, 0, MOST).await?;
                let names = Names::of(c, &units, rows.iter().map(|r| r.course)).await?;
                let names = names.with_people(c, rows.iter().map(|r| r.person)).await?;
                Ok((rows, names))
            })?;
            let entry =
                audit::Entry::access("training.late_exported", "office", scope.office()).detail("people", rows.len());
            work!(req, |c, ctx, entry| audit::write(c, &ctx, Some(scope.office()), &entry).await)?;
            let rows = rows.iter().map(|r| {
                let days = r.due.0.until(today).map_or(0, |span| span.get_days());
                vec![
                    names.person(t, r.person).into(),
                    names.course(t.lang(), r.course).into(),
                    names.unit(r.unit).into(),
                    Cell::Day(r.due.0),
                    i64::from(days).into(),
                    crate::words::percent(r.done, r.required).into(),
                ]
            });
            let heads = [
                msg::TRAINING_PERSON,
                msg::TRAINING_COURSE,
                msg::TRAINING_UNIT,
                msg::TRAINING_DUE,
                msg::TRAINING_DAYS_LATE,
                msg::TRAINING_DONE,
            ];
            Sheet { name: t.s(msg::TRAINING_FILE_LATE), heads: heads.map(|h| t.s(h)).to_vec(), rows: rows.collect() }
        }
        "people" => {
            let wanted = Wanted::of(&req);
            let (rows, names) = read!(req, |c| {
                let units = offices::all_units(c, scope).await?;
                let narrow = Narrow::of(c, scope, &sees).await?.to(&units, asked.unit, asked.course);
                let rows = people(c, scope, &narrow, &wanted, today, None, MOST).await?;
                let names = Names::of(c, &units, rows.iter().map(|r| r.course)).await?;
                let names = names.with_people(c, rows.iter().map(|r| r.person)).await?;
                Ok((rows, names))
            })?;
            let entry =
                audit::Entry::access("training.people_exported", "office", scope.office()).detail("people", rows.len());
            work!(req, |c, ctx, entry| audit::write(c, &ctx, Some(scope.office()), &entry).await)?;
            super::people::file(t, &rows, &names, today)
        }
        _ => return Err(Fault::not_found().into()),
    };
    Ok(sheet.answer(what, kind, today).await?)
}

pub(crate) async fn whole(path: CountryExportPath, req: Req) -> Answer<Response> {
    req.operator()?;
    let (t, today) = (req.t, req.ctx.now.warsaw_date());
    let ("learning", kind) = split(&path.file)? else { return Err(Fault::not_found().into()) };
    let found = read!(req, |c| report::country(c, today).await)?;
    let none = t.s(msg::TRAINING_COUNTRY_WIDE);
    let rows = found.offices.iter().map(|b| {
        let mut row: Vec<Cell> = vec![super::country::name(t, b).into(), b.voivodeship.unwrap_or(none.as_str()).into()];
        row.extend(line_cells(&b.line, b.rating));
        row
    });
    let sheet = Sheet {
        name: t.s(msg::TRAINING_COUNTRY),
        heads: line_heads(t, &[msg::TRAINING_OFFICE, msg::TRAINING_VOIVODESHIP]),
        rows: rows.collect(),
    };
    Ok(sheet.answer("learning", kind, today).await?)
}
