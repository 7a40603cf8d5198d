import { describe, expect, it } from '@jest/globals';
import type { DirectoryEntry } from '../../device/index.js';
import { StopAtFailures } from './stop-at-failures.js';

const DEVICE = { id: 'd', engine: 'whatsapp-web' } as DirectoryEntry;

describe('StopAtFailures', () => {
  /** What happens to a device with or without rules, when the count says that it has to stop or not. */
  const count = async (hasRules: boolean, stop: boolean) => {
    const paused: string[] = [];
    let units = 0;
    const unit = {
      run: (work: () => Promise<void>) => {
        units += 1;
        return work();
      },
    };
    const failures = new StopAtFailures(
      unit as never,
      { hasRules: () => hasRules, countOutcome: () => Promise.resolve(stop) } as never,
      { activeOf: () => Promise.resolve([{ broadcastId: 'a' }, { broadcastId: 'b' }]) } as never,
      {
        because: (broadcastId: string, why: string) => {
          paused.push(`${broadcastId} ${why}`);
          return Promise.resolve();
        },
      } as never,
    );
    await failures.count(DEVICE, false);
    return { units, paused };
  };

  it('pauses everything that the device is sending when it is one too many', async () => {
    const paused = ['a many-failures', 'b many-failures'];
    expect(await count(true, true)).toEqual({ units: 1, paused });
    expect(await count(true, false)).toEqual({ units: 1, paused: [] });
  });

  it('opens no unit of work for a device without rules', async () => {
    expect(await count(false, true)).toEqual({ units: 0, paused: [] });
  });
});
