use crate::attachment::Reading;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Files beside the items by their path from the board's root, as they were read.
pub type Readings = BTreeMap<Arc<str>, Arc<Reading>>;
