use super::super::contract::Context;
use crate::attachment::{FaultKind, TableFault};
use crate::board::{Item, ShownTable};
use crate::parse::TableField;
use crate::say;
use crate::term::{Register, Term};
use crate::text::{Placed, Span, Text, nearest};

/// Says what is wrong with the tables of an item: none of them is shown then.
pub(super) fn tables(item: &Item, cx: &mut Context<'_>) {
    // The files of what is not for everybody are not even read.
    if !cx.board.will_show(item) {
        return;
    }
    for shown in &item.tables {
        let Some(field) = item.front().tables.get(shown.number) else { continue };
        for fault in shown.outcome.as_ref().err().into_iter().flatten() {
            let finding = cx.find(item.place(span_of(field, fault)), fault.message.clone());
            finding.remedy.clone_from(&fault.remedy);
        }
        if let Some(name) = &field.register {
            register(item, shown, name, cx);
        }
    }
}

/// Where the word stands that is wrong.
fn span_of(field: &TableField, fault: &TableFault) -> Span {
    let is_it = |word: &&Placed<String>| word.trim() == fault.named.trim();
    let kinds = || field.mask.iter().map(|(_, kind)| kind).find(is_it);
    let columns = || field.mask.iter().map(|(column, _)| column).chain(&field.drop).find(is_it);
    let found = match fault.kind {
        FaultKind::File => None,
        FaultKind::Sheet => field.sheet.as_ref(),
        FaultKind::Mask => kinds(),
        FaultKind::Column => columns().or_else(|| field.total.iter().find(is_it)),
        FaultKind::Total => field.total.iter().find(is_it),
    };
    found.map_or(field.file.span, |word| word.span)
}

fn register(item: &Item, shown: &ShownTable, written: &Placed<String>, cx: &mut Context<'_>) {
    let word = written.trim();
    let Some(register) = Register::read(word) else {
        let all = Register::ALL.iter().map(|register| format!("{}（{}）", register.id(), register.chinese()));
        let finding = cx.find(item.place(written.span), say!("没有“{word}”这种清单", "there is no register “{word}”"));
        finding.remedy = Some(match nearest(word, Register::choices()) {
            Some(near) => say!("是否要写“{near}”？", "did you mean “{near}”?"),
            None => say!("可以写：{all}", "write one of {all}"; all: Text::list(all)),
        });
        return;
    };
    let Some(table) = shown.table() else { return };
    let has = |words: &[&str]| table.header.iter().any(|header| words.iter().any(|word| header.contains(word)));
    let missing: Vec<&str> = register.columns().iter().filter(|words| !has(words)).map(|words| words[0]).collect();
    if !missing.is_empty() {
        let (missing, name) = (missing.join("”“"), register.chinese());
        cx.find(
            item.place(written.span),
            say!("{name}缺少“{missing}”一列", "a register of this kind ({name}) lacks the column “{missing}”"),
        )
        .remedy = Some(say!("在表格中补上这一列", "add the column to the table"));
    }
}
