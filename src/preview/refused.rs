use crate::say;
use crate::text::Text;
use std::io;

/// Why a preview cannot begin.
#[derive(Debug)]
pub enum Refused {
    /// Another program listens there; often it is an older preview.
    PortBusy {
        /// The port.
        port: u16,
    },
    /// The system does not let us listen there.
    Network {
        /// The port.
        port: u16,
        /// What the system says.
        error: io::Error,
    },
    /// The system gives no thread.
    Thread {
        /// What the system says.
        error: io::Error,
    },
}

impl Refused {
    /// The same for the user, with what to do.
    pub fn text(&self) -> Text {
        match self {
            Self::PortBusy { port } => say!(
                "端口 {port} 已被占用，可能另有一个预览在运行。请关闭它，或换一个端口：--port {next}",
                "Port {port} is in use, perhaps by another preview. Close that one, or take another port: --port {next}",
                port = *port,
                next = port.checked_add(1).unwrap_or(8000),
            ),
            Self::Network { port, error } => {
                say!("无法在端口 {port} 上监听：{error}", "Cannot listen on port {port}: {error}")
            }
            Self::Thread { error } => say!("系统无法再开线程：{error}", "The system gives no further thread: {error}"),
        }
    }
}
