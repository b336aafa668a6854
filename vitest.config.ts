import { defineConfig } from "vitest/config";

const nowhere = ["**/node_modules/**", "dist/**", "data/**"];

/** Notes which entries of a pack are evaluated while a test runs that names a clause. */
const setupFiles = ["house/trace/setup.ts"];

/** Three lanes by file name: pure, on a real database, and through HTTP and a browser. */
export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "pure",
          testTimeout: 20_000,
          isolate: false,
          setupFiles,
          include: ["**/*.test.ts"],
          exclude: [...nowhere, "**/*.db.test.ts"],
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: nowhere,
          setupFiles,
          globalSetup: ["scenarios/database.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "scenario",
          include: ["scenarios/**/*.scenario.ts"],
          exclude: nowhere,
          setupFiles,
          globalSetup: ["scenarios/database.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
