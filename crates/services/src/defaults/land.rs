//! Building and land.

use super::{
    Special,
    base::{Base, plot},
    dsl::*,
};
use crate::schema::Field;

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "wypis-wyrys-mpzp" => plan_extract(),
        "wglad-w-plan" => plan_view(),
        "zaswiadczenie-plan" => plan_certificate(),
        "warunki-zabudowy" => building_conditions(),
        "numer-porzadkowy" => house_number(),
        "podzial-nieruchomosci" => division(),
        _ => return None,
    })
}

/// The fields and more.
pub(super) fn with(mut fields: Vec<Field>, more: Vec<Field>) -> Vec<Field> {
    fields.extend(more);
    fields
}

fn plan_extract() -> Special {
    Special::new(
        Base::anyone().no_pesel().paid(),
        vec![step(
            "plot",
            "Działka i dokument",
            "The plot and the document",
            with(
                plot("Numer działki", "Number of the plot"),
                vec![
                    ticks(
                        "extract_kind",
                        "Czego potrzebujesz?",
                        "What do you need?",
                        &[
                            ("text", "Wypis (część tekstowa)", "Extract of the text"),
                            ("drawing", "Wyrys (część rysunkowa)", "Extract of the drawing"),
                        ],
                    )
                    .req(),
                    radio(
                        "extract_form",
                        "W jakiej postaci?",
                        "In what form?",
                        &[("electronic", "Elektronicznej", "Electronic"), ("paper", "Papierowej", "On paper")],
                    ),
                    number("extract_copies", "Ile egzemplarzy?", "How many copies?")
                        .req()
                        .whole()
                        .between(1.0, 20.0)
                        .shown("extract_form", &["paper"]),
                    line("extract_purpose", "Do czego potrzebny jest dokument?", "What is the document for?").max(300),
                ],
            ),
        )],
    )
}

fn plan_view() -> Special {
    Special::new(
        Base { address: false, ..Base::anyone().no_pesel().alone() },
        vec![step(
            "visit",
            "Wgląd w plan",
            "Viewing the plan",
            vec![
                line("plan_area", "Jaki teren Cię interesuje?", "Which area are you interested in?")
                    .req()
                    .max(300)
                    .help("Numer działki, ulica albo miejscowość.", "Number of a plot, street or village."),
                radio(
                    "view_way",
                    "Jak chcesz zobaczyć plan?",
                    "How do you want to see the plan?",
                    &[
                        ("online", "Proszę o link do planu w internecie", "Send me a link to the plan on the web"),
                        ("office", "Przyjdę do urzędu", "I will come to the office"),
                    ],
                ),
                day("view_date", "Kiedy przyjdziesz?", "When will you come?")
                    .req()
                    .not_past()
                    .shown("view_way", &["office"]),
            ],
        )],
    )
}

fn plan_certificate() -> Special {
    Special::new(
        Base::anyone().no_pesel().paid(),
        vec![step(
            "plot",
            "Działka",
            "The plot",
            with(
                plot("Numer działki", "Number of the plot"),
                vec![
                    ticks(
                        "certificate_scope",
                        "Co ma potwierdzać zaświadczenie?",
                        "What should the certificate confirm?",
                        &[
                            (
                                "purpose",
                                "Przeznaczenie w planie miejscowym albo brak planu",
                                "The intended use in the plan, or that there is none",
                            ),
                            (
                                "conditions",
                                "Czy wydano decyzję o warunkach zabudowy",
                                "Whether building conditions were decided",
                            ),
                            (
                                "revitalisation",
                                "Czy działka leży w obszarze rewitalizacji",
                                "Whether the plot lies in a regeneration area",
                            ),
                            (
                                "forest",
                                "Czy działkę obejmuje plan urządzenia lasu",
                                "Whether a forest plan covers the plot",
                            ),
                        ],
                    )
                    .req(),
                    line("certificate_purpose", "Do czego potrzebujesz zaświadczenia?", "What do you need it for?")
                        .max(300),
                ],
            ),
        )],
    )
}

fn building_conditions() -> Special {
    Special::new(
        Base::anyone(),
        vec![
            step(
                "plot",
                "Teren inwestycji",
                "The site",
                with(
                    plot("Numery działek", "Numbers of the plots"),
                    vec![
                        radio(
                            "plot_right",
                            "Jakie masz prawo do terenu?",
                            "What right do you have to the site?",
                            &[
                                (
                                    "owner",
                                    "Jestem właścicielem lub użytkownikiem wieczystym",
                                    "I am the owner or perpetual usufructuary",
                                ),
                                ("other", "Inne albo żadne", "Another or none"),
                            ],
                        )
                        .help(
                            "Wniosek może złożyć każdy, także bez prawa do terenu.",
                            "Anyone may apply, also without a right to the site.",
                        ),
                    ],
                ),
            ),
            step(
                "investment",
                "Co chcesz zbudować",
                "What you want to build",
                vec![
                    select(
                        "investment_kind",
                        "Rodzaj zabudowy",
                        "Kind of development",
                        &[
                            ("house", "Dom jednorodzinny", "A house for one family"),
                            ("flats", "Budynek wielorodzinny", "A block of flats"),
                            ("farm", "Zabudowa zagrodowa", "Farm buildings"),
                            ("service", "Usługi lub handel", "Services or shops"),
                            ("production", "Produkcja lub magazyny", "Production or storage"),
                            ("other", "Inna", "Other"),
                        ],
                    ),
                    line("investment_other", "Jaka?", "What?").req().max(300).shown("investment_kind", &["other"]),
                    radio(
                        "investment_change",
                        "Co zamierzasz zrobić?",
                        "What do you intend?",
                        &[
                            ("new", "Nowy budynek", "A new building"),
                            ("extend", "Rozbudowę lub nadbudowę", "An extension"),
                            ("use", "Zmianę sposobu użytkowania", "A change of use"),
                        ],
                    ),
                    area("investment_description", "Opisz inwestycję", "Describe the project")
                        .req()
                        .min_length(20)
                        .max(5000),
                    number("footprint", "Powierzchnia zabudowy", "Footprint")
                        .req()
                        .between(1.0, 1_000_000.0)
                        .unit("m²"),
                    number("storeys", "Liczba kondygnacji nadziemnych", "Storeys above ground")
                        .req()
                        .whole()
                        .between(1.0, 60.0),
                    number("height", "Wysokość", "Height").req().between(1.0, 300.0).unit("m"),
                    select(
                        "roof",
                        "Dach",
                        "Roof",
                        &[
                            ("flat", "Płaski", "Flat"),
                            ("gable", "Dwuspadowy", "Gabled"),
                            ("hip", "Wielospadowy", "Hipped"),
                            ("other", "Inny", "Other"),
                        ],
                    ),
                    number("parking", "Liczba miejsc postojowych", "Parking places").whole().between(0.0, 10_000.0),
                ],
            ),
            step(
                "media",
                "Droga i media",
                "Road and utilities",
                vec![
                    line("road", "Dostęp do drogi publicznej", "Access to a public road").req().max(300).help(
                        "Nazwa lub numer drogi albo opis dojazdu.",
                        "Name or number of the road, or how one gets to it.",
                    ),
                    radio(
                        "water",
                        "Woda",
                        "Water",
                        &[
                            ("network", "Z sieci", "From the mains"),
                            ("own", "Z własnego ujęcia", "Own well"),
                            ("none", "Niepotrzebna", "Not needed"),
                        ],
                    ),
                    radio(
                        "sewage",
                        "Ścieki",
                        "Sewage",
                        &[
                            ("network", "Do sieci", "To the mains"),
                            ("tank", "Do zbiornika bezodpływowego", "To a septic tank"),
                            ("plant", "Do przydomowej oczyszczalni", "To a domestic treatment plant"),
                            ("none", "Brak", "None"),
                        ],
                    ),
                    number("power", "Zapotrzebowanie na moc elektryczną", "Electric power needed")
                        .between(0.0, 1_000_000.0)
                        .unit("kW"),
                    select(
                        "heating",
                        "Ogrzewanie",
                        "Heating",
                        &[
                            ("network", "Z sieci ciepłowniczej", "District heating"),
                            ("gas", "Gazowe", "Gas"),
                            ("pump", "Pompa ciepła", "Heat pump"),
                            ("solid", "Na paliwo stałe", "Solid fuel"),
                            ("electric", "Elektryczne", "Electric"),
                            ("none", "Brak", "None"),
                        ],
                    ),
                ],
            ),
        ],
    )
    .with(vec![
        file(
            "map",
            "Mapa zasadnicza lub ewidencyjna z zaznaczonym terenem",
            "Base or cadastral map with the site marked",
        )
        .req()
        .files(5),
        file("concept", "Szkic lub koncepcja zabudowy", "Sketch or concept of the buildings").files(10),
    ])
}

fn house_number() -> Special {
    Special::new(
        Base::anyone().no_pesel(),
        vec![step(
            "building",
            "Budynek",
            "The building",
            with(
                plot("Numer działki", "Number of the plot"),
                vec![
                    radio(
                        "building_state",
                        "W jakim stanie jest budynek?",
                        "What state is the building in?",
                        &[
                            ("planned", "Prognozowany (jest pozwolenie)", "Planned (there is a permit)"),
                            ("built", "W trakcie budowy", "Being built"),
                            ("existing", "Istniejący", "Existing"),
                        ],
                    ),
                    select(
                        "building_kind",
                        "Rodzaj budynku",
                        "Kind of building",
                        &[
                            ("house", "Mieszkalny jednorodzinny", "House"),
                            ("flats", "Mieszkalny wielorodzinny", "Block of flats"),
                            ("service", "Usługowy", "Services"),
                            ("other", "Inny", "Other"),
                        ],
                    ),
                    line(
                        "building_street",
                        "Przy jakiej ulicy lub drodze stoi?",
                        "On which street or road does it stand?",
                    )
                    .req()
                    .max(200),
                    line("building_entrance", "Skąd jest wejście?", "Where is the entrance?").max(200),
                    yes_no(
                        "number_certificate",
                        "Czy chcesz też zaświadczenie o numerze (17 zł)?",
                        "Do you want a certificate of the number too (PLN 17)?",
                    ),
                ],
            ),
        )],
    )
    .with(vec![
        file("map", "Mapa lub szkic z lokalizacją budynku", "Map or sketch showing the building").files(3),
        file("certificate_fee", "Potwierdzenie zapłaty za zaświadczenie", "Proof of payment for the certificate")
            .files(2)
            .shown("number_certificate", &["yes"]),
    ])
}

fn division() -> Special {
    Special::new(
        Base::anyone(),
        vec![step(
            "plot",
            "Nieruchomość i podział",
            "The property and its division",
            with(
                plot("Numer dzielonej działki", "Number of the plot to divide"),
                vec![
                    radio(
                        "division_stage",
                        "Na jakim etapie jest podział?",
                        "At what stage is the division?",
                        &[
                            ("opinion", "Opinia o wstępnym projekcie", "Opinion on the preliminary design"),
                            ("approval", "Zatwierdzenie podziału", "Approval of the division"),
                        ],
                    ),
                    number("division_parts", "Na ile działek?", "Into how many plots?")
                        .req()
                        .whole()
                        .between(2.0, 500.0),
                    area("division_purpose", "W jakim celu dzielisz nieruchomość?", "Why do you divide the property?")
                        .req()
                        .max(2000),
                    line(
                        "division_road",
                        "Jak nowe działki będą połączone z drogą publiczną?",
                        "How will the new plots reach a public road?",
                    )
                    .req()
                    .max(500),
                    line("division_opinion", "Numer postanowienia opiniującego", "Number of the opinion")
                        .req()
                        .max(100)
                        .shown("division_stage", &["approval"]),
                ],
            ),
        )],
    )
    .with(vec![
        file("title", "Dokument prawa do nieruchomości", "Document of the right to the property").req().files(5),
        file("preliminary", "Wstępny projekt podziału", "Preliminary design of the division")
            .req()
            .files(5)
            .shown("division_stage", &["opinion"]),
        file(
            "final_documents",
            "Protokół przyjęcia granic, wykaz zmian gruntowych, mapa z projektem podziału",
            "Boundary protocol, list of changes, map with the design",
        )
        .req()
        .shown("division_stage", &["approval"]),
    ])
}
