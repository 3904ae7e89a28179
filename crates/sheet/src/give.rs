//! Offering a table and answering with it.

use axum::{body::Body, response::Response};
use i18n::T;
use jiff::civil::Date;
use kernel::{Fault, Result};
use ui::{Button, ButtonGroup, Icon};
use web::Req;

use crate::Sheet;

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Comma-separated values (RFC 4180), with semicolons.
    Csv,
    /// Office Open XML (ECMA-376).
    Xlsx,
}

impl Kind {
    /// As it stands in addresses and after the dot of a file's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Csv => "csv",
            Kind::Xlsx => "xlsx",
        }
    }

    /// The kind by its name; none for other words.
    pub fn parse(name: &str) -> Option<Self> {
        [Kind::Csv, Kind::Xlsx].into_iter().find(|k| k.as_str() == name)
    }

    /// What the field `kind` of an address asks for; CSV when it does not say.
    pub fn asked(req: &Req) -> Self {
        Self::parse(req.query.get("kind")).unwrap_or(Kind::Csv)
    }

    fn media_type(self) -> &'static str {
        match self {
            Kind::Csv => "text/csv",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// The two buttons of a table: `link` gives the address of each file.
pub fn buttons(t: T, link: impl Fn(Kind) -> String) -> ButtonGroup {
    let button = |label: &str, kind| Button::link(t.s(label), link(kind)).secondary().download().icon(Icon::Download);
    ButtonGroup::new().add(button(web::msg::PAGE_CSV, Kind::Csv)).add(button(web::msg::PAGE_XLSX, Kind::Xlsx))
}

impl Sheet {
    /// The answer with the table: `learners-2026-03-04.xlsx`. The file is made off the runtime's threads.
    ///
    /// # Errors
    /// `Internal` when there are more rows than a sheet takes (1,048,576).
    pub async fn answer(self, name: &str, kind: Kind, today: Date) -> Result<Response> {
        let made = tokio::task::spawn_blocking(move || match kind {
            Kind::Csv => self.csv(),
            Kind::Xlsx => self.xlsx(today),
        });
        let bytes = made.await.map_err(Fault::internal)??;
        let (file, size) = (format!("{name}-{today}.{}", kind.as_str()), bytes.len() as u64);
        Ok(web::download(Body::from(bytes), &file, kind.media_type(), Some(size), false))
    }
}
