import { deeds, type Me, type Membership } from "@casepost/shared/access"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react"
import { call, whenSessionEnds } from "../api/backend"
import { changeSession, type KeptSession, onSessionChange, readSession } from "../api/token"

/** Who works here, and for which organisation. */
export type Session = {
  me: Me
  /** The organisation that was chosen, with its administrations and the rights in them. */
  membership: Membership
  chooseOrganisation: (id: string) => void
}

/** Where the sign-in stands. `ended`: it was there, and the backend no longer knows it. */
export type SessionState =
  | { kind: "loading" }
  | { kind: "signed-out" }
  | { kind: "ended"; email: string; session: Session | undefined }
  | { kind: "unreached"; error: Error; retry: () => void }
  | { kind: "no-membership"; me: Me }
  | { kind: "signed-in"; session: Session }

const SessionContext = createContext<SessionState>({ kind: "loading" })

/** Knows the sign-in of this computer, in every page of ours at once. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [kept, setKept] = useState<KeptSession | null | undefined>()
  const [hasEnded, setEnded] = useState(false)
  const queries = useQueryClient()

  useEffect(() => {
    let before: KeptSession | undefined
    const read = async () => {
      const session = await readSession()
      const isOther = before?.organisationId !== session?.organisationId || before?.email !== session?.email
      before = session
      setKept(session ?? null)
      setEnded(false)
      // What was shown for another organisation or user must not stand there a moment longer.
      if (!session) queries.clear()
      else if (isOther) await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" })
      else await queries.invalidateQueries()
    }
    whenSessionEnds(() => setEnded(true))
    void read()
    return onSessionChange(() => void read())
  }, [queries])

  const me = useQuery({
    queryKey: ["me", kept?.email],
    // Without an organisation: the one that was kept may be gone.
    queryFn: ({ signal }) => call(deeds.getMe, {}, { signal, organisationId: "" }),
    enabled: !!kept && !hasEnded,
    staleTime: 60_000,
  })
  const chosen = me.data && membershipOf(me.data, kept ?? undefined)?.organisation.id
  useEffect(() => {
    // Every request names its organisation; the first is as good as any until another is chosen.
    if (kept && chosen && chosen !== kept.organisationId) void changeSession({ organisationId: chosen })
  }, [kept, chosen])
  const state = useMemo(() => stateOf(kept, hasEnded, me), [kept, hasEnded, me])
  return <SessionContext.Provider value={state}>{children}</SessionContext.Provider>
}

export function useSessionState(): SessionState {
  return useContext(SessionContext)
}

/** The session, in anything inside a `SessionGate`. */
export function useSession(): Session {
  const state = useContext(SessionContext)
  const session = state.kind === "signed-in" || state.kind === "ended" ? state.session : undefined
  if (!session) throw new Error("useSession needs a SessionGate around it")
  return session
}

type MeQuery = { data: Me | undefined; error: Error | null; refetch: () => unknown }

function stateOf(kept: KeptSession | null | undefined, hasEnded: boolean, me: MeQuery): SessionState {
  if (kept === undefined) return { kind: "loading" }
  if (kept === null) return { kind: "signed-out" }
  const session = me.data && sessionOf(me.data, kept)
  if (hasEnded) return { kind: "ended", email: kept.email, session }
  if (session)
    return session.membership.organisation.id === kept.organisationId
      ? { kind: "signed-in", session }
      : { kind: "loading" }
  if (me.data) return { kind: "no-membership", me: me.data }
  if (me.error) return { kind: "unreached", error: me.error, retry: () => void me.refetch() }
  return { kind: "loading" }
}

function membershipOf(me: Me, kept: KeptSession | undefined): Membership | undefined {
  return me.memberships.find(({ organisation }) => organisation.id === kept?.organisationId) ?? me.memberships[0]
}

function sessionOf(me: Me, kept: KeptSession): Session | undefined {
  const membership = membershipOf(me, kept)
  if (!membership) return undefined
  return { me, membership, chooseOrganisation: id => void changeSession({ organisationId: id }) }
}
