/** What the recipient picker says. */
export const words = {
  relations: "Relations",
  colleagues: "Colleagues",
  placeholder: "Relations or colleagues",
  noLonger: "the provider no longer delivers here",
} as const
