import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { HandoverMark, HandoverMarks } from '../application/ports/handover-marks.js';
import { someId } from './sender-tables.js';

/** Marks under test; `reopen` answers those that the next process sees. */
export interface MarksUnderTest {
  readonly marks: HandoverMarks;
  reopen(): HandoverMarks;
  close(): Promise<void>;
}

const [DEVICE, FIRST, SECOND] = [someId(901), someId(1), someId(2)];

/** Every storage of hand-over marks must behave like this. */
export function describeHandoverMarks(name: string, open: () => MarksUnderTest): void {
  describe(`HandoverMarks in ${name}`, () => {
    let opened: MarksUnderTest;

    beforeEach(() => {
      opened = open();
    });
    afterEach(() => opened.close());

    const note = (
      broadcastId: string,
      recipientId: number,
      messageId: string,
      marks = opened.marks,
      epoch = 1,
    ) => marks.note({ deviceId: DEVICE, broadcastId, epoch, recipientId, messageId });

    const all = async (marks = opened.marks): Promise<HandoverMark[]> => {
      const found: HandoverMark[] = [];
      for await (const some of marks.all()) found.push(...some);
      return found.sort((a, b) => a.broadcastId.localeCompare(b.broadcastId));
    };

    it('knows of nothing that was never handed over', async () => {
      expect(await opened.marks.of(FIRST)).toBeNull();
      expect(await all()).toEqual([]);
    });

    it('keeps the latest message and the highest recipient, also when one is sent to again', async () => {
      await note(FIRST, 100_007, 'a-long-message-id-of-the-first-recipient');
      await note(FIRST, 9, 'p-2');
      expect(await opened.marks.of(FIRST)).toEqual({
        broadcastId: FIRST,
        messageId: 'p-2',
        upTo: 100_007,
      });
    });

    it('keeps broadcasts apart that a device sends by turns', async () => {
      await note(FIRST, 1, 'p-1');
      await note(SECOND, 2, 'p-2');
      await note(FIRST, 3, 'p-3');
      expect(await all()).toEqual([
        { broadcastId: FIRST, messageId: 'p-3', upTo: 3 },
        { broadcastId: SECOND, messageId: 'p-2', upTo: 2 },
      ]);
    });

    it('gives to the next process what the last one wrote, and takes up what another one wrote', async () => {
      await note(FIRST, 5, 'p-5');
      const next = opened.reopen();
      expect(await all(next)).toEqual([{ broadcastId: FIRST, messageId: 'p-5', upTo: 5 }]);
      await note(FIRST, 8, 'p-8', next, 2);
      await note(FIRST, 6, 'p-6', opened.marks, 3);
      expect(await opened.marks.of(FIRST)).toMatchObject({ messageId: 'p-6', upTo: 8 });
    });
  });
}
