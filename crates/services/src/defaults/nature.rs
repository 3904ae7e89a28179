//! Waste, trees, animals, the environment.

use super::{
    Special,
    base::{Base, plot},
    dsl::*,
};
use crate::schema::Condition;

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "deklaracja-odpady" => waste(),
        "zgloszenie-usuniecia-drzewa" => tree_notice(),
        "zezwolenie-usuniecie-drzew" => tree_permit(),
        "pies-rasy-agresywnej" => dog(),
        "decyzja-srodowiskowa" => environment(),
        _ => return None,
    })
}

fn waste() -> Special {
    Special::new(
        Base { answer: false, ..Base::anyone() },
        vec![
            step(
                "declaration",
                "Deklaracja",
                "The declaration",
                vec![
                    radio(
                        "declaration_kind",
                        "Jaka to deklaracja?",
                        "Which declaration is it?",
                        &[
                            ("first", "Pierwsza", "The first"),
                            ("change", "Zmiana danych", "A change"),
                            ("correction", "Korekta", "A correction"),
                            ("end", "Ustanie obowiązku", "End of the duty"),
                        ],
                    ),
                    day("declaration_from", "Od kiedy?", "From when?").req().help(
                        "Dzień, w którym zamieszkano, zmieniły się dane albo obowiązek ustał.",
                        "The day somebody moved in, data changed or the duty ended.",
                    ),
                    radio(
                        "declaration_owner",
                        "Kim jesteś dla nieruchomości?",
                        "What are you to the property?",
                        &[
                            ("owner", "Właścicielem", "Owner"),
                            ("coowner", "Współwłaścicielem", "Co-owner"),
                            ("manager", "Zarządcą", "Manager"),
                            ("other", "Kimś innym, kto nią włada", "Somebody else in charge of it"),
                        ],
                    ),
                    address("property_address", "Adres nieruchomości", "Address of the property").req(),
                ],
            ),
            step(
                "people",
                "Mieszkańcy i odpady",
                "Residents and waste",
                vec![
                    number("residents", "Ile osób mieszka na nieruchomości?", "How many people live there?")
                        .req()
                        .whole()
                        .between(0.0, 5000.0),
                    yes_no(
                        "composter",
                        "Czy bioodpady trafiają do kompostownika przydomowego?",
                        "Does biowaste go to a composter at home?",
                    )
                    .help("Wtedy opłata może być niższa.", "The charge may then be lower."),
                    number("composter_capacity", "Pojemność kompostownika", "Capacity of the composter")
                        .req()
                        .between(0.1, 100.0)
                        .unit("m³")
                        .shown("composter", &["yes"]),
                    yes_no(
                        "large_family",
                        "Czy rodzina ma Kartę Dużej Rodziny?",
                        "Does the family have a Large Family Card?",
                    ),
                    line("large_family_number", "Numer karty", "Number of the card")
                        .req()
                        .max(40)
                        .shown("large_family", &["yes"]),
                    money(
                        "charge",
                        "Miesięczna opłata według deklaracji",
                        "Monthly charge according to the declaration",
                    )
                    .between(0.0, 1_000_000.0)
                    .unit("zł")
                    .help(
                        "Jeśli nie wiesz, zostaw puste: policzymy i zawiadomimy.",
                        "Leave empty if you do not know: we count it and tell you.",
                    ),
                ],
            )
            .shown("declaration_kind", &["first", "change", "correction"]),
            step(
                "end",
                "Ustanie obowiązku",
                "End of the duty",
                vec![
                    radio(
                        "end_reason",
                        "Dlaczego obowiązek ustał?",
                        "Why did the duty end?",
                        &[
                            ("sold", "Nieruchomość sprzedana", "The property was sold"),
                            ("empty", "Nikt nie mieszka", "Nobody lives there"),
                            ("other", "Inny powód", "Another reason"),
                        ],
                    ),
                    line("end_other", "Jaki?", "Which?").req().max(300).shown("end_reason", &["other"]),
                ],
            )
            .shown("declaration_kind", &["end"]),
        ],
    )
}

fn tree_notice() -> Special {
    Special::new(
        Base::person().no_pesel(),
        vec![
            step("plot", "Nieruchomość", "The property", {
                let mut fields = plot("Numer działki", "Number of the plot");
                fields.push(radio("ownership", "Kto jest właścicielem?", "Who owns it?", &[("me", "Tylko ja", "Only I"), ("shared", "Ja i inni współwłaściciele", "Co-owners and I")]));
                fields.push(file("coowners_consent", "Zgoda współwłaścicieli", "Consent of the co-owners").req().files(5).shown("ownership", &["shared"]));
                fields.push(declare("no_business", "Oświadczam, że usunięcie drzewa nie wiąże się z działalnością gospodarczą.", "I declare that felling the tree has nothing to do with a business.").req());
                fields
            }),
            step("trees", "Drzewa", "The trees", vec![
                info("girth_help", "Obwód mierzy się na wysokości 5 cm. Zgłasza się drzewa powyżej: 80 cm (topola, wierzba, klon jesionolistny i srebrzysty), 65 cm (kasztanowiec zwyczajny, robinia akacjowa, platan klonolistny), 50 cm (inne).", "The girth is measured 5 cm above the ground. Report trees above: 80 cm (poplar, willow, box elder, silver maple), 65 cm (horse chestnut, black locust, London plane), 50 cm (others)."),
                number("tree_count", "Ile drzew?", "How many trees?").req().whole().between(1.0, 500.0),
                area("tree_list", "Gatunek i obwód każdego drzewa w cm", "Species and girth of each tree in cm").req().max(5000).help("Każde drzewo w nowym wierszu, na przykład: świerk, 72 cm.", "One tree a line, for example: spruce, 72 cm."),
                line("tree_reason", "Dlaczego chcesz je usunąć?", "Why do you want to fell them?").max(500),
            ]),
        ],
    )
    .with(vec![file("sketch", "Rysunek lub mapka z zaznaczonymi drzewami", "Drawing or map with the trees marked").req().files(5), file("photos", "Zdjęcia drzew", "Photographs of the trees")])
}

fn tree_permit() -> Special {
    Special::new(
        Base::anyone().no_pesel(),
        vec![
            step("plot", "Nieruchomość", "The property", {
                let mut fields = plot("Numer działki", "Number of the plot");
                fields.push(radio("plot_right", "Jakie masz prawo do nieruchomości?", "What right do you have to the property?", &[("owner", "Właściciel", "Owner"), ("holder", "Posiadacz za zgodą właściciela", "Holder with the owner's consent"), ("utility", "Właściciel urządzeń przesyłowych", "Owner of transmission lines")]));
                fields.push(file("owner_consent", "Zgoda właściciela", "Owner's consent").req().files(5).shown("plot_right", &["holder"]));
                fields.push(yes_no("monument", "Czy teren jest wpisany do rejestru zabytków?", "Is the area in the register of monuments?"));
                fields.push(info("monument_info", "Na takim terenie zezwolenie wydaje wojewódzki konserwator zabytków. Przekażemy mu wniosek.", "There the permit is given by the voivodeship conservator of monuments. We pass the application on.").shown("monument", &["yes"]));
                fields
            }),
            step("trees", "Drzewa i krzewy", "Trees and shrubs", vec![
                ticks("removal", "Co chcesz usunąć?", "What do you want to remove?", &[("trees", "Drzewa", "Trees"), ("shrubs", "Krzewy", "Shrubs")]).req(),
                area("tree_list", "Gatunek i obwód pnia na wysokości 130 cm każdego drzewa", "Species and girth at 130 cm of each tree").req().max(10_000).help("Każde drzewo w nowym wierszu, na przykład: lipa drobnolistna, 142 cm.", "One tree a line, for example: small-leaved lime, 142 cm.").shown("removal", &["trees"]),
                number("shrub_area", "Powierzchnia krzewów", "Area of shrubs").req().between(0.1, 1_000_000.0).unit("m²").shown("removal", &["shrubs"]),
                line("shrub_species", "Gatunki krzewów", "Species of shrubs").req().max(300).shown("removal", &["shrubs"]),
                area("removal_reason", "Dlaczego?", "Why?").req().min_length(10).max(3000),
                day("removal_date", "Do kiedy chcesz je usunąć?", "By when do you want to remove them?").req().not_past(),
                yes_no("business", "Czy usunięcie wiąże się z działalnością gospodarczą?", "Is the removal connected with a business?"),
                yes_no("replacement", "Czy zamierzasz posadzić nowe drzewa lub krzewy?", "Do you intend to plant new trees or shrubs?"),
                area("replacement_plan", "Gdzie, ile i jakie?", "Where, how many, which?").req().max(2000).shown("replacement", &["yes"]),
            ]),
        ],
    )
    .with(vec![
        file("map", "Rysunek lub mapa z zaznaczonymi drzewami", "Drawing or map with the trees marked").req().files(5),
        file("replacement_project", "Projekt planu nasadzeń", "Plan of planting").files(5).condition(Condition::equals("replacement", "yes")),
        declare("title_statement", "Oświadczam, że mam tytuł prawny do nieruchomości, który podałem, pod rygorem odpowiedzialności karnej.", "I declare, under criminal liability, that I have the right to the property I have named.").req(),
    ])
}

fn dog() -> Special {
    Special::new(
        Base::person().paid(),
        vec![step(
            "dog",
            "Pies",
            "The dog",
            vec![
                select(
                    "dog_breed",
                    "Rasa",
                    "Breed",
                    &[
                        ("pitbull", "Amerykański pit bull terrier", "American pit bull terrier"),
                        ("perro", "Perro de Presa Mallorquin", "Perro de Presa Mallorquin"),
                        ("bulldog", "Buldog amerykański", "American bulldog"),
                        ("dogo", "Dog argentyński", "Dogo Argentino"),
                        ("canario", "Perro de Presa Canario", "Perro de Presa Canario"),
                        ("tosa", "Tosa inu", "Tosa inu"),
                        ("rottweiler", "Rottweiler", "Rottweiler"),
                        ("akbash", "Akbash dog", "Akbash dog"),
                        ("anatolian", "Anatolian karabash", "Anatolian karabash"),
                        ("moscow", "Moskiewski stróżujący", "Moscow watchdog"),
                        ("caucasian", "Owczarek kaukaski", "Caucasian shepherd"),
                    ],
                ),
                line("dog_name", "Imię psa", "Dog's name").req().max(60),
                day("dog_born", "Data urodzenia psa", "Dog's date of birth").not_future(),
                line("dog_chip", "Numer czipa lub tatuażu", "Number of the chip or tattoo").max(40),
                address("dog_place", "Gdzie pies będzie trzymany?", "Where will the dog be kept?").req(),
                area("dog_conditions", "W jakich warunkach?", "In what conditions?")
                    .req()
                    .min_length(20)
                    .max(3000)
                    .help(
                        "Ogrodzenie, kojec, kto się nim opiekuje, spacery w kagańcu.",
                        "Fence, kennel, who looks after it, walks with a muzzle.",
                    ),
                declare(
                    "dog_insurance",
                    "Oświadczam, że zapewnię warunki, w których pies nie zagrozi ludziom ani zwierzętom.",
                    "I declare that I will keep the dog so that it endangers neither people nor animals.",
                )
                .req(),
            ],
        )],
    )
}

fn environment() -> Special {
    Special::new(
        Base::anyone().no_pesel().paid(),
        vec![step("project", "Przedsięwzięcie", "The project", {
            let mut fields = vec![
                line("project_name", "Nazwa przedsięwzięcia", "Name of the project").req().max(300),
                radio(
                    "project_group",
                    "Do której grupy należy?",
                    "Which group does it belong to?",
                    &[
                        (
                            "always",
                            "Zawsze może znacząco oddziaływać na środowisko (raport)",
                            "Always may have a significant effect (report)",
                        ),
                        (
                            "potentially",
                            "Może potencjalnie oddziaływać (karta informacyjna)",
                            "May potentially have one (information sheet)",
                        ),
                    ],
                ),
                line(
                    "project_paragraph",
                    "Paragraf, ustęp i punkt rozporządzenia",
                    "Paragraph and point of the regulation",
                )
                .max(100),
                line(
                    "next_decision",
                    "O jaką decyzję będziesz potem wnosić?",
                    "Which decision will you apply for next?",
                )
                .req()
                .max(200)
                .help("Na przykład pozwolenie na budowę.", "For example a building permit."),
            ];
            fields.extend(plot("Numery działek", "Numbers of the plots"));
            fields
        })],
    )
    .with(vec![
        file("report", "Raport o oddziaływaniu na środowisko", "Environmental impact report")
            .req()
            .shown("project_group", &["always"]),
        file("sheet", "Karta informacyjna przedsięwzięcia", "Information sheet of the project")
            .req()
            .shown("project_group", &["potentially"]),
        file("cadastral_map", "Kopia mapy ewidencyjnej", "Copy of the cadastral map").req(),
        file("area_map", "Mapa z terenem i obszarem oddziaływania", "Map of the site and the area affected").req(),
    ])
}
