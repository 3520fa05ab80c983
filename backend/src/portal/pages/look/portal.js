/** What the portal's pages do on top of working without a script: nothing here is needed to read or to answer. */

// A mailed link opens by itself once somebody has looked at it for a second: not while loaded ahead, not in a hidden tab, and not
// again for somebody who came back from the portal to this page.
const link = document.querySelector("form[data-opens-by-itself]")
const [navigation] = performance.getEntriesByType("navigation")
if (link && navigation?.type !== "back_forward") afterVisible(1000, () => link.requestSubmit())

// A message was opened when its reader did something while it was in sight, or looked at it for five seconds.
const csrf = document.querySelector("main[data-csrf]")?.dataset.csrf
const inSight = new Set()
for (const message of csrf ? document.querySelectorAll("[data-fresh]") : []) watch(message)
for (const input of ["pointerdown", "keydown", "wheel", "touchstart"])
  addEventListener(input, event => event.isTrusted && [...inSight].forEach(sayOpened), { passive: true })

// Where the page begins above what is new, it goes there; a reader who was sent here came for that.
const [news] = csrf && !location.hash ? document.querySelectorAll("[data-fresh]") : []
if (news && news.getBoundingClientRect().bottom > innerHeight - 80) news.scrollIntoView({ block: "start" })

function watch(message) {
  let stop
  const observer = new IntersectionObserver(
    ([entry]) => {
      stop?.()
      inSight.delete(message)
      if (!entry.isIntersecting || !message.dataset.fresh) return
      inSight.add(message)
      stop = afterVisible(5000, () => sayOpened(message))
    },
    { threshold: 0.1 },
  )
  observer.observe(message)
}

async function sayOpened(message) {
  const id = message.dataset.fresh
  if (!id || document.visibilityState !== "visible") return
  delete message.dataset.fresh
  inSight.delete(message)
  await fetch(`/portal/api/v1/messages/${id}/opened`, {
    method: "POST",
    headers: { "casepost-csrf": csrf },
    keepalive: true,
  }).catch(() => {
    message.dataset.fresh = id
  })
}

/** Runs `work` once the page has been in front for so many milliseconds together; gives what stops the waiting. */
function afterVisible(milliseconds, work) {
  let [left, since, timer] = [milliseconds, 0, 0]
  const begin = () => {
    if (document.prerendering || document.visibilityState !== "visible" || timer) return
    since = performance.now()
    timer = setTimeout(() => {
      stop()
      work()
    }, left)
  }
  const pause = () => {
    if (!timer) return
    clearTimeout(timer)
    timer = 0
    left -= performance.now() - since
  }
  const change = () => (document.visibilityState === "visible" ? begin() : pause())
  const stop = () => {
    clearTimeout(timer)
    document.removeEventListener("visibilitychange", change)
    document.removeEventListener("prerenderingchange", begin)
  }
  document.addEventListener("visibilitychange", change)
  document.addEventListener("prerenderingchange", begin)
  begin()
  return stop
}

// Menus close like menus.
addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(event.target)) menu.open = false
})
addEventListener("keydown", event => {
  if (event.key !== "Escape") return
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false
    menu.querySelector("summary").focus()
  }
})

// The reply: files that can be seen and taken away again, one sending for any number of clicks, Ctrl+Enter.
const reply = document.querySelector("form.reply")
if (reply) prepareReply(reply)

function prepareReply(form) {
  const [text, files, chosen] = [form.elements.text, form.elements.files, form.querySelector(".chosen")]
  const refused = form.querySelector("#refused")
  const most = Number(form.dataset.most)
  let sending = false
  if (matchMedia("(max-width: 760px)").matches) text.placeholder = text.dataset.short
  if (refused && !refused.hidden) text.focus()

  files.addEventListener("change", () => {
    const tooLarge = [...files.files].find(file => file.size > most)
    refused.hidden = !tooLarge
    if (tooLarge) {
      refused.lastElementChild.textContent = form.dataset.tooLarge.replace("{name}", tooLarge.name)
      keep(file => file.size <= most)
    }
    showChosen()
  })
  form.addEventListener("submit", event => {
    if (sending) return event.preventDefault()
    sending = true
    const button = form.querySelector(".send")
    button.setAttribute("aria-disabled", "true")
    button.querySelector(".send-words").textContent = form.dataset.sending
  })
  // Coming back by the browser's arrow, the form is ready again.
  addEventListener("pageshow", event => event.persisted && location.reload())
  text.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  })

  function keep(wanted) {
    const kept = new DataTransfer()
    for (const file of files.files) if (wanted(file)) kept.items.add(file)
    files.files = kept.files
  }

  function showChosen() {
    chosen.hidden = files.files.length === 0
    chosen.replaceChildren(
      ...[...files.files].map(file => {
        const [item, name, remove] = ["li", "span", "button"].map(tag => document.createElement(tag))
        name.className = "file-name"
        name.textContent = file.name
        remove.type = "button"
        remove.textContent = "×"
        remove.setAttribute("aria-label", form.dataset.remove.replace("{name}", file.name))
        remove.addEventListener("click", () => {
          keep(other => other !== file)
          showChosen()
          files.focus()
        })
        item.append(name, remove)
        return item
      }),
    )
  }
}
