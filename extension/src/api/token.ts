/**
 * The bearer token of this computer. Extension pages and the worker may read it; content scripts never can, because the access
 * level is set before anything is written. On a shared computer it lives in `storage.session` and goes when Chrome closes.
 */
const storageKey = "session"

/** What is kept of a sign-in. */
export type KeptSession = { token: string; email: string; organisationId?: string }

function trusted(area: chrome.storage.StorageArea): Promise<void> {
  return area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" })
}

export async function readSession(): Promise<KeptSession | undefined> {
  const [kept, shared] = await Promise.all([
    chrome.storage.local.get(storageKey),
    chrome.storage.session.get(storageKey),
  ])
  return asSession(shared[storageKey]) ?? asSession(kept[storageKey])
}

export async function keepSession(session: KeptSession, isShared: boolean): Promise<void> {
  await Promise.all([trusted(chrome.storage.local), trusted(chrome.storage.session)])
  await chrome.storage[isShared ? "local" : "session"].remove(storageKey)
  await chrome.storage[isShared ? "session" : "local"].set({ [storageKey]: session })
}

/** Keeps a change of the session where the session is. */
export async function changeSession(change: Partial<KeptSession>): Promise<void> {
  const session = await readSession()
  if (!session) return
  const shared = await chrome.storage.session.get(storageKey)
  await keepSession({ ...session, ...change }, shared[storageKey] !== undefined)
}

/** Forgets the token here; `sign-out` ends the session at the backend too. */
export async function forgetSession(): Promise<void> {
  await Promise.all([chrome.storage.local.remove(storageKey), chrome.storage.session.remove(storageKey)])
}

/** Tells when somebody signed in or out in any page of ours. */
export function onSessionChange(listener: () => void): () => void {
  const heard = (changes: Record<string, unknown>, area: string) => {
    if ((area === "local" || area === "session") && storageKey in changes) listener()
  }
  chrome.storage.onChanged.addListener(heard)
  return () => chrome.storage.onChanged.removeListener(heard)
}

function asSession(kept: unknown): KeptSession | undefined {
  const session = kept as Partial<KeptSession> | undefined
  return typeof session?.token === "string" && typeof session.email === "string" ? (session as KeptSession) : undefined
}
