use super::Breach;
use super::plan::{DOORS, FREE};

/// Finds dependencies of the manifest that have no row in the table of doors.
pub(super) fn without_door(manifest: &str) -> Vec<Breach> {
    let mut section = "";
    let mut breaches = Vec::new();
    for (at, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            section = line.trim();
        }
        let Some((name, _)) = line.split_once('=').filter(|_| section == "[dependencies]") else { continue };
        let name = name.trim().replace('-', "_");
        if !FREE.contains(&name.as_str()) && !DOORS.iter().any(|(package, _)| *package == name) {
            breaches.push(Breach::new("Cargo.toml", at + 1, format_args!("{name} has no door in the plan")));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::*;

    #[test]
    fn a_package_that_nobody_gave_a_door_is_caught() {
        let manifest = "[package]\nname = \"a\"\n[dependencies]\nserde = \"1\"\ntiny_http = \"0\"\nleft-pad = \"1\"\n[dev-dependencies]\ninsta = \"1\"\n";
        assert_eq!(said(&without_door(manifest)), ["Cargo.toml:6 left_pad has no door in the plan"]);
    }
}
