/** The file of a script that is imported by `url:`, as Chrome names it when it is put into a page. */
export function scriptFile(url: string): string {
  return new URL(url, location.origin).pathname.slice(1)
}
