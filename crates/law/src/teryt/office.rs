//! What the office of a gmina is called.

use super::{Gmina, Kind};

/// Genitives of the cities with powiat rights, for `Urząd Miasta Łodzi`.
const GENITIVES: [(&str, &str); 65] = [
    ("Jelenia Góra", "Jeleniej Góry"),
    ("Legnica", "Legnicy"),
    ("Wrocław", "Wrocławia"),
    ("Wałbrzych", "Wałbrzycha"),
    ("Bydgoszcz", "Bydgoszczy"),
    ("Grudziądz", "Grudziądza"),
    ("Toruń", "Torunia"),
    ("Włocławek", "Włocławka"),
    ("Biała Podlaska", "Białej Podlaskiej"),
    ("Chełm", "Chełma"),
    ("Lublin", "Lublina"),
    ("Zamość", "Zamościa"),
    ("Gorzów Wielkopolski", "Gorzowa Wielkopolskiego"),
    ("Zielona Góra", "Zielonej Góry"),
    ("Łódź", "Łodzi"),
    ("Piotrków Trybunalski", "Piotrkowa Trybunalskiego"),
    ("Skierniewice", "Skierniewic"),
    ("Kraków", "Krakowa"),
    ("Nowy Sącz", "Nowego Sącza"),
    ("Tarnów", "Tarnowa"),
    ("Ostrołęka", "Ostrołęki"),
    ("Płock", "Płocka"),
    ("Radom", "Radomia"),
    ("Siedlce", "Siedlec"),
    ("Opole", "Opola"),
    ("Krosno", "Krosna"),
    ("Przemyśl", "Przemyśla"),
    ("Rzeszów", "Rzeszowa"),
    ("Tarnobrzeg", "Tarnobrzega"),
    ("Białystok", "Białegostoku"),
    ("Łomża", "Łomży"),
    ("Suwałki", "Suwałk"),
    ("Gdańsk", "Gdańska"),
    ("Gdynia", "Gdyni"),
    ("Słupsk", "Słupska"),
    ("Sopot", "Sopotu"),
    ("Bielsko-Biała", "Bielska-Białej"),
    ("Bytom", "Bytomia"),
    ("Chorzów", "Chorzowa"),
    ("Częstochowa", "Częstochowy"),
    ("Dąbrowa Górnicza", "Dąbrowy Górniczej"),
    ("Gliwice", "Gliwic"),
    ("Jastrzębie-Zdrój", "Jastrzębia-Zdroju"),
    ("Jaworzno", "Jaworzna"),
    ("Katowice", "Katowic"),
    ("Mysłowice", "Mysłowic"),
    ("Piekary Śląskie", "Piekar Śląskich"),
    ("Ruda Śląska", "Rudy Śląskiej"),
    ("Rybnik", "Rybnika"),
    ("Siemianowice Śląskie", "Siemianowic Śląskich"),
    ("Sosnowiec", "Sosnowca"),
    ("Świętochłowice", "Świętochłowic"),
    ("Tychy", "Tychów"),
    ("Zabrze", "Zabrza"),
    ("Żory", "Żor"),
    ("Kielce", "Kielc"),
    ("Elbląg", "Elbląga"),
    ("Olsztyn", "Olsztyna"),
    ("Kalisz", "Kalisza"),
    ("Konin", "Konina"),
    ("Leszno", "Leszna"),
    ("Poznań", "Poznania"),
    ("Koszalin", "Koszalina"),
    ("Szczecin", "Szczecina"),
    ("Świnoujście", "Świnoujścia"),
];

/// The likely name of the office of a gmina, to propose until the office gives its own.
///
/// A rural gmina has `Urząd Gminy Gromadka`, an urban-rural one `Urząd Miasta i Gminy Góra`, a town
/// `Urząd Miasta Bielawa`, a city with powiat rights `Urząd Miasta Łodzi`, Warsaw `Urząd m.st. Warszawy`. Best
/// effort: the name is set by each gmina's own statute, and many towns say `Urząd Miejski w …`, which
/// needs a case form no table here holds; so the nominative stands outside the cities.
#[must_use]
pub fn office_name(gmina: &Gmina) -> String {
    if gmina.city_with_powiat_rights {
        if gmina.name == "Warszawa" {
            return "Urząd m.st. Warszawy".to_owned();
        }
        let genitive =
            GENITIVES.iter().find(|(name, _)| *name == gmina.name).map_or(gmina.name, |(_, genitive)| genitive);
        return format!("Urząd Miasta {genitive}");
    }
    match gmina.kind {
        Kind::Urban => format!("Urząd Miasta {}", gmina.name),
        Kind::UrbanRural => format!("Urząd Miasta i Gminy {}", gmina.name),
        _ => format!("Urząd Gminy {}", gmina.name),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{gminas, powiats};
    use super::*;

    fn name_of(code: &str) -> String {
        office_name(super::super::gmina(code.parse().unwrap()).unwrap())
    }

    #[test]
    fn proposes_names() {
        assert_eq!(name_of("1061011"), "Urząd Miasta Łodzi");
        assert_eq!(name_of("1465011"), "Urząd m.st. Warszawy");
        assert_eq!(name_of("0201032"), "Urząd Gminy Gromadka");
        assert_eq!(name_of("0204013"), "Urząd Miasta i Gminy Góra");
        assert_eq!(name_of("0202011"), "Urząd Miasta Bielawa");
    }

    #[test]
    fn every_city_has_its_genitive() {
        for city in powiats().iter().filter(|powiat| powiat.city && powiat.name != "Warszawa") {
            assert!(GENITIVES.iter().any(|(name, _)| *name == city.name), "{}", city.name);
        }
        assert!(gminas().iter().all(|gmina| office_name(gmina).starts_with("Urząd ")));
    }
}
