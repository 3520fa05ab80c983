import "../ui/page.css"
import "@fontsource-variable/inter"
import { QueryClientProvider } from "@tanstack/react-query"
import { type ReactNode, StrictMode, useEffect, useState } from "react"
import { I18nProvider } from "react-aria-components"
import { SessionProvider } from "../access/session"
import { makeQueries } from "../api/queries"
import { followRelations } from "../relations/relations-changed"
import { followStandardMessages } from "../standard-messages/standard-messages-changed"
import { followTools } from "../tools/tools-changed"
import { ToastRegion } from "../ui/feedback/toast-region"
import { followSystemTheme } from "../ui/theme"
import { CrashGuard } from "./crash-guard"

document.documentElement.lang = "en"
followSystemTheme()

/** What every page of ours stands in: theme, data, sign-in, toasts. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const [queries] = useState(makeQueries)
  useEffect(() => followRelations(queries), [queries])
  useEffect(() => followStandardMessages(queries), [queries])
  useEffect(() => followTools(queries), [queries])
  return (
    <StrictMode>
      <I18nProvider locale="en-GB">
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <title>{title}</title>
            <CrashGuard>{children}</CrashGuard>
            <ToastRegion />
          </SessionProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  )
}
