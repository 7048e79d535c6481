use super::contract::Export;
use crate::board::Board;
use crate::calendar::Stamp;
use crate::output::Artifact;
use crate::page::Page;

/// Whom to tell of a security fault (RFC 9116). Left out where the board names no e-mail.
pub(super) struct SecurityTxt;

impl Export for SecurityTxt {
    fn export(&self, board: &Board, _: &[Page]) -> Vec<Artifact> {
        let config = &board.config;
        let email = [&config.supervision.email, &config.office.email].into_iter().find(|email| !email.is_empty());
        let Some(email) = email else { return Vec::new() };
        let expires = Stamp::from(board.today.add_months(12)).rfc3339();
        let text = format!(
            "Contact: mailto:{email}\nExpires: {expires}\nPreferred-Languages: zh, en\nCanonical: {}\n",
            config.base_url.join(".well-known/security.txt")
        );
        vec![Artifact { path: ".well-known/security.txt".to_owned(), bytes: text.into_bytes() }]
    }
}
