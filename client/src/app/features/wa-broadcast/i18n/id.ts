import { attachment, check, compose, preview, test } from './id/compose.js';
import { decision, detail, summary, table } from './id/detail.js';
import { action, list, run, status } from './id/list.js';
import { columns, correct, freetext, report, source, upload } from './id/recipients.js';
import { remove, rules, send } from './id/send.js';

/** Bahasa Indonesia of WA Broadcast: the language whose keys the others must have. */
export const id = {
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
} as const;
