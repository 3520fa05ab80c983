import { originPattern } from "@casepost/shared/tool-addresses"
import { ExternalLink, FlaskConical } from "lucide-react"
import { useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { Notice } from "../../../ui/feedback/notice"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { Radio, RadioGroup } from "../../../ui/fields/radio"
import { Dialog } from "../../../ui/overlays/dialog"
import { words as uiWords } from "../../../ui/words"
import { type PageTest, type TestedTool, testPage } from "../../test-page"
import styles from "./test-dialog.module.css"
import { TestResult } from "./test-result"
import { useToolTabs } from "./use-tool-tabs"
import { words } from "./words"

type TestDialogProps = { tool: TestedTool; onClose: () => void }

/** "Test on this page": chooses among the open pages of the tool, reads one with these rules, and shows what was found, step by step. */
export function TestDialog({ tool, onClose }: TestDialogProps) {
  const { tabs, isAllowed } = useToolTabs(tool.address)
  const [chosen, choose] = useState<number | undefined>()
  const [isBusy, setBusy] = useState(false)
  const [result, setResult] = useState<PageTest | Error | undefined>()
  const tab = tabs?.find(({ id }) => id === chosen) ?? tabs?.[0]

  async function test() {
    if (!tab || isBusy) return
    setBusy(true)
    setResult(await testPage({ tabId: tab.id, tool }).catch((error: unknown) => error as Error))
    setBusy(false)
  }
  const open = () => void chrome.tabs.create({ url: beginningOf(tool.address) })
  return (
    <Dialog
      size="wide"
      title={words.title(tool.name)}
      subtitle={words.lead}
      isOpen
      onOpenChange={onClose}
      onSubmit={() => void test()}
      foot={
        <>
          <Button onPress={onClose}>{uiWords.close}</Button>
          {tab && (
            <Button kind="primary" type="submit" icon={FlaskConical} isBusy={isBusy}>
              {result ? words.testAgain : words.test}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.body}>
        {isAllowed === false && (
          <Notice
            action={
              <Button
                size="sm"
                onPress={() => void chrome.permissions.request({ origins: [originPattern(tool.address)] })}
              >
                {words.allow}
              </Button>
            }
          >
            {words.notAllowed(new URL(tool.address).origin)}
          </Notice>
        )}
        {isAllowed && !tabs && <Skeleton rows={2} withAvatar={false} />}
        {tabs && tabs.length === 0 && (
          <Notice
            role="status"
            action={
              <Button size="sm" icon={ExternalLink} onPress={open}>
                {words.openTool}
              </Button>
            }
          >
            {words.noTabs}
          </Notice>
        )}
        {tabs && tab && (
          <RadioGroup label={words.whichPage} value={String(tab.id)} onChange={id => choose(Number(id))}>
            {tabs.map(({ id, title, url }) => (
              <Radio key={id} value={String(id)} description={url}>
                {title || url}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {result instanceof Error && <ProblemNotice problem={result} />}
        {result && !(result instanceof Error) && <TestResult result={result} readsCases={tool.readsCases} />}
      </div>
    </Dialog>
  )
}

/** Up to where the address names an administration, which cannot be guessed. */
function beginningOf(address: string): string {
  return address.split("/{administration}")[0] ?? address
}
