import { v01 } from "./chapters/v01-encoding.ts";
import { v02 } from "./chapters/v02-validation.ts";
import { v03 } from "./chapters/v03-web-frontend.ts";
import { v04 } from "./chapters/v04-api.ts";
import { v05 } from "./chapters/v05-files.ts";
import { v06 } from "./chapters/v06-authentication.ts";
import { v07 } from "./chapters/v07-sessions.ts";
import { v08 } from "./chapters/v08-authorization.ts";
import { v09 } from "./chapters/v09-tokens.ts";
import { v10 } from "./chapters/v10-oauth.ts";
import { v11 } from "./chapters/v11-cryptography.ts";
import { v12 } from "./chapters/v12-communication.ts";
import { v13 } from "./chapters/v13-configuration.ts";
import { v14 } from "./chapters/v14-data.ts";
import { v15 } from "./chapters/v15-architecture.ts";
import { v16 } from "./chapters/v16-logging.ts";
import { v17 } from "./chapters/v17-webrtc.ts";
import { computing } from "./dengbao/computing.ts";
import { dengbaoItems } from "./dengbao/items.ts";
import { level } from "./dengbao/words.ts";
import { level1, level2 } from "./ids.ts";
import type { Standard } from "./judge.ts";

export const asvs: Standard = {
  name: "OWASP ASVS 5.0.0",
  chapters: [v01, v02, v03, v04, v05, v06, v07, v08, v09, v10, v11, v12, v13, v14, v15, v16, v17],
  levels: { L1: level1, L2: level2 },
};

/** The computing environment of the third level, as far as an application answers for it. */
export const dengbao: Standard = {
  name: "GB/T 22239-2019 8.1.4",
  chapters: computing,
  levels: { [level]: dengbaoItems },
};
