import type { CaseRef } from "@casepost/shared/cases"
import { Bell } from "lucide-react"
import { Dialog, DialogTrigger, Heading, Popover } from "react-aria-components"
import { useSession } from "../access/session"
import { IconButton } from "../ui/buttons/icon-button"
import { useNotifications } from "./list-notifications"
import { NotificationList } from "./notification-list"
import styles from "./notifications.module.css"
import { words } from "./words"

/** The bell beside the gear: how many notifications are unread, and under it the list of them. */
export function NotificationBell({ onOpen }: { onOpen: (caseRef: CaseRef) => void }) {
  const read = useNotifications(useSession().membership.organisation.id)
  const { unread } = read
  return (
    <DialogTrigger onOpenChange={isOpen => isOpen && void read.refetch()}>
      <span className={styles.bell}>
        <IconButton icon={Bell} size="sm" label={words.bell(unread)} />
        {unread > 0 && (
          <span className={styles.count} aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </span>
      <Popover placement="bottom end" offset={4} className={styles.popover ?? ""}>
        <Dialog className={styles.dialog ?? ""}>
          {({ close }) => (
            <>
              <Heading slot="title" className={styles.title ?? ""}>
                {words.notifications}
              </Heading>
              <NotificationList
                read={read}
                onOpen={caseRef => {
                  close()
                  onOpen(caseRef)
                }}
              />
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
