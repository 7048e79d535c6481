use super::Breach;
use super::code::File;
use super::plan::{EMPTY_NAMES, LONGEST_FILE};

/// Finds files that are too long, that bear their folder's name, or whose name says nothing.
pub(super) fn odd(files: &[File]) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in files {
        let mut breach = |what: String| breaches.push(Breach::new(&file.path, 1, what));
        let parts: Vec<&str> = file.path.trim_end_matches(".rs").split('/').collect();
        if file.lines > LONGEST_FILE {
            breach(format!("has {} lines, more than {LONGEST_FILE}: split it along its ideas", file.lines));
        }
        if let [.., folder, name] = parts.as_slice()
            && folder == name
        {
            breach("bears the name of its folder".to_owned());
        }
        if !file.is_face() && files.iter().any(|other| other.path == format!("{}/mod.rs", parts.join("/"))) {
            breach("stands beside a folder of the same name; a folder's face is its mod.rs".to_owned());
        }
        if let Some(name) = parts.iter().find(|part| EMPTY_NAMES.contains(part)) {
            breach(format!("the name {name} does not say what is inside"));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::super::{house, said};
    use super::*;

    #[test]
    fn a_long_file_is_caught() {
        let (fits, long) = ("\n".repeat(LONGEST_FILE), "\n".repeat(LONGEST_FILE + 1));
        let files = house([("src/a/fits.rs", &fits), ("src/a/long.rs", &long)]);
        assert_eq!(said(&odd(&files)), ["src/a/long.rs:1 has 401 lines, more than 400: split it along its ideas"]);
    }

    #[test]
    fn a_file_that_bears_its_folders_name_is_caught() {
        let files = house([("src/board/board.rs", ""), ("src/a/item.rs", ""), ("src/a/item/mod.rs", "")]);
        assert_eq!(
            said(&odd(&files)),
            [
                "src/board/board.rs:1 bears the name of its folder",
                "src/a/item.rs:1 stands beside a folder of the same name; a folder's face is its mod.rs",
            ]
        );
    }

    #[test]
    fn a_name_that_says_nothing_is_caught() {
        let files = house([("src/text/utils.rs", ""), ("src/common/mod.rs", "")]);
        assert_eq!(odd(&files).len(), 2);
    }
}
