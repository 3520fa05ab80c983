import { originPattern } from "@casepost/shared/tool-addresses"
import { PresetName, type Tool } from "@casepost/shared/tools"
import { useMemo } from "react"
import { showToast } from "../../../ui/feedback/toasts"
import { useCreateTool } from "../../create-tool"
import { presets } from "../../presets/presets"
import { words } from "../words"
import { ToolForm } from "./tool-form"

type AddToolProps = {
  /** `preset`, `address`, `name`: what is known already. */
  wanted: URLSearchParams
  onSaved: (id: string) => void
}

/** A new tool of the organisation. Saving it asks Chrome for its origin; a refusal there is shown in the list, with the way to allow it. */
export function AddTool({ wanted, onSaved }: AddToolProps) {
  const create = useCreateTool()
  const start = useMemo(() => startOf(wanted), [wanted])
  return (
    <ToolForm
      start={start}
      isToBePicked={wanted.has("pick")}
      saving={{
        save: body => {
          // Within the click, and not waited for: the tool is the organisation's, whatever is answered here.
          void chrome.permissions.request({ origins: [originPattern(body.address)] }).catch(() => false)
          return create.mutateAsync(body)
        },
        isPending: create.isPending,
        error: create.error,
        sent: create.variables,
      }}
      onSaved={({ id, name }) => {
        showToast({ kind: "success", words: words.added(name), more: words.addedMore })
        onSaved(id)
      }}
    />
  )
}

function startOf(wanted: URLSearchParams): Partial<Tool> {
  const named = PresetName.safeParse(wanted.get("preset"))
  const preset = named.success ? named.data : undefined
  const address = wanted.get("address") ?? (preset ? presets[preset].address : "")
  const name = wanted.get("name") ?? (preset ? presets[preset].name : "")
  const isByAddress = address.includes("{administration}")
  return { name, address, ...(preset ? { preset } : {}), ...(isByAddress ? { administrationBy: "address" } : {}) }
}
