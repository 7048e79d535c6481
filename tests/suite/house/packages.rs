use super::Breach;
use super::plan::{DOORS, FREE};

/// Finds dependencies of the manifest that have no row in the table of doors.
pub(super) fn without_door(manifest: &str) -> Vec<Breach> {
    let shut = dependencies(manifest).filter(|(_, package)| {
        let name = package.replace('-', "_");
        !FREE.contains(&name.as_str()) && !DOORS.iter().any(|(known, _)| *known == name)
    });
    shut.map(|(line, package)| Breach::new("Cargo.toml", line, format_args!("{package} has no door in the plan")))
        .collect()
}

/// The names in the manifest's part `[dependencies]`, each with its line.
pub(super) fn dependencies(manifest: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut section = "";
    manifest.lines().enumerate().filter_map(move |(at, line)| {
        if line.starts_with('[') {
            section = line.trim();
        }
        let (name, _) = line.split_once('=').filter(|_| section == "[dependencies]")?;
        Some((at + 1, name.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::said;
    use super::*;

    #[test]
    fn a_package_that_nobody_gave_a_door_is_caught() {
        let manifest = "[package]\nname = \"a\"\n[dependencies]\nserde = \"1\"\ntiny_http = \"0\"\nleft-pad = \"1\"\n[dev-dependencies]\ninsta = \"1\"\n";
        assert_eq!(said(&without_door(manifest)), ["Cargo.toml:6 left-pad has no door in the plan"]);
    }
}
