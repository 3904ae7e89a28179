//! Files on their way out, so that nothing a person uploaded can run in the office's origin.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// A download: always as an attachment unless `inline`, and then only PDF and pictures; in a sandbox, never sniffed.
pub fn download(body: Body, name: &str, media_type: &str, size: Option<u64>, inline: bool) -> Response {
    let shown =
        inline && matches!(media_type, "application/pdf" | "image/png" | "image/jpeg" | "image/gif" | "image/webp");
    let safe = if shown || media_type.starts_with("application/") && !media_type.contains("xml") {
        media_type
    } else {
        "application/octet-stream"
    };
    let ascii: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || "._- ".contains(c) { c } else { '_' }).collect();
    let disposition = format!(
        "{}; filename=\"{ascii}\"; filename*=UTF-8''{}",
        if shown { "inline" } else { "attachment" },
        percent(name)
    );
    let mut response = body.into_response();
    let headers = response.headers_mut();
    let mut set = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, safe);
    set(header::CONTENT_DISPOSITION, &disposition);
    set(
        header::CONTENT_SECURITY_POLICY,
        if shown {
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        } else {
            "sandbox; default-src 'none'"
        },
    );
    set(header::CACHE_CONTROL, "private, no-store");
    if let Some(size) = size {
        set(header::CONTENT_LENGTH, &size.to_string());
    }
    response
}

/// Percent-encoding of RFC 8187.
fn percent(text: &str) -> String {
    text.bytes()
        .map(|b| {
            if b.is_ascii_alphanumeric() || b"-._~".contains(&b) {
                char::from(b).to_string()
            } else {
                format!("%{b:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_a_file_is_called_it_is_a_download_in_a_sandbox(name in "\\PC{0,80}|.{0,40}", kind in "[\\PC]{0,40}|text/html|image/svg\\+xml") {
            let r = download(Body::empty(), &name, &kind, Some(1), false);
            let disposition = r.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
            prop_assert!(disposition.starts_with("attachment; filename=\""), "{}", disposition);
            prop_assert_eq!(&r.headers()[header::CONTENT_SECURITY_POLICY], "sandbox; default-src 'none'");
            let shown = r.headers().get(header::CONTENT_TYPE).map(|v| v.as_bytes().to_vec()).unwrap_or_default();
            prop_assert!(shown.starts_with(b"application/"), "{:?}", kind);
        }
    }

    #[test]
    fn html_and_svg_are_never_shown_in_the_origin() {
        for kind in ["text/html", "image/svg+xml", "application/xhtml+xml", "text/plain"] {
            let r = download(Body::empty(), "a\"\r\nb.html", kind, None, true);
            assert_eq!(r.headers()[header::CONTENT_TYPE], "application/octet-stream");
            let disposition = r.headers()[header::CONTENT_DISPOSITION].to_str().unwrap();
            assert!(disposition.starts_with("attachment;") && !disposition.contains('\n'), "{disposition}");
        }
        let r = download(Body::empty(), "zażółć.pdf", "application/pdf", Some(3), true);
        assert!(r.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().contains("za%C5%BC%C3%B3%C5%82%C4%87.pdf"));
    }
}
