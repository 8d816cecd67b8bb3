import {
  type Breach,
  breachAtEnd,
  breachOf,
  CHAIN_START,
  type ChainEnd,
  chainEndAt,
  type SealedLook,
} from '#lib/domain/link-check/evidence-breach.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { sha256 } from '#lib/server/evidence-hash.ts'

const WORKSPACES_AT_ONCE = 50
const MENTIONS_AT_ONCE = 100
const LOOKS_AT_ONCE = 200
const BATCH_TIMEOUT_MS = 10 * 60_000

export type BrokenChain = Breach & { workspace: string; mentionId: string; url: string }

export type Counts = {
  workspaces: number
  mentions: number
  looks: number
  /** Written before there was a chain: nothing vouches for them. */
  fromBefore: number
  /** Taken by another installation, and brought here with its workspace. */
  imported: number
  /** With a field that an erasure has emptied. */
  blanked: number
  broken: number
}

type Which = { workspaceSlug?: string; mentionId?: string }
type Client = Pick<ReturnType<typeof databaseAcrossWorkspaces>, 'mention' | 'linkCheck'>

/**
 * Walks the chains of looks, a batch at a time, and says of each broken one where it breaks first. Mentions in the trash
 * are walked too.
 *
 * @param onBroken called for each broken chain as it is found
 */
export async function verifyChains(which: Which, onBroken: (chain: BrokenChain) => void): Promise<Counts> {
  const db = databaseAcrossWorkspaces()
  const counts: Counts = {
    workspaces: 0,
    mentions: 0,
    looks: 0,
    fromBefore: 0,
    imported: 0,
    blanked: 0,
    broken: 0,
  }
  for (let after = ''; ; ) {
    const workspaces = await db.workspace.findMany({
      where: { id: { gt: after }, ...(which.workspaceSlug ? { slug: which.workspaceSlug } : {}) },
      orderBy: { id: 'asc' },
      take: WORKSPACES_AT_ONCE,
      select: { id: true, slug: true },
    })
    counts.workspaces += workspaces.length
    for (const workspace of workspaces) await verifyWorkspace(workspace, which.mentionId, counts, onBroken)
    const last = workspaces.at(-1)
    if (!last) return counts
    after = last.id
  }
}

async function verifyWorkspace(
  { id: workspaceId, slug }: { id: string; slug: string },
  only: string | undefined,
  counts: Counts,
  onBroken: (chain: BrokenChain) => void,
) {
  for (let after = ''; ; ) {
    // One moment for mentions and looks: a worker may be writing meanwhile.
    const last = await databaseAcrossWorkspaces().$transaction(
      async (tx) => {
        const mentions = await tx.mention.findMany({
          where: { workspaceId, AND: [{ id: { gt: after } }, only ? { id: only } : {}] },
          orderBy: { id: 'asc' },
          take: MENTIONS_AT_ONCE,
          select: { id: true, url: true, lookCount: true, headHash: true },
        })
        const walks = await walk(
          tx,
          workspaceId,
          mentions.map(({ id }) => id),
          counts,
        )
        for (const mention of mentions) {
          const { end, breach } = walks.get(mention.id) ?? { end: CHAIN_START, breach: null }
          const broken = breach ?? breachAtEnd(end, mention)
          if (broken) onBroken({ ...broken, workspace: slug, mentionId: mention.id, url: mention.url })
          counts.mentions += 1
          counts.broken += broken ? 1 : 0
        }
        return mentions.at(-1)?.id
      },
      { isolationLevel: 'RepeatableRead', timeout: BATCH_TIMEOUT_MS },
    )
    if (last === undefined) return
    after = last
  }
}

/** How far the chain of each mention holds. */
async function walk(tx: Client, workspaceId: string, mentionIds: string[], counts: Counts) {
  const walks = new Map<string, { end: ChainEnd; breach: Breach | null }>()
  for (let at = { mentionId: '', number: 0 }; ; ) {
    const looks = await tx.linkCheck.findMany({
      where: {
        workspaceId,
        mentionId: { in: mentionIds },
        OR: [{ mentionId: { gt: at.mentionId } }, { mentionId: at.mentionId, number: { gt: at.number } }],
      },
      orderBy: [{ mentionId: 'asc' }, { number: 'asc' }],
      take: LOOKS_AT_ONCE,
    })
    for (const look of looks) {
      const { end, breach } = walks.get(look.mentionId) ?? { end: CHAIN_START, breach: null }
      counts.looks += 1
      counts.fromBefore += look.hash === null ? 1 : 0
      counts.imported += look.importedAt === null ? 0 : 1
      counts.blanked += look.blanked.length > 0 ? 1 : 0
      const sealed = look as unknown as SealedLook
      walks.set(look.mentionId, { end: chainEndAt(sealed), breach: breach ?? breachOf(sealed, end, sha256) })
    }
    const last = looks.at(-1)
    if (!last) return walks
    at = last
  }
}
