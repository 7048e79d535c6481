//! The small boards in a page of `docs/checks`.

/// What a board has that does not say otherwise.
const BOARD: &str = "title: 示例镇政务公开栏
base_url: https://example.gov.cn/shili/
kind: section
office: {id: shili, name: 示例镇人民政府, code: 11341702000000000A, phone: 0500-6610001}
units:
  - {id: party-office, name: 党政办公室, kind: station}
  - {id: finance-office, name: 财政所, kind: station}
  - {id: nanshan, name: 南山村, kind: village}
categories:
  - {id: notices, name: 通知公告, cadence: timely}
  - {id: news, name: 工作动态, cadence: timely}
  - {id: finance, name: 财政信息, cadence: quarterly}
  - {id: policy, name: 政策文件, cadence: permanent}
  - {id: guides, name: 办事指南, cadence: permanent}
approvals: []
topics: [{id: rural-revival, name: 乡村振兴}]
";
const TODAY: &str = "2026-10-12";

/// One board and what shall be found in it.
pub(super) struct Case {
    /// Where it starts in its page.
    pub(super) line: usize,
    /// The date on which it is judged.
    pub(super) today: String,
    /// When git first knew its files, where it does.
    pub(super) committed: Option<String>,
    /// Its files.
    pub(super) board: String,
    /// Files of which the page gives only the size, in bytes: their text is `（200 KB）`.
    pub(super) sizes: Vec<(String, usize)>,
    /// Places, each with a severity where the page gives one.
    pub(super) findings: Vec<(String, Option<String>)>,
}

/// The boards of a page: fenced blocks `board`, each followed by a block `findings` unless nothing shall be found.
/// `board today=2026-11-20` sets the date.
pub(super) fn cases(page: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let fence = line.len() - line.trim_start_matches('`').len();
        if fence < 3 {
            continue;
        }
        let info = line[fence..].to_owned();
        let block: Vec<&str> =
            lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "`".repeat(fence)).collect();
        let mut words = info.split_whitespace();
        match words.next() {
            Some("board") => {
                let said: Vec<&str> = words.collect();
                let value = |key: &str| said.iter().find_map(|word| word.strip_prefix(key)).map(str::to_owned);
                let today = value("today=").unwrap_or_else(|| TODAY.to_owned());
                cases.push(Case { committed: value("committed="), ..case(at + 1, today, &block) });
            }
            Some("findings") => {
                let found = block.iter().map(|line| match line.rsplit_once(' ') {
                    Some((place, severity @ ("error" | "warning" | "note"))) => {
                        (place.to_owned(), Some(severity.to_owned()))
                    }
                    _ => ((*line).to_owned(), None),
                });
                cases.last_mut().expect("findings follow a board").findings.extend(found);
            }
            _ => {}
        }
    }
    cases
}

fn case(line: usize, today: String, block: &[&str]) -> Case {
    let mut board = block.join("\n") + "\n";
    if !board.contains("-- content/board.yaml --") {
        board.insert_str(0, &format!("-- content/board.yaml --\n{BOARD}"));
    }
    let sizes = block.windows(2).filter_map(|pair| {
        let path = pair[0].strip_prefix("-- ")?.strip_suffix(" --")?;
        let kilobytes: usize = pair[1].strip_prefix('（')?.strip_suffix(" KB）")?.parse().ok()?;
        Some((path.to_owned(), kilobytes * 1024))
    });
    Case { line, today, committed: None, sizes: sizes.collect(), board, findings: Vec::new() }
}
