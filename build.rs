//! Rebuilds the program when a file or a folder of the built-in themes changes. The embedding macro sees changed files
//! by itself, new ones it does not.

use std::path::Path;

fn main() -> std::io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    watch(Path::new("themes"))
}

fn watch(path: &Path) -> std::io::Result<()> {
    println!("cargo:rerun-if-changed={}", path.display());
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            watch(&entry?.path())?;
        }
    }
    Ok(())
}
