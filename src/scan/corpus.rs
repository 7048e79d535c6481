//! Every detector over real texts: three reports full of faults, and 1,006 laws that have next to none. The texts are
//! no part of this repository; where they do not lie beside it, the tests say so and judge nothing.

use super::found::Find;
use super::passage::Passage;
use super::read::in_text;
use super::setting::{Kind, OfficeWords, Setting};
use crate::calendar::Date;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder `shared/corpus/NAME/content` beside the repository or above it.
fn corpus(name: &str) -> Option<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    let found = above.map(|folder| folder.join("shared/corpus").join(name).join("content")).find(|path| path.is_dir());
    if found.is_none() {
        println!("no corpus {name:?} beside the repository: nothing was judged");
    }
    found
}

fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

fn office() -> OfficeWords {
    OfficeWords { self_names: vec!["乡".into()], public_phones: vec![], today: Date::new(2026, 11, 21).unwrap() }
}

/// Title and body of an item, without comments.
fn parts(text: &str) -> (String, String) {
    let mut parts = text.splitn(3, "---\n").skip(1);
    let title = parts.next().unwrap().lines().find_map(|line| line.strip_prefix("title: ")).unwrap_or("");
    let mut body = parts.next().unwrap().to_owned();
    while let Some((start, end)) =
        body.find("<!--").and_then(|start| Some((start, start + body[start..].find("-->")? + 3)))
    {
        body.replace_range(start..end, "");
    }
    (title.trim_matches('\'').to_owned(), body)
}

fn finds(text: &str) -> Vec<(&'static str, Find, String)> {
    let office = office();
    let (title, body) = parts(text);
    let mut found = Vec::new();
    for (kind, text) in [(Kind::Title, &title), (Kind::Prose, &body)] {
        for (id, find) in in_text(&Passage::new(text), &Setting::new(kind, &office)) {
            let written = find.span.of(text).to_owned();
            found.push((id, find, written));
        }
    }
    found
}

/// The faults of the three reports as a reader finds them, one by one: file, check, the words at fault, and a part of
/// the sentence that the message must name.
const REPORTS: &[(&str, &str, &str, &str)] = &[
    ("2012-city", "garbled-text", "務(wù)", "電子政務"),
    ("2012-city", "garbled-text", "導(dǎo)", "導(dǎo)語"),
    ("2012-city", "garbled-text", "?,", "檢查?,F(xiàn)將"),
    ("2012-city", "garbled-text", "電", "繁体字"),
    ("2012-city", "half-width-punctuation", ":", "時間:2022"),
    ("2012-city", "leftover-placeholder", "月15日", "部署,月15日至30日"),
    ("2012-city", "malformed-doc-number", "政辦發(fā)[2012]4號", "应写作“政辦發〔2012〕4号”"),
    ("2012-city", "malformed-doc-number", "政公開領(lǐng)發(fā)[2012]2號", "应写作“政公開領發〔2012〕2号”"),
    ("2012-city", "malformed-doc-number", "治理辦發(fā)[2012]4號", "应写作“治理辦發〔2012〕4号”"),
    ("2012-city", "paste-residue", "時間:2022-03-28 08:11:00", "時間:2022-03-28"),
    ("2012-city", "paste-residue", "不代表本站", "不代表本站觀點"),
    ("2016-yangli", "colliding-punctuation", ",。", "全年政策解读,。"),
    ("2016-yangli", "cut-off-text", ",", "接受县电视台采访,"),
    ("2016-yangli", "cut-off-text", "择", "方便企业和公众选择"),
    ("2016-yangli", "cut-off-text", "%", "分值权重不低于4%"),
    ("2016-yangli", "half-width-punctuation", ":", "发布时间:2017"),
    ("2016-yangli", "malformed-doc-number", "侯政办〔2016151号", "主要任务分解表的通知"),
    ("2016-yangli", "malformed-doc-number", "侯政办〔2016296号", "年度报告有关事项的通知"),
    ("2016-yangli", "paste-residue", "发布时间:2017-01-03 16:00", "发布时间"),
    ("2016-yangli", "paste-residue", "5", "5"),
    ("2016-yangli", "paste-residue", "扫一扫在手机", "扫一扫在手机打开当前页"),
    ("2016-yangli", "run-together-date", "20161229", "20161229"),
    ("2016-yangli", "unclosed-pair", "“", "推进“五公开情况"),
    ("2016-yangli", "unclosed-pair", "“", "“负面清单制度建设"),
    ("2016-yangli", "unnamed-attachment", "586cb2c2064b967629b627ee", "586cb2c2064b967629b627ee"),
    ("2016-yangli", "wrong-self-name", "我镇", "我镇党委、政府高度重视"),
    ("2017-township", "fake-list", "1、", "1、xx镇年度"),
    ("2017-township", "half-width-punctuation", ",", "由会员分享,可在线阅读"),
    ("2017-township", "leftover-placeholder", "xx镇", "xx镇年度政府信息公开"),
    ("2017-township", "leftover-placeholder", "_年", "_年度"),
    ("2017-township", "leftover-placeholder", "_省", "_省政府信息公开办法"),
    ("2017-township", "leftover-placeholder", "_条", "公文类信息_条"),
    ("2017-township", "leftover-placeholder", "_._", "占_._ %"),
    ("2017-township", "leftover-placeholder", "_._", "占 _._%"),
    ("2017-township", "leftover-placeholder", "_县", "惠政办发_县人民政府"),
    ("2017-township", "leftover-placeholder", "_名", "配有_名专职"),
    ("2017-township", "leftover-placeholder", "_镇", "_镇人民政府"),
    ("2017-township", "leftover-placeholder", "_年_月_日", "_年_月_日"),
    ("2017-township", "paste-residue", "会员分享", "由会员分享"),
    ("2017-township", "paste-residue", "第 5 页 共 5 页", "第 5 页"),
];

#[test]
fn every_fault_that_a_reader_sees_in_the_reports_is_found_with_its_sentence() {
    let Some(folder) = corpus("reports") else { return };
    let all: BTreeMap<String, Vec<_>> = texts(&folder).into_iter().map(|(name, text)| (name, finds(&text))).collect();
    let mut missed = Vec::new();
    for (file, check, words, sentence) in REPORTS {
        let is_it = |(id, find, written): &(&str, Find, String)| {
            id == check && written == words && find.message.zh.contains(sentence)
        };
        if !all[*file].iter().any(is_it) {
            missed.push(format!("{file}: {check} {words}: {sentence}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
    // 洋里 is a 乡: in the report of a 镇 the same words are its own name, and no privacy check has anything to say.
    let privacy = ["id-number", "bank-account", "private-phone", "health-detail", "minor-detail", "secret-marking"];
    assert!(all.values().flatten().all(|(id, ..)| !privacy.contains(id)));
}

/// Every find in the laws, judged: all are faults of the copy, none is noise. What is not in this list is not found.
const LAWS: &[(&str, &str, &str)] = &[
    // A line that was broken after a comma; the next paragraph goes on.
    ("cut-off-text", "公安机关办理行政案件程序规定(2019-04-27)", "，"),
    ("cut-off-text", "国防教育法(2018-04-27)", "，"),
    ("cut-off-text", "工资支付暂行规定(1994-12-06)", "，"),
    ("cut-off-text", "烟草专卖法实施条例(2021-11-10)", "、"),
    // Numbers with brackets of another kind, as the originals were printed.
    ("malformed-doc-number", "关于职工全年月平均工作时间和工资折算问题的通知(2009-03-29)", "劳社部发[2000]8号"),
    ("malformed-doc-number", "关于职工全年月平均工作时间和工资折算问题的通知(2009-03-29)", "劳社部发[2008]3号"),
];

/// Laws that hold half-width commas, colons and semicolons between Chinese characters: notes, and right.
const HALF_WIDTH: usize = 31;

#[test]
fn in_a_thousand_laws_nothing_is_found_but_their_few_faults() {
    let Some(folder) = corpus("laws") else { return };
    let laws = texts(&folder);
    assert!(laws.len() >= 1006);
    let mut found: Vec<(&str, String, String)> = Vec::new();
    for (name, text) in &laws {
        found.extend(finds(text).into_iter().map(|(id, _, written)| (id, name.clone(), written)));
    }
    let (half_width, mut rest): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(id, ..)| *id == "half-width-punctuation");
    rest.sort();
    let rest: Vec<_> = rest.iter().map(|(id, name, written)| (*id, name.as_str(), written.as_str())).collect();
    assert_eq!(rest, LAWS);
    assert_eq!(half_width.len(), HALF_WIDTH);
}
