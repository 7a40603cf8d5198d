export { RunStateChanged, Runs } from './application/runs.js';
export type { RunOrder } from './application/runs.js';
export { LaneQueueModule } from './infrastructure/lanes/bull/lane-queue.module.js';
export { SenderModule } from './sender.module.js';
