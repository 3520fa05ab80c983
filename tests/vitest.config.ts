import { join } from "node:path"
import { defineConfig } from "vitest/config"

// Every file of tests and every process of ours that they start loads the same packages: Node keeps them compiled.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, "node_modules/.cache/compiled")

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    globalSetup: ["support/one-postgres.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Real browsers on two shared, noisy cores: what fails twice is broken.
    retry: 1,
    expect: { poll: { timeout: 40_000 } },
  },
})
