/**
 * Stops this process when the one that started it is gone. npm passes a SIGTERM on to its shell
 * alone; the shell dies of it, and without this the server would serve on, unseen.
 * Imported by every command, and preloaded into the server by start.mjs.
 */
const POLL_MS = 500;

const parent = process.ppid;

const timer = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  process.kill(process.pid, 'SIGTERM');
}, POLL_MS);
timer.unref();
