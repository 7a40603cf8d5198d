import type { TranslationOf } from '../../../core/i18n/texts.js';
import type { id } from './id.js';

/** English, with exactly the keys of Bahasa Indonesia. */
export const en: TranslationOf<typeof id> = {
  title: 'Users',
  subtitle: 'Who can log in, in which roles, and with which devices.',
  help: {
    roles: 'A person can hold several roles and may do whatever any of them allows.',
    devices:
      'Messages and devices that were not given are not there at all. Administrators use every device.',
    effect: 'Changes act at once, on open screens as well.',
  },
  add: 'Add a user',
  caption: 'All users by username',
  column: {
    name: 'Name',
    roles: 'Roles',
    devices: 'Devices',
    status: 'Status',
    actions: 'Actions',
  },
  you: 'you',
  allDevices: 'every device',
  noDevices: 'no device yet',
  deviceCount: '{n} devices',
  status: { invited: 'invited', active: 'active', disabled: 'disabled' },
  linkUntil: 'the link holds until {at}',
  linkOver: 'the link is over',
  action: {
    access: 'Change roles',
    invitation: 'New invitation',
    reset: 'Reset the password',
    sessions: 'Sessions',
    factor: 'Remove second step',
    disable: 'Disable',
    enable: 'Enable',
    of: '{action}: {name}',
  },
  disable: {
    title: 'Disable {name}?',
    text: 'They are logged out everywhere at once and cannot log in until they are enabled again. Their history stays.',
    done: '{name} was disabled.',
  },
  factor: {
    on: 'two-step verification is on',
    title: 'Remove the two-step verification of {name}?',
    text: 'For somebody who lost their phone and their recovery codes. After this the password alone is enough to log in, until they switch it on again. All their sessions end.',
    sure: 'First make sure that it is really this person who asks, e.g. by meeting them.',
    yes: 'Remove',
    done: 'The two-step verification of {name} was removed.',
  },
  enabled: '{name} can log in again.',
  reset: {
    title: 'Make a reset link for {name}?',
    text: 'You get a one-time link that holds for 1 hour. The present password works until that link is used.',
  },
  access: {
    invite: 'Add a user',
    edit: 'Roles and devices of {name}',
    username: 'Username',
    usernameHint:
      '3–32 small letters, digits, dots, underscores or hyphens. They choose their name and password themselves.',
    usernameMissing: 'Enter a username: 3–32 small letters, digits, dots, underscores or hyphens.',
    roles: 'Roles',
    rolesMissing: 'Choose at least one role.',
    devices: 'Devices that they may use',
    all: 'Every device, also those added later',
    some: 'Only these:',
    none: 'There is no device yet.',
    administrator: 'Administrators always use every device.',
    invited: 'Make the invitation',
    done: 'Roles and devices of {name} were saved.',
  },
  link: {
    invitation: 'Invitation for {name}',
    reset: 'Reset link for {name}',
    text: 'Give this link to that person alone. Whoever holds it can choose their password.',
    once: 'It is shown only this once and works once, until {at}.',
    label: 'Link',
    copy: 'Copy',
    copied: 'The link was copied.',
  },
  sessions: {
    title: 'Sessions of {name}',
    endAll: 'End all sessions',
  },
};
