/**
 * Whether this page has drawn itself since it was asked: what it put over our frame before then, Chrome knows of by now. A page that does not get
 * round to it, or is out of sight, never answers.
 */
export function drawn(): Promise<true> {
  return new Promise(resolve => {
    // The first may belong to a picture that was begun before the question.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))
  })
}
