// Tabs, boxes to tick, the mail window; and under /demo/app links that change the page without loading it.
const base = document.body.dataset.base

document.addEventListener("click", event => {
  const { target } = event
  if (!(target instanceof Element)) return
  const tab = target.closest("[role=tab]")
  if (tab) showTab(tab)
  const opener = target.closest("[data-opens]")
  if (opener) document.getElementById(opener.dataset.opens)?.showModal()
  const link = target.closest("a[href]")
  const isPlain = !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey
  if (base !== "/demo/app" || !link || !isPlain) return
  event.preventDefault()
  history.pushState(null, "", link.href)
  void show(link.href)
})

document.addEventListener("keydown", event => {
  const tab = event.target instanceof Element && event.target.closest("[role=tab]")
  if (!tab || !["ArrowLeft", "ArrowRight"].includes(event.key)) return
  const all = [...tab.parentElement.children]
  const next = all.at((all.indexOf(tab) + (event.key === "ArrowRight" ? 1 : -1)) % all.length)
  showTab(next)
  next.focus()
})

document.addEventListener("change", event => {
  const { target } = event
  if (target instanceof HTMLInputElement && "ticksAll" in target.dataset)
    for (const box of target.closest("table").querySelectorAll("tbody input[type=checkbox]"))
      box.checked = target.checked
  const ticked = document.querySelectorAll("tbody input[type=checkbox]:checked").length
  const output = document.querySelector(".ticked")
  if (output) output.textContent = ticked > 0 ? `${ticked} ticked` : ""
})

function showTab(tab) {
  for (const other of tab.parentElement.children) {
    other.setAttribute("aria-selected", String(other === tab))
    other.tabIndex = other === tab ? 0 : -1
    document.getElementById(other.getAttribute("aria-controls")).hidden = other !== tab
  }
}

let last = 0
/** What stood there goes first, as in most such tools; what was asked for last wins. */
async function show(address) {
  last += 1
  const mine = last
  const main = document.querySelector("main")
  main.innerHTML = '<p class="none">Loading…</p>'
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
  if (mine !== last) return
  document.title = page.title
  main.innerHTML = page.querySelector("main").innerHTML
  for (const place of ["nav.side", "header.top nav"])
    document.querySelector(place).innerHTML = page.querySelector(place).innerHTML
  window.scrollTo(0, 0)
}

if (base === "/demo/app") {
  addEventListener("popstate", () => void show(location.href))
  document.addEventListener("submit", event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method === "dialog") return
    event.preventDefault()
    const address = new URL(form.action)
    address.search = new URLSearchParams(new FormData(form)).toString()
    history.pushState(null, "", address)
    void show(address.href)
  })
}
