//! The machine: git, clock, time zone, a browser for paper.

use super::point::Point;
use crate::calendar::Date;
use crate::cli::browser;
use crate::say;
use crate::source::{Repository, git_version};
use std::path::Path;
use std::{env, fs};

/// How the names of time zones end that are eight hours ahead.
const CHINESE: [&str; 8] = ["Shanghai", "Chongqing", "Urumqi", "Harbin", "Hong_Kong", "Macau", "PRC", "Taipei"];

/// Looks at git and at what it knows of the board.
pub(super) fn git(root: &Path, today: Date) -> Vec<Point> {
    let Some(version) = git_version() else {
        return vec![Point::doubtful(
            say!("没有找到 git", "git was not found"),
            say!(
                "安装 git：Windows 从 git-scm.com 下载，统信、麒麟用 sudo apt install git；没有它就不能推送发布，也不知道谁改过什么",
                "install git; without it nothing can be pushed and nobody knows who changed what"
            ),
        )];
    };
    let mut points = vec![Point::good(say!("git {version}", "git {version}"))];
    let Some(repository) = Repository::of(root) else {
        points.push(Point::doubtful(
            say!("公开栏不在 git 里", "the board is in no git repository"),
            say!(
                "在公开栏的文件夹里运行：git init、git add .、git commit -m \"公开栏开通\"",
                "run git init, git add . and git commit"
            ),
        ));
        return points;
    };
    if !repository.named {
        points.push(Point::bad(
            say!("git 不知道以谁的名义提交", "git does not know in whose name to commit"),
            say!(
                "运行：git config --global user.name 姓名；git config --global user.email 邮箱",
                "set user.name and user.email with git config --global"
            ),
        ));
    }
    points.push(match &repository.remote {
        // A password may stand in the address.
        Some(address) => {
            let address = without_secret(address);
            Point::good(say!("推送到 {address}", "it is pushed to {address}"))
        }
        None => Point::doubtful(
            say!("没有设推送到哪里", "there is no remote"),
            say!(
                "运行：git remote add origin 仓库地址；git push -u origin main",
                "add one: git remote add origin ADDRESS"
            ),
        ),
    });
    if repository.shallow {
        points.push(Point::doubtful(
            say!("浅克隆：不知道文件第一次提交的日期，倒签日期查不出来", "a shallow clone does not know first commits"),
            say!("运行：git fetch --unshallow；自动发布的配置里写 fetch-depth: 0", "run git fetch --unshallow"),
        ));
    }
    let (dirty, ahead) = (repository.uncommitted, repository.unpushed.unwrap_or(0));
    if dirty + ahead > 0 {
        points.push(Point::doubtful(
            say!(
                "有 {dirty} 个文件没有提交，{ahead} 次提交没有推送",
                "{dirty} files not committed, {ahead} commits not pushed"
            ),
            say!("写好后运行：git add .、git commit -m 说明、git push", "git add ., git commit, git push"),
        ));
    }
    if let Some(last) = repository.last.filter(|last| *last > today.add_days(1)) {
        points.push(Point::bad(
            say!(
                "今天是 {today}，而最近一次提交在 {last}：机器的时钟慢了",
                "today is {today}, the last commit is of {last}: the clock is slow"
            ),
            say!("校准机器的日期和时间；期限、逾期都按今天计算", "set the clock; deadlines count from today"),
        ));
    }
    points
}

/// Looks at the time zone. The program itself always reckons in China's; jobs at fixed hours do not.
pub(super) fn time_zone(today: Date) -> Point {
    let zone = env::var("TZ").ok().filter(|zone| !zone.is_empty()).or_else(|| {
        let link = fs::read_link("/etc/localtime").ok()?;
        let path = link.to_string_lossy().into_owned();
        path.split_once("zoneinfo/").map(|(_, zone)| zone.to_owned())
    });
    match zone {
        None => Point::good(say!("今天是 {today}（一律按北京时间）", "today is {today}, in China's time")),
        Some(zone) if CHINESE.iter().any(|name| zone.ends_with(name)) => {
            Point::good(say!("今天是 {today}，时区 {zone}", "today is {today}, the time zone is {zone}"))
        }
        Some(zone) => Point::doubtful(
            say!(
                "今天是 {today}（程序一律按北京时间），机器的时区是 {zone}",
                "today is {today} in China; the machine's time zone is {zone}"
            ),
            say!(
                "定时任务按机器的时区运行：运行 sudo timedatectl set-timezone Asia/Shanghai，或把任务的钟点换算过来",
                "jobs run by the machine's zone: sudo timedatectl set-timezone Asia/Shanghai"
            ),
        ),
    }
}

/// Looks for a browser that prints.
pub(super) fn paper() -> Point {
    match browser::find() {
        Some(path) => {
            let path = path.display().to_string();
            Point::good(say!("打印用 {path}", "{path} prints"))
        }
        None => Point::doubtful(
            say!(
                "没有找到 Chromium 或 Edge，gongkai print 不能存 PDF",
                "no Chromium or Edge: gongkai print makes no PDF"
            ),
            say!(
                "装一个，或用环境变量 CHROMIUM 指明；不用也可以在浏览器里直接打印网页",
                "install one or name it in CHROMIUM"
            ),
        ),
    }
}

/// An address without the name and password that may stand before its host.
fn without_secret(address: &str) -> String {
    match (address.split_once("://"), address.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) if scheme.starts_with("http") => format!("{scheme}://{host}"),
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::without_secret;

    #[test]
    fn a_password_in_an_address_is_not_shown() {
        assert_eq!(without_secret("https://a:b@git.example.gov.cn/x.git"), "https://git.example.gov.cn/x.git");
        assert_eq!(without_secret("git@git.example.gov.cn:x.git"), "git@git.example.gov.cn:x.git");
    }
}
