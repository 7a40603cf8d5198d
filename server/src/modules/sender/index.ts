export { RunStateChanged, Runs } from './application/runs.js';
export type { RunOrder } from './application/runs.js';
