import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { isNarrowed, readProspectList } from '../prospects/prospect-list.ts'
import type { ExportChoice } from './export-choice.ts'
import { prospectIds } from './prospect-export-queries.ts'

const ROWS_AT_ONCE = 2_000
/** Whoever waits for a file sees at once that it comes. */
const ROWS_AT_FIRST = 100

export type ExportedContact = {
  id: string
  cardUid: string | null
  name: string
  role: string
  country: string | null
  timeZone: string | null
  writesAs: string
  note: string
  tags: string[]
  custom: Record<string, unknown>
  links: { url: string; label?: string }[]
  createdAt: string
  updatedAt: string
  outlets: { name: string; homepage: string; role: string }[] | null
  channels:
    | {
        kind: string
        address: string
        page: string
        seenOn: string | null
        words: string
        noUnsolicited: boolean
        bouncedAt: string | null
      }[]
    | null
}

/**
 * People with how they are reached, some thousands at a time: all of them, those ticked, or those who are today at an
 * outlet of the address's list.
 */
export async function* contactsToExport(scope: WorkspaceScope, choice: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  for await (const ids of isNarrowed(readProspectList(choice.search))
    ? idsAtOutlets(scope, choice)
    : idsOfAll(scope, choice)) {
    yield await rowsOf(scope, ids)
  }
}

async function* idsOfAll(scope: WorkspaceScope, { ids }: ExportChoice): AsyncGenerator<string[]> {
  let take = ROWS_AT_FIRST
  for (let after = ''; ; take = ROWS_AT_ONCE) {
    const rows = await database().contact.findMany({
      where: {
        workspaceId: scope.workspaceId,
        deletedAt: null,
        AND: [{ id: { gt: after } }, ...(ids ? [{ id: { in: [...ids] } }] : [])],
      },
      orderBy: { id: 'asc' },
      take,
      select: { id: true },
    })
    if (rows.length > 0) yield rows.map(({ id }) => id)
    if (rows.length < take) return
    after = rows.at(-1)?.id ?? ''
  }
}

/** Somebody who is at two outlets of the list is told of once. */
async function* idsAtOutlets(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string[]> {
  const told = new Set<string>()
  const wanted = choice.ids === null ? null : new Set(choice.ids)
  for await (const prospectIdsOfBatch of prospectIds(scope, { ...choice, ids: null })) {
    const rows = await database().affiliation.findMany({
      where: {
        workspaceId: scope.workspaceId,
        prospectId: { in: prospectIdsOfBatch },
        until: null,
        contact: { deletedAt: null },
      },
      orderBy: { contactId: 'asc' },
      select: { contactId: true },
    })
    const ids = new Set(rows.map(({ contactId }) => contactId))
    const fresh = [...ids].filter((id) => !told.has(id) && (wanted === null || wanted.has(id)))
    for (const id of fresh) told.add(id)
    if (fresh.length > 0) yield fresh
  }
}

async function rowsOf(scope: WorkspaceScope, ids: readonly string[]): Promise<ExportedContact[]> {
  const [answer] = await workspaceSql<{ rows: string }>(database(), scope)`
    SELECT COALESCE(json_agg(r ORDER BY r."id"), '[]')::text AS "rows" FROM (
      SELECT c."id", c."cardUid", c."name", c."role", c."country", c."timeZone", c."writesAs", c."note", c."tags",
             c."custom", c."links", c."createdAt", c."updatedAt", o."outlets", h."channels"
        FROM "Contact" c
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_object('name', p."name", 'homepage', p."homepage", 'role', a."role")
                          ORDER BY a."since" DESC NULLS LAST, a."id") AS "outlets"
            FROM "Affiliation" a
            JOIN "Prospect" p ON p."workspaceId" = a."workspaceId" AND p."id" = a."prospectId" AND p."deletedAt" IS NULL
           WHERE a."workspaceId" = c."workspaceId" AND a."contactId" = c."id" AND a."until" IS NULL) o ON true
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_object('kind', h."kind", 'address', h."address", 'page', COALESCE(g."page", ''),
                            'seenOn', g."seenOn", 'words', COALESCE(g."words", ''),
                            'noUnsolicited', COALESCE(g."noUnsolicited", false), 'bouncedAt', h."bouncedAt")
                          ORDER BY h."bouncedAt" NULLS FIRST, h."createdAt", h."id") AS "channels"
            FROM "Channel" h
            LEFT JOIN "AddressOrigin" g ON g."workspaceId" = h."workspaceId" AND g."channelId" = h."id"
           WHERE h."workspaceId" = c."workspaceId" AND h."contactId" = c."id" AND h."deletedAt" IS NULL) h ON true
       WHERE c."workspaceId" = ${WORKSPACE} AND c."id" = ANY (${ids}) AND c."deletedAt" IS NULL) r`
  return JSON.parse(answer?.rows ?? '[]') as ExportedContact[]
}
