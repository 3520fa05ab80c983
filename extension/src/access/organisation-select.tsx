import { Building2 } from "lucide-react"
import { Select } from "../ui/fields/select"
import { leave } from "../ui/place/place"
import { useSession } from "./session"
import { words } from "./words"

/** The organisation everything on screen is about. */
export function OrganisationSelect() {
  const { me, membership, chooseOrganisation } = useSession()
  return (
    <Select
      label={words.organisation}
      hideLabel
      icon={Building2}
      options={me.memberships.map(({ organisation }) => organisation)}
      value={membership.organisation.id}
      onChange={id => leave(() => chooseOrganisation(id))}
    />
  )
}
