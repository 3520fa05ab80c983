/** Loaded before a server (`node --import`): to it, it is so many milliseconds later. */
const ahead = Number(process.env.CLOCK_AHEAD)

globalThis.Date = new Proxy(Date, {
  get: (real, name) => (name === "now" ? () => real.now() + ahead : Reflect.get(real, name)),
  construct: (real, given, made) => Reflect.construct(real, given.length > 0 ? given : [real.now() + ahead], made),
  apply: real => new real(real.now() + ahead).toString(),
})
