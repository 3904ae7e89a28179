//! The demonstration's accounts, shown on the sign-in page.

use std::sync::OnceLock;

use web::App;

/// An account anybody may use in the demonstration.
#[derive(Debug, Clone)]
pub struct DemoAccount {
    /// Where they belong: the office's name; empty for the operator and residents.
    pub place: String,
    /// Who it is, in Polish: "urzędnik".
    pub role_pl: String,
    /// Who it is, in English.
    pub role_en: String,
    /// The person's name.
    pub name: String,
    /// The e-mail address.
    pub login: String,
    /// The password.
    pub password: String,
    /// The secret of the second step, in base 32, if the account has one.
    pub totp_secret: Option<String>,
}

static ACCOUNTS: OnceLock<Vec<DemoAccount>> = OnceLock::new();

/// Tells, once, the demonstration's accounts. They are shown only where the settings say that this is the demonstration.
pub fn demo_accounts(accounts: Vec<DemoAccount>) {
    let _ = ACCOUNTS.set(accounts);
}

/// The accounts to show.
pub(crate) fn shown(app: &App) -> &'static [DemoAccount] {
    if app.settings.demo { ACCOUNTS.get().map_or(&[], Vec::as_slice) } else { &[] }
}
