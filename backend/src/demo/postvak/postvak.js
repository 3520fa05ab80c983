// The window for a new message, and address fields built in two ways: a text field beside its tokens, and text edited in place.
const compose = document.querySelector(".compose")
const told = document.querySelector(".told")
const looksRight = address => /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(address)

function tokenOf(address, onRemove) {
  const token = document.createElement("span")
  token.className = looksRight(address) ? "token" : "token wrong"
  token.dataset.address = address
  token.append(address)
  const remove = document.createElement("button")
  remove.type = "button"
  remove.textContent = "×"
  remove.setAttribute("aria-label", `Remove ${address}`)
  remove.addEventListener("click", () => {
    token.remove()
    onRemove()
  })
  token.append(remove)
  return token
}

const textsIn = text => text.split(/[\s,;]+/).filter(Boolean)

for (const field of document.querySelectorAll(".tokens")) {
  const input = field.querySelector("input")
  const commit = () => {
    for (const address of textsIn(input.value)) input.before(tokenOf(address, () => input.focus()))
    input.value = ""
  }
  input.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === "," || event.key === ";") {
      event.preventDefault()
      commit()
    }
    if (event.key === "Backspace" && input.value === "") input.previousElementSibling?.remove()
  })
  input.addEventListener("input", () => {
    if (/[,;]/.test(input.value)) commit()
  })
  input.addEventListener("blur", commit)
  field.addEventListener("click", event => {
    if (event.target === field) input.focus()
  })
}

for (const field of document.querySelectorAll(".editable")) {
  const commit = () => {
    const loose = [...field.childNodes].filter(node => !(node instanceof Element && node.matches(".token")))
    const addresses = textsIn(
      loose
        .map(node => node.textContent)
        .join(" ")
        .replaceAll("\u00a0", " "),
    )
    for (const node of loose) node.remove()
    for (const address of addresses) {
      const token = tokenOf(address, () => field.focus())
      token.contentEditable = "false"
      field.append(token, "\u00a0")
    }
    if (addresses.length > 0 && document.activeElement === field)
      getSelection().collapse(field, field.childNodes.length)
  }
  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" && event.key !== "," && event.key !== ";") return
    event.preventDefault()
    commit()
  })
  field.addEventListener("blur", commit)
  field.addEventListener("paste", event => {
    event.preventDefault()
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"))
  })
}

function addressesOf(name) {
  const field = document.querySelector(`[data-field="${name}"]`)
  if (field) return [...field.querySelectorAll(".token")].map(token => token.dataset.address)
  return textsIn(document.getElementById(`field-${name[0].toUpperCase()}${name.slice(1)}`).value)
}

function empty() {
  compose.querySelector("form").reset()
  for (const token of compose.querySelectorAll(".token")) token.remove()
  for (const field of compose.querySelectorAll(".editable")) field.textContent = ""
}

function open({ to, subject } = {}) {
  empty()
  compose.hidden = false
  told.textContent = ""
  const first = document.getElementById("field-To")
  if (to && first.matches(".tokens input")) first.before(tokenOf(to, () => first.focus()))
  document.getElementById("subject").value = subject ?? ""
  first.focus()
}

document.addEventListener("click", event => {
  const starter = event.target.closest("[data-new]")
  if (starter) open(starter.dataset)
  if (event.target.closest("[data-close]")) compose.hidden = true
})

compose.querySelector("form").addEventListener("submit", event => {
  event.preventDefault()
  const [to, cc, bcc] = ["to", "cc", "bcc"].map(addressesOf)
  told.textContent = `To ${to.join(", ") || "nobody"}; Cc ${cc.join(", ") || "nobody"}; Bcc ${bcc.join(", ") || "nobody"}. In this demonstration nothing is sent.`
  compose.hidden = true
})

if (location.hash === "#new") open()
