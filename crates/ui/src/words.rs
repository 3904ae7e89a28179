//! The few words that belong to the components themselves.

use i18n::Lang;

/// Declares the words as functions of the language.
macro_rules! words {
    ($($name:ident: $pl:literal, $en:literal;)*) => {
        $(pub(crate) fn $name(lang: Lang) -> &'static str {
            match lang {
                Lang::Pl => $pl,
                Lang::En => $en,
            }
        })*
    };
}

words! {
    about: "O systemie", "About";
    accessibility: "Deklaracja dostępności", "Accessibility statement";
    bytes_b: "B", "B";
    cancel: "Anuluj", "Cancel";
    change: "Zmień", "Change";
    choose: "Wybierz z listy", "Choose from the list";
    choose_file: "Wybierz plik", "Choose a file";
    contrast: "Wysoki kontrast", "High contrast";
    copied: "Skopiowano", "Copied";
    copy: "Kopiuj", "Copy";
    crumbs: "Ścieżka", "Breadcrumb";
    dark: "Ciemny", "Dark";
    desk: "Biurko urzędu", "Office desk";
    diff_mine: "Twoja wersja", "Your version";
    diff_theirs: "Wersja zapisana wcześniej", "Version saved before yours";
    display: "Wygląd", "Display";
    done: "wykonany", "done";
    draft_failed: "Nie udało się zapisać wersji roboczej. Tekst jest w tej przeglądarce.", "The draft could not be saved. Your text is kept in this browser.";
    draft_restored: "Przywrócono niewysłany tekst.", "Unsent text was restored.";
    draft_saved: "Wersja robocza zapisana", "Draft saved";
    draft_saving: "Zapisuję wersję roboczą…", "Saving the draft…";
    drop_here: "lub przeciągnij tutaj", "or drop it here";
    error: "Błąd", "Error";
    error_summary: "Popraw pola, aby przejść dalej", "Correct these fields to go on";
    error_summary_form: "Nie udało się tego zrobić", "This could not be done";
    files_none: "Nie ma plików.", "There are no files.";
    footer: "Informacje o serwisie", "About this site";
    from: "z", "of";
    hide: "Ukryj", "Hide";
    insert: "Wstaw", "Insert";
    language: "Język", "Language";
    light: "Jasny", "Light";
    main_nav: "Menu główne", "Main menu";
    more: "Więcej", "More";
    my: "Moje sprawy", "My matters";
    next: "Następne", "Next";
    operator: "Operator systemu", "System operator";
    optional: "nieobowiązkowe", "optional";
    pager: "Strony listy", "Pages of the list";
    previous: "Poprzednie", "Previous";
    privacy: "Prywatność", "Privacy";
    remove: "Usuń", "Remove";
    save_display: "Zastosuj", "Apply";
    search: "Szukaj", "Search";
    sections: "Części strony", "Page sections";
    show: "Pokaż", "Show";
    show_table: "Pokaż dane w tabeli", "Show the data as a table";
    sign_in: "Zaloguj się", "Sign in";
    skip: "Przejdź do treści", "Skip to content";
    step: "Krok", "Step";
    steps: "Kroki", "Steps";
    suggestions: "Podpowiedzi", "Suggestions";
    system: "System Zdalnej Pracy i Nauki", "Remote work and learning for public offices";
    text_size: "Wielkość tekstu", "Text size";
    text_normal: "Zwykła", "Normal";
    text_large: "Duża", "Large";
    text_larger: "Bardzo duża", "Very large";
    theme: "Kolory", "Colours";
    theme_auto: "Jak w urządzeniu", "As on the device";
    unchanged: "Bez zmian", "Unchanged";
    user_menu: "Konto", "Account";
    view: "Zobacz", "View";
    version: "wersja", "version";
}

/// The pattern of the counter under a text area; `%` stands for the number of signs left.
pub(crate) fn counter(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "Pozostało znaków: %",
        Lang::En => "Characters left: %",
    }
}

/// The pattern when a text is too long; `%` stands for the number of signs over the limit.
pub(crate) fn counter_over(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "Za dużo znaków: %",
        Lang::En => "Characters over the limit: %",
    }
}

/// How many suggestions the combobox found; `%` stands for the number.
pub(crate) fn suggestions_found(lang: Lang) -> &'static str {
    match lang {
        Lang::Pl => "Podpowiedzi: %",
        Lang::En => "Suggestions: %",
    }
}
