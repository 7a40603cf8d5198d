import { type ApplicationConfig, mergeApplicationConfig } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app.js';
import { appConfig } from './app/app.config.js';
import { takeEntryCode } from './app/core/embed/entry-code.js';
import { keepNothing } from './app/core/browser-storage.js';

/** In a tab of its own as it is; in a frame of a dashboard with what is otherwise there. */
async function configOf(code: string | null): Promise<ApplicationConfig> {
  if (code === null) return appConfig;
  keepNothing();
  const { framedConfig } = await import('./app/core/embed/framed-config.js');
  return mergeApplicationConfig(appConfig, framedConfig(code));
}

async function start(): Promise<void> {
  await bootstrapApplication(App, await configOf(takeEntryCode(document)));
}

start().catch((error: unknown) => {
  console.error(error);
});
