const HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

/** Chance that falls the same way every time: what it answers depends on the seed and on what was asked before. */
export type SeededChoice = ReturnType<typeof seededChoice>

export function seededChoice(...seed: readonly number[]) {
  const next = sfc32(seed)
  /** From 0 up to, but not including, `below`. */
  const whole = (below: number) => Math.floor((next() / 4294967296) * below)
  return {
    whole,
    between: (least: number, most: number) => least + whole(most - least + 1),
    chance: (share: number) => next() / 4294967296 < share,
    pick: <T>(from: readonly T[]): T => from[whole(from.length)] as T,
    /** Entries by their weight: `[['blogger', 6], ['podcast', 1]]`. */
    weighted<T>(from: readonly (readonly [T, number])[]): T {
      let left = whole(from.reduce((sum, [, weight]) => sum + weight, 0))
      for (const [value, weight] of from) {
        left -= weight
        if (left < 0) return value
      }
      return from[0]?.[0] as T
    },
    shuffled<T>(from: readonly T[]): T[] {
      const order = [...from]
      for (let i = order.length - 1; i > 0; i -= 1) {
        const j = whole(i + 1)
        ;[order[i], order[j]] = [order[j] as T, order[i] as T]
      }
      return order
    },
    /** An id of version 7 (RFC 9562): rows made one after the other stand beside each other in an index. */
    uuid(at: Date): string {
      const time = at.getTime().toString(16).padStart(12, '0')
      const [a, b, c] = [next(), next(), next()]
      const low = `${HEX[b >>> 24]}${HEX[(b >>> 16) & 255]}${HEX[(b >>> 8) & 255]}${HEX[b & 255]}${HEX[c & 255]}${HEX[(c >>> 8) & 255]}`
      const variant = `${HEX[0x80 | (a & 0x3f)]}${HEX[(a >>> 8) & 255]}`
      return `${time.slice(0, 8)}-${time.slice(8)}-7${HEX[(a >>> 16) & 255]}${HEX[a >>> 24]?.[0]}-${variant}-${low}`
    },
    /** Sixteen bytes in base64, as a look's salts are. */
    salt(): string {
      const words = new Uint32Array([next(), next(), next(), next()])
      return Buffer.from(words.buffer).toString('base64')
    },
  }
}

/** Small fast counter (sfc32, public domain): 128 bits of state, warmed up so that near seeds part. */
function sfc32([a = 0, b = 0, c = 0]: readonly number[]) {
  let [x, y, z, counter] = [a | 0, b | 0, c | 0, 1]
  const next = () => {
    const sum = (((x + y) | 0) + counter) | 0
    counter = (counter + 1) | 0
    x = y ^ (y >>> 9)
    y = (z + (z << 3)) | 0
    z = ((z << 21) | (z >>> 11)) + sum
    z |= 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i += 1) next()
  return next
}
