import { raw } from "hono/html"

/** Line drawings on a 24 grid (the Lucide set, ISC licence), decoration beside words. */
const drawings = {
  alert: '<circle cx="12" cy="12" r="10"/><path d="M12 8v4"/><path d="M12 16h.01"/>',
  back: '<path d="m15 18-6-6 6-6"/>',
  ban: '<circle cx="12" cy="12" r="10"/><path d="m4.9 4.9 14.2 14.2"/>',
  check: '<path d="M20 6 9 17l-5-5"/>',
  checks: '<path d="M18 6 7 17l-5-5"/><path d="m22 10-7.5 7.5L13 16"/>',
  clock: '<circle cx="12" cy="12" r="10"/><path d="M12 6v6l4 2"/>',
  download: '<path d="M12 15V3"/><path d="m7 10 5 5 5-5"/><path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4"/>',
  flag: '<path d="M4 15s1-1 4-1 5 2 8 2 4-1 4-1V3s-1 1-4 1-5-2-8-2-4 1-4 1z"/><path d="M4 22v-7"/>',
  flask:
    '<path d="M10 2v7.5L4.7 20a1.4 1.4 0 0 0 1.3 2h12a1.4 1.4 0 0 0 1.3-2L14 9.500V2"/><path d="M8.500 2h7"/><path d="M7 16h10"/>',
  open: '<path d="M21.200 8.400c.5.38.8.97.8 1.600v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V10a2 2 0 0 1 .8-1.600l8-6a2 2 0 0 1 2.400 0z"/><path d="m22 10-8.970 5.700a1.940 1.940 0 0 1-2.060 0L2 10"/>',
  refresh: '<path d="M21 12a9 9 0 1 1-9-9c2.520 0 4.930 1 6.740 2.740L21 8"/><path d="M21 3v5h-5"/>',
  return: '<path d="m9 14-5-5 5-5"/><path d="M4 9h10.500a5.500 5.500 0 0 1 0 11H11"/>',
  search: '<circle cx="11" cy="11" r="8"/><path d="m21 21-4.300-4.300"/>',
  send: '<path d="M14.500 21.700a.5.5 0 0 0 .94-.024l6.500-19a.5.5 0 0 0-.635-.635l-19 6.500a.5.5 0 0 0-.024.937l7.930 3.180a2 2 0 0 1 1.112 1.110z"/><path d="m21.850 2.150-10.940 10.940"/>',
  shield:
    '<path d="M20 13c0 5-3.500 7.500-7.660 8.950a1 1 0 0 1-.67-.01C7.500 20.500 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.500-1.200 6.240-2.720a1.170 1.170 0 0 1 1.520 0C14.510 3.810 17 5 19 5a1 1 0 0 1 1 1z"/>',
} as const

export type IconName = keyof typeof drawings

export function icon(name: IconName) {
  return raw(
    `<svg class="icon" viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawings[name]}</svg>`,
  )
}

/** Casepost's mark: an opened envelope on the accent colour. */
export const mark = raw(
  '<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect width="24" height="24" rx="6" fill="var(--accent)"/><path d="M5 7.500h4.600l1.500 1.500h7.900v1.200l-7 3.800-7-3.800z" fill="#fff"/><path d="M5 12l7 3.800 7-3.800v4.500a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1z" fill="#fff"/></svg>',
)
