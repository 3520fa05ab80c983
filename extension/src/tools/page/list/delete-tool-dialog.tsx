import type { Tool } from "@casepost/shared/tools"
import { Button } from "../../../ui/buttons/button"
import { ProblemNotice } from "../../../ui/feedback/problem-notice"
import { showToast } from "../../../ui/feedback/toasts"
import { Dialog } from "../../../ui/overlays/dialog"
import { useDeleteTool } from "../../delete-tool"
import { forgetOffHere } from "../../device/off-here"
import { switchOffHere } from "../../device/switch-here"
import type { ToolHere } from "../../device/use-tools-here"
import { words } from "../words"

type DeleteToolDialogProps = { here: ToolHere; others: readonly Tool[]; onClose: () => void; onDeleted: () => void }

/** Says what goes with a tool, then deletes it and takes its permission away here. */
export function DeleteToolDialog({ here: { tool }, others, onClose, onDeleted }: DeleteToolDialogProps) {
  const remove = useDeleteTool(tool.id)
  function confirm() {
    if (remove.isPending) return
    remove.mutate(undefined, {
      onSuccess: () => {
        void switchOffHere(tool, others).then(() => forgetOffHere(tool.id))
        showToast({ kind: "success", words: words.deleted(tool.name) })
        onDeleted()
      },
    })
  }
  return (
    <Dialog
      role="alertdialog"
      title={words.deleteTitle(tool.name)}
      subtitle={tool.address}
      isOpen
      onOpenChange={onClose}
      onSubmit={confirm}
      foot={
        <>
          <Button onPress={onClose} autoFocus>
            {words.keep}
          </Button>
          <Button kind="danger" type="submit" isBusy={remove.isPending}>
            {words.deleteTool}
          </Button>
        </>
      }
    >
      {remove.error && <ProblemNotice problem={remove.error} />}
      <p>{words.deleteMore}</p>
    </Dialog>
  )
}
