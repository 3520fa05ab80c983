import { QueryClient } from "@tanstack/react-query"
import { isRefused } from "./refusal"

/** One client a page. Only a lost connection or a busy server is worth a second try: a refusal stays a refusal. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}

function isPassing(error: unknown): boolean {
  return isRefused(error, "unreachable", "unavailable")
}
