import type { BroadcastView, RunView } from '#contracts/broadcast.contract.js';

/** What a message is called: its title, or else the first line that says something. */
export function nameOf(broadcast: Pick<BroadcastView, 'title' | 'text'>): string {
  return broadcast.title || firstLine(broadcast.text);
}

/** The first line of `text` that says something. */
export function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

/** Whether its content may still change: nothing was sent of it. */
export function isEditable(broadcast: Pick<BroadcastView, 'status'>): boolean {
  return broadcast.status === 'draft' || broadcast.status === 'confirmed';
}

/** Whether it is on its way: it can be neither edited nor deleted. */
export function isUnderWay(broadcast: Pick<BroadcastView, 'status'>): boolean {
  return broadcast.status === 'sending' || broadcast.status === 'paused';
}

/** `broadcast` with the news of its run: from the first Kirim on the run is what its status says. */
export function withRun(broadcast: BroadcastView, run: RunView): BroadcastView {
  return { ...broadcast, run, status: run.state };
}
