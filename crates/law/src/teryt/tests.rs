use super::*;
use proptest::prelude::*;

fn names(typed: &str) -> Vec<&'static str> {
    search(typed, 10, Filter::default()).into_iter().map(|gmina| gmina.name).collect()
}

#[test]
fn the_tables_are_whole() {
    assert_eq!((gminas().len(), powiats().len(), voivodeships().len()), (2_479, 380, 16));
    assert!(gminas().is_sorted_by_key(|gmina| gmina.code));
    assert!(!include_str!("../../data/teryt-gminy.csv").contains('"'));
    assert_eq!(gminas().iter().filter(|gmina| gmina.population.is_none()).count(), 2);
    assert_eq!(gminas().iter().filter(|gmina| gmina.city_with_powiat_rights).count(), 66);
    for one in gminas() {
        let powiat = powiat(one.code.powiat()).unwrap();
        assert_eq!((powiat.name, powiat.city), (one.powiat, one.city_with_powiat_rights), "{one:?}");
        assert_eq!(voivodeship(one.code.voivodeship()).unwrap().name, one.voivodeship);
        assert!(matches!(one.kind, Kind::Urban | Kind::Rural | Kind::UrbanRural));
        assert_eq!(gmina(one.code), Some(one));
    }
}

#[test]
fn reads_codes() {
    let code: Code = "1061011".parse().unwrap();
    assert_eq!((code.voivodeship(), code.powiat(), code.kind()), ("10", "1061", Kind::Urban));
    for bad in ["", "106101", "10610111", "106101a", "1061010", "ąąąą"] {
        assert!(bad.parse::<Code>().is_err(), "{bad}");
    }
    assert_eq!(gmina("9999992".parse().unwrap()), None);
}

#[test]
fn finds_what_people_type() {
    for (typed, first) in [
        ("lodz", "Łódź"),
        ("ŁÓDŹ", "Łódź"),
        ("wroclaw", "Wrocław"),
        ("bielsko biala", "Bielsko-Biała"),
        ("war", "Warszawa"),
        ("urząd miasta kraków", "Kraków"),
        ("dobra szczecinska", "Dobra (Szczecińska)"),
        ("1061011", "Łódź"),
        ("krkaow", "Kraków"),
    ] {
        let found = names(typed);
        assert!(found.first() == Some(&first), "{typed}: {found:?}");
    }
    let gostynin = search("gostynin", 10, Filter::default());
    assert_eq!((gostynin[0].kind, gostynin[1].kind), (Kind::Urban, Kind::Rural));
    assert_eq!(search("boleslawiec lodzkie", 10, Filter::default())[0].voivodeship, "łódzkie");
    assert!(names("qqqqqq").is_empty());
}

#[test]
fn narrows_to_a_part_of_the_country() {
    let within = |filter| search("", 3_000, filter);
    assert_eq!(within(Filter { voivodeship: Some("10"), powiat: None }).len(), 177);
    let powiat = within(Filter { voivodeship: None, powiat: Some("0201") });
    assert_eq!(powiat.len(), 6);
    assert_eq!(powiat[0].name, "Bolesławiec");
    assert_eq!(within(Filter::default()).len(), 2_479);
    assert!(search("lodz", 10, Filter { voivodeship: Some("02"), powiat: None }).iter().all(|g| g.name != "Łódź"));
    assert_eq!(powiats_of("02").len(), 30);
    assert!(powiats_of("02").last().unwrap().city);
}

#[test]
fn tells_the_place() {
    let place = |code: &str, lang| gmina(code.parse().unwrap()).unwrap().place(lang);
    assert_eq!(place("0201022", Lang::Pl), "gmina wiejska, powiat bolesławiecki, województwo dolnośląskie");
    assert_eq!(place("1061011", Lang::En), "city with powiat rights, łódzkie voivodeship");
}

proptest! {
    #[test]
    fn any_text_is_answered_within_the_limit(typed in any::<String>(), limit in 0usize..20) {
        prop_assert!(search(&typed, limit, Filter::default()).len() <= limit);
    }

    #[test]
    fn a_name_without_diacritics_finds_its_gmina(index in 0usize..2_479) {
        let wanted = &gminas()[index];
        let found = search(&fold(wanted.name), 20, Filter::default());
        prop_assert!(found.contains(&wanted), "{} not found", wanted.name);
    }
}
