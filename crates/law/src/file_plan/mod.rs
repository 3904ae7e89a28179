//! File plans (jednolite rzeczowe wykazy akt, JRWA) read from CSV.
//!
//! An office's file plan is data of its own, versioned by whoever keeps it; here it is only read and judged. Columns:
//! `symbol`, `haslo` (title), `kategoria_archiwalna`, and if there are `kategoria_inne` (category for units
//! other than the home one), `uwagi` (remarks), `status` or `jakosc` (how sure the row is), `rodzaj` (group or final
//! class), `zrodlo` (source). Separators are commas, semicolons or tabs; the encoding is found out.
//!
//! Source: instrukcja kancelaryjna, Dz.U. 2011 nr 14 poz. 67. Ten classes a level; only a final
//! class, one with an archival category, holds cases.
//!
//! ```
//! let plan = law::file_plan::parse("symbol;haslo;kategoria_archiwalna\n0;Zarządzanie;\n00;Narady;A/Bc\n".as_bytes())?;
//! assert!(plan.can_be_imported());
//! assert_eq!(plan.rows[1].home.unwrap().to_string(), "A");
//! assert_eq!(plan.rows[1].other.unwrap().to_string(), "Bc");
//! # Ok::<(), law::file_plan::FileFault>(())
//! ```

mod category;
mod encoding;
mod parse;
mod problem;

pub use category::{BadCategory, Category, retain_until};
pub use encoding::Encoding;
pub use parse::{MAX_ROWS, parse};
pub use problem::{FileFault, Problem, Severity, What};

/// 27 classes of the plan of gminas (Dz.U. 2011 nr 14 poz. 67, annex 2), to start from: no categories, and most rows to be checked.
pub const STARTER_GMINA: &[u8] = include_bytes!("../../data/jrwa-gmina-startowy.csv");

/// The file plan of a ministry in force from 2025, 667 classes; rows read with doubt are not verified.
pub const MINISTRY_2025: &[u8] = include_bytes!("../../data/jrwa-mkidn-2025.csv");

/// Whether a row can hold cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// Holds other classes, never cases.
    Group,
    /// A final class (klasa końcowa): holds cases.
    Final,
}

/// A class of a file plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, from 1.
    pub line: u64,
    /// The symbol, 1 to 8 digits; leading zeros count.
    pub symbol: String,
    /// The title (hasło klasyfikacyjne).
    pub title: String,
    /// The category for the home unit; `None` for a group, and for a final class whose category is not known yet.
    pub home: Option<Category>,
    /// The category for other units, where the plan gives two.
    pub other: Option<Category>,
    /// Group or final class.
    pub kind: RowKind,
    /// Whether the row was confirmed at its source: no status given, or `ok`, or `potwierdzona`. Others are shown as to be checked.
    pub verified: bool,
    /// Remarks; empty if there are none.
    pub notes: String,
    /// Where the row was seen; empty if not told.
    pub source: String,
}

impl Row {
    /// How deep the class lies: 1 for `0`, 4 for `0123`.
    #[must_use]
    pub fn level(&self) -> usize {
        self.symbol.len()
    }

    /// The symbol of the class above; `None` at the top.
    #[must_use]
    pub fn parent(&self) -> Option<&str> {
        self.symbol.get(..self.symbol.len().saturating_sub(1)).filter(|parent| !parent.is_empty())
    }
}

/// A file plan as read, with all that was found wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The rows without errors, by symbol, so that a class follows the one above it.
    pub rows: Vec<Row>,
    /// Errors and warnings, by line.
    pub problems: Vec<Problem>,
    /// The encoding of the file.
    pub encoding: Encoding,
}

impl Plan {
    /// Whether there is a row and no error; warnings do not matter.
    #[must_use]
    pub fn can_be_imported(&self) -> bool {
        !self.rows.is_empty() && self.errors().next().is_none()
    }

    /// The problems that must be corrected first.
    pub fn errors(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity() == Severity::Error)
    }

    /// The problems that only deserve a look.
    pub fn warnings(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.severity() == Severity::Warning)
    }
}

#[cfg(test)]
mod tests;
