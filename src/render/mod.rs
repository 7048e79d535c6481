//! Pages: what a board shows, put into words and HTML. A view holds exactly what one kind of page shows; `make` fills it
//! from the board; a template of the theme turns it into HTML.

mod body;
mod code;
mod frame;
mod href;
mod linked_data;
mod make;
mod renderer;
mod setting;
pub mod view;

pub use make::{annual_paper, inspection_paper, portal_page, progress_paper};
pub use renderer::Renderer;
