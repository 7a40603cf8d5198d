import { formatRuns } from '#message/formatting.js';
import type { BroadcastView, RunView } from '#contracts/broadcast.contract.js';

/** What a message is called: its title, else the first line that says something, else its file. */
export function nameOf({
  title,
  text,
  attachment,
}: Pick<BroadcastView, 'title' | 'text' | 'attachment'>): string {
  return title || (plainLines(text)[0] ?? attachment?.fileName ?? '');
}

/** What a message says besides its name, in one line without the marks of WhatsApp. */
export function excerptOf({ title, text }: Pick<BroadcastView, 'title' | 'text'>): string {
  return plainLines(text)
    .slice(title ? 0 : 1)
    .join(' ');
}

/** The lines of `text` that say something, without the marks of WhatsApp. */
function plainLines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      formatRuns(line)
        .map((run) => run.text)
        .join(''),
    );
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
