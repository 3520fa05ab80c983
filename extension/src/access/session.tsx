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
    const read = async () => {
      const session = await readSession()
      setKept(session ?? null)
      setEnded(false)
      await queries.invalidateQueries()
    }
    whenSessionEnds(() => setEnded(true))
    void read()
    return onSessionChange(() => void read())
  }, [queries])

  const me = useQuery({
    queryKey: ["me", kept?.email],
    queryFn: ({ signal }) => call(deeds.getMe, {}, { signal }),
    enabled: !!kept && !hasEnded,
    staleTime: 60_000,
  })
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
  if (session) return { kind: "signed-in", session }
  if (me.data) return { kind: "no-membership", me: me.data }
  if (me.error) return { kind: "unreached", error: me.error, retry: () => void me.refetch() }
  return { kind: "loading" }
}

function sessionOf(me: Me, kept: KeptSession): Session | undefined {
  const chosen = me.memberships.find(membership => membership.organisation.id === kept.organisationId)
  const membership = chosen ?? me.memberships[0]
  if (!membership) return undefined
  return { me, membership, chooseOrganisation: id => void changeSession({ organisationId: id }) }
}
