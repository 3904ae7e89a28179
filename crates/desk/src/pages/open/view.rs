//! The form that opens a case.

use law::term;
use maud::{Markup, html};
use offices::Desk;
use records::{cases::TermUnit, suggest::Ground};
use ui::{
    Button, ButtonGroup, Choice, Code, Empty, Field, Fieldset, Form, Icon, Notice, Section, SummaryList, Tag, Tone,
    Width, main_aside,
};
use web::{Fields, Req};

use super::{FORM, OpenPath, Opening, PreviewPath, check};
use crate::{
    form::Typed,
    msg,
    pages::{
        classes::{self, ClassesPath},
        incoming::show::IncomingPath,
    },
    show,
};

const PREVIEW: &str = "case-preview";

/// The page.
pub(super) fn page(req: &Req, desk: &Desk, o: &Opening, typed: &Typed, key: &str) -> Markup {
    let t = req.t;
    let title = t.s(msg::DESK_OPEN_CASE);
    let page = show::page(desk, req, "desk.open", title.clone())
        .crumb(t.s(msg::DESK_CASES_TITLE), desk.path("/cases"))
        .here(title);
    if o.plan.is_none() {
        let empty = Empty::new(Icon::Archive, t.s(msg::DESK_NO_PLAN)).text(t.s(msg::DESK_NO_PLAN_TEXT));
        return page.body(empty).render();
    }
    if o.units.is_empty() {
        let empty = Empty::new(Icon::Building, t.s(msg::DESK_NO_UNIT)).text(t.s(msg::DESK_NO_UNIT_TEXT));
        return page.body(empty).render();
    }
    page.body(html! {
        (typed.summary(t))
        (main_aside(form(req, desk, o, typed, key), aside(req, desk, o, typed)))
    })
    .render()
}

fn form(req: &Req, desk: &Desk, o: &Opening, typed: &Typed, key: &str) -> Form {
    let (t, lang) = (req.t, req.lang());
    let i = typed.of(t, FORM);
    let office = desk.office.slug.clone();
    let mut form = Form::post(OpenPath { office: office.clone() }.to_string())
        .once(key)
        .keep(lang, "case-new")
        .preview(PreviewPath { office }.to_string(), PREVIEW);
    if let Some(m) = &o.mail {
        form = form.hidden("incoming", m.mail.id.to_string());
    }
    let mail = o.mail.as_ref().map(|m| &m.mail);
    let own = desk.member.unit.to_string();
    let passed = mail.and_then(|m| m.unit).filter(|u| o.units.iter().any(|x| x.id == *u)).map(|u| u.to_string());
    let span = mail.and_then(records::incoming::IncomingRow::span);
    let (amount, unit) =
        span.map_or((String::new(), TermUnit::Days), |s| (s.amount.to_string(), TermUnit::from(s.unit)));
    let started = mail.map_or(req.ctx.now.warsaw_date(), |m| m.received.0);
    form.body(html! {
        (class(req, desk, o, typed))
        (i.text("title", msg::DESK_CASE_TITLE, mail.map(|m| m.title.as_str()).unwrap_or_default()).required().maxlength(500)
            .hint(t.s(msg::DESK_CASE_TITLE_HINT)))
        (i.select("unit", msg::DESK_UNIT, &passed.unwrap_or(own)).required()
            .choices(o.units.iter().map(|u| Choice::new(u.id.to_string(), u.title()))))
        @if o.mail.is_none() { (party(req, typed)) }
        (Fieldset::new(t.s(msg::DESK_TERM)).hint(t.s(msg::DESK_TERM_HINT)).body(html! {
            (i.date("started", msg::DESK_STARTED, &started.to_string()).required().max(req.ctx.now.warsaw_date()))
            (i.text("term", msg::DESK_TERM_AMOUNT, &amount).digits(Width::W4))
            (i.select("term_unit", msg::DESK_TERM_UNIT, unit.as_str()).required().width(Width::W12)
                .choices(TermUnit::ALL.iter().map(|u| Choice::new(u.as_str(), t.s(unit_label(*u))))))
        }))
        (ButtonGroup::new()
            .add(Button::submit(t.s(msg::DESK_OPEN_DO)).icon(Icon::Folder))
            .add(Button::link(t.s(msg::DESK_BACK), desk.path("/cases")).quiet()))
    })
}

fn unit_label(unit: TermUnit) -> &'static str {
    match unit {
        TermUnit::Days => msg::DESK_UNIT_DAYS,
        TermUnit::WorkingDays => msg::DESK_UNIT_WORKING_DAYS,
        TermUnit::Weeks => msg::DESK_UNIT_WEEKS,
        TermUnit::Months => msg::DESK_UNIT_MONTHS,
        TermUnit::Years => msg::DESK_UNIT_YEARS,
    }
}

/// Why the class is suggested, with a request to check it.
fn ground_label(ground: Ground) -> &'static str {
    match ground {
        Ground::LastTime => msg::DESK_CLASS_LAST_TIME,
        Ground::Service => msg::DESK_CLASS_OF_SERVICE,
    }
}

/// The class: a symbol or words; the classes found stand below to choose from, also without scripts.
fn class(req: &Req, desk: &Desk, o: &Opening, typed: &Typed) -> Markup {
    let t = req.t;
    let i = typed.of(t, FORM);
    let known = o.class.as_ref().map(|k| k.symbol.clone()).unwrap_or_default();
    let mut field = i
        .text("class", msg::DESK_CLASS, &known)
        .required()
        .hint(t.s(msg::DESK_CLASS_HINT))
        .suggest(ClassesPath { office: desk.office.slug.clone() }.to_string());
    if o.class.is_some() {
        field = field.value(known);
    }
    html! {
        (field)
        @if let Some(class) = &o.class {
            (Notice::info(html! {
                p { (classes::name(t, class)) " " (Tag::new(classes::category(class))) }
                @if let Some(ground) = o.ground { p { (t.s(ground_label(ground))) } }
            }))
        }
        @if !o.found.is_empty() {
            @let heading = if typed.raw(FORM, "class").is_some_and(|words| !words.is_empty()) { msg::DESK_CLASS_FOUND } else { msg::DESK_CLASS_ALIKE };
            (i.radios("class_pick", heading, "").required_unmarked().choices(o.found.iter().map(|k| {
                Choice::new(k.symbol.clone(), classes::name(t, k)).hint(classes::category(k))
            })))
        } @else if typed.raw(FORM, "go") == Some("search") && o.class.is_none() {
            (Notice::warning(t.s(msg::DESK_CLASS_NONE)).announce())
        }
        (Button::submit(t.s(msg::DESK_CLASS_SEARCH)).secondary().small().icon(Icon::Search).value("go", "search"))
    }
}

fn party(req: &Req, typed: &Typed) -> Markup {
    let t = req.t;
    let i = typed.of(t, FORM);
    html! {
        (i.radios("from", msg::DESK_FROM, "party").required().choices([
            Choice::new("party", t.s(msg::DESK_FROM_PARTY)),
            Choice::new("office", t.s(msg::DESK_FROM_OFFICE)).hint(t.s(msg::DESK_FROM_OFFICE_HINT)),
        ]))
        (Fieldset::new(t.s(msg::DESK_PARTY)).when("from", "party").body(html! {
            (i.text("party", msg::DESK_PARTY_NAME, "").required_unmarked().maxlength(300))
            (i.dress("party_email", Field::text(req.lang(), "party_email", t.s(msg::DESK_MAIL_EMAIL)).inputmode("email")
                .spellcheck(false)).maxlength(300))
            (i.text("party_phone", msg::DESK_PARTY_PHONE, "").maxlength(300).inputmode("tel").width(Width::W20))
            (i.text("party_address", msg::DESK_MAIL_ADDRESS, "").maxlength(300))
        }))
    }
}

fn aside(req: &Req, desk: &Desk, o: &Opening, typed: &Typed) -> Markup {
    let (t, lang) = (req.t, req.lang());
    html! {
        (Section::new(t.s(msg::DESK_PREVIEW)).boxed().body(html! { div id=(PREVIEW) { (facts(req, desk, o, typed)) } }))
        @if let Some(m) = &o.mail {
            @let link = IncomingPath { office: desk.office.slug.clone(), incoming: m.mail.id }.to_string();
            (Section::new(t.s(msg::DESK_FROM_MAIL)).boxed().body(html! {
                (SummaryList::new(lang).compact()
                    .fact(t.s(msg::DESK_COLUMN_SENDER), m.mail.from_whom().to_owned())
                    .fact(t.s(msg::DESK_COLUMN_RECEIVED), ui::date(lang, m.mail.received.0))
                    .maybe(t.s(msg::DESK_COLUMN_NUMBER), m.mail.identifier())
                    .maybe(t.s(msg::DESK_MAIL_SERVICE), Some(m.mail.service_title.clone()).filter(|s| !s.is_empty())))
                (Button::link(t.s(msg::DESK_MAIL_SHOW), link).quiet().icon(Icon::Eye))
            }))
        }
    }
}

/// The fields as they stand: typed, else as the form begins.
fn facts(req: &Req, desk: &Desk, o: &Opening, typed: &Typed) -> Markup {
    let of = |name: &str| typed.raw(FORM, name).map(str::to_owned);
    let mail = o.mail.as_ref().map(|m| &m.mail);
    let span = mail.and_then(records::incoming::IncomingRow::span);
    let unit = mail.and_then(|m| m.unit).filter(|u| o.units.iter().any(|x| x.id == *u)).unwrap_or(desk.member.unit);
    let fields = Fields(vec![
        ("unit".into(), of("unit").unwrap_or_else(|| unit.to_string())),
        (
            "started".into(),
            of("started").unwrap_or_else(|| mail.map_or(req.ctx.now.warsaw_date(), |m| m.received.0).to_string()),
        ),
        ("term".into(), of("term").unwrap_or_else(|| span.map(|s| s.amount.to_string()).unwrap_or_default())),
        (
            "term_unit".into(),
            of("term_unit")
                .unwrap_or_else(|| span.map_or(TermUnit::Days, |s| TermUnit::from(s.unit)).as_str().to_owned()),
        ),
    ]);
    preview(req, desk, o, &fields)
}

/// The reference and the last day as they would be.
pub(super) fn preview(req: &Req, desk: &Desk, o: &Opening, f: &Fields) -> Markup {
    let (t, lang) = (req.t, req.lang());
    let unit = f.parsed("unit").and_then(|id| o.units.iter().find(|u| u.id == id)).map(|u| u.code.clone());
    let code = unit.unwrap_or_else(|| desk.member.unit_code.clone());
    let symbol = o.class.as_ref().map_or_else(|| t.s(msg::DESK_PREVIEW_SYMBOL), |k| k.symbol.clone());
    let pattern = format!("{code}.{symbol}.{}.{}", t.s(msg::DESK_PREVIEW_NUMBER), req.ctx.now.warsaw_date().year());
    let last =
        check::started(f).zip(check::span(f).ok().flatten()).and_then(|(day, span)| term::last_day(day, span).ok());
    html! {
        p { (Code::new(pattern)) }
        p { (t.s(msg::DESK_PREVIEW_TEXT)) }
        @match last {
            Some(counted) => {
                p { (t.s(msg::DESK_PREVIEW_DUE)) ": " strong { (ui::long_date(lang, counted.last_day)) } }
                (ui::Reveal::new(t.s(msg::DESK_TERM_WHY), show::explained(&counted, lang)))
            },
            None => p { (Tag::new(t.s(msg::DESK_TERM_NONE)).tone(Tone::Neutral)) },
        }
    }
}
