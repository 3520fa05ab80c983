// Narrows the list and the page to what was typed. Without it everything is shown.
const find = document.querySelector("#find")
const nothing = document.querySelector("#nothing")

find.addEventListener("input", () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean)
  let found = 0
  for (const one of document.querySelectorAll("[data-find]")) {
    one.hidden = !words.every(word => one.dataset.find.includes(word))
    if (!one.hidden) found += 1
  }
  for (const group of document.querySelectorAll("[data-group]"))
    group.hidden = !group.querySelector("[data-find]:not([hidden])")
  nothing.hidden = found > 0
})
