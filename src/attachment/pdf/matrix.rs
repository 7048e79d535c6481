use super::object::Object;

/// A transformation, `[a b c d e f]` as the standard writes it.
pub(super) type Matrix = [f64; 6];

/// Leaves everything where it is.
pub(super) const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The transformation in the first six numbers of a list.
pub(super) fn matrix(operands: &[Object]) -> Matrix {
    std::array::from_fn(|at| operands.get(at).and_then(Object::number).unwrap_or(0.0))
}

/// The first transformation, then the second.
pub(super) fn product(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
