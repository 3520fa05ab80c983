// @ts-check
/**
 * Keeps the page fresh: asks for a number every two seconds, and only when it has changed takes the page again and
 * exchanges what differs. The frame with the mail stays as it is. Without this script the page does all but that.
 */

const everyMilliseconds = 2000

function main() {
  setInterval(() => void refreshWhenChanged(), everyMilliseconds)
  document.addEventListener("visibilitychange", () => void refreshWhenChanged())
  document.addEventListener("submit", event => void sendEvent(event))
  document.addEventListener("keydown", chooseWithKeys)
  document.querySelector("#refresh")?.addEventListener("click", event => {
    event.preventDefault()
    void refresh().then(() => announce("Refreshed"))
  })
}

async function refreshWhenChanged() {
  if (document.hidden) return
  try {
    const { version } = await (await fetch("/mailbox/api/version")).json()
    // What was foreseen comes true without a change: a mail that is on its way is looked at again.
    const underWay = document.querySelector("#list .state.quiet") !== null
    if (String(version) !== document.body.dataset.version || underWay) await refresh()
  } catch {
    // The server is restarting; the next round tells.
  }
}

async function refresh() {
  const answer = await fetch(location.href)
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
  document.body.dataset.version = fresh.body.dataset.version
  exchange(fresh, "#list")
  const sameMail = document.querySelector("#happenings")?.getAttribute("action")
  if (sameMail !== fresh.querySelector("#happenings")?.getAttribute("action")) {
    // With no mail chosen in the address, the newest is shown: stay with the one being read, if there is one.
    if (!sameMail) exchange(fresh, "#mail")
    return
  }
  exchange(fresh, "#tabs")
  if (document.querySelector("#body")?.getAttribute("data-tab") === "events") exchange(fresh, "#body")
}

/**
 * @param {Document} fresh
 * @param {string} selector
 */
function exchange(fresh, selector) {
  const shown = document.querySelector(selector)
  const next = fresh.querySelector(selector)
  if (!shown || !next || shown.innerHTML === next.innerHTML) return
  const focused = shown.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null
  shown.replaceChildren(...next.childNodes)
  if (focused) {
    for (const link of shown.querySelectorAll("a")) if (link.getAttribute("href") === focused) link.focus()
  }
}

/** @param {SubmitEvent} event */
async function sendEvent(event) {
  const { target, submitter } = event
  if (!(target instanceof HTMLFormElement) || target.id !== "happenings") return
  if (!(submitter instanceof HTMLButtonElement)) return
  event.preventDefault()
  const body = new URLSearchParams({ type: submitter.value })
  const answer = await fetch(target.action, { method: "POST", body })
  announce(answer.ok ? `email.${submitter.value} sent` : "Not sent. The mail may have been deleted.")
  await refresh()
}

/**
 * J and K move through the list, / goes to the search field.
 * @param {KeyboardEvent} event
 */
function chooseWithKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return
  if (event.key === "/") {
    event.preventDefault()
    document.querySelector("input")?.focus()
  }
  const step = { j: 1, k: -1 }[event.key]
  if (!step) return
  const items = [...document.querySelectorAll("#list .item")]
  const next = items[items.findIndex(item => item.getAttribute("aria-current")) + step]
  if (next instanceof HTMLAnchorElement) next.click()
}

/** @param {string} text */
function announce(text) {
  const place = document.querySelector("#announcement")
  if (!place) return
  place.textContent = text
  setTimeout(() => {
    if (place.textContent === text) place.textContent = ""
  }, 4000)
}

main()
