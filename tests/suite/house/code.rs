//! One Rust file as the rules see it: the paths it names, with comments and literals out of the way.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::iter::Peekable;

/// A Rust file and what it names.
#[derive(Debug)]
pub(super) struct File {
    /// Path from the repository's root, as `src/board/item.rs`.
    pub(super) path: String,
    /// How many lines it has.
    pub(super) lines: usize,
    /// The module it defines, as `["crate", "board", "item"]`; a face stands for its folder.
    pub(super) module: Vec<String>,
    /// Every path it names, macros with their `!`.
    pub(super) names: Vec<Name>,
    /// The modules in files of their own that it declares for tests only, written out from `crate` on.
    pub(super) test_modules: Vec<Vec<String>>,
}

/// A path that a file names. Paths into our own crate are written out from `crate` on.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// The parts between the colons.
    pub(super) parts: Vec<String>,
    /// The line it stands in, from 1.
    pub(super) line: usize,
    /// Whether it stands in code that is compiled for tests only.
    pub(super) in_test: bool,
}

impl File {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{path} is no Rust: {error}"));
        let module = module(path);
        let own = own_modules(&tokens);
        let mut reader =
            Reader { here: module.clone(), in_test: false, own, names: Vec::new(), test_modules: Vec::new() };
        reader.read(tokens);
        let Reader { names, test_modules, .. } = reader;
        Self { path: path.to_owned(), lines: text.lines().count(), module, names, test_modules }
    }

    /// The room that the file lies in: its first folder, or `main` or `lib`.
    pub(super) fn room(&self) -> &str {
        self.path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next()).unwrap_or_default()
    }

    /// Whether the file is the face of its folder.
    pub(super) fn is_face(&self) -> bool {
        self.path.ends_with("/mod.rs")
    }

    /// The file's path inside `src/`.
    pub(super) fn inside(&self) -> &str {
        self.path.strip_prefix("src/").unwrap_or(&self.path)
    }
}

fn module(path: &str) -> Vec<String> {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let stem = inside.strip_suffix(".rs").unwrap_or(inside);
    let mut module = vec!["crate".to_owned()];
    module.extend(stem.split('/').filter(|part| !matches!(*part, "mod" | "lib")).map(str::to_owned));
    module
}

/// The modules that a file declares at its top: a path that starts with one of them is our own, not a package's.
fn own_modules(tokens: &TokenStream) -> BTreeSet<String> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    tokens.windows(2).filter(|pair| is_ident(&pair[0], "mod")).map(|pair| pair[1].to_string()).collect()
}

struct Reader {
    here: Vec<String>,
    in_test: bool,
    own: BTreeSet<String>,
    names: Vec<Name>,
    test_modules: Vec<Vec<String>>,
}

impl Reader {
    fn read(&mut self, tokens: TokenStream) {
        let outside = self.in_test;
        let mut tokens = tokens.into_iter().peekable();
        let mut before = ' ';
        while let Some(token) = tokens.next() {
            let after = before;
            before = ' ';
            match token {
                TokenTree::Punct(punct) => {
                    before = punct.as_char();
                    if before == ';' {
                        self.in_test = outside;
                    }
                }
                TokenTree::Group(group) => {
                    if after == '#' && is_test_only(&group) {
                        self.in_test = true;
                    }
                    self.read(group.stream());
                    if group.delimiter() == Delimiter::Brace {
                        self.in_test = outside;
                    }
                }
                TokenTree::Ident(word) if word == "mod" => {
                    self.module(&mut tokens);
                    self.in_test = outside;
                }
                // `pub(in super::super)` says who may look in, not what is used.
                TokenTree::Ident(word) if word == "pub" => {
                    tokens.next_if(|token| matches!(token, TokenTree::Group(group) if is_visibility(group)));
                }
                TokenTree::Ident(word) if word == "use" => self.tree(&mut tokens, &[], true),
                TokenTree::Ident(word) => {
                    let name = path(&word, &mut tokens);
                    // `.word` is a method, `'word` a lifetime, and `$crate` belongs to whoever calls the macro.
                    if let Some((parts, line)) = name.filter(|_| !matches!(after, '.' | '\'' | '$')) {
                        self.note(parts, line);
                    }
                }
                TokenTree::Literal(_) => {}
            }
        }
        self.in_test = outside;
    }

    fn module(&mut self, tokens: &mut Tokens) {
        let Some(TokenTree::Ident(name)) = tokens.next() else { return };
        if let Some(TokenTree::Group(body)) = tokens.next_if(|token| matches!(token, TokenTree::Group(_))) {
            self.here.push(name.to_string());
            self.read(body.stream());
            self.here.pop();
        } else if self.in_test {
            self.test_modules.push([self.here.as_slice(), &[name.to_string()]].concat());
        }
    }

    /// Reads `a::b::{c, d::e as f, *}` after the word `use`.
    fn tree(&mut self, tokens: &mut Tokens, start: &[String], outermost: bool) {
        let mut parts = start.to_vec();
        let mut line = 0;
        let mut renamed = false;
        while let Some(token) = tokens.next_if(|token| !outermost || !is_punct(token, ';')) {
            match token {
                TokenTree::Ident(word) if word == "as" => renamed = true,
                TokenTree::Ident(word) if !renamed => {
                    line = word.span().start().line;
                    parts.push(word.to_string());
                }
                TokenTree::Punct(punct) if punct.as_char() == '*' => {
                    line = punct.span().start().line;
                }
                TokenTree::Punct(punct) if punct.as_char() == ',' => {
                    self.note(std::mem::replace(&mut parts, start.to_vec()), line);
                    (line, renamed) = (0, false);
                }
                TokenTree::Group(group) => {
                    let inner = std::mem::take(&mut parts);
                    self.tree(&mut group.stream().into_iter().peekable(), &inner, false);
                    line = 0;
                }
                _ => {}
            }
        }
        self.note(parts, line);
    }

    /// Keeps a name, written out from `crate` on where it is ours.
    fn note(&mut self, parts: Vec<String>, line: usize) {
        if line == 0 {
            return;
        }
        let mut base = self.here.clone();
        let mut rest = parts.as_slice();
        let resolved = match parts[0].as_str() {
            "crate" => parts,
            // The binary sees the library as a package of our own name.
            "gongkai" => [&["crate".to_owned()], &parts[1..]].concat(),
            "self" | "super" => {
                while let Some((step @ ("self" | "super"), others)) =
                    rest.split_first().map(|(step, others)| (step.as_str(), others))
                {
                    if step == "super" {
                        base.pop();
                    }
                    rest = others;
                }
                [&base, rest].concat()
            }
            first if self.own.contains(first) => [&base, rest].concat(),
            _ => parts,
        };
        self.names.push(Name { parts: resolved, line, in_test: self.in_test });
    }
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

/// Reads `a::b::c` or `a::b!` in an expression, a type or an attribute; a single word is no path.
fn path(first: &Ident, tokens: &mut Tokens) -> Option<(Vec<String>, usize)> {
    let mut parts = vec![first.to_string()];
    while tokens.next_if(|token| is_punct(token, ':')).is_some() {
        let colons = tokens.next_if(|token| is_punct(token, ':')).is_some();
        match tokens.next_if(|token| colons && matches!(token, TokenTree::Ident(_))) {
            Some(part) => parts.push(part.to_string()),
            None => break,
        }
    }
    let is_macro = tokens.peek().is_some_and(|token| is_punct(token, '!'));
    if is_macro && let Some(last) = parts.last_mut() {
        last.push('!');
    }
    (parts.len() > 1 || is_macro).then(|| (parts, first.span().start().line))
}

fn is_ident(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == word)
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_visibility(group: &Group) -> bool {
    group.stream().into_iter().next().is_some_and(|token| is_ident(&token, "in"))
}

/// Whether an attribute's brackets say `test` or `cfg(test)`.
fn is_test_only(attribute: &Group) -> bool {
    let text: String = attribute.stream().to_string().split_whitespace().collect();
    attribute.delimiter() == Delimiter::Bracket && matches!(text.as_str(), "test" | "cfg(test)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(path: &str, text: &str) -> Vec<String> {
        File::new(path, text).names.iter().map(|name| name.parts.join("::")).collect()
    }

    #[test]
    fn paths_are_read_from_imports_expressions_and_macros() {
        let text = "use crate::{text::{Span, Text as Words}, diag::*};\nfn f() -> std::io::Result<()> { crate::say!(\"a::b\") }";
        assert_eq!(
            names("src/board/item.rs", text),
            ["crate::text::Span", "crate::text::Text", "crate::diag", "std::io::Result", "crate::say!"]
        );
    }

    #[test]
    fn relative_paths_are_written_out() {
        let text = "use super::item::Item; use super::super::text::Span; mod tests { use super::*; use super::super::tally::Tally; }";
        assert_eq!(
            names("src/board/model.rs", text),
            ["crate::board::item::Item", "crate::text::Span", "crate::board::model", "crate::board::tally::Tally"]
        );
        assert_eq!(names("src/board/mod.rs", "mod item; pub use item::Item;"), ["crate::board::item::Item"]);
        assert_eq!(names("src/main.rs", "fn main() { gongkai::cli::run() }"), ["crate::cli::run"]);
    }

    #[test]
    fn comments_strings_and_methods_name_nothing() {
        let text = "/* walkdir::WalkDir */ // std::fs::read\npub(in super::super) fn f() { \"std::fs::read\"; a.zip::<u8>(b); let x: u8 = 1; }";
        assert_eq!(names("src/board/item.rs", text), Vec::<String>::new());
    }

    #[test]
    fn test_code_is_told_from_the_rest() {
        let text = "#[cfg(test)]\nuse a::b;\nuse c::d;\n#[cfg(test)]\nmod tests { use e::f; fn g() { h::i(); } }\nfn j() { k::l(); }";
        let file = File::new("src/board/item.rs", text);
        let told: Vec<(String, bool)> = file.names.iter().map(|name| (name.parts.concat(), name.in_test)).collect();
        let told: Vec<(&str, bool)> = told.iter().map(|(name, test)| (name.as_str(), *test)).collect();
        assert_eq!(told, [("ab", true), ("cd", false), ("ef", true), ("hi", true), ("kl", false)]);
    }
}
