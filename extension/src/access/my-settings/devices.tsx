import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { Laptop } from "lucide-react"
import { callAuth } from "../../api/auth"
import { readSession } from "../../api/token"
import { Button } from "../../ui/buttons/button"
import { ProblemNotice } from "../../ui/feedback/problem-notice"
import { Skeleton } from "../../ui/feedback/skeleton"
import { showToast } from "../../ui/feedback/toasts"
import { Card } from "../../ui/layout/card"
import { Section } from "../../ui/layout/section"
import { Chip } from "../../ui/marks/chip"
import { agoInWords } from "../../ui/text/moments"
import { words } from "../words"
import styles from "./my-settings.module.css"

type Device = { id: string; token: string; userAgent?: string | null; updatedAt: string }

/** Where I am signed in; a lost laptop is signed out from here. */
export function Devices() {
  const queries = useQueryClient()
  const devices = useQuery({ queryKey: ["devices"], queryFn: listDevices })
  const revoke = useMutation({
    mutationFn: (device: Device) => callAuth("post", "revoke-session", { body: { token: device.token } }),
    onSuccess: async () => {
      showToast({ kind: "success", words: words.deviceSignedOut })
      await queries.invalidateQueries({ queryKey: ["devices"] })
    },
    onError: error => showToast({ kind: "failure", words: error.message }),
  })
  return (
    <Section title={words.devices}>
      {devices.error && <ProblemNotice problem={devices.error} onRetry={() => void devices.refetch()} />}
      {devices.isPending && <Skeleton rows={2} />}
      {devices.data && (
        <Card>
          <ul className={styles.rows}>
            {devices.data.map(({ device, isThis }) => (
              <li key={device.id} className={styles.row}>
                <Laptop size={18} strokeWidth={1.75} aria-hidden="true" />
                <span className={styles.words}>
                  <span className={styles.name}>{deviceName(device.userAgent ?? "")}</span>
                  <span className={styles.quiet}>{words.lastUsed(agoInWords(device.updatedAt))}</span>
                </span>
                {isThis ? (
                  <Chip tone="success">{words.thisDevice}</Chip>
                ) : (
                  <Button
                    size="sm"
                    onPress={() => revoke.mutate(device)}
                    isBusy={revoke.isPending && revoke.variables?.id === device.id}
                  >
                    {words.signOut}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Section>
  )
}

async function listDevices(): Promise<{ device: Device; isThis: boolean }[]> {
  const [answer, session] = await Promise.all([callAuth("get", "list-sessions"), readSession()])
  // The bearer token is the session's token with a signature behind a point.
  const own = decodeURIComponent(session?.token ?? "").split(".")[0]
  const devices = (Array.isArray(answer.body) ? answer.body : []) as Device[]
  return devices
    .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    .map(device => ({ device, isThis: device.token === own }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis))
}

const systems = [
  ["Windows", /windows/i],
  ["macOS", /mac os/i],
  ["ChromeOS", /cros/i],
  ["Android", /android/i],
  ["Linux", /linux/i],
] as const
const browsers = [
  ["Edge", /edg\//i],
  ["Opera", /opr\//i],
  ["Firefox", /firefox/i],
  ["Chrome", /chrom/i],
  ["Safari", /safari/i],
] as const

/** "Chrome on Windows". */
function deviceName(userAgent: string): string {
  const find = (list: readonly (readonly [string, RegExp])[]) => list.find(([, sign]) => sign.test(userAgent))?.[0]
  return `${find(browsers) ?? "Browser"} on ${find(systems) ?? "another system"}`
}
