//! Tests of the change of a text; those of the desk stand with the preview, which it needs to be asked through.

mod changes;

use super::answer::TOKENS;

#[test]
fn the_form_has_the_colours_of_the_theme() {
    let theme = include_str!("../../../themes/default/assets/board.css");
    let (light, rest) = theme.split_once("prefers-color-scheme: dark").unwrap();
    let dark = rest.split_once("}\n}").unwrap().0;
    let mut colours = 0;
    for line in TOKENS.lines().filter(|line| line.contains("light-dark(")) {
        let (name, both) = line.trim().split_once(": light-dark(").unwrap();
        let (by_day, by_night) = both.trim_end_matches(");").split_once(", ").unwrap();
        assert!(light.contains(&format!("{name}: {by_day};")), "{name} by day");
        assert!(dark.contains(&format!("{name}: {by_night};")), "{name} by night");
        colours += 1;
    }
    assert!(colours > 10, "{colours}");
}
