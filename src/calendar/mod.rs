//! Dates, periods and working days.
