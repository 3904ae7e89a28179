//! How an e-mail leaves: into a folder, or by SMTP.

use std::{io::Write as _, path::PathBuf, time::Duration};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    transport::smtp::{Error as SmtpError, response::Severity},
};
use url::Url;

/// The longest one command of SMTP may take.
const LIMIT: Duration = Duration::from_secs(30);

/// Where e-mails go.
#[derive(Clone)]
pub enum Transport {
    /// Files `ID.eml` in a folder: the default, and what the demo shows.
    Folder(PathBuf),
    /// A server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// Why an address of a mail server cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It cannot be read.
    #[error("the address of the mail server cannot be read: {0}")]
    Address(String),
    /// A password would travel in the open.
    #[error("a password would be sent unencrypted: use smtps://, or add ?tls=required")]
    OpenPassword,
    /// The folder cannot be made.
    #[error("the folder for e-mails: {0}")]
    Folder(#[from] std::io::Error),
    /// The sender's address cannot be read.
    #[error("the sender's address cannot be read: {0}")]
    From(String),
}

/// How a try to deliver ended when it did not succeed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// It may succeed later: no connection, a full mailbox, a server that asks to come back, or settings an
    /// operator will mend.
    Later(String),
    /// This e-mail will never be taken.
    Never(String),
}

impl Transport {
    /// Opens `folder:PATH` (or `file:PATH`), or `smtp://USER:PASSWORD@HOST:PORT?tls=required` (STARTTLS; `opportunistic` uses it where
    /// offered), or `smtps://…` (TLS from the start).
    ///
    /// # Errors
    /// When the address cannot be used, or would send a password unencrypted to another machine.
    pub fn open(address: &str) -> Result<Self, OpenError> {
        if let Some(path) = address.strip_prefix("folder:").or_else(|| address.strip_prefix("file:")) {
            let folder = PathBuf::from(path.strip_prefix("//").unwrap_or(path));
            std::fs::create_dir_all(&folder)?;
            return Ok(Self::Folder(folder));
        }
        let url = Url::parse(address).map_err(|e| OpenError::Address(e.to_string()))?;
        let here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let required = url.query_pairs().any(|(name, value)| name == "tls" && value == "required");
        if url.scheme() == "smtp" && !url.username().is_empty() && !required && !here {
            return Err(OpenError::OpenPassword);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
            .map_err(|e| OpenError::Address(e.to_string()))?
            .timeout(Some(LIMIT));
        Ok(Self::Smtp(builder.build()))
    }

    /// Connects, greets and goes away.
    pub(crate) async fn greet(&self) -> Result<(), String> {
        match self {
            Transport::Folder(_) => Ok(()),
            Transport::Smtp(server) => match server.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err("the server does not answer as a mail server".to_owned()),
                Err(e) => Err(describe(&e)),
            },
        }
    }

    /// Delivers a message; `name` is the file's name in a folder.
    pub(crate) async fn deliver(&self, message: Message, name: &str) -> Result<(), Delivery> {
        match self {
            Transport::Folder(folder) => {
                let (folder, name, bytes) = (folder.clone(), name.to_owned(), message.formatted());
                let written = tokio::task::spawn_blocking(move || -> std::io::Result<()> {
                    // Under its name only when whole, so that nobody reads half of it.
                    let half = folder.join(format!(".{name}.part"));
                    let mut file = std::fs::File::create(&half)?;
                    file.write_all(&bytes)?;
                    file.sync_all()?;
                    std::fs::rename(half, folder.join(format!("{name}.eml")))
                });
                match written.await {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(e)) => Err(Delivery::Later(e.to_string())),
                    Err(e) => Err(Delivery::Later(e.to_string())),
                }
            }
            Transport::Smtp(server) => server.send(message).await.map(|_| ()).map_err(|e| judge(&e)),
        }
    }
}

/// A 5yz answer is for good (RFC 5321, 4.2.1), except those that speak of the connection and not of the e-mail:
/// refused greeting, missing or wrong credentials, no encryption (RFC 4954, RFC 3207). These an operator mends.
fn judge(e: &SmtpError) -> Delivery {
    let text = describe(e);
    let Some(code) = e.status() else { return Delivery::Later(text) };
    let ours = matches!(u16::from(code), 521 | 530 | 534 | 535 | 538);
    if code.severity == Severity::PermanentNegativeCompletion && !ours {
        Delivery::Never(text)
    } else {
        Delivery::Later(text)
    }
}

fn describe(e: &SmtpError) -> String {
    let mut text = e.to_string();
    let mut next = std::error::Error::source(e);
    while let Some(cause) = next {
        let said = cause.to_string();
        if !text.contains(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_sent_in_the_open_to_another_machine() {
        for bad in
            ["smtp://u:p@mail.example.pl", "smtp://u:p@mail.example.pl?tls=opportunistic", "mail.example.pl", "ftp://x"]
        {
            assert!(Transport::open(bad).is_err(), "{bad}");
        }
    }
}
