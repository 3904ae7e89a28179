//! Charts as SVG, with the table behind them.

use i18n::Lang;
use maud::{Markup, Render, html};

use super::{Column, Row, Table};
use crate::words;

/// Bars, one for each name. The table with the same figures unfolds under it.
#[derive(Clone, Debug)]
pub struct BarChart {
    lang: Lang,
    title: String,
    names: String,
    values: String,
    bars: Vec<(String, f64, String)>,
}

impl BarChart {
    /// A chart: its title, and the headings of names and of values.
    pub fn new(lang: Lang, title: impl Into<String>, names: impl Into<String>, values: impl Into<String>) -> Self {
        Self { lang, title: title.into(), names: names.into(), values: values.into(), bars: Vec::new() }
    }

    /// A bar: its name, its length (not negative; any unit, all the same) and the value in words.
    #[must_use]
    pub fn bar(mut self, name: impl Into<String>, length: f64, value: impl Into<String>) -> Self {
        self.bars.push((name.into(), length.max(0.0), value.into()));
        self
    }
}

impl Render for BarChart {
    fn render(&self) -> Markup {
        let most = self.bars.iter().map(|(_, length, _)| *length).fold(0.0_f64, f64::max);
        let share = |length: f64| if most > 0.0 { length / most * 100.0 } else { 0.0 };
        let table = Table::new(self.title.as_str())
            .column(Column::new(self.names.as_str()))
            .column(Column::new(self.values.as_str()).numeric())
            .rows(self.bars.iter().map(|(name, _, value)| Row::new([name.as_str(), value.as_str()])));
        html! {
            figure.chart {
                figcaption { (self.title) }
                div.chart-bars aria-hidden="true" {
                    @for (name, length, value) in &self.bars {
                        span.chart-name { (name) }
                        svg.bar.chart-bar viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" {
                            rect.bar-fill x="0" y="0" width=(format!("{:.2}", share(*length))) height="10" {}
                        }
                        span.chart-value { (value) }
                    }
                }
                (super::Reveal::new(words::show_table(self.lang), table))
            }
        }
    }
}
