/** Nobody needs to know whether it is 1,204 or 1,205: counting stops here, and one more means "more than that". */
export const COUNTED_TO = 1_000

/** A number that was counted no further than one past COUNTED_TO: "96", "1,000+". */
export function countInWords(count: number): string {
  const number = new Intl.NumberFormat('en-GB')
  return count > COUNTED_TO ? `${number.format(COUNTED_TO)}+` : number.format(count)
}
