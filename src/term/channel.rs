use super::table::terms;

terms! {
    /// The 13 carriers of the standard catalogue (公开渠道和载体, 国办发〔2019〕54号), in their official order.
    pub enum Channel {
        /// 政府网站.
        Website = ["website", "政府网站", "网站"],
        /// 政府公报.
        Gazette = ["gazette", "政府公报", "公报"],
        /// 两微一端.
        Social = ["social", "两微一端", "政务新媒体", "微信", "微博"],
        /// 发布会/听证会.
        PressConference = ["press-conference", "发布会/听证会", "发布会、听证会", "发布会听证会", "发布会", "听证会"],
        /// 广播电视.
        Broadcast = ["broadcast", "广播电视"],
        /// 纸质媒体.
        Print = ["print", "纸质媒体"],
        /// 公开查阅点.
        ReadingPoint = ["reading-point", "公开查阅点", "查阅点"],
        /// 政务服务中心.
        ServiceCentre = ["service-centre", "政务服务中心"],
        /// 便民服务站.
        VillageStation = ["village-station", "便民服务站"],
        /// 入户/现场.
        OnSite = ["on-site", "入户/现场", "入户现场", "入户、现场", "入户", "现场"],
        /// 社区/企事业单位/村公示栏(电子屏).
        Board = ["board", "社区/企事业单位/村公示栏（电子屏）", "社区/企事业单位/村公示栏(电子屏)", "公示栏", "村公示栏", "电子屏"],
        /// 精准推送.
        Push = ["push", "精准推送"],
        /// 其他.
        Other = ["other", "其他", "其它"],
    }
}
