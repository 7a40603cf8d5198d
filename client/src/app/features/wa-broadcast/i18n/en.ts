import { attachment, check, compose, preview, test } from './en/compose.js';
import { decision, detail, summary, table } from './en/detail.js';
import { action, list, run, status } from './en/list.js';
import { columns, correct, freetext, report, source, upload } from './en/recipients.js';
import { remove, rules, send } from './en/send.js';

import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'WA Broadcast',
  list,
  action,
  status,
  run,
  compose,
  attachment,
  preview,
  test,
  check,
  source,
  freetext,
  upload,
  columns,
  report,
  correct,
  detail,
  table,
  decision,
  summary,
  send,
  rules,
  remove,
};
