//! Telling a person's name from other words, well enough to judge what stands beside it.

use super::passage::is_han;

/// The common surnames. Rare ones that are common words (于, 成, 时, 单, 全, 和, 应 …) are left out on purpose.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖\
贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹欧耿关兰焦俞柳甘祝包宁尚符舒\
阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤穆卓古吉缪简车项芦麦褚娄窦戚岑景宫费卜晏席卫柏宗瞿桂佟臧闵苟邬边卞姬\
栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩池查苑邝";

const COMPOUND: &[&str] = &["欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "东方", "慕容", "令狐", "夏侯"];

/// Words of two or three characters that begin like a name and are none.
const WORDS: &str = "高度 高龄 高效 高等 高中 高考 高新 高温 高速 高危 高发 方便 方案 方式 方法 方面 方向 任何 \
任务 任职 何种 何时 严重 严格 严肃 严禁 关于 关心 关注 关爱 关系 关键 安全 安排 安置 安装 \
石油 金额 金融 周边 周期 周围 江苏 江西 黄河 白天 白内 马上 马路 万元 万人 易地 易发 华侨 \
房屋 房产 路段 管理 管护 解决 解释 古树 项目 车辆 车位 麦田 景区 宫颈 费用 席位 卫生 荣誉 \
查询 查明 查处 曾经 田地 田间 游客 盛世 谷物 童年 纪念 纪律 梅花 尚未 尚需 温度 康复 施工 \
施行 武装 邢台 齐全 章程 兰州 包括 包村 宁夏 符合 余下 程序 程度 苏州 陆续 范围 贾某 夏季 \
夏收 江河 雷电 龙头 顾问 毛重 郑州 罗列 许可 许多 唐代 韩国 曲线 池塘 沙石 沙地 路面 简称 \
简要 简单 吉林 常见 成员 农民 残疾 患者 居民 村民 职工 群众 学生 儿童 老人 家属 家庭 人员 \
病人 对象 低保 特困 贫困 脱贫 困难 重大 重度 万多 万余 柏油 甘肃 贺信 骆驼 牛羊 马铃 白血 \
白内障 严重的 关心的 解除 解放 付款 付费 孔子 金属 银行 章节 蒙古 欧洲 辛苦 符号 叶片 林地 \
林业 林木 梁山 孟加 苗木 苗圃 牟取 程式 安徽 安居 安葬 宗教 宗地 桑葚 华东 江南 江北 路口 \
路灯 管网 管道 管委 边缘 边远 边境 季度 毕业 祝贺 庄稼 易患 尤其 古代 车间 康养 段落 陶瓷 \
黎明 白发 金秋 高山 高原 高级 高额 高风 万一 万户 许昌 陈旧 陈述 项下 丛书 古稀 全部 何处 \
高空 高层 管控 景观 游泳 谢绝 谢谢 陆地 钟表 余额 孙辈 孙子 孙女 马匹 牛奶 石材 石头 石料 \
田野 路线 路基";

/// Words that say who someone is and stand right before a name.
const CUES: &[&str] = &[
    "村民",
    "居民",
    "户主",
    "群众",
    "贫困户",
    "低保户",
    "低保对象",
    "特困人员",
    "五保户",
    "困难户",
    "监测户",
    "脱贫户",
    "患者",
    "病人",
    "老人",
    "学生",
    "儿童",
    "孤儿",
    "幼儿",
    "职工",
    "党员",
    "农户",
    "申请人",
    "残疾人",
    "姓名",
    "姓名：",
    "姓名:",
    "同学",
    "女童",
    "男童",
    "小朋友",
    "少年",
    "其子",
    "其女",
    "儿子",
    "女儿",
    "妻子",
    "丈夫",
    "母亲",
    "父亲",
];

/// Verbs and prepositions that a name may follow.
const OPENERS: &[&str] = &["对", "给", "给予", "向", "由", "为", "救助", "帮助", "慰问", "看望", "走访", "帮扶"];

/// A name found in a clause: where it starts and ends, in bytes of the clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub start: usize,
    pub end: usize,
    /// Whether a word before it says that it is a person.
    pub is_cued: bool,
}

/// Every place in a clause where a name may stand: after a cue, or at the beginning of a part of the clause. The
/// longer reading comes first.
pub(super) fn names(clause: &str) -> Vec<Name> {
    let mut found = Vec::new();
    let mut previous = None;
    for (start, character) in clause.char_indices() {
        let before = &clause[..start];
        let opens = previous.is_none_or(|previous: char| !is_han(previous) && !previous.is_ascii_alphanumeric());
        previous = Some(character);
        if !SURNAMES.contains(character) && !COMPOUND.iter().any(|name| clause[start..].starts_with(name)) {
            continue;
        }
        let opens = opens || OPENERS.iter().any(|word| before.ends_with(word));
        let is_cued = CUES.iter().any(|cue| before.trim_end_matches(['：', ':', ' ']).ends_with(cue));
        if opens || is_cued {
            found.extend(readings(clause, start, is_cued));
        }
    }
    found
}

fn readings(clause: &str, start: usize, is_cued: bool) -> impl Iterator<Item = Name> {
    let compound = COMPOUND.iter().any(|name| clause[start..].starts_with(name));
    let lengths: &[usize] = if compound { &[4, 3] } else { &[3, 2] };
    lengths.iter().filter_map(move |&length| {
        let name: String = clause[start..].chars().take(length).collect();
        let whole = name.chars().count() == length && name.chars().all(is_han);
        let word = WORDS.split(' ').any(|word| name.starts_with(word)) || name.contains(['某', '的', '了', '等', '和']);
        (whole && !word).then(|| Name { start, end: start + name.len(), is_cued })
    })
}

/// Whether a text begins with a person's name that a mark or the end closes: the first word of a line in a list of
/// persons.
pub(super) fn begins_with_name(text: &str) -> bool {
    let text = text.trim_start_matches(|character: char| {
        character.is_ascii_digit()
            || character.is_whitespace()
            || matches!(character, '.' | '、' | '．' | '-' | '（' | '）' | '(' | ')')
    });
    names(text).iter().any(|name| {
        let closes = text[name.end..].chars().next().is_none_or(|next| !is_han(next) && !next.is_alphanumeric());
        closes && (name.start == 0 || name.is_cued)
    })
}

/// Whether a cell holds somebody's name in clear: Chinese characters without a star.
pub(super) fn is_clear_name(cell: &str) -> bool {
    let cell = cell.trim();
    let letters = cell.chars().filter(|character| is_han(*character)).count();
    (2..=12).contains(&letters) && !cell.contains(['*', '＊', '某', '×', '○', '＊'])
}
