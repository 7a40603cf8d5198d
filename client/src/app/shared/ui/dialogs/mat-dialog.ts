/** Of Material's dialogs only what opens them: an `import()` of the whole package keeps all of it. */
export { MatDialog } from '@angular/material/dialog';
