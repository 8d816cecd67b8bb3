/** Not there, or not yours: the two are never told apart. Becomes a 404. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** A rule says no. Shown beside the thing it concerns: what is wrong, and what would put it right. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly remedy: string
  readonly field: string | undefined

  constructor(message: string, remedy = '', field?: string) {
    super(message)
    this.remedy = remedy
    this.field = field
  }
}
