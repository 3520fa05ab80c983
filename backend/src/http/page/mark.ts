import { raw } from "hono/html"

/** The Casepost mark, as the extension has it: a case with an envelope's flap. It takes its blue from `--accent`. */
export const mark = raw(
  `<svg class="mark" viewBox="0 0 44 44" width="24" height="24" aria-hidden="true"><rect width="44" height="44" rx="11" fill="var(--accent)"/><path fill="#fff" d="M12 12h6.3c.9 0 1.7.4 2.3 1l1.2 1.2h10.4a2.8 2.8 0 0 1 2.8 2.8v12.9a2.8 2.8 0 0 1-2.8 2.8H12a2.8 2.8 0 0 1-2.8-2.8v-15.1A2.8 2.8 0 0 1 12 12z"/><path d="m8.5 19 11.6 7.2a3.6 3.6 0 0 0 3.8 0L35.5 19" fill="none" stroke="var(--accent)" stroke-width="2.6"/></svg>`,
)
