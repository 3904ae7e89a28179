//! What most forms share: who applies, for whom, attachments, how to answer, declarations.

use super::dsl::*;
use crate::schema::{Condition, Field, Prefill, Step};

/// Who may apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// People only.
    Person,
    /// Firms and other organisations only.
    Organisation,
    /// Both.
    Anyone,
}

/// Which of the shared parts a form has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Base {
    /// Who may apply.
    pub(super) who: Who,
    /// Whether PESEL is needed (else it is not asked).
    pub(super) pesel: bool,
    /// Whether somebody may act for the applicant.
    pub(super) attorney: bool,
    /// Whether the postal address is needed.
    pub(super) address: bool,
    /// Whether a proof of payment is asked for.
    pub(super) fee: bool,
    /// Whether there is an answer to receive.
    pub(super) answer: bool,
}

impl Base {
    /// A person's application with an answer.
    pub(super) const fn person() -> Self {
        Self { who: Who::Person, pesel: true, attorney: true, address: true, fee: false, answer: true }
    }
    /// Anybody's application with an answer.
    pub(super) const fn anyone() -> Self {
        Self { who: Who::Anyone, ..Self::person() }
    }
    /// A firm's application with an answer.
    pub(super) const fn firm() -> Self {
        Self { who: Who::Organisation, pesel: false, ..Self::person() }
    }
    /// With a proof of payment.
    pub(super) const fn paid(self) -> Self {
        Self { fee: true, ..self }
    }
    /// Without PESEL.
    pub(super) const fn no_pesel(self) -> Self {
        Self { pesel: false, ..self }
    }
    /// Without somebody acting for the applicant.
    pub(super) const fn alone(self) -> Self {
        Self { attorney: false, ..self }
    }
}

/// Steps before those of the matter.
pub(super) fn before(base: Base) -> Vec<Step> {
    let mut steps = vec![applicant(base)];
    if base.attorney {
        steps.push(principal());
    }
    steps
}

fn applicant(base: Base) -> Step {
    let both = base.who == Who::Anyone;
    let person = |field: Field| if both { field.shown("applicant", &["person"]) } else { field };
    let firm = |field: Field| if both { field.shown("applicant", &["organisation"]) } else { field };
    let mut fields = Vec::new();
    if both {
        fields.push(radio(
            "applicant",
            "W czyim imieniu składasz wniosek?",
            "On whose behalf do you apply?",
            &[
                ("person", "W swoim albo innej osoby", "My own or another person's"),
                ("organisation", "Firmy lub organizacji", "A firm's or an organisation's"),
            ],
        ));
    }
    if base.who != Who::Person {
        fields.push(firm(
            line("organisation", "Nazwa firmy lub organizacji", "Name of the firm or organisation")
                .req()
                .max(200)
                .auto("organization"),
        ));
        fields.push(firm(nip("nip", "NIP", "NIP (tax number)").req()));
        fields.push(firm(regon("regon", "REGON", "REGON (statistical number)").help(
            "9 albo 14 cyfr. Jeśli nie pamiętasz, zostaw puste.",
            "9 or 14 digits. Leave empty if you do not remember it.",
        )));
    }
    let names = |pl: &str, en: &str| {
        if base.who == Who::Organisation {
            (format!("{pl} osoby do kontaktu"), format!("Contact's {en}"))
        } else {
            (pl.to_owned(), capital(en))
        }
    };
    let (given_pl, given_en) = names("Imię", "given name");
    let (family_pl, family_en) = names("Nazwisko", "family name");
    fields
        .push(line("given_name", &given_pl, &given_en).req().max(100).auto("given-name").prefilled(Prefill::GivenName));
    fields.push(
        line("family_name", &family_pl, &family_en).req().max(100).auto("family-name").prefilled(Prefill::FamilyName),
    );
    if base.pesel {
        fields.push(person(yes_no("has_pesel", "Czy masz numer PESEL?", "Do you have a PESEL number?")));
        let shown = |value: &str| {
            let has = Condition::equals("has_pesel", value);
            if both { Condition::And(vec![Condition::equals("applicant", "person"), has]) } else { has }
        };
        fields.push(
            pesel("pesel", "PESEL", "PESEL")
                .req()
                .help("11 cyfr, znajdziesz je w dowodzie osobistym.", "11 digits, on your identity card.")
                .condition(shown("yes")),
        );
        fields.push(
            line(
                "identity_document",
                "Rodzaj, seria i numer dokumentu tożsamości",
                "Kind and number of your identity document",
            )
            .req()
            .max(100)
            .help("Na przykład: paszport, XY1234567.", "For example: passport, XY1234567.")
            .condition(shown("no")),
        );
    }
    if base.address {
        let label = if base.who == Who::Organisation {
            ("Adres siedziby", "Address of the seat")
        } else {
            ("Adres do kontaktu", "Contact address")
        };
        fields.push(address("address", label.0, label.1).req());
    }
    fields.push(
        email("email", "Adres e-mail", "E-mail address")
            .req()
            .auto("email")
            .prefilled(Prefill::Email)
            .help("Wyślemy na niego potwierdzenie.", "We send the confirmation there."),
    );
    fields.push(phone("phone", "Telefon", "Telephone").auto("tel").help(
        "Zadzwonimy tylko wtedy, gdy coś trzeba będzie wyjaśnić.",
        "We call only if something has to be cleared up.",
    ));
    if base.attorney {
        fields.push(radio(
            "acts",
            "Czy działasz przez pełnomocnika?",
            "Does somebody act under a power of attorney?",
            &[
                ("self", "Nie, składam wniosek w swojej sprawie", "No, I apply in my own matter"),
                (
                    "attorney",
                    "Tak, jestem pełnomocnikiem innej osoby lub firmy",
                    "Yes, I act for another person or firm",
                ),
            ],
        ));
    }
    step("applicant", "Kto składa wniosek", "Who applies", fields)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn principal() -> Step {
    step(
        "principal",
        "Kogo reprezentujesz",
        "Whom you represent",
        vec![
            line("principal_name", "Imię i nazwisko albo nazwa", "Full name, or the organisation's name")
                .req()
                .max(200),
            line("principal_number", "PESEL, NIP albo numer dokumentu", "PESEL, NIP or number of a document")
                .req()
                .max(40),
            address("principal_address", "Adres", "Address").req(),
            radio(
                "principal_family",
                "Kim jest dla Ciebie ta osoba?",
                "Who is this person to you?",
                &[
                    (
                        "close",
                        "Małżonkiem, rodzicem, dzieckiem, wnukiem, dziadkiem, bratem lub siostrą",
                        "Spouse, parent, child, grandchild, grandparent or sibling",
                    ),
                    ("other", "Kimś innym albo to firma", "Somebody else, or a firm"),
                ],
            ),
            info(
                "principal_free",
                "Za pełnomocnictwo udzielone najbliższej rodzinie nie płaci się opłaty skarbowej.",
                "A power of attorney given to close family is free of stamp duty.",
            )
            .shown("principal_family", &["close"]),
            info(
                "principal_fee",
                "Za złożenie pełnomocnictwa płaci się 17 zł opłaty skarbowej. Dołącz potwierdzenie zapłaty.",
                "Stamp duty for filing a power of attorney is PLN 17. Attach the proof of payment.",
            )
            .shown("principal_family", &["other"]),
            file("power_of_attorney", "Pełnomocnictwo", "Power of attorney").req().files(3).help(
                "Dokument podpisany elektronicznie albo urzędowo poświadczony odpis.",
                "A document signed electronically, or an officially certified copy.",
            ),
            file("power_fee", "Potwierdzenie zapłaty za pełnomocnictwo", "Proof of payment for the power of attorney")
                .files(3)
                .shown("principal_family", &["other"]),
        ],
    )
    .shown("acts", &["attorney"])
}

/// Steps after those of the matter. `attachments` are fields of the form's own for the step of attachments.
pub(super) fn after(base: Base, attachments: Vec<Field>) -> Vec<Step> {
    let mut files = attachments;
    if base.fee {
        files.push(radio(
            "fee_paid",
            "Czy opłata jest już zapłacona?",
            "Has the fee been paid?",
            &[
                ("yes", "Tak, dołączę potwierdzenie", "Yes, I attach the proof"),
                ("later", "Zapłacę i doślę potwierdzenie", "I will pay and send the proof"),
                ("free", "Jestem zwolniony z opłaty", "I am exempt from the fee"),
            ],
        ));
        files.push(
            file("fee_proof", "Potwierdzenie zapłaty", "Proof of payment").req().files(3).shown("fee_paid", &["yes"]),
        );
        files.push(
            line("fee_exemption", "Na jakiej podstawie?", "On what grounds?")
                .req()
                .max(300)
                .help(
                    "Przepis albo cel, w jakim potrzebny jest dokument.",
                    "The provision, or the purpose of the document.",
                )
                .shown("fee_paid", &["free"]),
        );
    }
    files.push(file("attachments", "Inne załączniki", "Other attachments").help(
        "Wszystko, co pomoże załatwić sprawę. Możesz dodać kilka plików.",
        "Anything that helps to settle the matter. You may add several files.",
    ));
    let mut steps = vec![step("attachments", "Załączniki", "Attachments", files)];
    if base.answer {
        steps.push(answer());
    }
    steps.push(step(
        "declarations",
        "Uwagi i oświadczenia",
        "Remarks and declarations",
        vec![
            area("remarks", "Czy chcesz coś dodać?", "Is there anything to add?").max(3000),
            declare(
                "truth",
                "Oświadczam, że podane przeze mnie dane są zgodne z prawdą.",
                "I declare that the data I have given are true.",
            )
            .req(),
        ],
    ));
    steps
}

fn answer() -> Step {
    step(
        "answer",
        "Jak mamy odpowiedzieć",
        "How we should answer",
        vec![
            radio(
                "answer_by",
                "Jak chcesz otrzymać odpowiedź?",
                "How do you want to receive the answer?",
                &[
                    (
                        "system",
                        "Tutaj, w systemie (dostaniesz e-mail, że jest odpowiedź)",
                        "Here, in the system (an e-mail says when it is there)",
                    ),
                    ("edelivery", "Na adres do doręczeń elektronicznych", "To my electronic delivery address"),
                    ("post", "Listem poleconym", "By registered letter"),
                    ("pickup", "Odbiorę w urzędzie", "I will collect it at the office"),
                ],
            ),
            line("edelivery_address", "Adres do doręczeń elektronicznych", "Electronic delivery address")
                .req()
                .pattern(
                    "AE:PL-[0-9]{5}-[0-9]{5}-[A-Z]{5}-[0-9]{2}",
                    "Adres ma postać AE:PL-12345-67890-ABCDE-12.",
                    "The address looks like AE:PL-12345-67890-ABCDE-12.",
                )
                .help("Zaczyna się od AE:PL.", "It begins with AE:PL.")
                .shown("answer_by", &["edelivery"]),
            address("post_address", "Adres do wysyłki", "Address to send to").req().shown("answer_by", &["post"]),
        ],
    )
}

/// The place of land: number of the plot and precinct, address if there is one.
pub(super) fn plot(pl: &str, en: &str) -> Vec<Field> {
    vec![
        line("plot", pl, en).req().max(200).help(
            "Jeśli działek jest kilka, oddziel je przecinkami: 184/2, 185.",
            "Separate several by commas: 184/2, 185.",
        ),
        line("precinct", "Obręb albo miejscowość", "Precinct or village").req().max(100).help(
            "Znajdziesz go w wypisie z rejestru gruntów albo w księdze wieczystej.",
            "It stands in the extract of the land register.",
        ),
        line("land_register", "Numer księgi wieczystej", "Number of the land and mortgage register")
            .pattern(
                "[A-Z]{2}[0-9A-Z]{2}/[0-9]{8}/[0-9]",
                "Numer ma postać KR1P/00012345/6.",
                "The number looks like KR1P/00012345/6.",
            )
            .help("Na przykład KR1P/00012345/6.", "For example KR1P/00012345/6."),
    ]
}
