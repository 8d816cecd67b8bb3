import {
  breachAtEnd,
  breachOf,
  CHAIN_START,
  type ChainEnd,
  chainEndAt,
  type SealedLook,
} from '#lib/domain/link-check/evidence-breach.ts'
import type { Row } from '#lib/domain/workspace-file/table-fields.ts'
import { sha256 } from '#lib/server/evidence-hash.ts'

type Head = { lookCount: number; headHash: string | null }

/** Walks the chains of a file's looks as they come, in the order of mention and number. */
export class ChainWalk {
  private readonly heads = new Map<string, Head>()
  private readonly ends = new Map<string, ChainEnd>()
  private readonly breached = new Set<string>()

  pass(model: string, row: Row) {
    if (model === 'Mention') {
      this.heads.set(String(row.id), {
        lookCount: Number(row.lookCount),
        headHash: row.headHash as string | null,
      })
    }
    if (model !== 'LinkCheck') return
    const look = { ...row, at: new Date(String(row.at)) } as unknown as SealedLook
    const end = this.ends.get(look.mentionId) ?? CHAIN_START
    if (breachOf(look, end, sha256)) this.breached.add(look.mentionId)
    this.ends.set(look.mentionId, chainEndAt(look))
  }

  /** How many mentions have a chain that does not hold. */
  broken(): number {
    for (const [mentionId, head] of this.heads) {
      if (breachAtEnd(this.ends.get(mentionId) ?? CHAIN_START, head)) this.breached.add(mentionId)
    }
    return this.breached.size
  }
}
