/** The administration that was chosen last in each tool, and anywhere, on this computer. */
export type ChosenAdministrations = Readonly<Record<string, string>>

const storageKey = "recipientsAdministrations"

export async function readChosen(): Promise<ChosenAdministrations> {
  const kept = (await chrome.storage.local.get(storageKey))[storageKey]
  return typeof kept === "object" && kept !== null ? (kept as ChosenAdministrations) : {}
}

/** Remembers a choice under each of some names. One at a time, in all our pages: none is lost. */
export async function rememberChosen(names: readonly string[], administrationId: string): Promise<void> {
  await navigator.locks.request(storageKey, async () => {
    const added = Object.fromEntries(names.map(name => [name, administrationId]))
    await chrome.storage.local.set({ [storageKey]: { ...(await readChosen()), ...added } })
  })
}
