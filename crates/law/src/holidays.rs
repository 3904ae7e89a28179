//! Statutory holidays (dni ustawowo wolne od pracy).
//!
//! Source: the Act of 18 January 1951 on days free from work, art. 1, with its later changes: Epiphany
//! again since 2011, 24 December since 2025 (Dz.U. 2024 poz. 1965), and the single holiday of
//! 12 November 2018. Days of earlier decades (22 July until 1989, 15 August and 11 November again since
//! 1989, 3 May again since 1990) are kept so that old terms can be recounted; the table is compared
//! with an independent one for 2011–2035.
//!
//! Saturday is not a holiday. Rules that treat it as one (KPA art. 57 § 4) say so themselves, through
//! [`day_off`].

use crate::Lang;
use jiff::civil::{Date, Weekday};

/// A statutory holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// 6 January; until 1960 and again since 2011.
    Epiphany,
    /// Easter Sunday.
    Easter,
    /// The day after Easter Sunday.
    EasterMonday,
    /// 1 May.
    MayDay,
    /// 3 May; since 1990.
    ConstitutionDay,
    /// The 49th day after Easter Sunday.
    Pentecost,
    /// The 60th day after Easter Sunday.
    CorpusChristi,
    /// 22 July; until 1989.
    RebirthOfPoland,
    /// 15 August; until 1960 and again since 1989.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November; since 1989.
    IndependenceDay,
    /// 12 November 2018 only.
    CentenaryOfIndependence,
    /// 24 December; since 2025.
    ChristmasEve,
    /// 25 December.
    Christmas,
    /// 26 December.
    SecondChristmasDay,
}

impl Holiday {
    /// The Polish name in the words of the act.
    #[must_use]
    pub const fn name_pl(self) -> &'static str {
        match self {
            Self::NewYear => "Nowy Rok",
            Self::Epiphany => "Święto Trzech Króli",
            Self::Easter => "pierwszy dzień Wielkiej Nocy",
            Self::EasterMonday => "drugi dzień Wielkiej Nocy",
            Self::MayDay => "Święto Państwowe",
            Self::ConstitutionDay => "Święto Narodowe Trzeciego Maja",
            Self::Pentecost => "pierwszy dzień Zielonych Świątek",
            Self::CorpusChristi => "dzień Bożego Ciała",
            Self::RebirthOfPoland => "Narodowe Święto Odrodzenia Polski",
            Self::Assumption => "Wniebowzięcie Najświętszej Maryi Panny",
            Self::AllSaints => "Wszystkich Świętych",
            Self::IndependenceDay => "Narodowe Święto Niepodległości",
            Self::CentenaryOfIndependence => {
                "Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości (jednorazowo)"
            }
            Self::ChristmasEve => "Wigilia Bożego Narodzenia",
            Self::Christmas => "pierwszy dzień Bożego Narodzenia",
            Self::SecondChristmasDay => "drugi dzień Bożego Narodzenia",
        }
    }

    /// The English name.
    #[must_use]
    pub const fn name_en(self) -> &'static str {
        match self {
            Self::NewYear => "New Year's Day",
            Self::Epiphany => "Epiphany",
            Self::Easter => "Easter Sunday",
            Self::EasterMonday => "Easter Monday",
            Self::MayDay => "1 May, State Holiday",
            Self::ConstitutionDay => "3 May, Constitution Day",
            Self::Pentecost => "Pentecost",
            Self::CorpusChristi => "Corpus Christi",
            Self::RebirthOfPoland => "22 July, National Day of the Rebirth of Poland",
            Self::Assumption => "Assumption Day",
            Self::AllSaints => "All Saints' Day",
            Self::IndependenceDay => "Independence Day",
            Self::CentenaryOfIndependence => "Centenary of Independence (once only)",
            Self::ChristmasEve => "Christmas Eve",
            Self::Christmas => "Christmas Day",
            Self::SecondChristmasDay => "Second Day of Christmas",
        }
    }

    /// The name in the given language.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        lang.pick(self.name_pl(), self.name_en())
    }
}

/// Why nobody works on a day for the purposes of KPA art. 57 § 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayOff {
    /// A statutory holiday, also one that falls on a weekend.
    Holiday(Holiday),
    /// A Sunday that is no other holiday.
    Sunday,
    /// A Saturday that is no holiday.
    Saturday,
}

impl DayOff {
    /// The name of the day in the given language, as it reads inside a sentence.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Holiday(holiday) => holiday.name(lang),
            Self::Sunday => lang.pick("niedziela", "Sunday"),
            Self::Saturday => lang.pick("sobota", "Saturday"),
        }
    }
}

/// Easter Sunday of a Gregorian year: the month (3 or 4) and the day.
///
/// The anonymous Gregorian algorithm published by Meeus and by Butcher. Years 1 to 9999; outside
/// them the result has no meaning but the function still returns.
#[must_use]
pub fn easter(year: i16) -> (i8, i8) {
    let year = i32::from(year);
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let sum = h + l - 7 * m + 114;
    // `sum` lies between 114 and 155, so both parts fit.
    (i8::try_from(sum / 31).unwrap_or(4), i8::try_from(sum % 31 + 1).unwrap_or(1))
}

/// How many days after Easter Sunday of its year a date falls; negative before it.
fn days_after_easter(date: Date) -> i32 {
    let (month, day) = easter(date.year());
    // Both dates lie in one year, so the difference of their day numbers is exact.
    let easter_day = Date::new(date.year(), month, day).map_or(0, |d| i32::from(d.day_of_year()));
    i32::from(date.day_of_year()) - easter_day
}

/// The statutory holiday on a date, if there is one; a plain Sunday is not named here.
///
/// Act of 18 January 1951 on days free from work, art. 1 point 1.
#[must_use]
pub fn holiday(date: Date) -> Option<Holiday> {
    let year = date.year();
    let fixed = match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYear),
        (1, 6) if year >= 2011 || year <= 1960 => Some(Holiday::Epiphany),
        (5, 1) => Some(Holiday::MayDay),
        (5, 3) if year >= 1990 => Some(Holiday::ConstitutionDay),
        (7, 22) if year <= 1989 => Some(Holiday::RebirthOfPoland),
        (8, 15) if year >= 1989 || year <= 1960 => Some(Holiday::Assumption),
        (11, 1) => Some(Holiday::AllSaints),
        (11, 11) if year >= 1989 => Some(Holiday::IndependenceDay),
        (11, 12) if year == 2018 => Some(Holiday::CentenaryOfIndependence),
        (12, 24) if year >= 2025 => Some(Holiday::ChristmasEve),
        (12, 25) => Some(Holiday::Christmas),
        (12, 26) => Some(Holiday::SecondChristmasDay),
        _ => None,
    };
    if fixed.is_some() || !(3..=6).contains(&date.month()) {
        return fixed;
    }
    match days_after_easter(date) {
        0 => Some(Holiday::Easter),
        1 => Some(Holiday::EasterMonday),
        49 => Some(Holiday::Pentecost),
        60 => Some(Holiday::CorpusChristi),
        _ => None,
    }
}

/// The name of the statutory holiday on a date, in the given language.
#[must_use]
pub fn name(date: Date, lang: Lang) -> Option<&'static str> {
    holiday(date).map(|holiday| holiday.name(lang))
}

/// Whether the date is free from work by statute: a holiday or any Sunday (art. 1 of the act). Saturday is not.
#[must_use]
pub fn is_day_off(date: Date) -> bool {
    date.weekday() == Weekday::Sunday || holiday(date).is_some()
}

/// Whether the date is a Saturday, which KPA art. 57 § 4 treats like a day off at the end of a term.
#[must_use]
pub fn is_saturday(date: Date) -> bool {
    date.weekday() == Weekday::Saturday
}

/// Why a term cannot end on this date: a holiday, a Sunday or a Saturday; `None` on a working day.
///
/// KPA art. 57 § 4. A holiday that falls on a weekend is named as the holiday.
#[must_use]
pub fn day_off(date: Date) -> Option<DayOff> {
    if let Some(holiday) = holiday(date) {
        return Some(DayOff::Holiday(holiday));
    }
    match date.weekday() {
        Weekday::Sunday => Some(DayOff::Sunday),
        Weekday::Saturday => Some(DayOff::Saturday),
        _ => None,
    }
}

/// Whether the date is neither a holiday, nor a Sunday, nor a Saturday.
#[must_use]
pub fn is_working_day(date: Date) -> bool {
    day_off(date).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn easter_of_known_years() {
        for (year, month, day) in
            [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2038, 4, 25), (2285, 3, 22)]
        {
            assert_eq!(easter(year), (month, day), "{year}");
        }
    }

    #[test]
    fn holidays_that_came_and_went() {
        assert!(!is_day_off(date(2024, 12, 24)));
        assert!(is_day_off(date(2025, 12, 24)));
        assert!(is_day_off(date(2018, 11, 12)));
        assert!(!is_day_off(date(2019, 11, 12)));
        assert!(!is_day_off(date(2010, 1, 6)));
        assert!(is_day_off(date(2011, 1, 6)));
        assert!(is_day_off(date(1988, 7, 22)));
        assert!(!is_day_off(date(1990, 7, 23)));
    }

    #[test]
    fn saturday_is_apart() {
        let saturday = date(2026, 1, 10);
        assert!(!is_day_off(saturday) && is_saturday(saturday) && !is_working_day(saturday));
        assert_eq!(name(date(2026, 6, 4), Lang::En), Some("Corpus Christi"));
        assert_eq!(day_off(date(2026, 8, 15)), Some(DayOff::Holiday(Holiday::Assumption)));
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in 1583i16..=9999) {
            let (month, day) = easter(year);
            let sunday = date(year, month, day);
            prop_assert_eq!(sunday.weekday(), Weekday::Sunday);
            prop_assert!(sunday >= date(year, 3, 22) && sunday <= date(year, 4, 25));
        }

        #[test]
        fn a_week_never_lacks_a_day_off(year in 1i16..=9998, day in 1i16..=365) {
            let start = date(year, 1, 1).with().day_of_year(day).build().unwrap();
            prop_assert!((0..7i64).any(|n| is_day_off(start.checked_add(jiff::Span::new().days(n)).unwrap())));
        }
    }
}
