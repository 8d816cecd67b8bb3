import { hash } from 'node:crypto'

const KEPT_BYTES = 12

/** Knows which rows were there before, in some fifty bytes each. */
export class SeenRows {
  private readonly seen = new Set<string>()

  /** True the first time. */
  add(key: string): boolean {
    const before = this.seen.size
    this.seen.add(hash('sha1', key, 'buffer').toString('latin1', 0, KEPT_BYTES))
    return this.seen.size > before
  }
}
