import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/vscode/**"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "vscode",
          include: ["test/vscode/**/*.test.ts"],
          globalSetup: ["test/vscode/harness/globalSetup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A window of VS Code waits for a loaded machine's clock in places that are not ours. Locally a failure is shown
          // at once; in CI a story may be told a second time, and the report says which were.
          retry: process.env["CI"] ? 1 : 0,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
