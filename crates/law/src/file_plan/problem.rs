//! What can be wrong with a file plan, and how it reads.

use super::Encoding;
use crate::Lang;

/// The file as a whole cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.why(Lang::En))]
pub enum FileFault {
    /// There is nothing in the file.
    Empty,
    /// Unicode of two bytes a character, as spreadsheets save "Unicode text".
    Utf16,
    /// Zero bytes: a spreadsheet, an archive or a picture, but not text.
    NotText,
    /// Neither UTF-8 nor Windows-1250 nor ISO 8859-2.
    UnknownEncoding,
    /// A column is missing; its name stands in the header of a right file.
    MissingColumn(&'static str),
    /// A column occurs twice.
    DoubleColumn(String),
    /// More rows than a file plan can have.
    TooManyRows(usize),
}

impl FileFault {
    /// The reason and what to do, in plain words.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        match self {
            Self::Empty => lang.pick("Plik jest pusty.", "The file is empty.").to_owned(),
            Self::Utf16 => lang
                .pick(
                    "Plik zapisano jako UTF-16. Zapisz go jako „CSV UTF-8” i spróbuj jeszcze raz.",
                    "The file is saved as UTF-16. Save it as “CSV UTF-8” and try again.",
                )
                .to_owned(),
            Self::NotText => lang
                .pick(
                    "To nie jest plik tekstowy. Jeśli to arkusz, zapisz go jako „CSV UTF-8”.",
                    "This is not a text file. If it is a spreadsheet, save it as “CSV UTF-8”.",
                )
                .to_owned(),
            Self::UnknownEncoding => lang
                .pick(
                    "Nie da się odczytać polskich liter w tym pliku. Zapisz go jako „CSV UTF-8”.",
                    "The letters in this file cannot be read. Save it as “CSV UTF-8”.",
                )
                .to_owned(),
            Self::MissingColumn(name) => lang.pick(
                format!("W pierwszym wierszu brakuje kolumny „{name}”. Wymagane: symbol, haslo, kategoria_archiwalna."),
                format!("The first line lacks the column “{name}”. Required: symbol, haslo, kategoria_archiwalna."),
            ),
            Self::DoubleColumn(name) => lang.pick(
                format!("W pierwszym wierszu kolumna „{name}” powtarza się."),
                format!("In the first line the column “{name}” occurs twice."),
            ),
            Self::TooManyRows(limit) => lang.pick(
                format!("Plik ma więcej niż {limit} wierszy. To chyba nie jest wykaz akt."),
                format!("The file has more than {limit} rows. It is probably not a file plan."),
            ),
        }
    }
}

/// Whether a problem forbids the import or only deserves a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The import can go on.
    Warning,
    /// The row must be corrected first.
    Error,
}

/// What is wrong with one row, or worth knowing about it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// Error: the row has more filled fields than the header has columns.
    TooManyFields,
    /// Error: the symbol is empty.
    EmptySymbol,
    /// Error: the symbol holds a character that is no digit.
    SymbolCharacter(String, char),
    /// Error: the symbol is longer than 8 digits.
    SymbolTooLong(String),
    /// Error: the symbol occurred before, on the given line.
    DuplicateSymbol(String, u64),
    /// Error: the title is empty.
    EmptyTitle(String),
    /// Error: the title is longer than 1,000 characters.
    TitleTooLong(String),
    /// Error: the category is none.
    BadCategory(String, String),
    /// Error: the kind of row is neither group nor final class.
    BadKind(String, String),
    /// Warning: the class above it is not in the plan.
    MissingParent(String, String),
    /// Warning: the row says group and carries a category, which is dropped.
    CategoryOnGroup(String),
    /// Warning: a final class has classes under it.
    FinalWithChildren(String),
    /// Warning: no category and nothing under it, so it counts as a group and cannot hold cases.
    NoCategory(String),
    /// Warning: the file is not UTF-8; Polish letters deserve a look.
    OldEncoding(Encoding),
}

/// A problem and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Problem {
    /// Line in the file, from 1; the header is line 1.
    pub line: u64,
    /// What is wrong.
    pub what: What,
}

impl Problem {
    /// Whether it forbids the import.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self.what {
            What::MissingParent(..)
            | What::CategoryOnGroup(_)
            | What::FinalWithChildren(_)
            | What::NoCategory(_)
            | What::OldEncoding(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The problem in plain words, with the line: `Wiersz 7: …`.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        let what = match lang {
            Lang::Pl => self.what.pl(),
            Lang::En => self.what.en(),
        };
        format!("{} {}: {what}", lang.pick("Wiersz", "Line"), self.line)
    }
}

impl What {
    fn pl(&self) -> String {
        match self {
            Self::TooManyFields => {
                "jest więcej pól niż kolumn w nagłówku. Pole z przecinkiem lub średnikiem ujmij w cudzysłów.".to_owned()
            }
            Self::EmptySymbol => "brakuje symbolu klasyfikacyjnego.".to_owned(),
            Self::SymbolCharacter(symbol, found) => {
                format!("symbol „{symbol}” zawiera znak „{}”, a może składać się tylko z cyfr.", found.escape_debug())
            }
            Self::SymbolTooLong(symbol) => format!("symbol „{symbol}” jest za długi (najwyżej 8 cyfr)."),
            Self::DuplicateSymbol(symbol, first) => format!("symbol {symbol} był już w wierszu {first}."),
            Self::EmptyTitle(symbol) => format!("klasa {symbol} nie ma hasła."),
            Self::TitleTooLong(symbol) => format!("hasło klasy {symbol} jest za długie (najwyżej 1000 znaków)."),
            Self::BadCategory(symbol, found) => format!(
                "klasa {symbol}: „{found}” nie jest kategorią archiwalną. Możliwe: A, B z liczbą lat (B5), BE z liczbą lat (BE50), Bc, B*."
            ),
            Self::BadKind(symbol, found) => {
                format!("klasa {symbol}: „{found}” nie jest rodzajem wiersza. Możliwe: grupa, klasa_koncowa.")
            }
            Self::MissingParent(symbol, parent) => {
                format!("klasa {symbol}: w wykazie nie ma klasy nadrzędnej {parent}.")
            }
            Self::CategoryOnGroup(symbol) => {
                format!("{symbol} to grupa, więc jej kategorię pominięto. Kategorię mają tylko klasy końcowe.")
            }
            Self::FinalWithChildren(symbol) => format!("klasa końcowa {symbol} ma pod sobą inne klasy."),
            Self::NoCategory(symbol) => {
                format!(
                    "{symbol} nie ma kategorii archiwalnej, więc uznano ją za grupę. W grupie nie można zakładać spraw."
                )
            }
            Self::OldEncoding(encoding) => {
                format!("plik odczytano w kodowaniu {}. Sprawdź, czy polskie litery są poprawne.", encoding.name())
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Self::TooManyFields => {
                "there are more fields than columns in the header. Put a field with a comma or semicolon in quotation marks.".to_owned()
            }
            Self::EmptySymbol => "the symbol is missing.".to_owned(),
            Self::SymbolCharacter(symbol, found) => {
                format!("the symbol “{symbol}” holds “{}”, but only digits may stand there.", found.escape_debug())
            }
            Self::SymbolTooLong(symbol) => format!("the symbol “{symbol}” is too long (8 digits at most)."),
            Self::DuplicateSymbol(symbol, first) => format!("the symbol {symbol} was on line {first} already."),
            Self::EmptyTitle(symbol) => format!("class {symbol} has no title."),
            Self::TitleTooLong(symbol) => format!("the title of class {symbol} is too long (1,000 characters at most)."),
            Self::BadCategory(symbol, found) => format!(
                "class {symbol}: “{found}” is no archival category. Possible: A, B and years (B5), BE and years (BE50), Bc, B*."
            ),
            Self::BadKind(symbol, found) => {
                format!("class {symbol}: “{found}” is no kind of row. Possible: grupa, klasa_koncowa.")
            }
            Self::MissingParent(symbol, parent) => format!("class {symbol}: the class above it, {parent}, is not in the plan."),
            Self::CategoryOnGroup(symbol) => {
                format!("{symbol} is a group, so its category was left out. Only final classes carry one.")
            }
            Self::FinalWithChildren(symbol) => format!("the final class {symbol} has other classes under it."),
            Self::NoCategory(symbol) => {
                format!("{symbol} has no archival category, so it counts as a group. A group cannot hold cases.")
            }
            Self::OldEncoding(encoding) => {
                format!("the file was read as {}. Check that the Polish letters are right.", encoding.name())
            }
        }
    }
}
