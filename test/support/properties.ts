import fc from "fast-check";

/** The same runs on every machine, so that no change is refused for what it did not do. `PROPERTY_SEED=7` takes others. */
const seed = Number(process.env.PROPERTY_SEED ?? 20_261_123);
fc.configureGlobal({ seed });

/** fast-check, as every test of properties takes it. */
export { fc };
