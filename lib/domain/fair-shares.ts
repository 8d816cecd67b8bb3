/**
 * Deals something scarce out so that nobody who wants little waits for somebody who wants much: everybody gets the same,
 * but none more than they want, and what they leave goes to the others. What cannot be divided goes to the first ones.
 *
 * @param wants what each wants, the longest waiting first
 * @returns what each gets, in the same order
 */
export function fairShares(available: number, wants: readonly number[]): number[] {
  const gets = wants.map(() => 0)
  let left = Math.max(0, available)
  while (left > 0) {
    const wanting = wants.flatMap((want, at) => (want > (gets[at] ?? 0) ? [at] : []))
    if (wanting.length === 0) break
    const each = Math.max(1, Math.floor(left / wanting.length))
    for (const at of wanting) {
      const more = Math.min(each, left, (wants[at] ?? 0) - (gets[at] ?? 0))
      gets[at] = (gets[at] ?? 0) + more
      left -= more
    }
  }
  return gets
}
