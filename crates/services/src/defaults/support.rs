//! Benefits, families, schools.

use super::{Special, base::Base, dsl::*};
use crate::schema::Field;

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "dodatek-mieszkaniowy" => housing(),
        "karta-duzej-rodziny" => large_family(),
        "becikowe" => childbirth(),
        "zasilek-rodzinny" => family_allowance(),
        "stypendium-szkolne" => school_grant(),
        "przedszkole-zlobek" => kindergarten(),
        _ => return None,
    })
}

fn household(period_pl: &str, period_en: &str) -> Vec<Field> {
    vec![
        number("household_size", "Ile osób liczy gospodarstwo domowe?", "How many people are in the household?")
            .req()
            .whole()
            .between(1.0, 30.0)
            .help("Razem z Tobą.", "You included."),
        area(
            "household_members",
            "Imiona, nazwiska, daty urodzenia i pokrewieństwo pozostałych osób",
            "Names, dates of birth and relation of the others",
        )
        .max(3000)
        .help("Każda osoba w nowym wierszu.", "One person a line."),
        money(
            "household_income",
            &format!("Łączny dochód netto wszystkich osób {period_pl}"),
            &format!("Net income of all together {period_en}"),
        )
        .req()
        .between(0.0, 10_000_000.0)
        .unit("zł"),
        area("income_sources", "Skąd są te dochody?", "Where does the income come from?").req().max(2000).help(
            "Na przykład: wynagrodzenie, emerytura, alimenty, gospodarstwo rolne.",
            "For example: wages, pension, maintenance, a farm.",
        ),
    ]
}

fn account() -> Vec<Field> {
    vec![
        radio(
            "payment",
            "Jak wypłacić pieniądze?",
            "How should the money be paid?",
            &[("account", "Na rachunek bankowy", "To a bank account"), ("cash", "W kasie", "In cash")],
        ),
        iban("account", "Numer rachunku", "Account number")
            .req()
            .help("26 cyfr.", "26 digits.")
            .shown("payment", &["account"]),
    ]
}

fn housing() -> Special {
    let mut income = household("z 3 miesięcy przed złożeniem wniosku", "over the 3 months before the application");
    income.push(tick(
        "disabled_member",
        "W gospodarstwie jest osoba poruszająca się na wózku albo wymagająca osobnego pokoju",
        "Somebody in the household uses a wheelchair or needs a room of their own",
    ));
    Special::new(
        Base::person(),
        vec![
            step(
                "dwelling",
                "Mieszkanie",
                "The dwelling",
                vec![
                    address("dwelling_address", "Adres mieszkania", "Address of the dwelling").req(),
                    select(
                        "dwelling_title",
                        "Jakie masz prawo do mieszkania?",
                        "What right do you have to the dwelling?",
                        &[
                            ("rent", "Najem lub podnajem", "Rent or sublet"),
                            ("cooperative", "Spółdzielcze prawo do lokalu", "Cooperative right"),
                            ("owner", "Własność", "Ownership"),
                            ("other", "Inne", "Another"),
                            (
                                "waiting",
                                "Bez tytułu, czekam na lokal zamienny lub socjalny",
                                "None, waiting for a replacement or social dwelling",
                            ),
                        ],
                    ),
                    line("dwelling_manager", "Zarządca lub właściciel budynku", "Manager or owner of the building")
                        .req()
                        .max(200),
                    number("dwelling_area", "Powierzchnia użytkowa", "Usable area")
                        .req()
                        .between(5.0, 1000.0)
                        .unit("m²"),
                    number("dwelling_rooms", "Powierzchnia pokoi i kuchni razem", "Area of rooms and kitchen together")
                        .between(1.0, 1000.0)
                        .unit("m²"),
                    ticks(
                        "dwelling_equipment",
                        "Czego w mieszkaniu brakuje?",
                        "What does the dwelling lack?",
                        &[
                            ("heating", "Centralnego ogrzewania", "Central heating"),
                            ("water", "Ciepłej wody z sieci", "Hot water from the mains"),
                            ("gas", "Gazu przewodowego", "Piped gas"),
                        ],
                    ),
                    money(
                        "dwelling_costs",
                        "Wydatki na mieszkanie za ostatni miesiąc",
                        "Costs of the dwelling in the last month",
                    )
                    .req()
                    .between(0.0, 100_000.0)
                    .unit("zł"),
                ],
            ),
            step("income", "Gospodarstwo domowe i dochody", "Household and income", income),
            step(
                "payout",
                "Wypłata",
                "Payment",
                vec![
                    info(
                        "payout_manager",
                        "Dodatek przekazujemy zwykle wprost zarządcy budynku.",
                        "The allowance usually goes straight to the building's manager.",
                    ),
                    iban("manager_account", "Rachunek zarządcy", "Manager's account"),
                ],
            ),
        ],
    )
    .with(vec![
        file(
            "costs_proof",
            "Rachunki za ostatni miesiąc i potwierdzenie zarządcy",
            "Bills for the last month and the manager's confirmation",
        )
        .req(),
        file("income_proof", "Deklaracja o dochodach lub zaświadczenia", "Income declaration or certificates").req(),
    ])
}

fn large_family() -> Special {
    Special::new(
        Base::person(),
        vec![
            step("card", "Karta", "The card", vec![
                radio("card_action", "O co wnosisz?", "What do you ask for?", &[
                    ("first", "O pierwszą kartę dla rodziny", "First cards for the family"),
                    ("member", "O kartę dla kolejnej osoby", "A card for another member"),
                    ("duplicate", "O duplikat (15 zł)", "A duplicate (PLN 15)"),
                    ("change", "O zmianę danych lub przedłużenie", "Change of data or extension"),
                ]),
                ticks("card_form", "W jakiej postaci?", "In what form?", &[("digital", "Elektroniczna, w mObywatelu", "Digital, in mObywatel"), ("plastic", "Plastikowa", "Plastic")]).req(),
                radio("family_status", "Kto składa wniosek?", "Who applies?", &[
                    ("parent", "Rodzic z co najmniej trojgiem dzieci na utrzymaniu", "A parent supporting three or more children"),
                    ("former", "Rodzic, który miał na utrzymaniu co najmniej troje dzieci", "A parent who once supported three or more"),
                    ("foster", "Rodzic zastępczy lub prowadzący rodzinny dom dziecka", "A foster parent or head of a family children's home"),
                ]),
            ]),
            step("family", "Członkowie rodziny", "Members of the family", vec![
                number("children_count", "Ile dzieci ma dostać kartę?", "How many children are to get a card?").req().whole().between(0.0, 25.0),
                area("children", "Dzieci: imię, nazwisko, PESEL", "Children: name and PESEL").max(3000).help("Każde dziecko w nowym wierszu.", "One child a line."),
                tick("children_studying", "Są wśród nich dzieci w wieku 18–25 lat, które się uczą", "Some of them are 18–25 and study"),
                file("study_proof", "Zaświadczenie lub oświadczenie o nauce", "Certificate or declaration of study").req().shown("children_studying", &["yes"]),
                tick("children_disabled", "Są wśród nich dzieci z orzeczeniem o niepełnosprawności", "Some of them have a disability certificate"),
                file("disability_proof", "Orzeczenie o niepełnosprawności", "Disability certificate").req().shown("children_disabled", &["yes"]),
                yes_no("spouse_card", "Czy kartę ma dostać też małżonek?", "Shall your spouse get a card too?"),
                line("spouse_name", "Imię i nazwisko małżonka", "Spouse's full name").req().max(200).shown("spouse_card", &["yes"]),
                pesel("spouse_pesel", "PESEL małżonka", "Spouse's PESEL").req().shown("spouse_card", &["yes"]),
                declare("parental_rights", "Oświadczam, że nie pozbawiono mnie władzy rodzicielskiej ani nie ograniczono jej przez umieszczenie dziecka w pieczy zastępczej.", "I declare that I have not been deprived of parental authority, nor has it been limited by placing a child in foster care.").req(),
            ]),
        ],
    )
}

fn child() -> Vec<Field> {
    vec![
        line("child_name", "Imię i nazwisko dziecka", "Child's full name").req().max(200),
        pesel("child_pesel", "PESEL dziecka", "Child's PESEL").req(),
    ]
}

fn childbirth() -> Special {
    let mut kid = child();
    kid.push(
        day("child_born", "Data urodzenia", "Date of birth")
            .req()
            .not_future()
            .help("Wniosek składa się w ciągu 12 miesięcy od urodzenia.", "Apply within 12 months of the birth."),
    );
    kid.push(yes_no(
        "prenatal_care",
        "Czy matka była pod opieką medyczną od 10. tygodnia ciąży?",
        "Was the mother under medical care from the 10th week of pregnancy?",
    ));
    Special::new(
        Base::person().alone(),
        vec![
            step("child", "Dziecko", "The child", kid),
            step(
                "income",
                "Rodzina i dochody",
                "Family and income",
                household("w ostatnim roku podatkowym", "in the last tax year"),
            ),
            step("payout", "Wypłata", "Payment", account()),
        ],
    )
    .with(vec![
        file("medical_proof", "Zaświadczenie lekarskie lub od położnej", "Doctor's or midwife's certificate")
            .req()
            .files(3),
        file("income_proof", "Dokumenty o dochodach", "Documents of income"),
    ])
}

fn family_allowance() -> Special {
    let mut income = household("w ostatnim roku podatkowym", "in the last tax year");
    income.push(yes_no(
        "child_disabled",
        "Czy któreś dziecko ma orzeczenie o niepełnosprawności?",
        "Does a child have a disability certificate?",
    ));
    Special::new(
        Base::person().alone(),
        vec![
            step(
                "children",
                "Dzieci",
                "The children",
                vec![
                    area("children", "Dzieci: imię, nazwisko, PESEL, szkoła", "Children: name, PESEL, school")
                        .req()
                        .max(3000)
                        .help("Każde dziecko w nowym wierszu.", "One child a line."),
                    ticks(
                        "supplements",
                        "O jakie dodatki wnosisz?",
                        "Which supplements do you ask for?",
                        &[
                            ("birth", "Z tytułu urodzenia dziecka", "Birth of a child"),
                            ("leave", "Opieki w czasie urlopu wychowawczego", "Care during parental leave"),
                            ("single", "Samotnego wychowywania", "Bringing up alone"),
                            ("many", "Wychowywania w rodzinie wielodzietnej", "A large family"),
                            ("rehabilitation", "Kształcenia i rehabilitacji", "Education and rehabilitation"),
                            ("school", "Rozpoczęcia roku szkolnego", "Beginning of the school year"),
                            ("away", "Nauki poza miejscem zamieszkania", "School away from home"),
                        ],
                    ),
                ],
            ),
            step("income", "Rodzina i dochody", "Family and income", income),
            step("payout", "Wypłata", "Payment", account()),
        ],
    )
    .with(vec![
        file("income_proof", "Oświadczenia lub zaświadczenia o dochodach", "Declarations or certificates of income")
            .req(),
        file("disability_proof", "Orzeczenie o niepełnosprawności", "Disability certificate")
            .req()
            .shown("child_disabled", &["yes"]),
    ])
}

fn school_grant() -> Special {
    let mut pupil = child();
    pupil.extend([
        line("school", "Nazwa i adres szkoły", "Name and address of the school").req().max(300),
        line("class", "Klasa lub rok nauki", "Class or year").req().max(30),
        day("pupil_born", "Data urodzenia ucznia", "Pupil's date of birth")
            .req()
            .not_future()
            .help("Stypendium przysługuje do 24. roku życia.", "The grant is for pupils under 24."),
    ]);
    Special::new(
        Base::person(),
        vec![
            step("pupil", "Uczeń", "The pupil", pupil),
            step(
                "income",
                "Rodzina i dochody",
                "Family and income",
                household("z miesiąca przed złożeniem wniosku", "in the month before the application"),
            ),
            step(
                "situation",
                "Sytuacja rodziny",
                "The family's situation",
                vec![
                    ticks(
                        "hardship",
                        "Co dotyczy Twojej rodziny?",
                        "What applies to your family?",
                        &[
                            ("unemployment", "Bezrobocie", "Unemployment"),
                            ("disability", "Niepełnosprawność", "Disability"),
                            ("illness", "Ciężka lub długotrwała choroba", "Serious or long illness"),
                            ("large", "Wielodzietność", "Many children"),
                            ("single", "Rodzic samotnie wychowuje dziecko", "A parent brings up the child alone"),
                            ("event", "Nagłe zdarzenie losowe", "A sudden misfortune"),
                        ],
                    ),
                    ticks(
                        "grant_form",
                        "W jakiej formie?",
                        "In what form?",
                        &[
                            ("classes", "Opłacenie zajęć edukacyjnych", "Payment for classes"),
                            ("books", "Podręczniki i przybory", "Books and materials"),
                            ("travel", "Dojazd i zakwaterowanie", "Travel and lodging"),
                            ("cash", "Świadczenie pieniężne", "Money"),
                        ],
                    )
                    .req(),
                    yes_no(
                        "other_grants",
                        "Czy uczeń dostaje inne stypendium ze środków publicznych?",
                        "Does the pupil get another publicly funded grant?",
                    ),
                    line("other_grants_amount", "Jakie i ile miesięcznie?", "Which, and how much a month?")
                        .req()
                        .max(300)
                        .shown("other_grants", &["yes"]),
                ],
            ),
            step("payout", "Wypłata", "Payment", account()),
        ],
    )
    .with(vec![
        file(
            "income_proof",
            "Zaświadczenia o dochodach netto albo z ośrodka pomocy społecznej",
            "Certificates of net income or from the social assistance centre",
        )
        .req(),
    ])
}

fn kindergarten() -> Special {
    let mut kid = child();
    kid.extend([
        radio(
            "place_kind",
            "Do jakiej placówki?",
            "To what kind of place?",
            &[("kindergarten", "Przedszkole", "Kindergarten"), ("nursery", "Żłobek", "Nursery")],
        ),
        line("place_first", "Placówka pierwszego wyboru", "First choice").req().max(200),
        line("place_second", "Drugiego wyboru", "Second choice").max(200),
        line("place_third", "Trzeciego wyboru", "Third choice").max(200),
        day("place_from", "Od kiedy?", "From when?").req(),
        number("place_hours", "Ile godzin dziennie?", "How many hours a day?").req().between(1.0, 12.0).whole(),
    ]);
    Special::new(
        Base::person().alone(),
        vec![
            step("child", "Dziecko i placówka", "The child and the place", kid),
            step(
                "criteria",
                "Kryteria pierwszeństwa",
                "Criteria of priority",
                vec![
                    ticks(
                        "criteria",
                        "Co dotyczy Twojej rodziny?",
                        "What applies to your family?",
                        &[
                            ("large", "Wielodzietność (troje i więcej dzieci)", "Three or more children"),
                            (
                                "disability",
                                "Niepełnosprawność dziecka, rodzica lub rodzeństwa",
                                "Disability of the child, a parent or a sibling",
                            ),
                            ("single", "Samotne wychowywanie", "Bringing up alone"),
                            ("foster", "Piecza zastępcza", "Foster care"),
                            ("working", "Oboje rodzice pracują lub się uczą", "Both parents work or study"),
                            ("sibling", "Rodzeństwo w tej placówce", "A sibling in the same place"),
                        ],
                    ),
                    area(
                        "health",
                        "Co powinniśmy wiedzieć o zdrowiu i diecie dziecka?",
                        "What should we know of the child's health and diet?",
                    )
                    .max(2000),
                ],
            ),
        ],
    )
    .with(vec![file("criteria_proof", "Dokumenty potwierdzające kryteria", "Documents that confirm the criteria")])
}
