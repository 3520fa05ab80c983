import { formatSize } from "@casepost/shared/formats"
import { describe, expect, it } from "vitest"

const kilobyte = 1024
const megabyte = 1024 * 1024

describe("formatSize", () => {
  it.each([
    [0, "0 bytes"],
    [913, "913 bytes"],
    [184 * kilobyte, "184 KB"],
    [megabyte - 1, "1 MB"],
    [2.4 * megabyte, "2.4 MB"],
    [9.97 * megabyte, "10 MB"],
    [24 * megabyte, "24 MB"],
  ])("writes %d bytes as %s", (bytes, written) => {
    expect(formatSize(bytes, "en")).toBe(written)
  })
  it("writes them as each language does", () => {
    const sizes = (["nl", "de", "fr"] as const).map(language =>
      [500, 184 * kilobyte, 2.4 * megabyte].map(bytes => formatSize(bytes, language)),
    )
    expect(sizes).toEqual([
      ["500 bytes", "184 kB", "2,4 MB"],
      ["500 Byte", "184 kB", "2,4 MB"],
      ["500 octets", "184 ko", "2,4 Mo"],
    ])
  })
})
