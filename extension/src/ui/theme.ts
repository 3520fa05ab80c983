/** The theme follows the operating system: set before the first paint, and again whenever the system changes. */
const dark = matchMedia("(prefers-color-scheme: dark)")

function applyTheme() {
  document.documentElement.dataset.theme = dark.matches ? "dark" : "light"
}

/** Called once by every page of ours before it renders. */
export function followSystemTheme(): void {
  applyTheme()
  dark.addEventListener("change", applyTheme)
}
