//! Hand-worked judgements.
