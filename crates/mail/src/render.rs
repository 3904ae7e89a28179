//! The text and the HTML of an e-mail. The HTML is plain: one column, one heading, one button, no pictures, readable
//! with styles off; colours keep a contrast above 7 : 1 (WCAG 2.1, 1.4.6).

use i18n::T;
use maud::{DOCTYPE, html};

use crate::{Mail, compose::one_line, msg};

/// The body as plain text.
pub(crate) fn text(mail: &Mail) -> String {
    let t = T(mail.lang);
    let mut parts: Vec<String> = mail.paragraphs.clone();
    if let Some((label, link)) = &mail.button {
        parts.push(format!("{}:\n{}", one_line(label), one_line(link)));
    }
    let mut end = String::from("-- \n");
    if let Some(footer) = &mail.footer {
        end.push_str(footer);
        end.push('\n');
    }
    end.push_str(&t.s(msg::MAIL_AUTOMATIC));
    parts.push(end);
    parts.join("\n\n") + "\n"
}

/// The body as an HTML document.
pub(crate) fn html(mail: &Mail) -> String {
    let t = T(mail.lang);
    // A link leads to a page; anything else (javascript:, data:) is shown as text only.
    let leads = |link: &str| link.starts_with("https://") || link.starts_with("http://");
    html! {
        (DOCTYPE)
        html lang=(mail.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (one_line(&mail.subject)) }
            }
            body style="margin:0;padding:24px 16px;background:#ffffff;color:#1b1b1b;font:16px/1.5 'Segoe UI',Arial,sans-serif" {
                div style="max-width:36rem;margin:0 auto" {
                    h1 style="font-size:20px;line-height:1.3;margin:0 0 16px" { (one_line(&mail.subject)) }
                    @for paragraph in &mail.paragraphs {
                        p style="margin:0 0 16px;white-space:pre-line" { (paragraph) }
                    }
                    @if let Some((label, link)) = &mail.button {
                        @if leads(link) {
                            p style="margin:24px 0" {
                                a href=(link) style="display:inline-block;padding:12px 20px;background:#0b3d91;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold" {
                                    (label)
                                }
                            }
                            p style="margin:0 0 16px;font-size:14px" { (t.s(msg::MAIL_BUTTON_OTHERWISE)) br; (link) }
                        } @else {
                            p style="margin:0 0 16px" { (label) ": " (link) }
                        }
                    }
                    hr style="border:0;border-top:1px solid #767676;margin:24px 0 12px";
                    @if let Some(footer) = &mail.footer {
                        p style="margin:0 0 8px;font-size:14px;color:#3d3d3d;white-space:pre-line" { (footer) }
                    }
                    p style="margin:0;font-size:14px;color:#3d3d3d" { (t.s(msg::MAIL_AUTOMATIC)) }
                }
            }
        }
    }
    .into_string()
}
