type OurWorld = {
  /** The launcher that stands in this page, or is about to: its host, and what gives it the focus again. */
  casepostLauncher?: { host?: HTMLElement; focus?: () => void }
  /** The script that holds the panel is here already. */
  casepostPanel?: true
}

/** What our own scripts in one page know of each other: globals of their isolated world, in which the page has no part. */
export const world: OurWorld = globalThis as OurWorld
