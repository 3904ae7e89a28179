//! Roads.

use super::{
    Special,
    base::{Base, plot},
    dsl::*,
    land::with,
};

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "zajecie-pasa-drogowego" => road_occupation(),
        "lokalizacja-zjazdu" => driveway(),
        _ => return None,
    })
}

fn road_occupation() -> Special {
    Special::new(
        Base::anyone().no_pesel(),
        vec![
            step(
                "place",
                "Miejsce",
                "The place",
                vec![
                    line("road", "Ulica lub numer drogi", "Street or number of the road").req().max(200),
                    line("road_section", "Odcinek, numer posesji albo działki", "Section, house number or plot")
                        .req()
                        .max(300),
                    ticks(
                        "road_part",
                        "Jaka część pasa drogowego?",
                        "What part of the road?",
                        &[
                            ("lane", "Jezdnia", "Carriageway"),
                            ("pavement", "Chodnik", "Pavement"),
                            ("cycle", "Droga rowerowa", "Cycle path"),
                            ("verge", "Pobocze lub zieleń", "Verge or green"),
                            ("parking", "Miejsca postojowe", "Parking places"),
                        ],
                    )
                    .req(),
                ],
            ),
            step(
                "occupation",
                "Zajęcie",
                "The occupation",
                vec![
                    radio(
                        "occupation_purpose",
                        "W jakim celu?",
                        "For what purpose?",
                        &[
                            ("works", "Roboty w pasie drogowym", "Works within the road"),
                            ("device", "Umieszczenie urządzeń infrastruktury", "Placing infrastructure"),
                            ("object", "Obiekt, rusztowanie, kontener", "An object, scaffolding, skip"),
                            ("advert", "Reklama", "An advertisement"),
                            (
                                "exclusive",
                                "Wyłączność: ogródek, impreza, stoisko",
                                "Exclusive use: café garden, event, stall",
                            ),
                        ],
                    ),
                    area("occupation_description", "Opisz zajęcie", "Describe it").req().max(3000),
                    number("occupation_length", "Długość", "Length").req().between(0.1, 100_000.0).unit("m"),
                    number("occupation_width", "Szerokość", "Width").req().between(0.1, 1000.0).unit("m"),
                    number("occupation_area", "Powierzchnia razem", "Area in all")
                        .req()
                        .between(0.01, 10_000_000.0)
                        .unit("m²"),
                    number("advert_area", "Powierzchnia reklamy", "Area of the advertisement")
                        .req()
                        .between(0.01, 1000.0)
                        .unit("m²")
                        .shown("occupation_purpose", &["advert"]),
                    day("occupation_from", "Od dnia", "From").req().not_past(),
                    day("occupation_to", "Do dnia", "To").req().not_past(),
                    line("works_manager", "Kierownik robót: imię, nazwisko, telefon", "Head of works: name, telephone")
                        .req()
                        .max(200)
                        .shown("occupation_purpose", &["works", "device"]),
                    line("location_decision", "Numer decyzji lokalizacyjnej", "Number of the location decision")
                        .max(100)
                        .shown("occupation_purpose", &["device"]),
                    yes_no(
                        "traffic_change",
                        "Czy zmieni się organizacja ruchu?",
                        "Will traffic be arranged differently?",
                    ),
                ],
            ),
        ],
    )
    .with(vec![
        file("map", "Mapa z zaznaczonym zajęciem", "Map with the occupation marked").req().files(5),
        file("traffic_plan", "Zatwierdzony projekt organizacji ruchu", "Approved traffic plan")
            .req()
            .files(5)
            .shown("traffic_change", &["yes"]),
    ])
}

fn driveway() -> Special {
    Special::new(
        Base::anyone(),
        vec![step(
            "driveway",
            "Zjazd",
            "The driveway",
            with(
                plot("Numer działki, do której prowadzi zjazd", "Number of the plot it leads to"),
                vec![
                    line("road", "Z jakiej drogi?", "From which road?").req().max(200),
                    radio(
                        "driveway_action",
                        "O co wnosisz?",
                        "What do you ask for?",
                        &[("new", "O nowy zjazd", "A new driveway"), ("rebuild", "O przebudowę", "Rebuilding one")],
                    ),
                    radio(
                        "driveway_kind",
                        "Do czego będzie służył?",
                        "What will it serve?",
                        &[
                            ("home", "Do domu", "A home"),
                            ("farm", "Do pól lub gospodarstwa", "Fields or a farm"),
                            ("business", "Do działalności gospodarczej", "A business"),
                        ],
                    ),
                    number("driveway_width", "Szerokość zjazdu", "Width").between(1.0, 50.0).unit("m"),
                ],
            ),
        )],
    )
    .with(vec![
        file("plan", "Plan zagospodarowania z zaznaczonym zjazdem", "Site plan with the driveway marked")
            .req()
            .files(5),
        file("title", "Dokument własności lub dzierżawy", "Document of ownership or lease").req().files(5),
    ])
}
