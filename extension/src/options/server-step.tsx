import { Lock } from "lucide-react"
import { type FormEvent, useEffect, useState } from "react"
import { readPolicyAddress, readServerAddress } from "../api/server-address"
import { Button } from "../ui/buttons/button"
import { TextField } from "../ui/fields/text-field"
import { checkServer, type KnownServer } from "./check-server"
import styles from "./first-run.module.css"
import { Step } from "./step"
import { words } from "./words"

/** Where the backend is: checked before it is kept. */
export function ServerStep({ onKnown }: { onKnown: (isKnown: boolean) => void }) {
  const [typed, setTyped] = useState("")
  const [server, setServer] = useState<KnownServer | undefined>()
  const [isBusy, setBusy] = useState(true)
  const [wrong, setWrong] = useState<string | undefined>()
  /** The computer's administrator named the address, right or wrong. */
  const [isDecided, setDecided] = useState(false)

  async function check(address: string) {
    setBusy(true)
    setWrong(undefined)
    try {
      setServer(await checkServer(address))
      onKnown(true)
    } catch (error) {
      setWrong((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the address that was kept
  useEffect(() => {
    void start()
  }, [])

  async function start() {
    const decided = await readPolicyAddress()
    setDecided(decided !== undefined)
    if (decided && "wrong" in decided) {
      setBusy(false)
      return setWrong(words.policyWrong(decided.wrong))
    }
    const address = await readServerAddress()
    setTyped(before => before || address)
    return check(address)
  }

  function change() {
    setServer(undefined)
    onKnown(false)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void check(typed)
  }

  if (server)
    return (
      <Step
        number={1}
        title={words.server}
        isDone
        isNext={false}
        end={
          isDecided ? (
            <span className={styles.quiet}>{words.byPolicy}</span>
          ) : (
            <Button kind="link" onPress={change}>
              {words.change}
            </Button>
          )
        }
      >
        <p className={styles.quiet}>{server.address}</p>
        <p className={styles.good}>
          <Lock size={14} aria-hidden="true" />
          {server.isHere ? words.answeredHere(server.version) : words.answeredSecure(server.version)}
        </p>
      </Step>
    )
  return (
    <Step number={1} title={words.server} isDone={false} isNext>
      <form className={styles.server} onSubmit={submit}>
        <TextField
          label={words.server}
          hideLabel
          size="lg"
          type="url"
          inputMode="url"
          value={typed}
          onChange={setTyped}
          error={wrong}
          description={isDecided ? words.byPolicyMore : words.serverHelp}
          isReadOnly={isDecided}
        />
        <Button kind="primary" size="lg" type="submit" isBusy={isBusy}>
          {words.check}
        </Button>
      </form>
    </Step>
  )
}
