/** Something changed about the tools, or about what is switched on here: the worker reads them again and puts its scripts right. */
export function tellWorker(): void {
  void chrome.runtime.sendMessage({ kind: "tools-changed" }).catch(() => {})
}
