import { defineConfig } from "vitest/config"

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
