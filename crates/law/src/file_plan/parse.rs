//! From bytes to rows and problems.

use super::encoding::decode;
use super::{Category, Encoding, FileFault, Plan, Problem, Row, RowKind, What};
use crate::fold::fold;
use crate::reference::MAX_SYMBOL;
use std::collections::{BTreeMap, HashMap};

/// The most rows a file may have; four full levels are 11,110.
pub const MAX_ROWS: usize = 20_000;
const MAX_TITLE: usize = 1_000;

/// Columns by meaning, as positions in a record.
struct Columns {
    symbol: usize,
    title: usize,
    category: usize,
    other: Option<usize>,
    notes: Option<usize>,
    status: Option<usize>,
    kind: Option<usize>,
    source: Option<usize>,
    count: usize,
}

impl Columns {
    fn find(header: &csv::StringRecord) -> Result<Self, FileFault> {
        let names: Vec<String> = header
            .iter()
            .map(|name| fold(name).replace('_', " ").split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let find = |accepted: &[&str]| {
            let mut places = names.iter().enumerate().filter(|(_, name)| accepted.contains(&name.as_str()));
            let first = places.next().map(|(index, _)| index);
            match places.next() {
                Some((_, name)) => Err(FileFault::DoubleColumn(name.clone())),
                None => Ok(first),
            }
        };
        let need = |accepted: &[&str], name| find(accepted)?.ok_or(FileFault::MissingColumn(name));
        Ok(Self {
            symbol: need(&["symbol", "symbol klasyfikacyjny"], "symbol")?,
            title: need(&["haslo", "haslo klasyfikacyjne", "tytul"], "haslo")?,
            category: need(&["kategoria archiwalna", "kategoria", "kat. arch."], "kategoria_archiwalna")?,
            other: find(&["kategoria inne", "kategoria archiwalna inne", "kategoria w innych komorkach"])?,
            notes: find(&["uwagi", "uszczegolowienie hasla"])?,
            status: find(&["status", "jakosc"])?,
            kind: find(&["rodzaj"])?,
            source: find(&["zrodlo"])?,
            count: names.len(),
        })
    }
}

/// The separator that occurs most in the first line, outside quotation marks.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    for byte in text.trim_start().bytes().take_while(|byte| !matches!(byte, b'\n' | b'\r')) {
        quoted ^= byte == b'"';
        for (separator, count) in &mut counts {
            *count += usize::from(!quoted && *separator == byte);
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// Counts lines while records are read. The reader's own count stops before the line ends that it skips: after
/// a carriage return, and on empty lines.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which the first character of a record stands; positions must not go back.
    fn line_of(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(letter) = self.text.get(self.at) {
            let before = self.at < byte;
            if !before && !matches!(letter, b'\n' | b'\r') {
                break;
            }
            self.at += 1;
            let ends_line = *letter == b'\n' || (*letter == b'\r' && self.text.get(self.at) != Some(&b'\n'));
            self.line += u64::from(ends_line);
        }
        self.line
    }
}

/// Reads a file plan and judges every row.
///
/// A row's kind is what its column `rodzaj` says; without one, a row with a category is a final class, a row with
/// others under it a group. A row with neither is a final class whose category is not known yet if the
/// file says how sure its rows are (`status`, `jakosc`), as the starter plan does; otherwise a group, with
/// a warning. Rows with errors are left out of the result and named in the problems.
///
/// # Errors
/// [`FileFault`] when the file as a whole cannot be read.
pub fn parse(bytes: &[u8]) -> Result<Plan, FileFault> {
    let (text, encoding) = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(&text))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    // The text is UTF-8 and the reader flexible, so the only fault left would be one of reading from memory.
    let header = reader.headers().map_err(|_| FileFault::NotText)?.clone();
    let columns = Columns::find(&header)?;
    let mut problems = Vec::new();
    if encoding != Encoding::Utf8 {
        problems.push(Problem { line: 1, what: What::OldEncoding(encoding) });
    }
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    let mut lines: HashMap<String, u64> = HashMap::new();
    let mut lines_read = Lines { text: text.as_bytes(), at: 0, line: 1 };
    for (index, record) in reader.records().enumerate() {
        if index >= MAX_ROWS {
            return Err(FileFault::TooManyRows(MAX_ROWS));
        }
        let record = record.map_err(|_| FileFault::NotText)?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = lines_read.line_of(record.position().map_or(0, csv::Position::byte));
        match Draft::read(&record, &columns, line, &mut lines) {
            Ok(draft) => {
                drafts.insert(draft.row.symbol.clone(), draft);
            }
            Err(found) => problems.extend(found.into_iter().map(|what| Problem { line, what })),
        }
    }
    let rows = finish(drafts, &lines, columns.status.is_some(), &mut problems);
    problems.sort_by_key(|problem| problem.line);
    Ok(Plan { rows, problems, encoding })
}

/// A row whose fields are right, before it is known what lies under it.
struct Draft {
    row: Row,
    said: Option<RowKind>,
}

impl Draft {
    fn read(
        record: &csv::StringRecord,
        columns: &Columns,
        line: u64,
        lines: &mut HashMap<String, u64>,
    ) -> Result<Self, Vec<What>> {
        let field = |index: usize| record.get(index).unwrap_or_default();
        let extra = |index: Option<usize>| index.map(field).unwrap_or_default();
        let mut wrong = Vec::new();
        if record.iter().skip(columns.count).any(|field| !field.is_empty()) {
            wrong.push(What::TooManyFields);
        }
        let symbol = field(columns.symbol).to_owned();
        if symbol.is_empty() {
            wrong.push(What::EmptySymbol);
        } else if let Some(found) = symbol.chars().find(|letter| !letter.is_ascii_digit()) {
            wrong.push(What::SymbolCharacter(symbol.clone(), found));
        } else if symbol.len() > MAX_SYMBOL {
            wrong.push(What::SymbolTooLong(symbol.clone()));
        } else if let Some(first) = lines.get(&symbol) {
            wrong.push(What::DuplicateSymbol(symbol.clone(), *first));
        } else {
            lines.insert(symbol.clone(), line);
        }
        let title = field(columns.title);
        if title.is_empty() {
            wrong.push(What::EmptyTitle(symbol.clone()));
        } else if title.chars().count() > MAX_TITLE {
            wrong.push(What::TitleTooLong(symbol.clone()));
        }
        let mut category = |text: &str| -> Option<Category> {
            if text.is_empty() {
                return None;
            }
            text.parse().map_err(|_| wrong.push(What::BadCategory(symbol.clone(), text.to_owned()))).ok()
        };
        let (home, other) = match field(columns.category).split_once(['/', '|']) {
            Some((home, other)) => (home.trim(), other.trim()),
            None => (field(columns.category), extra(columns.other)),
        };
        let (home, other) = (category(home), category(other));
        let said = match fold(extra(columns.kind)).replace('_', " ").as_str() {
            "" => None,
            "grupa" | "klasa grupujaca" => Some(RowKind::Group),
            "klasa koncowa" | "koncowa" => Some(RowKind::Final),
            _ => {
                wrong.push(What::BadKind(symbol.clone(), extra(columns.kind).to_owned()));
                None
            }
        };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let verified = matches!(fold(extra(columns.status)).as_str(), "" | "ok" | "potwierdzona" | "potwierdzone");
        let row = Row {
            line,
            symbol,
            title: title.to_owned(),
            home,
            other,
            kind: RowKind::Group,
            verified,
            notes: extra(columns.notes).to_owned(),
            source: extra(columns.source).to_owned(),
        };
        Ok(Self { row, said })
    }
}

/// Decides the kind of each row and looks at the tree as a whole.
fn finish(
    drafts: BTreeMap<String, Draft>,
    lines: &HashMap<String, u64>,
    with_status: bool,
    problems: &mut Vec<Problem>,
) -> Vec<Row> {
    // Sorted by symbol, what lies under a class follows it at once.
    let symbols: Vec<String> = drafts.keys().cloned().collect();
    let mut rows = Vec::with_capacity(drafts.len());
    for (index, Draft { mut row, said }) in drafts.into_values().enumerate() {
        let has_children = symbols.get(index + 1).is_some_and(|next| next.starts_with(&row.symbol));
        let mut warn = |what| problems.push(Problem { line: row.line, what });
        row.kind = match said {
            Some(kind) => kind,
            None if row.home.is_some() || row.other.is_some() => RowKind::Final,
            None if has_children => RowKind::Group,
            None if with_status => RowKind::Final,
            None => {
                warn(What::NoCategory(row.symbol.clone()));
                RowKind::Group
            }
        };
        match row.kind {
            RowKind::Group if row.home.take().is_some() | row.other.take().is_some() => {
                warn(What::CategoryOnGroup(row.symbol.clone()));
            }
            RowKind::Final if has_children => warn(What::FinalWithChildren(row.symbol.clone())),
            _ => {}
        }
        if let Some(parent) = row.parent()
            && !lines.contains_key(parent)
        {
            warn(What::MissingParent(row.symbol.clone(), parent.to_owned()));
        }
        rows.push(row);
    }
    rows
}
