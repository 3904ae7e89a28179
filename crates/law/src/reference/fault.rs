//! What can be wrong with a case reference, and how it reads.

use crate::Lang;

/// The parts a case reference consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Code of the unit.
    Unit,
    /// Code of the section within the unit, after the hyphen.
    Section,
    /// Symbol of the class in the file plan.
    Symbol,
    /// Number of the case.
    Number,
    /// Number of the case within a sub-file.
    SubNumber,
    /// Year in which the case was opened.
    Year,
    /// Initials of the official.
    Initials,
}

impl Part {
    fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Unit => lang.pick("oznaczenie komórki organizacyjnej", "the code of the unit"),
            Self::Section => {
                lang.pick("oznaczenie części komórki po łączniku", "the code of the section after the hyphen")
            }
            Self::Symbol => lang.pick("symbol klasyfikacyjny z wykazu akt", "the symbol of the class"),
            Self::Number => lang.pick("numer sprawy", "the number of the case"),
            Self::SubNumber => lang.pick("numer sprawy w podteczce", "the number within the sub-file"),
            Self::Year => lang.pick("rok", "the year"),
            Self::Initials => lang.pick("symbol prowadzącego sprawę", "the initials of the official"),
        }
    }
}

/// Why a text is no case reference.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.why_en())]
pub enum ReferenceError {
    /// Nothing was typed.
    Empty,
    /// Fewer than four or more than six parts between dots.
    PartCount(usize),
    /// A part between two dots is empty.
    EmptyPart(Part),
    /// A part is longer than it may be.
    TooLong(Part, usize),
    /// A part holds a character that does not belong there.
    Character(Part, char),
    /// The code of a unit, or the initials, hold no letter.
    NoLetter(Part),
    /// A number begins with zero; numbers are written without leading zeros and start from 1.
    LeadingZero(Part),
    /// A number does not fit: above 4,294,967,295.
    TooBig(Part),
    /// The year is not four digits from 1900 to 9999.
    Year,
}

impl ReferenceError {
    /// The reason in plain Polish.
    #[must_use]
    pub fn why_pl(&self) -> String {
        let name = |part: &Part| part.name(Lang::Pl);
        match self {
            Self::Empty => "Znak sprawy jest pusty.".to_owned(),
            Self::PartCount(found) => format!(
                "Znak sprawy ma od 4 do 6 części oddzielonych kropkami (na przykład OR.0123.4.2026.JK), a tu jest ich {found}."
            ),
            Self::EmptyPart(part) => format!("Znak sprawy: brakuje części „{}”.", name(part)),
            Self::TooLong(part, limit) => {
                format!("Znak sprawy: część „{}” jest za długa (najwyżej {limit}).", name(part))
            }
            Self::Character(part, found) => {
                format!("Znak sprawy: część „{}” zawiera niedozwolony znak „{}”.", name(part), found.escape_debug())
            }
            Self::NoLetter(part) => format!("Znak sprawy: część „{}” musi zawierać choć jedną literę.", name(part)),
            Self::LeadingZero(part) => {
                format!("Znak sprawy: część „{}” nie może zaczynać się od zera. Numery liczy się od 1.", name(part))
            }
            Self::TooBig(part) => format!("Znak sprawy: część „{}” to za duża liczba.", name(part)),
            Self::Year => "Znak sprawy: rok to cztery cyfry, na przykład 2026.".to_owned(),
        }
    }

    /// The reason in plain English.
    #[must_use]
    pub fn why_en(&self) -> String {
        let name = |part: &Part| part.name(Lang::En);
        match self {
            Self::Empty => "The case reference is empty.".to_owned(),
            Self::PartCount(found) => format!(
                "A case reference has 4 to 6 parts with dots between (for example OR.0123.4.2026.JK), but there are {found} here."
            ),
            Self::EmptyPart(part) => format!("Case reference: {} is missing.", name(part)),
            Self::TooLong(part, limit) => format!("Case reference: {} is too long ({limit} at most).", name(part)),
            Self::Character(part, found) => {
                format!("Case reference: {} holds “{}”, which may not stand there.", name(part), found.escape_debug())
            }
            Self::NoLetter(part) => format!("Case reference: {} needs at least one letter.", name(part)),
            Self::LeadingZero(part) => {
                format!("Case reference: {} may not begin with zero. Numbers count from 1.", name(part))
            }
            Self::TooBig(part) => format!("Case reference: {} is too big a number.", name(part)),
            Self::Year => "Case reference: the year is four digits, such as 2026.".to_owned(),
        }
    }

    /// The reason in the given language.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        match lang {
            Lang::Pl => self.why_pl(),
            Lang::En => self.why_en(),
        }
    }
}
