import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'WA Connected',
  subtitle: 'WhatsApp numbers that messages are sent from.',
  help: {
    add: 'Tambah',
    addText: 'add a device that you want to link.',
    scan: 'Scan Barcode',
    scanText:
      'once a device is added, scan its QR code with WhatsApp on the phone, or link it with the phone number.',
    remove: 'Hapus Koneksi',
    removeText:
      'removes the link, here and under Linked devices in WhatsApp. Where WhatsApp cannot be reached, Prima asks you to check the phone.',
    disconnected: 'not linked with WhatsApp yet.',
    connected: 'linked, but something is wrong right now.',
    authenticated: 'linked and ready to send.',
  },
  list: {
    caption: 'List of devices',
    name: 'Device name',
    phone: 'WA number',
    status: 'Status',
    sentToday: 'Sent today',
    actions: 'Actions',
    empty: 'No device yet. Add the WhatsApp number to send from.',
  },
  status: {
    since: 'since {{ moment }}',
    explain: 'See why {{ name }} has this status',
    scan: 'Scan Barcode {{ name }}',
    fine: 'Linked and ready to send.',
    unlinked: 'Not linked. Scan the barcode to link it.',
    trouble: 'The link has a problem right now.',
    dialogTitle: 'Status of {{ name }}',
  },
  action: {
    scan: 'Scan Barcode',
    scanOf: 'Scan Barcode {{ name }}',
    remove: 'Hapus Koneksi',
    removeOf: 'Hapus Koneksi {{ name }}',
  },
  add: {
    title: 'Add device',
    practiceTitle: 'Add practice device',
    name: 'Device name',
    nameHint: 'Easy to remember, e.g. Poli Anak.',
    phone: 'WA number',
    phoneHint: 'Make sure that it is active and not added yet. Example: 0812-3456-7890.',
    understood: 'Understood as {{ phone }}.',
    taken:
      'This number was already added as {{ name }}. Use another number, or Scan Barcode for that one.',
    scanThat: 'Scan Barcode {{ name }}',
    practiceNote: 'A practice device sends no real message. The number may be made up.',
    toPractice: 'Try with a practice device',
    toReal: 'Use a real WhatsApp number',
    realMissing:
      'Real WhatsApp links are not enabled on this server yet, so this device is for practice.',
    done: 'The device was added.',
    doneBefore: 'Click',
    doneAfter: 'to open the device list of WA Connected.',
    redirect: 'redirect',
    scanNext: 'Scan Barcode now',
  },
  scan: {
    title: 'Scan Barcode',
    subtitle: '{{ name }} · {{ phone }}',
    stages: {
      label: 'Stages',
      prepare: 'preparing',
      wait: 'waiting for the scan',
      waitForCode: 'waiting for the code',
      link: 'linking',
      done: 'done',
    },
    steps: {
      title: 'On the phone with this number',
      open: 'Open WhatsApp',
      devices: 'Choose Linked devices',
      scan: 'Link a device, then point the camera at this code',
    },
    codeSteps: {
      notice: 'Open WhatsApp and tap the notice “Enter code to link new device”',
      devices: 'If there is none: Linked devices › Link a device',
      instead: 'Choose “Link with phone number instead”',
      type: 'Type this code on the phone',
    },
    code: {
      label: 'Code to link {{ name }}',
      copy: 'Copy the code',
      copied: 'The code was copied.',
      notCopied: 'The code could not be copied. Please type it.',
    },
    toCode: 'Link with phone number',
    toQr: 'Back to the QR code',
    qr: 'QR code to link {{ name }}',
    next: 'New code in {{ seconds }} seconds',
    nextAfter: 'New code in {{ duration }}',
    preparing: 'Preparing the code…',
    linking: 'Linking… Keep WhatsApp open on the phone.',
    expired: 'The code is no longer valid.',
    stopped: 'No code is shown yet.',
    show: 'Show a new code',
    stillLinked: 'This number is still linked, so no new code is needed.',
    passkey: {
      title: 'This account is guarded by a passkey',
      why: 'WhatsApp guards this account with a passkey. Such accounts cannot be linked from here at present, neither by QR nor by phone number.',
      whatNow:
        'Neither you nor the phone did anything wrong, and scanning again does not help. Send from another number.',
      other: 'Add another number',
    },
    done: '{{ name }} is authenticated and ready to send.',
    toList: 'To the device list',
    toBroadcast: 'Write a message',
    practice: 'This is a practice device: press the button below instead of using a phone.',
    simulate: 'Simulate scan',
  },
  remove: {
    title: 'Remove the link of {{ name }}?',
    phone:
      'Number {{ phone }} will be logged out under Linked devices on the phone, and its data in Prima is deleted. The history of messages stays, and the number may be added again.',
    pauses: 'Messages that are being sent will be paused: {{ titles }}.',
    done: 'The link is gone, in Prima and under Linked devices in WhatsApp.',
    here: {
      title: 'Check the phone of {{ name }}',
      done: 'The link in Prima was removed, but WhatsApp could not be reached, so the phone does not know yet.',
      check:
        'On the phone with number {{ phone }}, open WhatsApp › Linked devices. If this computer is still there, tap it and choose Log out.',
    },
  },
};
