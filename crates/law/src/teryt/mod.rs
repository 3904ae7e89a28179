//! The territorial division: voivodeships, powiats and gminas with their TERYT codes.
//!
//! Source: the TERYT register of Statistics Poland (Act of 29 June 1995 on public statistics, art. 47), state of
//! 1 January 2025; population of 31 December 2024. 16 voivodeships, 380 powiats (66 of them cities with
//! powiat rights) and 2,479 gminas; the two gminas made on 1 January 2025 have no population yet.

mod office;
mod search;

pub use office::office_name;
pub use search::{Filter, search};

use crate::Lang;
use crate::fold::{fold, sort_key};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

/// The day whose state the table shows, for pages that name their source.
pub const AS_OF: jiff::civil::Date = jiff::civil::date(2025, 1, 1);

/// The code of a gmina: seven digits, two of the voivodeship, two of the powiat, two of the gmina and its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; 7]);

/// A text is no code of a gmina: not seven digits, or the last digit names no kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a TERYT code of a gmina: seven digits, the last one 1, 2, 3, 4, 5, 8 or 9")]
pub struct BadCode(pub String);

impl BadCode {
    /// The reason in plain words of the given language.
    #[must_use]
    pub fn why(&self, lang: Lang) -> String {
        lang.pick(
            format!("„{}” nie jest kodem TERYT gminy. Kod ma 7 cyfr, a ostatnia (rodzaj) to 1, 2, 3, 4, 5, 8 albo 9.", self.0),
            format!("“{}” is not a TERYT code of a gmina. It has 7 digits, and the last (the kind) is 1, 2, 3, 4, 5, 8 or 9.", self.0),
        )
    }
}

impl FromStr for Code {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let bad = || BadCode(text.to_owned());
        let digits: [u8; 7] = text.as_bytes().try_into().map_err(|_| bad())?;
        let known = digits.iter().all(u8::is_ascii_digit) && Kind::of_digit(digits[6]).is_some();
        if known { Ok(Self(digits)) } else { Err(bad()) }
    }
}

impl Code {
    /// The seven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The code of its voivodeship, two digits.
    #[must_use]
    pub fn voivodeship(&self) -> &str {
        self.as_str().get(..2).unwrap_or_default()
    }

    /// The code of its powiat, four digits.
    #[must_use]
    pub fn powiat(&self) -> &str {
        self.as_str().get(..4).unwrap_or_default()
    }

    /// The kind of unit, from the last digit.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::of_digit(self.0[6]).unwrap_or(Kind::Rural)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for Code {
    type Error = BadCode;

    fn try_from(text: String) -> Result<Self, BadCode> {
        text.parse()
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.as_str().to_owned()
    }
}

/// The kind of unit, which the last digit of its code names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 1: a gmina that is a town.
    Urban,
    /// 2: a gmina of villages.
    Rural,
    /// 3: a gmina of a town and villages.
    UrbanRural,
    /// 4: the town of an urban-rural gmina; not a gmina, not in the table.
    TownPart,
    /// 5: the villages of an urban-rural gmina; not a gmina, not in the table.
    RuralPart,
    /// 8: a district of Warsaw; not in the table.
    WarsawDistrict,
    /// 9: a delegacy or district of another city; not in the table.
    CityDistrict,
}

impl Kind {
    const fn of_digit(digit: u8) -> Option<Self> {
        Some(match digit {
            b'1' => Self::Urban,
            b'2' => Self::Rural,
            b'3' => Self::UrbanRural,
            b'4' => Self::TownPart,
            b'5' => Self::RuralPart,
            b'8' => Self::WarsawDistrict,
            b'9' => Self::CityDistrict,
            _ => return None,
        })
    }

    /// The name: `gmina miejska`, `urban gmina` and so on.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Urban => lang.pick("gmina miejska", "urban gmina"),
            Self::Rural => lang.pick("gmina wiejska", "rural gmina"),
            Self::UrbanRural => lang.pick("gmina miejsko-wiejska", "urban-rural gmina"),
            Self::TownPart => lang.pick("miasto w gminie miejsko-wiejskiej", "town in an urban-rural gmina"),
            Self::RuralPart => {
                lang.pick("obszar wiejski w gminie miejsko-wiejskiej", "rural area of an urban-rural gmina")
            }
            Self::WarsawDistrict => lang.pick("dzielnica m.st. Warszawy", "district of Warsaw"),
            Self::CityDistrict => lang.pick("delegatura lub dzielnica gminy miejskiej", "district of a city"),
        }
    }
}

/// A gmina, the basic unit of local government.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gmina {
    /// Its code.
    pub code: Code,
    /// Its name, without the word gmina.
    pub name: &'static str,
    /// Urban, rural or urban-rural.
    pub kind: Kind,
    /// The name of its powiat as an adjective (`gostyniński`), or of the city with powiat rights.
    pub powiat: &'static str,
    /// The name of its voivodeship, an adjective in lower case.
    pub voivodeship: &'static str,
    /// Area in hectares.
    pub area_ha: u32,
    /// Population on 31 December 2024; `None` for the two gminas made a day later.
    pub population: Option<u32>,
    /// Whether it is a city with powiat rights.
    pub city_with_powiat_rights: bool,
    folded: String,
    folded_around: String,
}

impl Gmina {
    /// The place in words: `gmina wiejska, powiat gostyniński, województwo mazowieckie`.
    #[must_use]
    pub fn place(&self, lang: Lang) -> String {
        let kind = self.kind.name(lang);
        if self.city_with_powiat_rights {
            return lang.pick(
                format!("miasto na prawach powiatu, województwo {}", self.voivodeship),
                format!("city with powiat rights, {} voivodeship", self.voivodeship),
            );
        }
        lang.pick(
            format!("{kind}, powiat {}, województwo {}", self.powiat, self.voivodeship),
            format!("{kind}, {} powiat, {} voivodeship", self.powiat, self.voivodeship),
        )
    }
}

/// A powiat, or a city with the rights of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Powiat {
    /// Four digits.
    pub code: &'static str,
    /// An adjective (`gostyniński`), or the name of the city.
    pub name: &'static str,
    /// Whether it is a city with powiat rights.
    pub city: bool,
    /// The name of its voivodeship.
    pub voivodeship: &'static str,
    /// Population on 31 December 2024.
    pub population: Option<u32>,
}

/// A voivodeship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voivodeship {
    /// Two digits.
    pub code: &'static str,
    /// The name, an adjective in lower case.
    pub name: &'static str,
}

/// The rows of a table without its header, as fields; the tables hold no quotes, which a test sees to.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.trim_end().split(',').collect())
}

/// All gminas, in the order of their codes.
#[must_use]
pub fn gminas() -> &'static [Gmina] {
    static GMINAS: OnceLock<Vec<Gmina>> = OnceLock::new();
    GMINAS.get_or_init(|| {
        rows(include_str!("../../data/teryt-gminy.csv"))
            .filter_map(|fields| {
                let [code, _, _, _, _, name, _, powiat, voivodeship, area, population] = fields.as_slice() else {
                    return None;
                };
                let code: Code = code.parse().ok()?;
                Some(Gmina {
                    code,
                    name,
                    kind: code.kind(),
                    powiat,
                    voivodeship,
                    area_ha: area.parse().ok()?,
                    population: population.parse().ok(),
                    // Numbers of powiats from 61 on are those of cities.
                    city_with_powiat_rights: code.powiat().get(2..).is_some_and(|number| number >= "61"),
                    folded: search::words_of(name),
                    folded_around: format!("{} {}", fold(powiat), fold(voivodeship)),
                })
            })
            .collect()
    })
}

/// All powiats and cities with powiat rights, in the order of their codes.
#[must_use]
pub fn powiats() -> &'static [Powiat] {
    static POWIATS: OnceLock<Vec<Powiat>> = OnceLock::new();
    POWIATS.get_or_init(|| {
        rows(include_str!("../../data/teryt-powiaty.csv"))
            .filter_map(|fields| match fields.as_slice() {
                [code, _, _, name, kind, voivodeship, _, _, population] => Some(Powiat {
                    code,
                    name,
                    city: *kind != "powiat",
                    voivodeship,
                    population: population.parse().ok(),
                }),
                _ => None,
            })
            .collect()
    })
}

/// The powiats of one voivodeship (two digits), by name in the Polish order, cities last.
#[must_use]
pub fn powiats_of(voivodeship: &str) -> Vec<&'static Powiat> {
    let mut list: Vec<_> = powiats().iter().filter(|powiat| powiat.code.get(..2) == Some(voivodeship)).collect();
    list.sort_by_cached_key(|powiat| (powiat.city, sort_key(powiat.name)));
    list
}

/// All voivodeships, in the order of their codes, which is that of their Polish names.
#[must_use]
pub fn voivodeships() -> &'static [Voivodeship] {
    static VOIVODESHIPS: OnceLock<Vec<Voivodeship>> = OnceLock::new();
    VOIVODESHIPS.get_or_init(|| {
        rows(include_str!("../../data/teryt-wojewodztwa.csv"))
            .filter_map(|fields| match fields.as_slice() {
                [code, name, ..] => Some(Voivodeship { code, name }),
                _ => None,
            })
            .collect()
    })
}

/// The gmina with this code, if it is in the table.
#[must_use]
pub fn gmina(code: Code) -> Option<&'static Gmina> {
    let list = gminas();
    list.binary_search_by_key(&code, |gmina| gmina.code).ok().and_then(|index| list.get(index))
}

/// The powiat with this code of four digits.
#[must_use]
pub fn powiat(code: &str) -> Option<&'static Powiat> {
    powiats().iter().find(|powiat| powiat.code == code)
}

/// The voivodeship with this code of two digits.
#[must_use]
pub fn voivodeship(code: &str) -> Option<&'static Voivodeship> {
    voivodeships().iter().find(|voivodeship| voivodeship.code == code)
}

#[cfg(test)]
mod tests;
