/** Runtime calls are decided by who sent them: only a page of this extension, in a tab, popup or side panel of its own. */
export function isFromOwnPage(sender: chrome.runtime.MessageSender): boolean {
  if (sender.id !== chrome.runtime.id) return false
  return sender.url?.startsWith(chrome.runtime.getURL("")) === true && (sender.frameId ?? 0) === 0
}
