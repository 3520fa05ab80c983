import { describe, expect, it } from "vitest"
import { sharedCase } from "../../../../extension/src/cases/search/shared-case.ts"

const server = "https://casepost.example"
const id = "01a2004c-2a45-71a9-9a0f-82de6cac2924"

describe("shared case", () => {
  describe("does", () => {
    it("reads the case of a link of our own server", () => {
      expect(sharedCase(`${server}/open/invoice/${id}`, server)).toEqual({ kind: "invoice", id })
    })
  })
  describe("refuses", () => {
    it.each([
      `${server}/open/invoice`,
      `${server}/open/note/${id}`,
      `${server}/open/invoice/${id}/x`,
      `${server}/portal`,
    ])("what is no such link: %s", place => {
      expect(sharedCase(place, server)).toBeUndefined()
    })
  })
  describe("protects", () => {
    it.each([`https://evil.example/open/invoice/${id}`, `https://casepost.example.evil.example/open/invoice/${id}`])(
      "against a page of another server: %s",
      place => {
        expect(sharedCase(place, server)).toBeUndefined()
      },
    )
  })
})
