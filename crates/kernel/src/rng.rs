//! Randomness comes in as an argument, so that a test can repeat it.

use std::sync::{Mutex, PoisonError};

use rand_chacha::{
    ChaCha20Rng,
    rand_core::{OsRng, RngCore, SeedableRng, TryRngCore},
};

/// A source of random bytes.
pub trait Entropy: Send + Sync {
    /// Fills the buffer with random bytes fit for secrets.
    fn fill(&self, buf: &mut [u8]);
}

/// ChaCha20 seeded by the operating system.
pub struct SystemEntropy(Mutex<ChaCha20Rng>);

impl Default for SystemEntropy {
    fn default() -> Self {
        let mut seed = [0u8; 32];
        // Without the system's entropy no secret could be made; the process must not start.
        if OsRng.try_fill_bytes(&mut seed).is_err() {
            std::process::abort();
        }
        Self(Mutex::new(ChaCha20Rng::from_seed(seed)))
    }
}

impl Entropy for SystemEntropy {
    fn fill(&self, buf: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(buf);
    }
}

/// The same bytes for the same seed: for tests and for the demo's invented people. Never for secrets of a real office.
pub struct SeededEntropy(Mutex<ChaCha20Rng>);

impl SeededEntropy {
    /// A repeatable source.
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha20Rng::seed_from_u64(seed)))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&self, buf: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(buf);
    }
}
