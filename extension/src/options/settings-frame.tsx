import { FileQuestion, ShieldX } from "lucide-react"
import { useEffect, useState } from "react"
import { OrganisationSelect } from "../access/organisation-select"
import { useSession } from "../access/session"
import { classNames } from "../ui/class-names"
import { EmptyState } from "../ui/feedback/empty-state"
import { Select } from "../ui/fields/select"
import { Avatar } from "../ui/marks/avatar"
import { Logo } from "../ui/marks/logo"
import { goTo, leave, usePlace } from "../ui/place/place"
import styles from "./settings-frame.module.css"
import { administrationsToSet, pagesFor, type SettingsPage, settingsPages } from "./settings-pages"
import { words } from "./words"

/** Navigation at the left, the chosen page beside it. */
export function SettingsFrame() {
  const { me, membership } = useSession()
  const place = usePlace().split(/[/?]/)[0] || "my-settings"
  const pages = pagesFor(membership)
  const administrations = administrationsToSet(membership)
  const [chosen, choose] = useState<string | undefined>()
  const administration = administrations.find(({ id }) => id === chosen) ?? administrations[0]
  const shown = pages.find(page => page.place === place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every other page begins at its top
  useEffect(() => {
    // Not returned: it gives a promise in newer Chromes.
    void window.scrollTo(0, 0)
  }, [place])
  const inSection = (section: SettingsPage["section"]) => pages.filter(page => page.section === section)

  return (
    <div className={styles.frame}>
      <nav className={styles.side} aria-label={words.settingsPages}>
        <a className={styles.brand} href="#/my-settings">
          <Logo size={24} />
          {words.product}
        </a>
        <OrganisationSelect />
        <Links pages={inSection("own")} place={place} />
        {inSection("organisation").length > 0 && <h2 className={styles.section}>{words.organisationSettings}</h2>}
        <Links pages={inSection("organisation")} place={place} />
        {administration && inSection("administration").length > 0 && (
          <>
            <h2 className={styles.section}>{words.administrationSettings}</h2>
            <Select
              label={words.administration}
              hideLabel
              options={administrations}
              value={administration.id}
              onChange={id =>
                leave(() => {
                  choose(id)
                  // What the address names within a page belongs to the administration before.
                  goTo(place)
                })
              }
            />
            <Links pages={inSection("administration")} place={place} />
          </>
        )}
        <div className={styles.me}>
          <Avatar name={me.name} size={24} />
          <span className={styles.who}>
            <span className={styles.name}>{me.name}</span>
            <span className={styles.right}>{words.rights[strongestRight(membership)]}</span>
          </span>
        </div>
      </nav>
      <main className={styles.main}>
        {shown ? (
          <shown.page
            key={`${membership.organisation.id} ${administration?.id}`}
            administration={administration}
            onAdministration={choose}
          />
        ) : (
          <NoPage place={place} organisation={membership.organisation.name} />
        )}
      </main>
    </div>
  )
}

/** A page that is not there, or not for this user. */
function NoPage({ place, organisation }: { place: string; organisation: string }) {
  const withheld = settingsPages.find(page => page.place === place)
  if (!withheld)
    return (
      <EmptyState isPage icon={FileQuestion} title={words.notThere}>
        {words.notThereMore}
      </EmptyState>
    )
  return (
    <EmptyState isPage icon={ShieldX} title={words.noRight}>
      {withheld.section === "organisation"
        ? words.noRightOrganisation(withheld.name, organisation)
        : words.noRightAdministration(withheld.name)}
    </EmptyState>
  )
}

function Links({ pages, place }: { pages: readonly SettingsPage[]; place: string }) {
  if (pages.length === 0) return null
  return (
    <ul className={styles.links}>
      {pages.map(({ place: own, name, icon: Icon }) => (
        <li key={own}>
          <a
            href={`#/${own}`}
            className={classNames(styles.link, own === place && styles.current)}
            aria-current={own === place ? "page" : undefined}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

type Membership = ReturnType<typeof useSession>["membership"]

/** The organisation's right, or the strongest of one administration. */
function strongestRight(membership: Membership): keyof typeof words.rights {
  const held = [membership.right, ...membership.administrations.map(({ right }) => right)]
  return (["administrator", "standard", "restricted"] as const).find(right => held.includes(right)) ?? "none"
}
