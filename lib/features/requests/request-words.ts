/** "3 kept. 1 was there already." */
export function keptWords({ kept, known }: { kept: number; known: number }): string {
  const there = known === 1 ? '1 was there already.' : `${known} were there already.`
  if (kept === 0) return known === 0 ? 'There was nothing to keep.' : there
  const words = kept === 1 ? '1 request kept.' : `${kept} requests kept.`
  return known === 0 ? words : `${words} ${there}`
}
