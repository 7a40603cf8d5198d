import type { id } from './id.js';
import type { TranslationOf } from './texts.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  product: 'Prima WhatsApp Broadcast',
  language: { label: 'Language', id: 'Bahasa Indonesia', en: 'English' },
  theme: { label: 'Appearance', auto: 'Same as this device', light: 'Light', dark: 'Dark' },
  frame: {
    skip: 'Skip to content',
    modules: 'Modules',
    breadcrumb: 'You are here',
    account: 'Account of {{ name }}',
    logout: 'Log out',
    guide: 'User guide',
    offline:
      'Connection to the server lost, trying again… There is no need to send anything twice.',
    insecure: 'Without HTTPS: for a trial only.',
    overTitle: 'Session over',
    over: 'Open this menu again from the dashboard.',
  },
  safeMode: {
    databaseOlder:
      'Safe mode since {{ since }}: the database is older than what was sent, so somebody restored it from a backup.',
    restored:
      'Safe mode since {{ since }}: the database was restored from the backup of {{ backupAt }}.',
    done: '{{ broadcasts }} sendings were paused and {{ recipients }} recipients became uncertain. Nothing is being sent.',
    ask: 'Ask an administrator.',
    you: 'Look at them first, then release.',
    release: 'Release safe mode',
    question: 'Release safe mode?',
    consequence:
      'After this, messages can be sent again. What was paused stays paused until somebody presses Resume.',
    unsure:
      'There are {{ recipients }} uncertain recipients: their message may have been sent after the backup was made. Decide in the recipient details: mark as sent, send again, or leave.',
    drafts:
      'Messages, recipients and devices made after the backup are gone here. Send nothing again without looking at the sending phone.',
    released: 'Safe mode was released.',
  },
  page: {
    dashboard: 'Dashboard',
    api: 'API',
    landing: 'Whatsapp',
    login: 'Log in',
    guide: 'Guide',
    setup: 'Set-up',
    waConnected: 'WA Connected',
    deviceCreate: 'Add device',
    deviceScan: 'Scan barcode',
    waBroadcast: 'WA Broadcast',
    broadcastCreate: 'Add message',
    broadcastEdit: 'Edit message',
    recipients: 'Recipients',
    doNotContact: 'Do not contact',
    subjects: 'Patient data',
    settings: 'Settings',
    embedding: 'Embedding',
    notFound: 'Page not found',
    forbidden: 'Not allowed',
  },
  role: {
    viewer: 'Viewer',
    operator: 'Operator',
    confirmer: 'Confirmer',
    administrator: 'Administrator',
  },
  action: {
    add: 'Add',
    save: 'Save',
    cancel: 'Cancel',
    ok: 'OK',
    close: 'CLOSE',
    retry: 'Try again',
    more: 'Show more',
    dismiss: 'Close',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
  },
  state: {
    loading: 'Loading…',
    saving: 'Saving…',
    practice: 'Practice',
  },
  help: { title: 'Help for this page' },
  unsaved: {
    title: 'Leave this page?',
    text: 'Changes that are not saved will be lost.',
    leave: 'Leave',
    stay: 'Stay here',
  },
  problem: {
    unreachableTitle: 'The server cannot be reached',
    unreachable: 'Check your network connection, then try again.',
    unexpectedTitle: 'The server has a problem',
    unexpected: 'Try again in a moment. If it happens again, tell the administrator.',
    reference: 'Support code: {{ id }}',
  },
  field: {
    required: 'Please fill this in.',
    tooShort: 'At least {{ min }} characters.',
    tooLong: 'At most {{ max }} characters.',
    tooSmall: 'At least {{ min }}.',
    tooBig: 'At most {{ max }}.',
    invalid: 'This is not right yet.',
  },
  forbidden: {
    title: 'This page is for other roles',
    text: 'Your account cannot open it. If you need it, ask an administrator to add a role to yours.',
  },
  notFound: {
    title: 'Page not found',
    text: 'This address does not exist, or was removed.',
    home: 'To the first page',
  },
};
