//! Learning in the whole country, for the operator: by voivodeship and office, without names of people.

use i18n::T;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{
    Area, Button, Choice, Column, Empty, Field, Form, Icon, NavItem, Row, Section, Stat, StatGrid, Table, Toolbar,
};
use web::{Answer, Req, TypedPath, read};

use super::{
    percent_words,
    report::{figures, figures_row, rating_cells, rating_columns},
};
use crate::{Body, Line, msg, report, words};

/// How many offices stand on the page.
const SHOWN: usize = 200;
/// The choice of bodies of the whole country, where the codes of voivodeships stand.
const WIDE: &str = "wide";

/// `/operator/learning`
#[derive(Debug, TypedPath, Deserialize)]
#[typed_path("/operator/learning")]
pub(crate) struct CountryPath;

/// The name of an office in the reader's language.
pub(crate) fn name(t: T, body: &Body) -> &str {
    if body.name_en.is_empty() { &body.name } else { t.pick(&body.name, &body.name_en) }
}

pub(crate) async fn show(_: CountryPath, req: Req) -> Answer<Markup> {
    req.operator()?;
    let (t, lang, today) = (req.t, req.lang(), req.ctx.now.warsaw_date());
    let found = read!(req, |c| report::country(c, today).await)?;
    let chosen = req.query.get("voivodeship").to_owned();
    let wide = t.s(msg::TRAINING_COUNTRY_WIDE);
    let shown: Vec<&Body> = found
        .offices
        .iter()
        .filter(|b| match chosen.as_str() {
            "" => true,
            WIDE => b.voivodeship.is_none(),
            wanted => b.voivodeship == Some(wanted),
        })
        .collect();
    let total = &found.total;
    let mean = found.rating.shown().map_or_else(|| "–".to_owned(), |(mean, _)| words::one_place(lang, mean));
    let stats = StatGrid::new([
        Stat::new(total.active, t.s(msg::TRAINING_ACTIVE)),
        Stat::new(total.completed, t.s(msg::TRAINING_COMPLETED)),
        Stat::new(percent_words(total), t.s(msg::TRAINING_PERCENT)),
        Stat::new(total.late, t.s(msg::TRAINING_LATE)),
        Stat::new(mean, t.s(msg::TRAINING_OPINIONS_MEAN)),
    ]);
    let mut regions: Vec<(&str, &Line)> =
        found.voivodeships.iter().map(|(v, l)| (if v.is_empty() { wide.as_str() } else { *v }, l)).collect();
    let residents = t.s(msg::TRAINING_RESIDENTS);
    if found.residents.all() > 0 {
        regions.push((&residents, &found.residents));
    }
    let choices = std::iter::once(Choice::new("", t.s(msg::TRAINING_ANY_VOIVODESHIP)))
        .chain(law::teryt::voivodeships().iter().map(|v| Choice::new(v.name, v.name)))
        .chain(std::iter::once(Choice::new(WIDE, &wide)));
    let form = Form::get("/operator/learning").inline().label(t.s(msg::TRAINING_FILTERS)).body(html! {
        (Field::select(lang, "voivodeship", t.s(msg::TRAINING_VOIVODESHIP)).required_unmarked().choices(choices).value(chosen.as_str()))
        (Button::submit(t.s(msg::TRAINING_SHOW)).secondary().icon(Icon::Filter))
    });
    let files = sheet::buttons(t, |kind| format!("/operator/learning/learning.{}", kind.as_str()));
    let offices = Table::new(t.s(msg::TRAINING_BY_OFFICE))
        .columns([t.s(msg::TRAINING_OFFICE), t.s(msg::TRAINING_VOIVODESHIP)])
        .column(Column::new(t.s(msg::TRAINING_ACTIVE)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_COMPLETED)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_PERCENT)).numeric().tight())
        .column(Column::new(t.s(msg::TRAINING_LATE)).numeric().tight());
    let offices = rating_columns(t, offices)
        .rows(shown.iter().take(SHOWN).map(|b| {
            let own = [
                html! { (name(t, b)) },
                html! { (b.voivodeship.unwrap_or(wide.as_str())) },
                html! { (b.line.active) },
                html! { (b.line.completed) },
                html! { (percent_words(&b.line)) },
                html! { (b.line.late) },
            ];
            Row::new(own.into_iter().chain(rating_cells(t, b.rating)))
        }))
        .empty(Empty::new(Icon::Building, t.s(msg::TRAINING_NOTHING)).text(t.s(msg::TRAINING_COUNTRY_NOTHING)));
    let regions = figures(t, t.s(msg::TRAINING_BY_VOIVODESHIP), msg::TRAINING_VOIVODESHIP)
        .rows(regions.into_iter().map(|(name, line)| figures_row(name, line, [])));
    let nav = [
        NavItem::new("/operator", t.s(web::msg::PAGE_OPERATOR)).icon(Icon::Home),
        NavItem::new("/operator/learning", t.s(msg::TRAINING_COUNTRY)).icon(Icon::Document).current(true),
    ];
    let page = req.page("training.country", t.s(msg::TRAINING_COUNTRY)).area(Area::Operator).nav(nav.into());
    Ok(page
        .lead(t.s(msg::TRAINING_COUNTRY_LEAD))
        .body(html! {
            (stats)
            (Section::new(t.s(msg::TRAINING_BY_VOIVODESHIP)).body(regions))
            (Section::new(t.s(msg::TRAINING_BY_OFFICE)).text(t.s(msg::TRAINING_RATING_COUNTRY_TEXT)).body(html! { (Toolbar::new().filters(form).actions(files)) (offices) }))
            @if shown.len() > SHOWN { p.hint { (t.f(msg::TRAINING_COUNTRY_MORE, &[("n", SHOWN.into())])) } }
        })
        .render())
}
