//! Small cases of every detector of faults and secrecy: what is found, and what is right as it is.

use super::fault::unnamed_attachment;
use super::passage::Passage;
use super::read::in_text;
use super::setting::{Kind, OfficeWords, Setting};
use crate::calendar::Date;

fn office() -> OfficeWords {
    OfficeWords { self_names: vec!["乡".into()], public_phones: vec![], today: Date::new(2026, 11, 21).unwrap() }
}

fn found(check: &str, kind: Kind, text: &str) -> Vec<(String, Option<String>)> {
    let finds = in_text(&Passage::new(text), &Setting::new(kind, &office()));
    let own = finds.into_iter().filter(|(id, _)| *id == check);
    own.map(|(_, find)| (find.span.of(text).to_owned(), find.instead)).collect()
}

/// Each wrong text has exactly one find, of these words; each right text has none.
fn judge(check: &str, kind: Kind, wrong: &[(&str, &str)], right: &[&str]) {
    for (text, words) in wrong {
        let found: Vec<String> = found(check, kind, text).into_iter().map(|(words, _)| words).collect();
        assert_eq!(found, [*words], "{check}: {text}");
    }
    for text in right {
        assert_eq!(found(check, kind, text), [], "{check} cries wolf: {text}");
    }
}

#[test]
fn blanks_that_nobody_filled_in_are_found_and_blanks_of_forms_are_not() {
    let wrong = [
        ("全年公开信息_条。", "_条"),
        ("_镇人民政府", "_镇"),
        ("政策类信息占_._%。", "_._"),
        ("占 _._ %", "_._"),
        ("落款_年_月_日", "_年_月_日"),
        ("XX镇人民政府", "XX镇"),
        ("根据××县的要求", "××县"),
        ("xx年度报告", "xx年"),
        ("投诉占%。", "占%"),
        ("部署后，月15日至30日检查", "月15日"),
        ("{{标题}}", "{{标题}}"),
        ("见【】", "【】"),
        ("依据《 》执行", "《 》"),
        ("（待补充）", "待补充"),
        ("联系人：待填写", "待填写"),
        ("在某某镇召开", "某某镇"),
    ];
    let right = [
        "姓名：______",
        "联系电话：____________ 地址：______",
        "_重要_ 通知",
        "张××、李××",
        "本月15日前",
        "3月15日至30日",
        "３月15日",
        "每月15日",
        "十二月15日",
        "同比增长5%",
        "snake_case 与 file_name.pdf",
        "XXL 号",
        "3×4年",
        "2×3米",
        "表格待补充完整后报送",
        "请填写下列表格",
        "张某某镇长",
    ];
    judge("leftover-placeholder", Kind::Prose, &wrong, &right);
    judge("leftover-placeholder", Kind::FileName, &[("XX镇方案.docx", "XX镇")], &["附件_县级名单.xlsx"]);
}

#[test]
fn marks_that_cannot_stand_together_are_found() {
    let wrong = [
        ("全年政策解读,。", ",。"),
        ("检查，。", "，。"),
        ("检查。。", "。。"),
        ("检查，，，落实", "，，，"),
        ("办公室、，", "、，"),
        ("（，见附件）", "（，"),
        ("甲、乙、）", "、）"),
        ("落实了吗？。", "？。"),
    ];
    let right = [
        "真的？！",
        "他说：“好。”，随后",
        "“甲”、“乙”",
        "等等……，",
        "破折号——，",
        "（一）、（二）",
        "a,;b",
        "1,000.00，",
        "Co., Ltd.，",
        "12:30。附件为.docx、.pdf；.doc不收",
        "一是。\n二是。",
    ];
    judge("colliding-punctuation", Kind::Prose, &wrong, &right);
}

#[test]
fn pairs_that_lack_a_half_are_found() {
    let wrong = [
        ("推进“五公开情况", "“"),
        ("《条例第十条", "《"),
        ("（以下简称办法", "（"),
        ("条例》第十条", "》"),
        ("(侯政办", "("),
        ("见〔附件", "〔"),
    ];
    let right = [
        "“五公开”和《条例》（试行）",
        "（全角开(半角套)半角关)",
        "1）甲 2）乙 a）丙",
        "修改为：“第十条 甲。\n\n“第十一条 乙。”",
        "《关于修改〈甲法〉、\n\n〈乙法〉的决定》",
        "侯政办〔2016151号",
        "it's 5’",
    ];
    judge("unclosed-pair", Kind::Prose, &wrong, &right);
}

#[test]
fn dates_that_run_together_are_found_with_their_right_writing() {
    let wrong = [
        ("20161229", "20161229"),
        ("于20161229印发", "20161229"),
        ("截至20260930。", "20260930"),
        ("2016年1229日", "2016年1229日"),
    ];
    let right = [
        "编号20161229",
        "第20161229号",
        "20161399",
        "20160230",
        "12016122912",
        "2016-1229",
        "A20161229",
        "20161229元",
        "https://example.org/20161229/a.html",
        "邮编35010012",
        "批号20240102",
        "20161229期",
        "电话26123456",
        "18880101",
    ];
    judge("run-together-date", Kind::Prose, &wrong, &right);
    judge("run-together-date", Kind::FileName, &[], &["20161229通知.pdf"]);
    assert_eq!(found("run-together-date", Kind::Prose, "20161229日")[0].1.as_deref(), Some("2016年12月29日"));
}

#[test]
fn an_office_that_calls_itself_by_another_name_is_found() {
    judge(
        "wrong-self-name",
        Kind::Prose,
        &[("我镇党委高度重视", "我镇"), ("在我街道召开", "我街道")],
        &["我乡党委", "我乡镇工作", "我县、我市", "自我镇定", "忘我村里人", "我们乡"],
    );
    let silent = OfficeWords { self_names: vec![], ..office() };
    assert!(in_text(&Passage::new("我镇"), &Setting::new(Kind::Prose, &silent)).is_empty());
}

#[test]
fn spoilt_text_is_found_once_a_line() {
    let wrong = [
        ("政務(wù)公開", "務(wù)"),
        ("专项检查?F(xiàn)将情况", "?F"),
        ("专项检查?,F(xiàn)将情况", "?,"),
        ("锟斤拷", "锟斤拷"),
        ("坏\u{FFFD}字", "\u{FFFD}"),
        ("\u{E123}号", "\u{E123}"),
        ("ä¸\u{AD}æ–‡æœ", "ä¸\u{AD}æ–‡"),
    ];
    let right = ["是否合理?请回答", "政务公开(试行)", "鄧小平", "Ünïcode", "参见（yuán）读音", "拼音(wu)", "是吗?A说"];
    judge("garbled-text", Kind::Prose, &wrong, &right);
    assert_eq!(found("garbled-text", Kind::Title, "電子政務和辦事公開檢查情況匯報").len(), 1);
    assert_eq!(found("garbled-text", Kind::Title, "关于陈国棟同志任职的通知").len(), 0);
}

#[test]
fn what_copying_leaves_behind_is_found() {
    let wrong = [
        ("正文。\n\n5\n", "5"),
        ("- 12 -", "- 12 -"),
        ("— 3 —", "— 3 —"),
        ("落款 第 5 页 共 5 页", "第 5 页 共 5 页"),
        ("第3页/共10页", "第3页/共10页"),
        ("586cb2c2064b967629b627ee", "586cb2c2064b967629b627ee"),
        ("扫一扫在手机打开当前页", "扫一扫在手机"),
        ("发布时间:2017-01-03 16:00", "发布时间:2017-01-03 16:00"),
        ("《报告》由会员分享，可在线阅读", "会员分享"),
        ("一文来源于网友上传，不代表本站观点", "网友上传"),
        ("【打印本页】 【关闭窗口】", "【打印"),
        ("浏览次数：128", "浏览次数"),
        ("责任编辑：张三", "责任编辑："),
        ("上一篇：关于公示的通知", "上一篇："),
    ];
    let right = [
        "会议时间：2026年3月1日上午9:00",
        "时间：2026-03-01 09:00",
        "共5页，第3页起为附表",
        "公布责任编辑和浏览次数的规定。",
        "全国文库建设",
        "可以在线阅读。",
        "第5页",
        "2026",
        "第十二条",
    ];
    judge("paste-residue", Kind::Prose, &wrong, &right[..6]);
    judge("paste-residue", Kind::Prose, &[("第5页", "第5页")], &right[7..]);
    judge("paste-residue", Kind::Listed, &[], &["5", "12"]);
}

#[test]
fn text_that_stops_in_the_middle_is_found() {
    let wrong = [
        ("党政主要领导接受县电视台采访,", ","),
        ("工作如下。\n\n一是加强领导、明确责任、\n\n二是", "、"),
        ("建立信息公开制度。提供服务的机构名称、经营地址、资质状况等基本信息，方便企业和公众选择", "择"),
        ("4、将政务公开纳入全乡绩效考核体系，分值权重不低于4%", "%"),
    ];
    let right = [
        "各村：",
        "各村民委员会，",
        "一、加强领导，明确责任",
        "青石镇人民政府\n2026年3月1日",
        "## 标题，",
        "| 甲，",
        "这句话完整。",
        "附件：名单",
        "1. 屈服强度高，奥氏体最少为10%",
    ];
    judge("cut-off-text", Kind::Prose, &wrong, &right);
    judge("cut-off-text", Kind::Listed, &[], &["甲，"]);
}

#[test]
fn half_width_marks_between_characters_are_counted() {
    let wrong = [("今年来,我乡落实", ","), ("内容包括:概况", ":"), ("甲;乙;丙", ";"), ("落实了吗?", "?")];
    let right = ["时间 16:00", "1,000元", "GB/T 33190", "a,b,c", "https://a.b/c", "居(村)民", "（一）甲：乙，丙。"];
    judge("half-width-punctuation", Kind::Prose, &wrong, &right);
    judge("half-width-punctuation", Kind::Title, &[("关于救助的通知(试行)", "(")], &["关于救助的通知（试行）"]);
    let two = found("half-width-punctuation", Kind::Prose, "甲,乙");
    assert_eq!(two[0].1.as_deref(), Some("，"));
}

#[test]
fn numbered_lines_that_only_look_like_a_list_are_found() {
    let wrong = [("做法：\n1、甲\n2、乙\n3、丙", "1、"), ("（一）甲\n（二）乙", "（二）"), ("1.甲\n2.乙", "2.")];
    let right = ["1. 甲\n2. 乙", "1、甲\n\n2、乙", "第一条\n第二条", "2026年\n12月", "1.5\n2.5"];
    judge("fake-list", Kind::Prose, &wrong, &right);
}

#[test]
fn names_of_attachments_that_tell_nothing_are_found() {
    let page = "附件下载:\n\n586cb2c2064b967629b627ee\n";
    judge(
        "unnamed-attachment",
        Kind::Prose,
        &[(page, "586cb2c2064b967629b627ee"), ("附件：20161229.pdf", "20161229.pdf")],
        &["附件：1.低保名单", "附件：申请表", "附件下载"],
    );
    for name in [
        "附件",
        "附件1",
        "附件一.docx",
        "点击下载",
        "586cb2c2064b967629b627ee.pdf",
        "20240102.xlsx",
        "IMG_1234.jpg",
        "新建文档.doc",
        "1.pdf",
        "",
    ] {
        assert!(unnamed_attachment::find_name(name).is_some(), "{name}");
    }
    for name in [
        "附件1：低保名单",
        "2026年预算.pdf",
        "申请表",
        "附件2 收支明细.xlsx",
        "files/2026-q3/收入表.csv",
        "detail.xlsx",
    ] {
        assert!(unnamed_attachment::find_name(name).is_none(), "{name}");
    }
}

#[test]
fn document_numbers_are_mended_where_they_can_be() {
    let mended = [
        ("国办发[2016]47号", "国办发〔2016〕47号"),
        ("（侯政办(2016)15号）", "侯政办〔2016〕15号"),
        ("侯政办（2016）15号", "侯政办〔2016〕15号"),
        ("青政【2026】3号", "青政〔2026〕3号"),
        ("青政﹝2026﹞3号", "青政〔2026〕3号"),
        ("青政〔2026〕 003 号", "青政〔2026〕3号"),
        ("青政〔2026〕第3号", "青政〔2026〕3号"),
        ("青政〔２０２６〕３号", "青政〔2026〕3号"),
        ("青政〔2026 3号", "青政〔2026〕3号"),
        ("青政〔2026〕3", "青政〔2026〕3号"),
        ("政辦發(fā)[2012]4號", "政辦發〔2012〕4号"),
    ];
    for (text, right) in mended {
        let found = found("malformed-doc-number", Kind::Prose, text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].1.as_deref(), Some(right), "{text}");
    }
    for text in ["侯政办〔2016151号", "侯政办〔202130", "青政〔2026〕号", "青政〔26〕3号"] {
        let found = found("malformed-doc-number", Kind::Prose, text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].1, None, "{text}: only a person can know");
    }
    judge(
        "malformed-doc-number",
        Kind::Prose,
        &[],
        &[
            "按照国办发〔2017〕47号要求",
            "（2016）闽01民终123号",
            "条例（2019年修订）",
            "国务院令第711号",
            "侯国用（2016）第00123号",
            "本办法（2016）",
            "人口普查(2020)",
            "见[12]号楼",
            "闽（2016）侯官不动产权第0012345号",
        ],
    );
}

#[test]
fn a_wrong_number_is_told_once_and_an_old_one_never() {
    let text = "国办发[2018]12号、国发[1983]64号，再看国办发[2018]12号和[2026](a.md)3号楼";
    let wrong: Vec<String> =
        found("malformed-doc-number", Kind::Prose, text).into_iter().map(|(words, _)| words).collect();
    assert_eq!(wrong, ["国办发[2018]12号"]);
}

#[test]
fn secrecy_markings_are_found_and_the_words_in_a_sentence_are_not() {
    let wrong = [
        ("机密★10年\n正文", "机密★10年"),
        ("秘密 ★ 1年", "秘密 ★ 1年"),
        ("绝密☆", "绝密☆"),
        ("密级：机密", "密级：机密"),
        ("正文。\n\n秘密\n\n正文", "秘密"),
        ("内部资料 注意保存", "内部资料 注意保存"),
        ("内部文件，不得外传", "内部文件，不得外传"),
        ("（内部资料）", "内部资料"),
        ("【内部使用】关于", "内部使用"),
        ("正文\n内部参考\n", "内部参考"),
    ];
    let right = [
        "严格保守国家秘密和商业秘密。",
        "建立保密审查机制",
        "涉及机密、秘密级事项的，不得公开",
        "涉密文件不得外传。",
        "内部资料管理办法",
        "属于内部文件的，按规定办理",
        "“涉密内容不上网”",
        "绝密级国家秘密的保密期限不超过三十年",
        "工作秘密管理",
        "请注意保存好票据",
        "★★★机密",
    ];
    judge("secret-marking", Kind::Prose, &wrong, &right);
    judge("secret-marking", Kind::FileName, &[("内部资料-名单.xlsx", "内部资料")], &["保守国家秘密法.pdf"]);
    judge("secret-marking", Kind::Title, &[("会议材料（机密）", "机密")], &["关于商业秘密保护的通知"]);
}

#[test]
fn papers_of_the_process_are_told_by_their_title() {
    let wrong = [
        ("关于修建村道的请示", "请示"),
        ("镇党委会议纪要", "会议纪要"),
        ("镇长办公会议纪要（第3期）", "会议纪要"),
        ("实施方案（讨论稿）", "讨论稿"),
        ("实施方案(送审稿)", "送审稿"),
    ];
    let right = [
        "关于修建村道请示的批复",
        "实施方案（征求意见稿）",
        "村民代表会议纪要",
        "重大事项请示报告制度",
        "关于印发公文处理办法的通知",
    ];
    judge("process-document", Kind::Title, &wrong, &right);
    judge("process-document", Kind::Prose, &[], &["请示", "向县里作了请示"]);
    judge("process-document", Kind::FileName, &[("关于修建村道的请示.docx", "请示")], &["批复.docx"]);
}
