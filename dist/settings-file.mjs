import {
  init_settings_file,
  parseSettingsFile,
  settingsInUse,
  withModelOverrides
} from "./shared-re2js.mjs";
import "./shared-valibot.mjs";
import "./shared-runtime.mjs";
init_settings_file();
export {
  parseSettingsFile,
  settingsInUse,
  withModelOverrides
};
