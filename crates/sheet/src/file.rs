//! A table and its two forms.

use std::borrow::Cow;

use jiff::civil::Date;
use kernel::{Fault, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook};

/// The longest name of a sheet (ECMA-376, as programs enforce it).
const NAME_MOST: usize = 31;

/// How many characters a day takes, and a number at most.
const DAY_WIDE: usize = 10;
const NUMBER_WIDE: usize = 8;
/// The widest column, in characters.
const WIDEST: usize = 60;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A number with two places; in CSV with a comma, as Polish spreadsheets expect.
    Decimal(f64),
    /// A day.
    Day(Date),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Cell::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Cell::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Cell::Empty, Cell::Decimal)
    }
}

impl From<Option<Date>> for Cell {
    fn from(day: Option<Date>) -> Self {
        day.map_or(Cell::Empty, Cell::Day)
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Cell::Empty, Cell::Number)
    }
}

impl Cell {
    /// A day where the text is one (ISO 8601), else the text: of dates as people gave them.
    pub fn day_or_text(text: &str) -> Self {
        text.parse().map_or_else(|_| text.into(), Cell::Day)
    }
}

/// A table to be taken away.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The headings.
    pub heads: Vec<String>,
    /// The rows, each as long as the headings.
    pub rows: Vec<Vec<Cell>>,
}

/// Text that no spreadsheet takes for a formula when it stands in a CSV: what begins like one gets an apostrophe before it
/// (OWASP, CSV injection). For whoever writes CSV by other means than a [`Sheet`].
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A cell as it stands in a CSV.
fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Decimal(number) => format!("{number:.2}").replace('.', ","),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

impl Sheet {
    /// As CSV for people: UTF-8 with a mark, semicolons, CRLF (RFC 4180 but for the semicolon, which Polish spreadsheets
    /// expect).
    ///
    /// # Errors
    /// `Internal`, never in practice: memory takes everything.
    pub fn csv(&self) -> Result<Vec<u8>> {
        self.separated(b';')
    }

    /// As CSV for programs: UTF-8 with a mark, commas, CRLF (RFC 4180).
    ///
    /// # Errors
    /// `Internal`, never in practice: memory takes everything.
    pub fn csv_for_programs(&self) -> Result<String> {
        String::from_utf8(self.separated(b',')?).map_err(Fault::internal)
    }

    fn separated(&self, delimiter: u8) -> Result<Vec<u8>> {
        let mut csv = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        csv.write_record(&self.heads).map_err(Fault::internal)?;
        for row in &self.rows {
            csv.write_record(row.iter().map(plain)).map_err(Fault::internal)?;
        }
        csv.into_inner().map_err(|e| Fault::internal(e.to_string()))
    }

    /// As XLSX: headings in bold that stay in view, numbers as numbers and days as days. `made` is the day in its
    /// properties. It takes the processor for a while; call it off the runtime's threads.
    ///
    /// # Errors
    /// `Internal` when there are more rows than a sheet takes (1,048,576).
    pub fn xlsx(&self, made: Date) -> Result<Vec<u8>> {
        self.write(made).map_err(|e| Fault::internal(e.to_string()))
    }

    /// How wide the columns are, in characters: so that all of a cell is seen unless it is very long.
    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = self.heads.iter().map(|head| head.chars().count()).collect();
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(match cell {
                    Cell::Text(text) => text.chars().count(),
                    Cell::Day(_) => DAY_WIDE,
                    // No count here has more digits.
                    Cell::Number(_) | Cell::Decimal(_) => NUMBER_WIDE,
                    Cell::Empty => 0,
                });
            }
        }
        widths.iter().map(|width| (width + 2).min(WIDEST)).collect()
    }

    fn write(&self, made: Date) -> std::result::Result<Vec<u8>, rust_xlsxwriter::XlsxError> {
        let day = |d: Date| {
            ExcelDateTime::from_ymd(
                u16::try_from(d.year()).unwrap_or(1900),
                u8::try_from(d.month()).unwrap_or(1),
                u8::try_from(d.day()).unwrap_or(1),
            )
        };
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_title(&self.name).set_creation_datetime(&day(made)?));
        let (bold, date) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
        let decimal = Format::new().set_num_format("0.00");
        // A register may have 200,000 rows: they go to a file in the temporary folder row by row instead of into memory.
        let sheet = book.add_worksheet_with_constant_memory()?;
        let name: String = self.name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(NAME_MOST).collect();
        sheet.set_name(if name.trim().is_empty() { "1" } else { name.trim() })?;
        for (column, head) in (0..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (line, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Text(text) => sheet.write_string(line, column, text)?,
                    // Counts are far below 2^53, up to which a spreadsheet's numbers are exact.
                    Cell::Number(number) => sheet.write_number(line, column, *number as f64)?,
                    Cell::Decimal(number) => sheet.write_number_with_format(line, column, *number, &decimal)?,
                    // Days of spreadsheets begin with 1900; a letter may be older.
                    Cell::Day(d) if d.year() < 1900 => sheet.write_string(line, column, d.to_string())?,
                    Cell::Day(d) => sheet.write_datetime_with_format(line, column, &day(*d)?, &date)?,
                    Cell::Empty => continue,
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        for (column, width) in (0..).zip(self.widths()) {
            sheet.set_column_width(column, width as f64)?;
        }
        book.save_to_buffer()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for sign in ["=", "+", "-", "@", "\t", "\r"] {
            assert_eq!(harmless(&format!("{sign}1")), format!("'{sign}1"));
        }
        assert_eq!(harmless("1=1"), "1=1");
    }

    #[test]
    fn cells_are_quoted_and_are_no_formulas() {
        let sheet = Sheet {
            name: "Kto/jest: spóźniony".into(),
            heads: vec!["Osoba".into(), "Ile".into(), "Średnia".into(), "Termin".into()],
            rows: vec![vec!["=1+1;\"a\"".into(), 5_i64.into(), Some(4.333).into(), Cell::Day(date(2026, 3, 2))]],
        };
        let csv = String::from_utf8(sheet.csv().unwrap()).unwrap();
        assert_eq!(csv, "\u{feff}Osoba;Ile;Średnia;Termin\r\n\"'=1+1;\"\"a\"\"\";5;4,33;2026-03-02\r\n");
        let xlsx = sheet.xlsx(date(2026, 3, 2)).unwrap();
        assert!(xlsx.starts_with(b"PK"), "a ZIP archive");
    }

    #[test]
    fn a_date_as_people_gave_it_never_keeps_a_table_from_being_made() {
        let given =
            ["2026-03-02", "0001-01-01", "1899-12-31", "1900-01-01", "9999-12-31", "2026-02-30", "maj 1987", ""];
        let rows = given.map(|text| vec![Cell::day_or_text(text)]).to_vec();
        let sheet = Sheet { name: "Daty".into(), heads: vec!["Data na piśmie".into()], rows };
        let csv = String::from_utf8(sheet.csv().unwrap()).unwrap();
        assert_eq!(csv.lines().skip(1).map(|line| line.trim_matches('"')).collect::<Vec<_>>(), given);
        assert!(sheet.xlsx(date(2026, 3, 2)).unwrap().starts_with(b"PK"));
    }
}
