use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher as _;

/// A word of 128 random bits in hexadecimal digits: the key to a shared preview.
#[derive(Clone)]
pub(super) struct Token(String);

impl Token {
    /// Draws a new token. The standard library seeds each [`RandomState`] from the operating system and hashes with
    /// SipHash, a keyed pseudo-random function; that is the one source of chance it offers, and it is enough here.
    pub(super) fn draw() -> Self {
        let state = RandomState::new();
        Self(format!("{:016x}{:016x}", state.hash_one("first half"), state.hash_one("second half")))
    }

    /// Whether a word is the token; takes the same time for every wrong word of its length.
    pub(super) fn is(&self, word: &str) -> bool {
        word.len() == self.0.len() && word.bytes().zip(self.0.bytes()).fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
    }
}

impl fmt::Display for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_only_itself() {
        let (one, other) = (Token::draw(), Token::draw());
        assert_eq!(one.to_string().len(), 32);
        assert!(one.is(&one.to_string()) && !one.is(&other.to_string()) && !one.is(""));
        assert!(!one.is(&one.to_string()[1..]));
    }
}
