import { useState } from "react"
import { goTo, usePlace } from "../../ui/place/place"
import { AddTool } from "./form/add-tool"
import { EditTool } from "./form/edit-tool"
import { ToolsList } from "./list/tools-list"

const home = "tools"

/**
 * Organisation settings, Tools: the list, or the tool that the address names: `tools/new`, `tools/new?preset=odoo`,
 * `tools/new?address=https://…`, `tools/<id>`, and `tools/<id>?pick` to point at its number at once.
 */
export function ToolsPage() {
  const place = usePlace()
  const [path = "", asked = ""] = [place.split("?")[0], place.slice(place.indexOf("?") + 1)]
  const opened = path.split("/")[1] ?? ""
  const wanted = new URLSearchParams(place.includes("?") ? asked : "")
  const [fresh, setFresh] = useState<string | undefined>()
  function saved(id: string) {
    setFresh(id)
    goTo(home)
  }
  if (opened === "new") return <AddTool key={asked} wanted={wanted} onSaved={saved} />
  if (opened !== "") return <EditTool key={opened} id={opened} isToBePicked={wanted.has("pick")} onSaved={saved} />
  return <ToolsList fresh={fresh} />
}
