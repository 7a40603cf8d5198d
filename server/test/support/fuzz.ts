/**
 * How often a property is tried. `npm test` plays the same short runs every time; more, and others each time,
 * with FUZZ_RUNS: `FUZZ_RUNS=20000 npm test -- fuzz --selectProjects server`. A failure prints its seed and
 * path, and FUZZ_SEED plays a run again.
 */
export interface FuzzRuns {
  readonly numRuns: number;
  readonly seed: number;
}

/** The seed of short runs: chance is for long ones, so that nobody's change fails by bad luck. */
const SEED = 20_261_126;

/** @param short runs in `npm test`; FUZZ_RUNS replaces them */
export function fuzzRuns(short: number): FuzzRuns {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  const numRuns = FUZZ_RUNS === undefined ? short : Number(FUZZ_RUNS);
  const chance = FUZZ_RUNS === undefined ? SEED : Math.floor(Math.random() * 2 ** 31);
  const seed = FUZZ_SEED === undefined ? chance : Number(FUZZ_SEED);
  process.stdout.write(`Fuzz: FUZZ_RUNS=${String(numRuns)} FUZZ_SEED=${String(seed)}\n`);
  return { numRuns, seed };
}
