import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"

/** What the whole set of axe's rules finds wrong in a page: the rule and the elements, one line each. */
export async function violationsOf(page: Page, { tags, without }: { tags?: string[]; without?: string } = {}) {
  // Details of what is right are not wanted; every rule runs all the same.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] })
  // A page without frames needs no other page to bring their results together: starting one costs more than the rules do.
  axe.setLegacyMode(page.frames().length === 1)
  if (tags) axe.withTags(tags)
  if (without) axe.exclude(without)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(" ")}`)
}
