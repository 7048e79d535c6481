//! Pages: what a board shows, put into words and HTML. A view holds exactly what one kind of page shows; a template of
//! the theme turns it into HTML.

pub mod view;
