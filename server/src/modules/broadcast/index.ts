export { BroadcastModule } from './broadcast.module.js';
