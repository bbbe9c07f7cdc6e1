import {
  init_settings_file,
  parseSettingsFile,
  settingsInUse,
  withModelOverrides
} from "./shared-yaml.mjs";
import "./shared-inputs.mjs";
import "./shared-plain-http.mjs";
import "./shared-valibot.mjs";
import "./shared-masked.mjs";
import "./shared-runtime.mjs";
init_settings_file();
export {
  parseSettingsFile,
  settingsInUse,
  withModelOverrides
};
