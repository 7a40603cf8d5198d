import type { SendOutcome } from '../../device/index.js';
import type { News } from './apply-news.js';

/** What an engine's answer means for the recipient. */
export function newsOfOutcome(outcome: SendOutcome): News {
  switch (outcome.kind) {
    case 'accepted':
      return { happening: 'sent', reason: null };
    case 'refused':
      return { happening: 'refused', reason: outcome.reason };
    case 'unknown':
      return { happening: 'lost', reason: outcome.reason };
  }
}
