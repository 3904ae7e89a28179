//! Questions of a quiz.
