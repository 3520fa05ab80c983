import type { CaseRef } from "@casepost/shared/cases"
import { OrganisationSelect } from "../../access/organisation-select"
import { useSession } from "../../access/session"
import { useUnread } from "../../inbox/count-unread"
import { NotificationBell } from "../../notifications/notification-bell"
import { classNames } from "../../ui/class-names"
import { Avatar } from "../../ui/marks/avatar"
import { goTo } from "../../ui/place/place"
import { SurfaceHeader } from "../surface-header"
import { words } from "../words"
import styles from "./work.module.css"
import { type WorkArea, workAreas, writeWorkPlace } from "./work-place"

type WorkHeaderProps = {
  area: WorkArea
  /** What an overview was narrowed to when it was left. */
  queryOf: (area: WorkArea) => string
  onOpen: (caseRef: CaseRef) => void
}

/** The top of the full tab: its parts, the organisation, the bell and the gear. */
export function WorkHeader({ area, queryOf, onOpen }: WorkHeaderProps) {
  const { me, membership } = useSession()
  const unread = useUnread(membership.organisation.id)
  return (
    <div className={styles.header}>
      <SurfaceHeader
        hasLine
        onHome={() => goTo("invoices")}
        end={
          <>
            <div className={styles.organisation}>
              <OrganisationSelect />
            </div>
            <NotificationBell onOpen={onOpen} />
          </>
        }
        last={
          <span role="img" aria-label={me.name} title={me.name} className={styles.me}>
            <Avatar name={me.name} size={28} />
          </span>
        }
      >
        <nav aria-label={words.work.parts}>
          <ul className={styles.parts}>
            {workAreas.map(one => (
              <li key={one}>
                <a
                  href={`#/${writeWorkPlace({ area: one, query: queryOf(one) })}`}
                  className={classNames(styles.part, one === area && styles.current)}
                  aria-current={one === area ? "page" : undefined}
                >
                  {words.work.areas[one]}
                  {one === "inbox" && unread > 0 && (
                    <span className={styles.unread}>{unread > 99 ? "99+" : unread}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </SurfaceHeader>
    </div>
  )
}
