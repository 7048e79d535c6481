use std::sync::LazyLock;

/// What a set phrase is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// An illness or a disability.
    Illness,
    /// The office speaking of itself: 我镇.
    SelfName,
    /// What pages and share sites leave behind when text is copied.
    Residue,
    /// A secrecy marking or a part of one.
    Secret,
    /// Words that stand where content was to come.
    Placeholder,
    /// Characters that a wrong decoding makes.
    Mojibake,
}

/// Illnesses and disabilities that name a person's state of health.
const ILLNESS: &str = "肺癌 胃癌 肝癌 肠癌 直肠癌 结肠癌 食道癌 食管癌 乳腺癌 宫颈癌 卵巢癌 胰腺癌 鼻咽癌 甲状腺癌 \
膀胱癌 前列腺癌 肾癌 骨癌 喉癌 癌症 恶性肿瘤 脑瘤 肿瘤 淋巴瘤 白血病 血友病 尿毒症 肾衰竭 \
肾功能衰竭 肾病 糖尿病 高血压 冠心病 心脏病 心肌梗 心衰 脑梗 脑出血 脑溢血 脑瘫 脑卒中 偏瘫 \
截瘫 瘫痪 帕金森 阿尔茨海默 痴呆 癫痫 精神病 精神分裂 精神障碍 精神疾病 抑郁症 自闭症 孤独症 \
唐氏综合 艾滋病 梅毒 乙肝 丙肝 肝炎 肝硬化 肺结核 结核病 尘肺 矽肺 哮喘 慢阻肺 红斑狼疮 \
类风湿 股骨头坏死 肌无力 渐冻症 再生障碍 地中海贫血 不孕 流产 肢体残疾 视力残疾 听力残疾 \
言语残疾 智力残疾 精神残疾 多重残疾 重度残疾 一级残疾 二级残疾 三级残疾 四级残疾 智障 聋哑 失明 \
双目失明 重大疾病 重病 大病 重疾";

/// The first word is what the office is not, unless it has said so.
const SELF_NAME: &str = "我镇 我乡 我街道 我村 我社区";

const RESIDUE: &str = "扫一扫在手机 扫一扫，在手机 扫码分享 扫描二维码分享 分享到微信 分享到： 分享到: 分享至微信 \
打印本页 关闭本页 关闭窗口 打印】 【打印 【关闭 关闭】 加入收藏 设为首页 返回顶部 字体大小 \
字号： 字号: 【字体 字体：【 字体：大 字体:大 责任编辑： 责任编辑: 浏览次数 阅读次数 点击次数 \
访问次数 点击量： 点击数： 阅读量： 点击量: 点击数: 阅读量: 上一篇： 上一篇: 下一篇： \
下一篇: 会员分享 在线阅读 珍藏版 文库 淘文阁 原创力文档 道客巴巴 豆丁网 人人文库 百度文库 \
免费下载 不代表本站 网友上传 網友上傳 咨询客服 咨詢客服 版权归原作者 本文来自 本文来源 转载请注明 \
侵权请联系 联系删除 第一范文网 范文网 会员上传 用户上传 整理发布 发布时间： 发布时间: 发布日期： \
发布日期: 发表时间： 发表时间: 更新时间： 更新时间: 發布時間 时间： 时间: 時間： 時間: \
附件下载 点击下载 当前位置 您现在的位置 您当前的位置 版权所有";

const SECRET: &str = "秘密★ 秘密☆ 机密★ 机密☆ 绝密★ 绝密☆ 绝密 机密 秘密 密级 内部资料 内部文件 内部材料 \
内部参考 内部参阅 内部使用 内部刊物 内部传阅 内部情况 内部明电 内部电报 工作秘密 不得外传 \
严禁外传 请勿外传 禁止外传 不得外泄 严禁外泄 注意保存 注意保密 仅供领导 仅供内部 仅限内部 \
供领导参阅";

const PLACEHOLDER: &str = "待补充 待填写 待完善 待更新 待确认 请填写 请输入 请补充 此处填写 此处插入 此处添加 此处省略 \
填写内容 示例文字 示例文本 占位 某某镇 某某乡 某某县 某某市 某某街道 \
内容待定";

const MOJIBAKE: &str = "锟斤拷 烫烫烫 屯屯屯 锘锘 涓枃 鏂囦欢 鐨勫 銆傚 锛屽";

/// Characters that only traditional writing has. Only whole texts of them are a fault, so the common ones suffice.
const TRADITIONAL: &str = "務導語檢況匯報來從網點觀創詢師歡進參時間開辦國領執單對鄉鎮處勞動專項現將轉變職優經濟環實組織編製劃質監電\
視頻聽說話讀書寫學習園區縣廳長門問題關係認識難達過還這個們員會議機構業產價費財貿資購買賣賬賠償責貢獻讓護\
證論詳細該誤調談請課設計訓練記討詞試詩誰許負貝貧貨賢賀賞賦贊贏趙軍軌軟輕載較輔輛輸辭農邊遠運連遲適選遺鄭\
鄰醫釋針鋼錄錢錯鐵鑒閉閱閣陽陰階隊際陸險隨雜離雙雲靜響頁頂順須預頭願類顧風飛飯館馬驗騙驚魚鳥麗麥黃黨齊齡\
龍擴擬擁擇揮損據採攝攜擺檔樓樂標樣極槍榮橋歷歸殺氣決沒潔潛濃瀏滅災熱燈營爭爺牆獎獨獲狀畫異當療發盜盤確碼\
礎禮種稱穩積窮競筆節築範簡籌糧約級紀納純紙紛統絕給維綱緊線締緣縮縱總績繼續罰罷義聖聞聯聲肅腦臨舉舊藝華蓋\
蘇虛號藍蟲補裝裡複襲見規親覺嚴與爲為兩圖團圍墻夠婦嶺帶幫幹幾廢廣廠應惡愛態慶憲懷戰戶擋敗敵數斷東條歲殘毀\
滿漢爾狹猶畝盡眾禦穀竊粵糾紅紋絲綠罵聰腳膚臺莊萬蔣衛衝裏觸訪評誌誠誘諾謝讚豐贈趕跡踐躍輝輪辯違遙郵釀鉤銀\
銷鋪鍵鎖鏡鐘闆隱靈韓餘驅鮮";

/// One phrase at one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// First byte.
    pub at: usize,
    /// The words.
    pub phrase: &'static str,
    /// What they are a sign of.
    pub topic: Topic,
}

/// All phrases, found by their first two characters: a text without any of these pairs costs one look per character.
pub(super) struct Phrases {
    pairs: Box<[u64]>,
    traditional: Box<[u64]>,
    sorted: Vec<(u32, &'static str, Topic)>,
}

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);

impl Phrases {
    fn new() -> Self {
        let mut sorted = Vec::new();
        let lists = [
            (ILLNESS, Topic::Illness),
            (SELF_NAME, Topic::SelfName),
            (RESIDUE, Topic::Residue),
            (SECRET, Topic::Secret),
            (PLACEHOLDER, Topic::Placeholder),
            (MOJIBAKE, Topic::Mojibake),
        ];
        for (list, topic) in lists {
            for phrase in list.split_whitespace() {
                let mut characters = phrase.chars().map(|character| character as u32 as u16);
                if let (Some(first), Some(second)) = (characters.next(), characters.next()) {
                    sorted.push((pair(first, second), phrase, topic));
                }
            }
        }
        sorted.sort_by_key(|(key, phrase, _)| (*key, std::cmp::Reverse(phrase.len())));
        let mut pairs = vec![0; 1024].into_boxed_slice();
        for (key, ..) in &sorted {
            set(&mut pairs, fold(*key));
        }
        let mut traditional = vec![0; 1024].into_boxed_slice();
        TRADITIONAL.chars().for_each(|character| set(&mut traditional, character as u32 as u16));
        Self { pairs, traditional, sorted }
    }

    /// The longest phrase of each topic that starts with these two characters at this byte.
    #[inline]
    pub(super) fn look(&self, text: &str, at: usize, first: u16, second: u16, hits: &mut Vec<Hit>) {
        let key = pair(first, second);
        if has(&self.pairs, fold(key)) {
            self.compare(text, at, key, hits);
        }
    }

    #[cold]
    fn compare(&self, text: &str, at: usize, key: u32, hits: &mut Vec<Hit>) {
        let from = self.sorted.partition_point(|(other, ..)| *other < key);
        for &(other, phrase, topic) in &self.sorted[from..] {
            if other != key {
                return;
            }
            let told = hits.last().is_some_and(|hit| hit.at == at && hit.topic == topic);
            if !told && text[at..].starts_with(phrase) {
                hits.push(Hit { at, phrase, topic });
            }
        }
    }

    /// Whether only traditional writing has this character.
    #[inline]
    pub(super) fn is_traditional(&self, character: u16) -> bool {
        has(&self.traditional, character)
    }
}

fn pair(first: u16, second: u16) -> u32 {
    u32::from(first) << 16 | u32::from(second)
}

fn fold(key: u32) -> u16 {
    (key.wrapping_mul(0x9E37_79B1) >> 16) as u16
}

fn has(bits: &[u64], at: u16) -> bool {
    bits[usize::from(at >> 6)] >> (at & 63) & 1 == 1
}

fn set(bits: &mut [u64], at: u16) {
    bits[usize::from(at >> 6)] |= 1 << (at & 63);
}
