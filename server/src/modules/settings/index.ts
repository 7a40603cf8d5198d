export { InstallationSettings, SettingsChanged } from './application/installation-settings.js';
export { SettingsModule } from './settings.module.js';
