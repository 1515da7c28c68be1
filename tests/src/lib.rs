//! What the test programs share: a second evaluator, generators, the vector runner.
