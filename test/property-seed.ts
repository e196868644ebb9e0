import fc from "fast-check";

// One seed, so that a run that fails fails again. THEMATA_PROPERTY_SEED looks elsewhere.
fc.configureGlobal({ seed: Number(process.env.THEMATA_PROPERTY_SEED ?? 20_251_125) });
