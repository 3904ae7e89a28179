//! Documents of strangers: keys and status lists of those who issued a badge that somebody has verified here. They are
//! fetched by the client webhooks are sent with, which calls no addresses inside the network and follows no redirects.

use hooks::guard::{check_url, client};
use web::BoxFut;

/// The most bytes of a document.
const MOST: usize = 4 << 20;

/// What an address answers; `None` when it may not be called, does not answer within ten seconds, answers no success, or
/// more than 4 MiB.
pub fn fetch(url: String) -> BoxFut<'static, Option<Vec<u8>>> {
    Box::pin(async move {
        let policy = hooks::policy();
        let url = check_url(policy, &url).ok()?;
        let client = client(policy).ok()?;
        let mut answer = client.get(url).header("accept", "application/json, */*").send().await.ok()?;
        if !answer.status().is_success() {
            return None;
        }
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.ok()? {
            if body.len() + chunk.len() > MOST {
                return None;
            }
            body.extend_from_slice(&chunk);
        }
        Some(body)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn addresses_inside_the_network_are_not_called() {
        for inside in
            ["https://127.0.0.1:1/keys", "https://localhost/keys", "http://example.pl/keys", "file:///etc/passwd", ""]
        {
            assert_eq!(fetch(inside.to_owned()).await, None, "{inside}");
        }
    }
}
