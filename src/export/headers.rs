use super::contract::Export;
use crate::board::Board;
use crate::output::Artifact;
use crate::page::Page;

/// The headers that a host should send, in the form that several static hosts read (`_headers`).
pub(super) struct Headers;

impl Export for Headers {
    fn export(&self, _: &Board, _: &[Page]) -> Vec<Artifact> {
        let text = "/*\n  \
            Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
            form-action 'self'; base-uri 'none'; frame-ancestors 'self'\n  \
            X-Content-Type-Options: nosniff\n  \
            Referrer-Policy: same-origin\n  \
            Permissions-Policy: camera=(), geolocation=(), microphone=()\n\
            /assets/*\n  \
            Cache-Control: public, max-age=31536000, immutable\n";
        vec![Artifact { path: "_headers".to_owned(), bytes: text.as_bytes().to_vec() }]
    }
}
