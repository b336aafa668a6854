import { defineConfig } from "vitest/config";

const nowhere = ["**/node_modules/**", "dist/**", "data/**"];

/** Three lanes by file name: pure, on a real database, and through HTTP and a browser. */
export default defineConfig({
  test: {
    reporters: ["default"],
    projects: [
      {
        test: {
          name: "pure",
          isolate: false,
          include: ["**/*.test.ts"],
          exclude: [...nowhere, "**/*.db.test.ts"],
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude: nowhere,
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
          globalSetup: ["scenarios/database.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
