import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { askWorkspace, WORKSPACE, type WorkspaceQuery, workspaceQuery } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { CONTACTS_PER_PAGE, type ContactList } from './contact-list.ts'

/** So far the order of names is walked before the indexes of names and addresses are asked. */
const NEAR = 100
/** As many as a search finds and puts in order. */
export const MOST_FOUND = 80

export type ContactLine = {
  id: string
  name: string
  nameKey: string
  role: string
  tags: string[]
  outlets: { id: string; name: string }[]
  channels: { kind: string; address: string }[]
  lastWrittenAt: Date | null
  isStopped: boolean
}

export type ContactPage = {
  contacts: ContactLine[]
  after: { key: string; id: string } | null
  before: { key: string; id: string } | null
  /** More than MOST_FOUND answer the search: those shown are some of them. */
  isCut: boolean
}

type Row = Omit<ContactLine, 'outlets' | 'channels'> & {
  outlets: ContactLine['outlets'] | null
  channels: ContactLine['channels'] | null
  isCut: boolean
}

/** One page of the people a workspace knows, by name. */
export async function listContacts(
  scope: WorkspaceScope,
  list: ContactList,
  size = CONTACTS_PER_PAGE,
): Promise<ContactPage> {
  authorizeToSee(scope, 'prospects.read')
  const rows = await askWorkspace<Row>(database(), contactPageSql(scope, list, size))
  const hasMore = rows.length > size
  const shown = rows.slice(0, size)
  if (list.before) shown.reverse()
  const place = (row: Row | undefined) => (row ? { key: row.nameKey, id: row.id } : null)
  return {
    contacts: shown.map(({ isCut: _, outlets, channels, ...line }) => ({
      ...line,
      outlets: outlets ?? [],
      channels: channels ?? [],
    })),
    after: hasMore || list.before ? place(shown.at(-1)) : null,
    before: (list.before ? hasMore : list.after !== null) ? place(shown[0]) : null,
    isCut: rows.some((row) => row.isCut),
  }
}

/** The one query behind a page of people: to be asked, or explained. */
export function contactPageSql(
  scope: WorkspaceScope,
  list: ContactList,
  size = CONTACTS_PER_PAGE,
): WorkspaceQuery {
  const query = workspaceQuery(scope)
  const direction = list.before ? Prisma.sql`DESC` : Prisma.sql`ASC`
  const place = list.before ?? list.after
  const beyond = place
    ? Prisma.sql`(c."nameKey", c."id") ${list.before ? Prisma.sql`<` : Prisma.sql`>`} (${place.key}, ${place.id})`
    : Prisma.sql`true`
  const limit = size + 1
  const inOrder = Prisma.sql`ORDER BY c."nameKey" ${direction}, c."id" ${direction} LIMIT ${limit}`
  const mine = Prisma.sql`c."workspaceId" = ${scope.workspaceId} AND c."deletedAt" IS NULL`
  const tagged = list.tag ? Prisma.sql`c."tags" @> ARRAY[${list.tag}::text]` : Prisma.sql`true`
  const page =
    list.q === '' && list.tag === ''
      ? Prisma.sql`SELECT c."id", c."nameKey", false AS "isCut" FROM "Contact" c WHERE ${mine} AND ${beyond} ${inOrder}`
      : Prisma.sql`
        (SELECT c."id", c."nameKey", false AS "isCut" FROM near c WHERE (SELECT count(*) FROM near) = ${limit})
        UNION ALL
        (SELECT c."id", c."nameKey", (SELECT count(*) FROM few) > ${MOST_FOUND} AS "isCut" FROM few c WHERE ${beyond} ${inOrder})`
  const pattern = `%${likeText(list.q)}%`
  const named = list.q ? Prisma.sql`rapport_fold(c."name") LIKE rapport_fold(${pattern})` : Prisma.sql`true`
  return query`
    WITH near AS MATERIALIZED (
      SELECT c."id", c."nameKey" FROM (
        SELECT c."id", c."nameKey", c."name", c."tags" FROM "Contact" c
         WHERE c."workspaceId" = ${WORKSPACE} AND c."deletedAt" IS NULL AND ${beyond}
         ORDER BY c."nameKey" ${direction}, c."id" ${direction} LIMIT ${NEAR}) c
       WHERE ${named} AND ${tagged} LIMIT ${limit}),
    few AS MATERIALIZED (
      SELECT c."id", c."nameKey" FROM rapport_few_contacts(${WORKSPACE}, ${list.q ? pattern : ''}, ${list.tag}, ${MOST_FOUND + 1}::int) c
       WHERE (SELECT count(*) FROM near) < ${limit}),
    page AS MATERIALIZED (${page})
    SELECT c."id", c."name", c."nameKey", c."role", c."tags", page."isCut", there."outlets", ways."channels",
           written."at" AS "lastWrittenAt",
           EXISTS (SELECT 1 FROM "Suppression" s WHERE s."workspaceId" = c."workspaceId" AND s."contactId" = c."id"
             AND s."addressKey" IS NULL AND s."domain" IS NULL AND s."liftedAt" IS NULL) AS "isStopped"
      FROM page JOIN "Contact" c ON c."id" = page."id"
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('id', p."id", 'name', p."name")) AS "outlets"
          FROM "Affiliation" a JOIN "Prospect" p ON p."id" = a."prospectId" AND p."deletedAt" IS NULL
         WHERE a."workspaceId" = c."workspaceId" AND a."contactId" = c."id" AND a."until" IS NULL) there ON true
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('kind', h."kind", 'address', h."address") ORDER BY h."createdAt") AS "channels"
          FROM "Channel" h
         WHERE h."workspaceId" = c."workspaceId" AND h."contactId" = c."id" AND h."deletedAt" IS NULL) ways ON true
      LEFT JOIN LATERAL (
        SELECT max(x."sentAt") AS "at" FROM "Pitch" x
         WHERE x."workspaceId" = c."workspaceId" AND x."contactId" = c."id") written ON true
     ORDER BY page."nameKey" ${direction}, page."id" ${direction}`
}
