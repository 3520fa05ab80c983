import fieldPickerUrl from "url:../../host-page/field-picker.ts"
import { scriptFile } from "../../host-page/script-file"
import type { HostPage } from "../calls/senders"
import { toolAt } from "../tools/tools-here"
import { forgetGrants, makeTicket } from "./tickets"
import { uncover } from "./uncover"

/**
 * The mark in a field was pressed: what holds the recipients' frame, and writes into fields, is put into that document only now.
 * @returns a ticket for the frame; undefined where no tool that is on offers relations in its fields
 */
export async function openField({ url, tabId, frameId, documentId }: HostPage): Promise<string | undefined> {
  const tool = await toolAt(url)
  if (!tool?.marksFields) return undefined
  const target = { tabId, documentIds: [documentId] }
  await Promise.all([chrome.scripting.executeScript({ target, files: [scriptFile(fieldPickerUrl)] }), uncover(target)])
  await forgetGrants(tabId, "recipients")
  return makeTicket({ purpose: "recipients", tabId, openerFrameId: frameId, openerDocumentId: documentId })
}
