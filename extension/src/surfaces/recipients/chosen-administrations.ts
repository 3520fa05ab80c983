/** The administration that was chosen last under a name (of a tool, or of an organisation), on this computer. */
export async function readChosen(names: readonly string[]): Promise<readonly (string | undefined)[]> {
  const kept = await chrome.storage.local.get(names.map(keyOf))
  return names.map(name => {
    const id: unknown = kept[keyOf(name)]
    return typeof id === "string" ? id : undefined
  })
}

/** Each name has an entry of its own: two pages that write at once lose nothing. (A credentialless frame has no locks to share.) */
export async function rememberChosen(names: readonly string[], administrationId: string): Promise<void> {
  await chrome.storage.local.set(Object.fromEntries(names.map(name => [keyOf(name), administrationId])))
}

const keyOf = (name: string) => `recipientsOf ${name}`
