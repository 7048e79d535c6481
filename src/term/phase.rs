use super::table::terms;

terms! {
    /// The five phases of an undertaking (五公开), in order.
    pub enum Phase {
        /// 决策.
        Decision = ["decision", "决策", "决策公开"],
        /// 执行.
        Execution = ["execution", "执行", "执行公开"],
        /// 管理.
        Management = ["management", "管理", "管理公开"],
        /// 服务.
        Service = ["service", "服务", "服务公开"],
        /// 结果.
        Result = ["result", "结果", "结果公开"],
    }
}
