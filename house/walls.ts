const domain = ["domain/calendar", "domain/office", "domain/rules", "domain/duty", "domain/case"];
const engine = [...domain, "domain/accountability", "domain/papers", "domain/words"];
const data = ["server/store", "server/gateways", "server/record", "server/house.ts"];

/** Rooms that a room may import, beside itself. A room that is not named here may import nothing. */
export const walls: Readonly<Record<string, readonly string[]>> = {
  "domain/calendar": [],
  "domain/office": ["domain/calendar"],
  "domain/rules": ["domain/calendar", "domain/office"],
  "domain/duty": ["domain/calendar", "domain/office", "domain/rules"],
  "domain/case": ["domain/calendar", "domain/office", "domain/rules", "domain/duty"],
  "domain/accountability": domain,
  "domain/papers": [...domain, "domain/words"],
  "domain/proof": [...domain, "domain/accountability"],
  "domain/words": domain,
  "packs/holidays": ["domain/calendar"],
  "packs/index.ts": ["domain/rules", "packs/*"],
  "packs/*": ["domain/calendar", "domain/office", "domain/rules"],
  contract: engine,
  "server/config.ts": [],
  "server/house.ts": [...engine, "server/store", "server/gateways"],
  "server/database.ts": ["server/config.ts", "server/gateways", "server/store"],
  "server/store": domain,
  "server/gateways": ["domain/calendar", "domain/papers", "domain/words", "server/config.ts"],
  "server/record": [...engine, "server/store", "server/gateways", "server/house.ts"],
  "server/actions": [...engine, ...data],
  "server/jobs": [...engine, ...data, "server/actions"],
  "server/http": [...engine, ...data, "contract", "portal", "server/actions", "server/config.ts"],
  "server/app.ts": [...engine, ...data, "contract", "server/config.ts", "server/http"],
  "server/worker.ts": [...engine, ...data, "server/actions", "server/config.ts", "server/jobs"],
  "server/main.ts": [...engine, ...data, "server/*"],
  portal: ["contract", ...engine],
  desk: ["contract", ...engine],
  demo: engine,
  cli: [...engine, "domain/proof", "demo", "packs/*", "packs/index.ts", "server/*"],
  house: ["packs/*", "packs/index.ts", "domain/*", "server/gateways", "server/store"],
  scenarios: ["cli", "house", "contract", "demo", "domain/*", "packs/*", "packs/index.ts", "server/*"],
  bench: ["contract", "demo", "scenarios", "domain/*", "packs/*", "packs/index.ts", "server/*"],
};
