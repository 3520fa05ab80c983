import type { Membership } from "@casepost/shared/access"
import { useState } from "react"
import { goTo, usePlace } from "../../ui/place/place"
import { AddMessage } from "./form/add-message"
import { EditMessage } from "./form/edit-message"
import { MessagesList } from "./list/messages-list"

type MessagesPageProps = {
  administration: Membership["administrations"][number] | undefined
  onAdministration: (id: string) => void
}

export const home = "messages"

/** Administration settings, Messages: the list of standard messages, or the one that the address names (`messages/new`, `messages/<id>`). */
export function MessagesPage({ administration, onAdministration }: MessagesPageProps) {
  const opened = usePlace().split("/")[1] ?? ""
  const [fresh, setFresh] = useState<string | undefined>()
  if (!administration) return null
  const saved = (id: string) => {
    setFresh(id)
    goTo(home)
  }
  if (opened === "new") return <AddMessage administration={administration} onSaved={saved} />
  if (opened !== "")
    return (
      <EditMessage
        key={opened}
        id={opened}
        administration={administration}
        onAdministration={onAdministration}
        onSaved={saved}
      />
    )
  return <MessagesList administration={administration} fresh={fresh} />
}
