import { AttachmentUseRow } from '../../src/modules/attachment/infrastructure/persistence/attachment-use.row.js';
import { AttachmentRow } from '../../src/modules/attachment/infrastructure/persistence/attachment.row.js';
import { AuditEndRow } from '../../src/modules/audit/infrastructure/persistence/audit-end.row.js';
import { AuditEntryRow } from '../../src/modules/audit/infrastructure/persistence/audit-entry.row.js';
import { PendingLoginRow } from '../../src/modules/auth/infrastructure/persistence/pending-login.row.js';
import { SessionRow } from '../../src/modules/auth/infrastructure/persistence/session.row.js';
import { BroadcastRow } from '../../src/modules/broadcast/infrastructure/persistence/broadcast.row.js';
import { DeviceHoldRow } from '../../src/modules/device/infrastructure/persistence/device-hold.row.js';
import { DeviceRow } from '../../src/modules/device/infrastructure/persistence/device.row.js';
import {
  EmbedHostRow,
  EmbedKeyRow,
} from '../../src/modules/embed/infrastructure/persistence/embed-host.row.js';
import {
  FrameAccessRow,
  FrameSessionRow,
} from '../../src/modules/embed/infrastructure/persistence/frame-session.row.js';
import {
  FramedPersonRow,
  UsedTokenRow,
} from '../../src/modules/embed/infrastructure/persistence/framed-person.row.js';
import { ListedNumberRow } from '../../src/modules/do-not-contact/infrastructure/persistence/listed-number.row.js';
import { WorkerRow } from '../../src/modules/device/infrastructure/persistence/worker.row.js';
import { ImportIssueRow } from '../../src/modules/recipient/infrastructure/persistence/import-issue.row.js';
import { RecipientImportRow } from '../../src/modules/recipient/infrastructure/persistence/recipient-import.row.js';
import { RecipientRow } from '../../src/modules/recipient/infrastructure/persistence/recipient.row.js';
import { AttemptRow } from '../../src/modules/sender/infrastructure/persistence/attempt.row.js';
import { LaneRow } from '../../src/modules/sender/infrastructure/persistence/lane.row.js';
import { NumberTallyRow } from '../../src/modules/sender/infrastructure/persistence/number-tally.row.js';
import { RunRow } from '../../src/modules/sender/infrastructure/persistence/run.row.js';
import { SafeModeAlarmRow } from '../../src/modules/sender/infrastructure/persistence/safe-mode-alarm.row.js';
import { SettledMarkRow } from '../../src/modules/sender/infrastructure/persistence/settled-mark.row.js';
import { PoliciesRow } from '../../src/modules/settings/infrastructure/persistence/policies.row.js';
import { JobLeaseRow } from '../../src/platform/jobs/job-lease.row.js';
import { SecretRow } from '../../src/platform/secrets/secret.row.js';
import {
  RecoveryCodeRow,
  SecondFactorRow,
} from '../../src/modules/users/infrastructure/persistence/second-factor.row.js';
import { UserRow } from '../../src/modules/users/infrastructure/persistence/user.row.js';

/** Every row class of the product: what the migrations must amount to. */
export const ALL_ROWS = [
  PendingLoginRow,
  RecoveryCodeRow,
  SecondFactorRow,
  AttachmentRow,
  AttachmentUseRow,
  AttemptRow,
  AuditEndRow,
  AuditEntryRow,
  BroadcastRow,
  DeviceHoldRow,
  DeviceRow,
  EmbedHostRow,
  EmbedKeyRow,
  FrameAccessRow,
  FrameSessionRow,
  FramedPersonRow,
  ImportIssueRow,
  JobLeaseRow,
  LaneRow,
  ListedNumberRow,
  NumberTallyRow,
  PoliciesRow,
  RecipientImportRow,
  RecipientRow,
  RunRow,
  SafeModeAlarmRow,
  SecretRow,
  SessionRow,
  SettledMarkRow,
  UsedTokenRow,
  UserRow,
  WorkerRow,
];
