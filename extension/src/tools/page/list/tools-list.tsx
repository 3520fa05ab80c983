import { AppWindow, Plus, ShieldCheck } from "lucide-react"
import { useEffect, useState } from "react"
import { Button } from "../../../ui/buttons/button"
import { EmptyState } from "../../../ui/feedback/empty-state"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { Skeleton } from "../../../ui/feedback/skeleton"
import { useRowKeys } from "../../../ui/keyboard/use-row-keys"
import { SettingsHead } from "../../../ui/layout/settings-head"
import { NotLoaded } from "../../../ui/lists/not-loaded"
import { goTo } from "../../../ui/place/place"
import { type ToolHere, useToolsOnThisComputer } from "../../device/use-tools-here"
import { Presets } from "../presets/presets"
import { TestDialog } from "../test/test-dialog"
import { words } from "../words"
import { DeleteToolDialog } from "./delete-tool-dialog"
import { rowId } from "./row-id"
import { ToolTable } from "./tool-table"
import styles from "./tools-list.module.css"

/** The organisation's tools, those of the policy, and the presets to start from. `fresh`: just saved, marked and focused. */
export function ToolsList({ fresh }: { fresh: string | undefined }) {
  const list = useToolsOnThisComputer()
  const [deleting, setDeleting] = useState<ToolHere | undefined>()
  const [testing, setTesting] = useState<ToolHere | undefined>()
  const { tools } = list
  const isFreshThere = tools?.some(({ tool }) => tool.id === fresh)
  useRowKeys()
  useEffect(() => {
    if (fresh && isFreshThere) document.getElementById(rowId(fresh))?.focus()
  }, [fresh, isFreshThere])

  return (
    <div className={styles.page}>
      <SettingsHead
        kicker={words.kicker}
        title={words.title}
        lead={words.lead}
        end={
          <Button id="add-tool" kind="primary" icon={Plus} onPress={() => goTo("tools/new")}>
            {words.add}
          </Button>
        }
      />
      {!tools && !list.error && <Skeleton rows={5} />}
      {list.error && !tools && <NotLoaded title={words.failed} why={list.error.message} onRetry={list.retry} />}
      {list.error && tools && <ProblemNotice problem={list.error} onRetry={list.retry} />}
      {tools && tools.length === 0 && (
        <EmptyState
          icon={AppWindow}
          title={words.empty}
          action={
            <Button icon={Plus} onPress={() => goTo("tools/new")}>
              {words.add}
            </Button>
          }
        >
          {words.emptyMore}
        </EmptyState>
      )}
      {tools && tools.length > 0 && (
        <ToolTable tools={tools} fresh={fresh} onDelete={setDeleting} onTest={setTesting} />
      )}
      <Presets />
      <p className={styles.permission}>
        <ShieldCheck size={15} strokeWidth={1.75} aria-hidden="true" />
        {words.permission}
      </p>
      {deleting && tools && (
        <DeleteToolDialog
          here={deleting}
          others={tools.map(({ tool }) => tool)}
          onClose={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined)
            // The row that had the focus is gone.
            setTimeout(() => document.getElementById("add-tool")?.focus(), 60)
          }}
        />
      )}
      {testing && <TestDialog tool={testing.tool} onClose={() => setTesting(undefined)} />}
    </div>
  )
}
