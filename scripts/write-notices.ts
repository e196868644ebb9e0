/** Writes THIRD_PARTY_NOTICES.md. */

import { writeFileSync } from "node:fs";
import { thirdPartyNotices } from "./third-party-notices.js";

writeFileSync("THIRD_PARTY_NOTICES.md", await thirdPartyNotices());
