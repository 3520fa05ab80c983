import { makeSetupLink } from "../access/join/make-setup-link.ts"
import { ConfigError, readConfig } from "../config.ts"
import { demoPassword, demoSignIns, loadDemo } from "../demo/load-demo.ts"
import { startServer } from "../server.ts"
import { buildExtension, builtExtension } from "./build-extension.ts"
import { lockFolder } from "./lock-folder.ts"
import { openBrowser } from "./open-browser.ts"

/** `pnpm start`: builds the extension, opens everything, loads the demo once, and says where it all is. `--open` opens a browser too. */
async function start(): Promise<void> {
  const config = readConfig(process.env)
  const giveBack = config.databaseUrl ? () => {} : lockFolder(config.data, config.publicUrl)
  process.once("exit", giveBack)
  await buildExtension(say)
  if (!config.databaseUrl) say("Opening the embedded database (the very first time takes some seconds)…")
  const server = await startServer(config)
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      say("\nStopping: running requests end first…")
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  if (config.demo && (await loadDemo(server.house))) say("Loaded the demo organisation.")
  const setupLink = await makeSetupLink(server.house)
  say(whereEverythingIs(config.publicUrl, { local: config.local, demo: config.demo, setupLink }))
  if (process.argv.includes("--open")) say(openBrowser(config, config.publicUrl))
}

function whereEverythingIs(url: string, of: { local: boolean; demo: boolean; setupLink: string | undefined }): string {
  const lines = [
    "",
    `Casepost runs at ${url}  (Ctrl+C stops it; nothing is lost)`,
    "",
    `  Customer portal      ${url}/portal`,
    `  API documentation    ${url}/docs`,
    ...(of.local
      ? [`  Development mailbox  ${url}/mailbox   every mail, as its recipient sees it; nothing leaves this computer`]
      : []),
    ...(of.demo
      ? [
          `  Demo tools           ${url}/demo   an accounting application to try the extension on, and ${url}/demo/mail, a webmail`,
        ]
      : []),
    "",
    "Load the extension: chrome://extensions, Developer mode on, Load unpacked, and choose",
    `  ${builtExtension}`,
    "or start with --open, which opens Chromium or Chrome for Testing with the extension loaded.",
    "",
  ]
  if (of.setupLink)
    lines.push("There is no organisation yet. Make one here (works once, for an hour):", `  ${of.setupLink}`, "")
  if (of.demo)
    lines.push(
      `Sign in to the demo with the password ${demoPassword}:`,
      ...demoSignIns.map(signIn => `  ${signIn.email.padEnd(20)} ${signIn.right}`),
      "",
    )
  return lines.join("\n")
}

function say(text: string): void {
  console.log(text)
}

try {
  await start()
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}
