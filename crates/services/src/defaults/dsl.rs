//! Short words for writing forms.

use crate::schema::{Choice, Condition, Field, Kind, Pattern, Prefill, Step, Text, Validation};

/// A text in both languages.
pub(super) fn t(pl: &str, en: &str) -> Text {
    Text::new(pl, en)
}

/// A field of a kind.
pub(super) fn field(kind: Kind, id: &str, pl: &str, en: &str) -> Field {
    Field {
        id: id.into(),
        kind,
        label: t(pl, en),
        help: Text::default(),
        required: false,
        when: None,
        options: Vec::new(),
        validation: Validation::default(),
        autocomplete: None,
        prefill: None,
        suffix: String::new(),
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $kind:ident),* $(,)?) => {$(
        $(#[$doc])*
        pub(super) fn $name(id: &str, pl: &str, en: &str) -> Field { field(Kind::$kind, id, pl, en) }
    )*};
}

kinds! {
    /// One line.
    line = Text,
    /// Several lines.
    area = Textarea,
    /// A number.
    number = Number,
    /// An amount.
    money = Money,
    /// A day.
    day = Date,
    /// PESEL.
    pesel = Pesel,
    /// NIP.
    nip = Nip,
    /// REGON.
    regon = Regon,
    /// An e-mail address.
    email = Email,
    /// A telephone.
    phone = Phone,
    /// A bank account.
    iban = Iban,
    /// An address.
    address = Address,
    /// Files.
    file = File,
    /// One box.
    tick = Checkbox,
    /// A declaration.
    declare = Declaration,
    /// Words between fields.
    info = Info,
}

/// One of a few.
pub(super) fn radio(id: &str, pl: &str, en: &str, options: &[(&str, &str, &str)]) -> Field {
    Field { options: choices(options), ..field(Kind::Radio, id, pl, en) }.req()
}

/// One of a folded list.
pub(super) fn select(id: &str, pl: &str, en: &str, options: &[(&str, &str, &str)]) -> Field {
    Field { options: choices(options), ..field(Kind::Select, id, pl, en) }.req()
}

/// Any number of a few.
pub(super) fn ticks(id: &str, pl: &str, en: &str, options: &[(&str, &str, &str)]) -> Field {
    Field { options: choices(options), ..field(Kind::Checkboxes, id, pl, en) }
}

/// Yes or no.
pub(super) fn yes_no(id: &str, pl: &str, en: &str) -> Field {
    radio(id, pl, en, &[("yes", "Tak", "Yes"), ("no", "Nie", "No")])
}

fn choices(options: &[(&str, &str, &str)]) -> Vec<Choice> {
    options
        .iter()
        .map(|(value, pl, en)| Choice { value: (*value).into(), label: t(pl, en), help: Text::default() })
        .collect()
}

/// A step.
pub(super) fn step(id: &str, pl: &str, en: &str, fields: Vec<Field>) -> Step {
    Step { id: id.into(), title: t(pl, en), intro: Text::default(), when: None, fields }
}

impl Step {
    /// Shown when the answer of a field is one of these.
    pub(super) fn shown(mut self, field: &str, values: &[&str]) -> Self {
        self.when = Some(when(field, values));
        self
    }
}

/// The answer of a field is one of these.
pub(super) fn when(field: &str, values: &[&str]) -> Condition {
    match values {
        [one] => Condition::equals(field, one),
        several => Condition::one_of(field, several),
    }
}

impl Field {
    pub(super) fn req(mut self) -> Self {
        self.required = true;
        self
    }
    pub(super) fn help(mut self, pl: &str, en: &str) -> Self {
        self.help = t(pl, en);
        self
    }
    pub(super) fn shown(mut self, field: &str, values: &[&str]) -> Self {
        self.when = Some(when(field, values));
        self
    }
    pub(super) fn condition(mut self, condition: Condition) -> Self {
        self.when = Some(condition);
        self
    }
    pub(super) fn auto(mut self, token: &str) -> Self {
        self.autocomplete = Some(token.into());
        self
    }
    pub(super) fn prefilled(mut self, prefill: Prefill) -> Self {
        self.prefill = Some(prefill);
        self
    }
    pub(super) fn unit(mut self, suffix: &str) -> Self {
        self.suffix = suffix.into();
        self
    }
    pub(super) fn max(mut self, max: u32) -> Self {
        self.validation.maxlength = Some(max);
        self
    }
    pub(super) fn min_length(mut self, min: u32) -> Self {
        self.validation.minlength = Some(min);
        self
    }
    /// The least and greatest number.
    pub(super) fn between(mut self, min: f64, max: f64) -> Self {
        self.validation.min = Some(min);
        self.validation.max = Some(max);
        self
    }
    pub(super) fn whole(mut self) -> Self {
        self.validation.whole = true;
        self
    }
    pub(super) fn not_future(mut self) -> Self {
        self.validation.not_future = true;
        self
    }
    pub(super) fn not_past(mut self) -> Self {
        self.validation.not_past = true;
        self
    }
    pub(super) fn pattern(mut self, regex: &str, pl: &str, en: &str) -> Self {
        self.validation.pattern = Some(Pattern { regex: regex.into(), message: t(pl, en) });
        self
    }
    pub(super) fn files(mut self, most: u32) -> Self {
        self.validation.max_files = Some(most);
        self
    }
}
