//! A CSV file as offices save it: separated by commas, semicolons or tabs, in UTF-8 with or without its mark or in
//! Windows-1250, with Polish or English headings in any order.

use law::fold::fold;

use crate::msg;

/// The most rows a file may have.
pub const MAX_ROWS: usize = 5000;
/// The most bytes a file may have.
pub const MAX_BYTES: u64 = 4 << 20;

/// What is wrong with a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// There is nothing in it.
    Empty,
    /// It is not text: a spreadsheet or anything else.
    NotText,
    /// It is UTF-16.
    Utf16,
    /// It holds bytes that are letters in no encoding expected.
    Encoding,
    /// These columns are missing (keys of their names).
    Columns(Vec<&'static str>),
    /// A column stands twice (key of its name).
    Twice(&'static str),
    /// It has more rows than [`MAX_ROWS`].
    TooLong,
    /// There is a header and nothing below it.
    NoRows,
}

impl FileFault {
    /// The key of its sentence.
    pub fn key(&self) -> &'static str {
        match self {
            FileFault::Empty => msg::OFFICES_IMPORT_FILE_EMPTY,
            FileFault::NotText => msg::OFFICES_IMPORT_FILE_NOT_TEXT,
            FileFault::Utf16 => msg::OFFICES_IMPORT_FILE_UTF16,
            FileFault::Encoding => msg::OFFICES_IMPORT_FILE_ENCODING,
            FileFault::Columns(_) => msg::OFFICES_IMPORT_FILE_COLUMNS,
            FileFault::Twice(_) => msg::OFFICES_IMPORT_FILE_TWICE,
            FileFault::TooLong => msg::OFFICES_IMPORT_FILE_TOO_LONG,
            FileFault::NoRows => msg::OFFICES_IMPORT_FILE_NO_ROWS,
        }
    }
}

/// Decodes a file into text.
///
/// # Errors
/// When it is empty, no text, UTF-16, or in an encoding not expected.
pub fn decode(bytes: &[u8]) -> Result<String, FileFault> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(FileFault::Utf16);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) || bytes.contains(&0) {
        return Err(FileFault::NotText);
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1250
            .decode_without_bom_handling_and_without_replacement(bytes)
            .filter(|text| !text.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c)))
            .ok_or(FileFault::Encoding)?
            .into_owned(),
    };
    if text.trim().is_empty() { Err(FileFault::Empty) } else { Ok(text) }
}

/// A column: the key of its name, headings that mean it (folded), whether it must be there.
pub(super) struct Column {
    pub key: &'static str,
    pub headings: &'static [&'static str],
    pub required: bool,
}

/// A row: its line and its cells, one for each column expected; `None` where the file has no such column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub number: u64,
    pub cells: Vec<Option<String>>,
    /// Whether it has another number of cells than the header.
    pub ragged: bool,
}

impl Line {
    /// The cell of a column by its place; empty when missing.
    pub fn get(&self, column: usize) -> &str {
        self.given(column).unwrap_or_default()
    }
    /// The cell of a column, if the file has the column.
    pub fn given(&self, column: usize) -> Option<&str> {
        self.cells.get(column).and_then(Option::as_deref)
    }
}

fn separator(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let mut best = (0, b',');
    for candidate in [b';', b',', b'\t'] {
        let count = header.bytes().filter(|b| *b == candidate).count();
        if count > best.0 {
            best = (count, candidate);
        }
    }
    best.1
}

/// A heading in the form in which headings are compared: folded, words divided by single spaces.
fn heading(text: &str) -> String {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Reads a text into lines of the columns expected. Empty lines are skipped, unknown columns left out.
pub(super) fn read(text: &str, columns: &[Column]) -> Result<Vec<Line>, FileFault> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(true)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| FileFault::NotText)?.clone();
    let mut places = Vec::with_capacity(columns.len());
    for column in columns {
        let mut at =
            headers.iter().enumerate().filter(|(_, h)| column.headings.contains(&heading(h).as_str())).map(|(i, _)| i);
        places.push(at.next());
        if at.next().is_some() {
            return Err(FileFault::Twice(column.key));
        }
    }
    let missing: Vec<_> =
        columns.iter().zip(&places).filter(|(c, p)| c.required && p.is_none()).map(|(c, _)| c.key).collect();
    if !missing.is_empty() {
        return Err(FileFault::Columns(missing));
    }
    let mut lines = Vec::new();
    // The reader counts a record from the end of the one before, with empty lines between; people count its own line.
    let (bytes, mut seen, mut number) = (text.as_bytes(), 0, 1);
    for record in reader.records() {
        let record = record.map_err(|_| FileFault::NotText)?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        if lines.len() == MAX_ROWS {
            return Err(FileFault::TooLong);
        }
        let cells = places.iter().map(|p| p.map(|i| record.get(i).unwrap_or_default().to_owned())).collect();
        let mut start = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX));
        while bytes.get(start).is_some_and(|b| matches!(b, b'\r' | b'\n')) {
            start += 1;
        }
        number += bytes.get(seen..start).map_or(0, |between| between.iter().filter(|b| **b == b'\n').count() as u64);
        seen = start;
        lines.push(Line { number, cells, ragged: record.len() != headers.len() });
    }
    if lines.is_empty() { Err(FileFault::NoRows) } else { Ok(lines) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[
        Column { key: "code", headings: &["symbol", "code"], required: true },
        Column { key: "name", headings: &["nazwa", "name"], required: true },
        Column { key: "parent", headings: &["komorka nadrzedna", "parent"], required: false },
    ];

    #[test]
    fn the_same_table_is_read_from_every_way_offices_save_it() {
        for bytes in [
            "symbol;nazwa\nOR;Łąka\n".as_bytes().to_vec(),
            "\u{feff}Nazwa,SYMBOL\r\n\"Łąka\",OR\r\n".as_bytes().to_vec(),
            b"code\tname\n\nOR\t\xa3\xb9ka\n".to_vec(),
        ] {
            let lines = read(&decode(&bytes).unwrap(), COLUMNS).unwrap();
            assert_eq!((lines.len(), lines[0].get(0), lines[0].get(1)), (1, "OR", "Łąka"));
            assert_eq!(lines[0].given(2), None);
        }
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let lines = read("symbol;nazwa\nA;\"dwie\nlinie\"\n\nB;b;x\n", COLUMNS).unwrap();
        assert_eq!(lines.iter().map(|l| (l.number, l.ragged)).collect::<Vec<_>>(), [(2, false), (5, true)]);
    }

    #[test]
    fn what_is_no_table_is_named() {
        assert_eq!(decode(b"PK\x03\x04abc"), Err(FileFault::NotText));
        assert_eq!(decode(b"\xff\xfea\0"), Err(FileFault::Utf16));
        assert_eq!(decode(b" \n"), Err(FileFault::Empty));
        assert_eq!(decode(b"\x81\x83"), Err(FileFault::Encoding));
        assert_eq!(read("symbol;opis\nA;b", COLUMNS), Err(FileFault::Columns(vec!["name"])));
        assert_eq!(read("symbol;nazwa;name\nA;b;c", COLUMNS), Err(FileFault::Twice("name")));
        assert_eq!(read("symbol;nazwa\n", COLUMNS), Err(FileFault::NoRows));
        let long = format!("symbol;nazwa\n{}", "A;b\n".repeat(MAX_ROWS + 1));
        assert_eq!(read(&long, COLUMNS), Err(FileFault::TooLong));
    }
}
