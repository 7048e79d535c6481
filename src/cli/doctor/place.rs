//! The folders: whether they can be written, and whether the site may go where it goes.

use super::point::Point;
use crate::output::{MANIFEST, OutputFolder, create_new};
use crate::say;
use std::fs;
use std::path::Path;

/// A file that is made and taken away again; its name begins with a dot, so that nothing ever publishes it.
const TRIAL: &str = ".gongkai-doctor";

/// Looks whether the sources can be written.
pub(super) fn content(root: &Path) -> Point {
    match trial(&root.join("content")) {
        Ok(()) => Point::good(say!("content 可以写入", "content can be written")),
        Err(why) => Point::bad(
            say!("content 不能写入（{why}）", "content cannot be written ({why})"),
            say!(
                "改文件夹的权限，或换一个自己的文件夹；只读的优盘、光盘不行",
                "change its rights, or use a folder of your own"
            ),
        ),
    }
}

/// Looks whether the site can be put where it goes by itself.
pub(super) fn public(root: &Path) -> Vec<Point> {
    let public = root.join("public");
    if let Err(refused) = OutputFolder::open(root, &public, false) {
        let remedy = say!("用 --out 另指一个文件夹", "name another folder with --out");
        return vec![Point::bad(refused.0, remedy)];
    }
    let beside = if public.is_dir() { public.clone() } else { root.to_path_buf() };
    let mut points = vec![match trial(&beside) {
        Ok(()) => Point::good(say!("public 可以写入", "public can be written")),
        Err(why) => Point::bad(
            say!("public 不能写入（{why}）", "public cannot be written ({why})"),
            say!(
                "改文件夹的权限；或用 gongkai build --out 写到别处",
                "change its rights, or build elsewhere with --out"
            ),
        ),
    }];
    let filled = fs::read_dir(&public).is_ok_and(|mut entries| entries.next().is_some());
    if filled && !public.join(MANIFEST).is_file() {
        points.push(Point::doubtful(
            say!("public 里的文件不是 gongkai 生成的", "what is in public was not made by gongkai"),
            say!("生成时不会动它们；要干净的网站，先移走", "they will stay; move them away for a clean site"),
        ));
    }
    let ignored = fs::read_to_string(root.join(".gitignore")).unwrap_or_default();
    let named = |line: &str| line.trim().trim_matches('/') == "public";
    if root.join(".git").exists() && !ignored.lines().any(named) {
        points.push(Point::doubtful(
            say!(".gitignore 里没有 public：生成的网站会和原文件一起提交", "public is not in .gitignore"),
            say!("在 .gitignore 里加一行 /public", "add a line /public to .gitignore"),
        ));
    }
    points
}

fn trial(folder: &Path) -> Result<(), String> {
    let file = folder.join(TRIAL);
    create_new(&file, b"").map_err(|error| error.error.to_string())?;
    fs::remove_file(&file).map_err(|error| error.to_string())
}
