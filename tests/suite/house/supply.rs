use serde_json::Value;
use std::process::Command;

/// What `deny.toml` says, as far as it is held here.
struct Rules {
    licences: Vec<String>,
    banned: Vec<String>,
}

/// Reads the quoted words of the two lists.
fn rules(text: &str) -> Rules {
    let list = |head: &str| -> Vec<String> {
        let lines = text.lines().skip_while(|line| *line != head).skip(1).take_while(|line| *line != "]");
        lines.filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect()
    };
    Rules { licences: list("allow = ["), banned: list("deny = [") }
}

/// Whether a licence expression of SPDX (or the older form with `/`) can be met with allowed licences alone.
fn met(expression: &str, allowed: &[String]) -> bool {
    let expression = expression.trim();
    for (word, all) in [(" OR ", false), ("/", false), (" AND ", true)] {
        let parts = outer_parts(expression, word);
        if parts.len() > 1 {
            let mut met = parts.into_iter().map(|part| met(part, allowed));
            return if all { met.all(|met| met) } else { met.any(|met| met) };
        }
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => met(inner, allowed),
        None => allowed.iter().any(|known| known == expression),
    }
}

/// Splits at a word that stands in no brackets.
fn outer_parts<'a>(expression: &'a str, word: &str) -> Vec<&'a str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, character) in expression.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && at >= start && expression[at..].starts_with(word) => {
                parts.push(&expression[start..at]);
                start = at + word.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}

/// What a package breaks.
fn faults(package: &Value, rules: &Rules) -> Vec<String> {
    let field = |name: &str| package[name].as_str().unwrap_or_default();
    let (name, licence, source) = (field("name"), field("license"), field("source"));
    let mut faults = Vec::new();
    if !met(licence, &rules.licences) {
        faults.push(format!("{name}: the licence “{licence}” is not allowed"));
    }
    if rules.banned.iter().any(|banned| banned == name) {
        faults.push(format!("{name} is banned"));
    }
    if !matches!(source, "" | "registry+https://github.com/rust-lang/crates.io-index") {
        faults.push(format!("{name} comes from {source}"));
    }
    faults
}

#[test]
fn every_package_of_the_lock_file_is_one_that_deny_toml_allows() {
    let root = env!("CARGO_MANIFEST_DIR");
    let rules = rules(&std::fs::read_to_string(format!("{root}/deny.toml")).unwrap());
    assert!(rules.licences.len() > 5 && rules.banned.len() > 3, "deny.toml is read");
    let told = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(format!("{root}/Cargo.toml"))
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let metadata: Value = serde_json::from_slice(&told.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "the tree is read");
    let faults: Vec<String> = packages.iter().flat_map(|package| faults(package, &rules)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_licence_may_offer_a_choice_or_ask_for_several() {
    let allowed = ["MIT", "Apache-2.0", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("GPL-3.0-only OR MIT", true),
        ("MIT/GPL-2.0", true),
        ("(MIT OR Apache-2.0) AND ISC", true),
        ("(MIT OR Apache-2.0) AND GPL-3.0-only", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-3.0-only", true),
        ("", false),
    ] {
        assert_eq!(met(expression, &allowed), expected, "{expression}");
    }
}

#[test]
fn a_banned_package_and_a_foreign_source_are_caught() {
    let rules = Rules { licences: vec!["MIT".into()], banned: vec!["openssl-sys".into()] };
    let package = serde_json::json!({ "name": "openssl-sys", "license": "MIT", "source": "git+https://example.org/x" });
    assert_eq!(faults(&package, &rules), ["openssl-sys is banned", "openssl-sys comes from git+https://example.org/x"]);
}
