export type { ThemeDefinition } from "../themes/theme-definition.js";
