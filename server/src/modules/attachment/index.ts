export { AttachmentModule } from './attachment.module.js';
export { Attachments } from './application/attachments.js';
export type { AttachmentContent } from './application/attachments.js';
export { attachmentView } from './domain/attachment.js';
export type { Attachment } from './domain/attachment.js';
