import { describe, expect, it } from "vitest"
import { letter, startMailbox } from "../../../support/mailbox.ts"

async function withFive() {
  const mailbox = await startMailbox()
  for (const subject of ["1", "2", "3", "4", "5"]) await mailbox.resend.emails.send({ ...letter, subject })
  const list = async (options: object) => {
    const { data, error } = await mailbox.resend.emails.list(options as never)
    return {
      error,
      more: data?.has_more,
      subjects: data?.data.map(({ subject }) => subject).join(""),
      ids: data?.data.map(({ id }) => id),
    }
  }
  return { ...mailbox, list }
}

describe("does", () => {
  it("lists newest first and goes on after an id", async () => {
    const { list } = await withFive()
    const first = await list({ limit: 2 })
    expect(first).toMatchObject({ subjects: "54", more: true })
    expect(await list({ limit: 3, after: first.ids?.[1] })).toMatchObject({ subjects: "321", more: false })
  })

  it("goes back before an id", async () => {
    const { list } = await withFive()
    const all = await list({})
    expect(await list({ limit: 2, before: all.ids?.[3] })).toMatchObject({ subjects: "43", more: true })
  })
})

describe("refuses", () => {
  it("a limit of none, and of more than a hundred", async () => {
    const { url } = await withFive()
    for (const limit of ["0", "101", "x"]) {
      const headers = { authorization: "Bearer re_test" }
      expect((await fetch(`${url}/mailbox/resend/emails?limit=${limit}`, { headers })).status).toBe(422)
    }
  })
})
