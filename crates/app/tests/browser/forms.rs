//! The steps of one service's form, filled in by several journeys: the copy of a civil status record.

use std::path::{Path, PathBuf};

use crate::harness::Browser;

/// The address of the form.
pub const APPLY: &str = "/o/koden/services/odpis-aktu/apply";
/// An invented number with a right check digit.
pub const PESEL: &str = "44051401359";

pub async fn begin(b: &Browser) {
    b.go(APPLY).await;
    b.press_css("main form[action$='/apply'] button[type=submit]").await;
}

pub async fn next(b: &Browser) {
    b.press_css("main button[name=go][value=next]").await;
}

/// The first step, of somebody whose name the form may know already.
pub async fn applicant(b: &Browser, given: &str, family: &str, email: &str) {
    b.fill("given_name", given).await;
    b.fill("family_name", family).await;
    b.choose("has_pesel", "yes").await;
    b.fill("pesel", PESEL).await;
    b.fill("address.house", "4").await;
    b.fill("address.postal_code", "21-509").await;
    b.fill("address.city", "Kodeń").await;
    b.fill("email", email).await;
    b.choose("acts", "self").await;
    next(b).await;
}

/// The second step.
pub async fn record(b: &Browser) {
    b.choose("record_kind", "birth").await;
    b.fill("record_person", "Zofia Maj").await;
    b.set("record_date", "1944-05-14").await;
    b.fill("record_place", "Kodeń").await;
    next(b).await;
}

/// The steps from the third to the summary, with or without the proof of payment.
pub async fn rest(b: &Browser, proof: Option<&Path>) {
    b.choose("copy_kind", "short").await;
    b.fill("copy_count", "1").await;
    b.choose("copy_relation", "self").await;
    next(b).await;
    if let Some(file) = proof {
        b.choose("fee_paid", "yes").await;
        b.attach("fee_proof", file).await;
    } else {
        b.choose("fee_paid", "later").await;
    }
    next(b).await;
    b.choose("answer_by", "system").await;
    next(b).await;
    b.choose("truth", "on").await;
    next(b).await;
    b.waits_for("main form[action$='/summary']").await;
}

/// Sends the form from its summary.
pub async fn send(b: &Browser) {
    b.press_css("main form[action$='/summary'] button[type=submit]").await;
}

/// The number of what was sent, within its year, as the receipt names it.
pub async fn number(b: &Browser) -> u32 {
    b.sees("Numer: WE/").await;
    let text = b.text().await;
    let number = text.split("Numer: WE/").nth(1).and_then(|rest| rest.split('/').next()).expect("a number");
    number.parse().unwrap()
}

/// Whether the citizen's own list has what was sent, and nothing sent after it.
pub async fn sent_once(b: &Browser, number: u32) {
    b.go("/my").await;
    b.sees(&format!("WE/{number}/")).await;
    b.sees_not(&format!("WE/{}/", number + 1)).await;
}

/// A small true PNG in a folder.
pub fn picture(folder: &Path) -> PathBuf {
    const PNG: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1,
        8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, b'I', b'D', b'A', b'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf,
        0xc0, 0xf0, 0x1f, 0, 5, 0, 1, 0xff, 0x89, 0x99, 0x3d, 0x1d, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42,
        0x60, 0x82,
    ];
    let file = folder.join("przelew.png");
    std::fs::write(&file, PNG).unwrap();
    file
}
