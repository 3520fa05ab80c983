/** A script of its own in the build; what is imported is its address. */
declare module "url:*" {
  const address: string
  export default address
}
