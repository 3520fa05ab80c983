const kilobyte = 1024
const megabyte = 1024 * 1024

/** `184 KB`, `2.4 MB`, `20 MB`; with the bytes as Windows and macOS' own limits are counted, in steps of 1,024. */
export function sizeInWords(bytes: number): string {
  if (bytes < kilobyte) return `${bytes} bytes`
  if (bytes < megabyte) return `${Math.round(bytes / kilobyte)} KB`
  const megabytes = bytes / megabyte
  return `${megabytes < 10 ? Number(megabytes.toFixed(1)) : Math.round(megabytes)} MB`
}
