use super::args::Common;
use super::board_input::BoardInput;
use super::exit::Refusal;
use super::files::read;
use super::mask::{kept, masked, told, write};
use super::terminal::Terminal;
use crate::gate::Rules;
use crate::masking::MASKED_CHECKS;
use crate::say;
use std::collections::{BTreeMap, BTreeSet};

/// Masks what the checks found in items and in files that are published as they lie, file by file, and tells each
/// change. What a board has silenced stays. Gives how many files were rewritten.
pub(super) fn fix(input: &BoardInput, common: &Common, terminal: Terminal) -> usize {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for finding in input.compiled.report.findings() {
        if let Some(place) = finding.place.as_ref().filter(|_| MASKED_CHECKS.contains(&finding.check)) {
            found.entry(&place.path).or_default().insert(finding.check);
        }
    }
    let Some(board) = &input.compiled.board else { return 0 };
    // A file that is only shown as a table is masked on its way out; the office keeps it whole.
    let published: BTreeSet<&str> = board
        .items
        .iter()
        .flat_map(|item| {
            item.attached.iter().filter_map(|file| file.offered().map(|path| &**path)).chain([&*item.draft.path])
        })
        .collect();
    let office = Rules::of(&board.config, common.today).office;
    let mut rewritten = 0;
    for (path, checks) in found.into_iter().filter(|(path, _)| published.contains(path)) {
        let file = common.root.join(path);
        let mended = read(&file).and_then(|bytes| {
            let done = masked(&file, &bytes, &office, &|check| checks.contains(check))?;
            if done.changes.is_empty() {
                return Ok(false);
            }
            let backup = write(&file, &bytes, &done.bytes)?;
            for change in &done.changes {
                terminal.warn(&told(path, &bytes, change));
            }
            terminal.warn(&kept(done.changes.len(), &backup));
            Ok(true)
        });
        match mended {
            Ok(mended) => rewritten += usize::from(mended),
            Err(Refusal(why)) => terminal.warn(&why),
        }
    }
    if rewritten == 0 {
        terminal.warn(&say!("没有可以自动脱敏的内容", "there is nothing that a mask can mend"));
    }
    rewritten
}
