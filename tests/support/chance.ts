import {configureGlobal} from 'fast-check'

/**
 * Every run of the tests tries the same random values, so that a red run is about the change and
 * not about luck. `GALLEY_SEED=$RANDOM npm test` looks further; what it finds becomes an example.
 */
configureGlobal({seed: Number(process.env['GALLEY_SEED'] ?? 20_261_125)})
