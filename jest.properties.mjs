import fc from 'fast-check';

// The same cases in every run; PROPERTY_SEED=N draws others.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
