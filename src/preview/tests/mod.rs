//! A real server on a free port, asked by plain sockets: what a test sees is what any client sees.

mod boards;
mod crowd;
mod desk;
mod events;
mod files;
mod harness;
mod paths;
mod readers;
mod turns;
