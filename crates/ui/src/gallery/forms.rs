//! Samples: fields and forms.

use i18n::Lang;
use maud::{Markup, html};

use super::{part, say};
use crate::{
    Button, ButtonGroup, Choice, ErrorSummary, Field, Fieldset, FileItem, FileList, Form, Inserts, Notice, Reveal,
    StepState, Steps, SummaryList, Width, main_beside,
};

pub(super) fn parts(lang: Lang) -> Markup {
    html! {
        (part("fields", say(lang, "Pola", "Fields"), fields(lang)))
        (part("errors", say(lang, "Błędy", "Errors"), errors(lang)))
        (part("steps", say(lang, "Kroki", "Steps"), steps(lang)))
        (part("inserts", say(lang, "Znaczniki do wstawienia", "Words to insert"), inserts(lang)))
        (part("summary", say(lang, "Podsumowanie", "Summary"), summary(lang)))
    }
}

fn inserts(lang: Lang) -> Markup {
    let form = Form::post("#").id("insert-form").body(
        Field::textarea(lang, "insert-body", say(lang, "Treść wzoru", "Text of the template")).required().rows(4),
    );
    let words = Inserts::new(lang, "insert-form", say(lang, "Sprawa", "Case"))
        .item("{{case.reference}}", say(lang, "znak sprawy", "reference of the case"), Some("FN.3120.14.2026"))
        .item("{{today}}", say(lang, "dzisiejsza data", "today's date"), None::<&str>);
    main_beside(form, words)
}

fn fields(lang: Lang) -> Markup {
    let form = Form::multipart("#")
        .once("0192d0a4")
        .version(7)
        .autosave(lang, "/draft")
        .keep(lang, "gallery")
        .body(html! {
            (Field::text(lang, "name", say(lang, "Imię i nazwisko", "Full name"))
                .required()
                .autocomplete("name")
                .value("Jan Kowalski")
                .width(Width::W20))
            (Field::text(lang, "pesel", "PESEL")
                .required()
                .digits(Width::W12)
                .maxlength(11)
                .hint(say(lang, "11 cyfr, znajdziesz je w dowodzie osobistym.", "11 digits, on your identity card.")))
            (Field::email(lang, "email", say(lang, "Adres e-mail", "E-mail address"))
                .hint(say(lang, "Napiszemy, gdy w sprawie coś się zmieni.", "We write when there is news.")))
            (Field::tel(lang, "tel", say(lang, "Telefon", "Telephone")).prefix("+48"))
            (Field::password(lang, "password", say(lang, "Hasło", "Password")).required().width(Width::W20))
            (Field::date(lang, "from", say(lang, "Data powstania obowiązku", "Date the duty began")).required())
            (Field::number(lang, "area", say(lang, "Powierzchnia", "Area")).required().suffix("m²").step("0.01").min(0))
            (Field::select(lang, "kind", say(lang, "Rodzaj nieruchomości", "Kind of property"))
                .required()
                .width(Width::W20)
                .choices([
                    Choice::new("land", say(lang, "grunt", "land")).group(say(lang, "Bez budynku", "Without a building")),
                    Choice::new("house", say(lang, "dom", "house")).group(say(lang, "Z budynkiem", "With a building")),
                    Choice::new("flat", say(lang, "mieszkanie", "flat")).group(say(lang, "Z budynkiem", "With a building")),
                ]))
            (Field::radios(lang, "owner", say(lang, "Kto jest właścicielem?", "Who owns it?"))
                .required()
                .value("me")
                .choices([
                    Choice::new("me", say(lang, "Tylko ja", "Only I")),
                    Choice::new("both", say(lang, "Ja i małżonek", "My spouse and I"))
                        .hint(say(lang, "Wspólność majątkowa małżeńska.", "Joint property of spouses.")),
                    Choice::new("other", say(lang, "Ktoś inny", "Somebody else")),
                ]))
            (Field::text(lang, "other", say(lang, "Kto?", "Who?")).when("owner", "other")
                .when_said(say(lang, "Wypełnij, jeśli wybierasz „ktoś inny”.", "Fill this in if you choose “somebody else”.")))
            (Field::checkboxes(lang, "ways", say(lang, "Jak mamy odpowiedzieć?", "How shall we answer?"))
                .values(["mail"])
                .choices([
                    Choice::new("mail", say(lang, "Tutaj, w systemie", "Here, in the system")),
                    Choice::new("post", say(lang, "Listem poleconym", "By registered letter")),
                    Choice::new("fax", say(lang, "Faksem", "By fax")).disabled(true),
                ]))
            (Field::textarea(lang, "why", say(lang, "Uzasadnienie", "Reasons")).maxlength(500).rows(4))
            (Field::file(lang, "files", say(lang, "Załączniki", "Attachments"))
                .multiple()
                .accept(".pdf,.jpg,.png")
                .hint(say(lang, "PDF, JPG lub PNG, do 20 MB każdy.", "PDF, JPG or PNG, up to 20 MB each.")))
            (Field::checkbox(lang, "truth", say(lang, "Podane dane są prawdziwe", "What I have written is true")).required())
            (Field::text(lang, "office", say(lang, "Urząd", "Office")).disabled(true).value("Gmina Lipowa"))
            (ButtonGroup::new().add(Button::submit(say(lang, "Dalej", "Next"))))
        });
    html! { (form) }
}

fn errors(lang: Lang) -> Markup {
    html! {
        (ErrorSummary::new(lang)
            .field("bad-pesel", say(lang, "Popraw PESEL: ostatnia cyfra się nie zgadza", "Correct PESEL: the last digit is wrong"))
            .field("bad-kind", say(lang, "Wybierz rodzaj pisma", "Choose the kind of letter"))
            .form(say(lang, "Dołącz co najmniej jeden plik", "Add at least one file")))
        (Form::post("#").label(say(lang, "Przykład z błędami", "Sample with errors")).body(html! {
            (Field::text(lang, "bad-pesel", "PESEL")
                .required()
                .digits(Width::W12)
                .value("44051401458")
                .hint(say(lang, "11 cyfr.", "11 digits."))
                .error(Some(say(
                    lang,
                    "Ostatnia cyfra się nie zgadza. Sprawdź, czy nie ma pomyłki.",
                    "The last digit is wrong. Check for a slip.",
                ))))
            (Field::radios(lang, "bad-kind", say(lang, "Rodzaj pisma", "Kind of letter"))
                .required()
                .error(Some(say(lang, "Wybierz rodzaj pisma.", "Choose the kind of letter.")))
                .choices([
                    Choice::new("1", say(lang, "Decyzja", "Decision")),
                    Choice::new("2", say(lang, "Wezwanie", "Summons")),
                ]))
        }))
    }
}

fn sample_steps(lang: Lang) -> Steps {
    Steps::new(lang)
        .step(say(lang, "Kto składa", "Who applies"), StepState::Done, Some("#"))
        .step(say(lang, "Nieruchomość", "Property"), StepState::Current, None::<&str>)
        .step(say(lang, "Załączniki", "Attachments"), StepState::Ahead, None::<&str>)
        .step(say(lang, "Sprawdź i wyślij", "Check and send"), StepState::Ahead, None::<&str>)
}

fn steps(lang: Lang) -> Markup {
    html! {
        (sample_steps(lang))
        (Steps::new(lang)
            .step(say(lang, "Kto składa", "Who applies"), StepState::Error, Some("#"))
            .step(say(lang, "Sprawdź i wyślij", "Check and send"), StepState::Current, None::<&str>))
    }
}

fn summary(lang: Lang) -> Markup {
    html! {
        (SummaryList::new(lang)
            .changeable(say(lang, "Imię i nazwisko", "Full name"), "Jan Kowalski", "#1")
            .changeable("PESEL", "44051401359", "#2")
            .changeable(say(lang, "Adres", "Address"), "ul. Długa 7, 34-324 Lipowa", "#3")
            .viewable(say(lang, "Zalogowane urządzenia", "Devices"), say(lang, "2 urządzenia", "2 devices"), "#4")
            .fact(
                say(lang, "Załączniki", "Attachments"),
                html! { (FileList::new(lang, [FileItem::new("wypis.pdf").link("#").size(284_213)])) },
            ))
    }
}

/// A step of a citizen's form, as a whole page.
pub(super) fn wizard(lang: Lang) -> Markup {
    html! {
        (sample_steps(lang))
        (Form::post("#").autosave(lang, "/draft").keep(lang, "wizard").body(html! {
            (Fieldset::new(say(lang, "Gdzie leży nieruchomość?", "Where is the property?"))
                .hint(say(lang, "Adres, a gdy go nie ma, numer działki.", "The address, or the number of the plot."))
                .body(html! {
                    (Field::text(lang, "street", say(lang, "Ulica i numer", "Street and number"))
                        .required().autocomplete("street-address").value("ul. Długa 7"))
                    (Field::text(lang, "post", say(lang, "Kod pocztowy", "Postal code"))
                        .required().width(Width::W8).inputmode("numeric").autocomplete("postal-code").value("34-324"))
                    (Field::radios(lang, "use", say(lang, "Do czego służy?", "What is it used for?"))
                        .required().value("live").choices([
                            Choice::new("live", say(lang, "Do mieszkania", "Living")),
                            Choice::new("work", say(lang, "Do działalności gospodarczej", "Business"))
                                .hint(say(lang, "Wtedy stawka podatku jest inna.", "The rate of tax is then different.")),
                        ]))
                    (Field::number(lang, "size", say(lang, "Powierzchnia gruntu", "Area of land"))
                        .required().suffix("m²").value("820"))
                }))
            (Reveal::new(
                say(lang, "Gdzie znajdę powierzchnię?", "Where do I find the area?"),
                say(lang, "W akcie notarialnym albo na wypisie z rejestru gruntów.", "In the notarial deed."),
            ))
            (ButtonGroup::new()
                .add(Button::submit(say(lang, "Zapisz i przejdź dalej", "Save and continue")))
                .add(Button::submit(say(lang, "Wróć", "Back")).quiet().value("go", "back")))
        }))
    }
}

/// Signing in, as a whole page.
pub(super) fn sign_in(lang: Lang) -> Markup {
    html! {
        (Form::post("/sign-in").body(html! {
            (Field::email(lang, "login", say(lang, "Adres e-mail", "E-mail address")).required().autocomplete("username"))
            (Field::password(lang, "secret", say(lang, "Hasło", "Password")).required())
            (Button::submit(say(lang, "Zaloguj się", "Sign in")).block())
        }))
        (Notice::info(html! {
            (say(lang, "Nie masz konta? ", "No account? "))
            a href="#" { (say(lang, "Załóż je w dwie minuty", "Create one in two minutes")) } "."
        }))
    }
}
