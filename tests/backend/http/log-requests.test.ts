import { pathForLog } from "@casepost/backend/http/log-requests"
import { describe, expect, it } from "vitest"

const token = "3yY0s1n3Vb0h3q1TzqB3z4Yk2wq0m9Jc7Xn5Lr8Tg6E"
const id = "01a20049-a27a-74b6-b0f1-c3e9e4d4c111"

describe("does", () => {
  it.each(["/api/v1/users/me", `/api/v1/cases/invoice/${id}`, "/portal/brand/17594a.css", "/assets/inter.woff2"])(
    "leaves %s as it is",
    path => expect(pathForLog(path)).toBe(path),
  )
})

describe("protects", () => {
  it.each([
    `/join/${id}.${token}`,
    `/portal/m/${id}.${token}`,
    `/portal/m/${id}.${token}/view`,
    `/api/auth/reset-password/${token}`,
  ])("writes no token of %s", path => {
    expect(pathForLog(path)).not.toContain(token)
    expect(pathForLog(path)).toContain(":token")
  })
})
