//! `/desk/{office}/admin/services/{service}`: the texts of a service.

use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use kernel::FaultKind;
use law::term::Unit;
use maud::{Markup, html};
use offices::{Desk, Role, UnitRow};
use serde::Deserialize;
use ui::{Choice, Diff, ErrorSummary, Field, Fieldset, Form, Notice, Width};
use web::{Answer, FormData, Req, TypedPath};

use super::{admin_list, list::topic};
use crate::{
    admin::{self, Texts},
    msg,
    service::{Level, ServiceRow, Topic, service_by_slug, unit_of, unit_word},
};

/// The path.
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/desk/{office}/admin/services/{service}", rejection(web::BadPath))]
pub struct Path {
    /// The office.
    pub office: String,
    /// The service.
    pub service: String,
}

async fn load(req: &Req, desk: &Desk, slug: &str) -> kernel::Result<(ServiceRow, Vec<UnitRow>)> {
    let (scope, slug, today) = (desk.scope, slug.to_owned(), req.ctx.now.warsaw_date());
    req.app
        .db
        .read(move |c| {
            Box::pin(
                async move { Ok((service_by_slug(c, scope, &slug).await?, offices::units(c, scope, today).await?)) },
            )
        })
        .await
}

/// The page.
pub async fn show(path: Path, req: Req) -> Answer<Markup> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (service, units) = load(&req, &desk, &path.service).await?;
    let texts = Texts::of(&service);
    Ok(view(&req, &desk, &service, &units, &texts, &[], None))
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}

/// The texts as sent; amounts that cannot be read are named.
fn read(form: &FormData, errors: &mut Vec<(String, &'static str)>) -> Texts {
    let text = |name: &str| form.get(name).replace("\r\n", "\n");
    let grosze = form.some("fee_amount").map(|t| law_grosze(t).ok_or(()));
    if let Some(Err(())) = grosze {
        errors.push(("fee_amount".into(), msg::SERVICES_MONEY));
    }
    let amount = form.some("term_amount").map(str::parse::<u32>);
    if let Some(Err(_)) = amount {
        errors.push(("term_amount".into(), web::msg::FIELD_NUMBER));
    }
    let span = amount.and_then(Result::ok).zip(unit_of(form.get("term_unit")));
    Texts {
        topic: Topic::parse(form.get("topic")).unwrap_or(Topic::Other),
        level: Level::parse(form.get("level")).unwrap_or(Level::Gmina),
        name_pl: text("name_pl"),
        name_en: text("name_en"),
        summary_pl: text("summary_pl"),
        summary_en: text("summary_en"),
        description: text("description"),
        documents: lines(form.get("documents")),
        fee: text("fee"),
        fee_grosze: grosze.and_then(Result::ok),
        term: text("term"),
        span,
        legal_basis: lines(form.get("legal_basis")),
        appeal: text("appeal"),
        sources: lines(form.get("sources")),
        remark: text("remark"),
        jrwa: text("jrwa"),
        unit: form.parsed("unit"),
        unit_name: text("unit_name"),
        keywords: form
            .get("keywords")
            .split([',', '\n'])
            .map(str::trim)
            .filter(|k| !k.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}

/// An amount in grosze from "17" or "43,75".
fn law_grosze(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |s: &str| s.len() <= 9 && s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || part.len() > 2 || !digits(part) {
        return None;
    }
    let part: i64 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<i64>().ok()? * 100 + part)
}

/// Saves the texts; a stale edit shows both versions.
pub async fn save(path: Path, req: Req, form: FormData) -> Answer<Response> {
    let desk = offices::desk(&req, &path.office, Some(Role::Administrator)).await?;
    let (service, units) = load(&req, &desk, &path.service).await?;
    let mut unread = Vec::new();
    let texts = read(&form, &mut unread);
    let mut errors: Vec<(String, String)> = unread.into_iter().map(|(f, key)| (f, req.t.s(key))).collect();
    if !errors.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, view(&req, &desk, &service, &units, &texts, &errors, None))
            .into_response());
    }
    let (scope, ctx, id, version) = (desk.scope, req.ctx.clone(), service.id, form.parsed("version").unwrap_or(0));
    let mine = texts.clone();
    let saved = req
        .app
        .db
        .write(move |c| {
            let (ctx, texts) = (ctx.clone(), texts.clone());
            Box::pin(async move { admin::edit(c, &ctx, scope, id, &texts, version).await })
        })
        .await;
    match saved {
        Ok(()) => Ok(req.redirect(desk.path("/admin/services")).flash(msg::SERVICES_SAVED).into_response()),
        Err(fault) if fault.kind == FaultKind::Conflict => {
            let (service, units) = load(&req, &desk, &path.service).await?;
            let diff = diff(&req, &Texts::of(&service), &mine);
            Ok((StatusCode::CONFLICT, view(&req, &desk, &service, &units, &mine, &[], Some(diff))).into_response())
        }
        Err(fault) if !fault.fields.is_empty() => {
            errors.extend(fault.fields.iter().map(|f| (f.field.clone(), req.t.args(f.key, &f.args))));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, view(&req, &desk, &service, &units, &mine, &errors, None))
                .into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

fn diff(req: &Req, theirs: &Texts, mine: &Texts) -> Diff {
    let t = req.t;
    let pairs: [(&'static str, String, String); 11] = [
        (msg::SERVICES_NAME_PL, theirs.name_pl.clone(), mine.name_pl.clone()),
        (msg::SERVICES_NAME_EN, theirs.name_en.clone(), mine.name_en.clone()),
        (msg::SERVICES_SUMMARY_PL, theirs.summary_pl.clone(), mine.summary_pl.clone()),
        (msg::SERVICES_SUMMARY_EN, theirs.summary_en.clone(), mine.summary_en.clone()),
        (msg::SERVICES_WHAT, theirs.description.clone(), mine.description.clone()),
        (msg::SERVICES_NEEDED, theirs.documents.join("\n"), mine.documents.join("\n")),
        (msg::SERVICES_FEE, theirs.fee.clone(), mine.fee.clone()),
        (msg::SERVICES_TERM, theirs.term.clone(), mine.term.clone()),
        (msg::SERVICES_BASIS, theirs.legal_basis.join("\n"), mine.legal_basis.join("\n")),
        (msg::SERVICES_APPEAL, theirs.appeal.clone(), mine.appeal.clone()),
        (msg::SERVICES_KEYWORDS, theirs.keywords.join(", "), mine.keywords.join(", ")),
    ];
    pairs.into_iter().filter(|(_, a, b)| a != b).fold(Diff::new(t.lang()), |d, (key, a, b)| d.field(t.s(key), a, b))
}

fn view(
    req: &Req,
    desk: &Desk,
    service: &ServiceRow,
    units: &[UnitRow],
    x: &Texts,
    errors: &[(String, String)],
    stale: Option<Diff>,
) -> Markup {
    let t = req.t;
    let lang = t.lang();
    let error = |name: &str| errors.iter().find(|(n, _)| n == name).map(|(_, e)| e.clone());
    let line = |name: &'static str, key: &'static str, value: &str| {
        Field::text(lang, name, t.s(key)).value(value).error(error(name))
    };
    let area = |name: &'static str, key: &'static str, value: String| {
        Field::textarea(lang, name, t.s(key)).rows(4).value(value).error(error(name))
    };
    let amount = x.fee_grosze.map(|g| format!("{},{:02}", g / 100, g % 100)).unwrap_or_default();
    let units_of_term = [Unit::Days, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years].map(|u| {
        Choice::new(
            unit_word(u),
            t.s(match u {
                Unit::Days => msg::SERVICES_DAYS,
                Unit::WorkingDays => msg::SERVICES_WORKING_DAYS,
                Unit::Weeks => msg::SERVICES_WEEKS,
                Unit::Months => msg::SERVICES_MONTHS,
                Unit::Years => msg::SERVICES_YEARS,
            }),
        )
    });
    let mut summary = ErrorSummary::new(lang);
    for (name, text) in errors {
        summary = summary.field(name, text);
    }
    let level = |l: Level| match l {
        Level::Gmina => msg::SERVICES_LEVEL_GMINA,
        Level::Powiat => msg::SERVICES_LEVEL_POWIAT,
        Level::Zus => msg::SERVICES_LEVEL_ZUS,
    };
    let body = html! {
        (summary)
        @if let Some(diff) = &stale { (Notice::warning(t.s(web::msg::FAULT_STALE))) (diff) }
        (Form::post(desk.path(&format!("/admin/services/{}", service.slug))).version(service.version)
            .keep(lang, format!("service.{}", service.id)).body(html! {
            (Fieldset::new(t.s(msg::SERVICES_GROUP_NAME)).body(html! {
                (line("name_pl", msg::SERVICES_NAME_PL, &x.name_pl).required().maxlength(200))
                (line("name_en", msg::SERVICES_NAME_EN, &x.name_en).maxlength(200))
                (line("summary_pl", msg::SERVICES_SUMMARY_PL, &x.summary_pl).maxlength(400))
                (line("summary_en", msg::SERVICES_SUMMARY_EN, &x.summary_en).maxlength(400))
                (Field::select(lang, "topic", t.s(msg::SERVICES_TOPIC)).required().width(Width::W20).value(x.topic.as_str())
                    .choices(Topic::ALL.iter().map(|o| Choice::new(o.as_str(), t.s(topic(*o))))))
                (Field::select(lang, "level", t.s(msg::SERVICES_LEVEL)).required().width(Width::W20).value(x.level.as_str())
                    .choices(Level::ALL.iter().map(|o| Choice::new(o.as_str(), t.s(level(*o))))))
                (Field::textarea(lang, "keywords", t.s(msg::SERVICES_KEYWORDS)).rows(3).value(x.keywords.join(", ")).hint(t.s(msg::SERVICES_KEYWORDS_HELP)).error(error("keywords")))
            }))
            (Fieldset::new(t.s(msg::SERVICES_GROUP_TEXT)).body(html! {
                (area("description", msg::SERVICES_WHAT, x.description.clone()))
                (area("documents", msg::SERVICES_NEEDED, x.documents.join("\n")).hint(t.s(msg::SERVICES_LINES)))
                (area("legal_basis", msg::SERVICES_BASIS, x.legal_basis.join("\n")).hint(t.s(msg::SERVICES_LINES)))
                (area("appeal", msg::SERVICES_APPEAL, x.appeal.clone()).rows(2))
                (area("sources", msg::SERVICES_SOURCES, x.sources.join("\n")).hint(t.s(msg::SERVICES_LINES)))
                (area("remark", msg::SERVICES_REMARK, x.remark.clone()).rows(2))
            }))
            (Fieldset::new(t.s(msg::SERVICES_GROUP_TERM)).body(html! {
                (line("fee", msg::SERVICES_FEE, &x.fee))
                (line("fee_amount", msg::SERVICES_FEE_AMOUNT, &amount).inputmode("decimal").width(Width::W12).suffix("zł").hint(t.s(msg::SERVICES_FEE_AMOUNT_HELP)))
                (line("term", msg::SERVICES_TERM, &x.term))
                (line("term_amount", msg::SERVICES_TERM_AMOUNT, &x.span.map(|s| s.0.to_string()).unwrap_or_default()).digits(Width::W4))
                (Field::select(lang, "term_unit", t.s(msg::SERVICES_TERM_UNIT)).required_unmarked().width(Width::W12)
                    .value(x.span.map_or("days", |s| unit_word(s.1))).choices(units_of_term))
            }))
            (Fieldset::new(t.s(msg::SERVICES_GROUP_UNIT)).body(html! {
                (Field::select(lang, "unit", t.s(msg::SERVICES_UNIT)).value(x.unit.map(|u| u.to_string()).unwrap_or_default()).error(error("unit"))
                    .choices(units.iter().map(|u| Choice::new(u.id.to_string(), format!("{} {}", u.code, u.name)))))
                (line("unit_name", msg::SERVICES_UNIT_NAME, &x.unit_name))
                (line("jrwa", msg::SERVICES_JRWA, &x.jrwa).digits(Width::W8))
            }))
            (admin_list::save_or_leave(req, desk.path("/admin/services")))
        }))
    };
    desk.page(req, "services.admin.service", service.name(lang))
        .crumb(t.s(msg::SERVICES_TITLE), desk.path("/admin/services"))
        .here(service.name(lang))
        .tabs(admin_list::tabs(req, desk, &service.slug, "texts"))
        .body(body)
        .render()
}
