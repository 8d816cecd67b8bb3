import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { type BlankableField, isBlankable } from '#lib/domain/link-check/evidence-chain.ts'
import { carriesTrace, type Traces } from '#lib/domain/personal-traces.ts'
import type { Database, Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { blankEvidence } from '../mentions/blank-evidence.ts'
import type { Person } from './person-queries.ts'
import { findTracedLooks } from './trace-queries.ts'

const PAGES_AT_ONCE = 20
const COLUMNS = ['sentence', 'note', 'finalUrl', 'hops', 'headers', 'linkHtml', 'changes'] as const
const unpack = promisify(zstdDecompress)

/** Empties what names the person in any look; verdicts and the chain stay. */
export async function blankLooks(tx: Transaction, scope: WorkspaceScope, { search }: Traces) {
  if (search === null) return { looks: 0 }
  const { pattern } = search
  const ids = await findTracedLooks(scope, search, tx)
  for (const linkCheckId of ids) {
    const look = await tx.linkCheck.findFirstOrThrow({
      where: { workspaceId: scope.workspaceId, id: linkCheckId },
    })
    const facts = Object.entries(look.facts as Record<string, unknown>)
    const fields: BlankableField[] = [
      ...COLUMNS.filter((field) => carriesTrace(look[field], pattern)),
      ...facts.filter((fact) => carriesTrace(fact, pattern)).map(([name]): BlankableField => `facts.${name}`),
    ].filter(isBlankable)
    await blankEvidence(scope, { linkCheckId, fields }, tx)
  }
  return { looks: ids.length }
}

/**
 * Takes away kept pages that name the person: those of looks at their outlets and at mentions of their pitches. Pages of
 * other outlets are not opened; they go by themselves after the days the workspace keeps them.
 */
export async function dropPagesThatName(tx: Transaction, scope: WorkspaceScope, person: Person) {
  const ids = await pagesThatName(tx, scope, person)
  await tx.rawPage.deleteMany({ where: { workspaceId: scope.workspaceId, id: { in: ids } } })
  return { pages: ids.length }
}

export async function pagesThatName(
  tx: Database | Transaction,
  { workspaceId }: WorkspaceScope,
  person: Person,
) {
  const pattern = person.traces.search?.pattern
  if (!pattern) return []
  const contactId = { in: person.contactIds }
  const near = await tx.rawPage.findMany({
    where: {
      workspaceId,
      linkCheck: {
        mention: {
          OR: [
            { prospect: { affiliations: { some: { workspaceId, contactId } } } },
            { pitch: { contactId } },
          ],
        },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const naming: string[] = []
  for (let from = 0; from < near.length; from += PAGES_AT_ONCE) {
    const ids = near.slice(from, from + PAGES_AT_ONCE).map(({ id }) => id)
    const pages = await tx.rawPage.findMany({ where: { workspaceId, id: { in: ids } } })
    for (const { id, body, size } of pages) {
      const text = (await unpack(body, { maxOutputLength: size })).toString('utf8')
      if (carriesTrace(text, pattern)) naming.push(id)
    }
  }
  return naming
}
