/** Does a deed once the browser or the extension starts, and every so many minutes from then on; a worker that only woke up does nothing. */
export function repeat(name: string, { minutes, deed }: { minutes: number; deed: () => void }): void {
  chrome.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === name) deed()
  })
  chrome.runtime.onStartup.addListener(deed)
  // An alarm that is made again starts to count again: at each waking of the worker it would never ring.
  void chrome.alarms.get(name).then(async known => {
    if (known) return
    await chrome.alarms.create(name, { periodInMinutes: minutes })
    deed()
  })
}
