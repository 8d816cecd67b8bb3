import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { newId } from '#lib/server/new-id.ts'

const NOW = new Date('2026-05-06T09:00:00Z')
const PITCHES_AT_ONCE = 10_000
const PITCHES_PER_OUTLET = 20
/** Of a hundred letters: so many are answered, and of so many a page comes. */
const [ANSWERED, MENTIONED] = [9, 6]
const LOOKS_PER_PAGE = 15

export type BenchedHistory = { memberId: string; now: Date }

/**
 * A workspace with so many sent letters over three years, by four members in twenty campaigns of five Sites, with answers,
 * pages and looks as a busy agency has them. Made where there is none yet.
 */
export async function openHistoryOf(pitches: number, mentions: number): Promise<BenchedHistory> {
  const db = databaseAcrossWorkspaces()
  const slug = `bench-reports-${pitches}-${mentions}`
  const known = await db.workspace.findUnique({ where: { slug }, select: { id: true } })
  const workspaceId = known?.id ?? (await make(slug, pitches, mentions))
  const owner = await db.member.findFirstOrThrow({ where: { workspaceId, role: 'owner' } })
  return { memberId: owner.id, now: NOW }
}

async function make(slug: string, pitches: number, mentions: number): Promise<string> {
  const db = databaseAcrossWorkspaces()
  const { id } = await db.workspace.create({
    data: { name: slug, slug: `${slug}-${newId()}`, createdAt: NOW },
  })
  for (const role of ['owner', 'writer', 'writer', 'writer']) {
    const person = { email: `${newId()}@bench.example`, name: 'Ana Silva', passwordHash: 'none' }
    const user = await db.user.create({ data: { ...person, createdAt: NOW } })
    await db.member.create({
      data: { workspaceId: id, userId: user.id, name: 'Ana Silva', role, joinedAt: NOW },
    })
  }
  await fill(id, pitches, mentions)
  // Found by its name only when it is whole.
  await db.workspace.update({ where: { id }, data: { slug } })
  return id
}

async function fill(id: string, pitches: number, mentions: number) {
  const outlets = Math.ceil(pitches / PITCHES_PER_OUTLET)
  const run = (sql: string, ...values: unknown[]) =>
    databaseAcrossWorkspaces().$executeRawUnsafe(sql, id, NOW, ...values)
  await run(`INSERT INTO "Site" ("id", "workspaceId", "name", "ownerName", "domains", "createdAt")
    SELECT gen_random_uuid(), $1, 'Site ' || n, 'Ana', ARRAY['site' || n || '.example'], $2::timestamptz FROM generate_series(1, 5) n`)
  await run(`INSERT INTO "Campaign" ("id", "workspaceId", "siteId", "name", "route", "story", "createdAt")
    SELECT gen_random_uuid(), $1, s."id", s."name" || ' ' || n, CASE n % 2 WHEN 0 THEN 'product' ELSE 'service' END, '', $2::timestamptz
      FROM "Site" s, generate_series(1, 4) n WHERE s."workspaceId" = $1`)
  await run(`INSERT INTO "Prospect" ("id", "workspaceId", "kind", "name", "homepage", "outletKey", "liveOutletKey", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), $1, 'blogger', 'Outlet ' || n, 'https://outlet' || n || '.example/', 'outlet' || n || '.example',
           'outlet' || n || '.example', $2::timestamptz, $2::timestamptz FROM generate_series(1, ${outlets}) n`)
  await run(`INSERT INTO "Contact" ("id", "workspaceId", "name", "createdAt", "updatedAt")
    SELECT "id", $1, 'Maria', $2::timestamptz, $2::timestamptz FROM "Prospect" WHERE "workspaceId" = $1`)
  await run(`INSERT INTO "Channel" ("id", "workspaceId", "contactId", "kind", "address", "addressKey", "createdAt")
    SELECT "id", $1, "id", 'form', 'https://' || "outletKey" || '/contact', 'https://' || "outletKey" || '/contact', $2::timestamptz
      FROM "Prospect" WHERE "workspaceId" = $1`)
  for (let from = 0; from < pitches; from += PITCHES_AT_ONCE)
    await run(LETTERS, outlets, from, Math.min(from + PITCHES_AT_ONCE, pitches) - 1)
  await run(PAGES, mentions)
  await run(LOOKS)
}

const LETTERS = `
  INSERT INTO "Pitch" ("id", "workspaceId", "campaignId", "prospectId", "contactId", "channelId", "state", "closedReason", "subject", "body",
                       "writerId", "overruledRules", "sentAt", "answeredAt", "closedAt", "createdAt", "updatedAt")
  SELECT gen_random_uuid(), $1, c."ids"[1 + n % 20], o."ids"[1 + n % $3], o."ids"[1 + n % $3], o."ids"[1 + n % $3], 'closed',
         CASE WHEN n % 100 < ${ANSWERED} THEN 'declined' ELSE 'no-answer' END, 'A bag made from old sails', '', m."ids"[1 + n % 4], '{}',
         t."at", CASE WHEN n % 100 < ${ANSWERED} THEN t."at" + make_interval(hours => 1 + n % 300) END, t."at", t."at", t."at"
    FROM generate_series($4::int, $5::int) n
    CROSS JOIN (SELECT array_agg("id" ORDER BY "id") AS "ids" FROM "Campaign" WHERE "workspaceId" = $1) c
    CROSS JOIN (SELECT array_agg("id" ORDER BY "id") AS "ids" FROM "Prospect" WHERE "workspaceId" = $1) o
    CROSS JOIN (SELECT array_agg("id" ORDER BY "id") AS "ids" FROM "Member" WHERE "workspaceId" = $1) m
    CROSS JOIN LATERAL (SELECT $2::timestamptz - make_interval(hours => n % 26000) AS "at") t`

/** One in twelve comes unasked; one in six links is lost, and some nobody can look at. */
const PAGES = `
  INSERT INTO "Mention" ("id", "workspaceId", "siteId", "campaignId", "pitchId", "url", "urlKey", "liveUrlKey", "provenance", "outcome",
                         "outcomeAt", "everLinked", "recordedById", "createdAt", "updatedAt")
  SELECT gen_random_uuid(), $1, c."siteId", p."campaignId", CASE WHEN n % 12 > 0 THEN p."id" END, u."url", u."url", u."url", 'earned',
         (ARRAY['linked', 'linked', 'linked-qualified', 'lost', 'mentioned-unlinked', 'could-not-check', 'featured-not-named'])[1 + n % 7],
         p."sentAt" + make_interval(days => (5 + n % 500)::int), n % 7 IN (0, 1, 2, 3, 5), p."writerId", p."sentAt" + interval '3 days', $2::timestamptz
    FROM (SELECT *, row_number() OVER (ORDER BY "id") - 1 AS n FROM "Pitch" WHERE "workspaceId" = $1 ORDER BY "id" LIMIT $3::int) p
    JOIN "Campaign" c ON c."id" = p."campaignId"
    CROSS JOIN LATERAL (SELECT 'https://page' || n || '.example/' AS "url") u`

const LOOKS = `
  INSERT INTO "LinkCheck" ("id", "workspaceId", "mentionId", "number", "kind", "at", "facts", "verdict", "sentence")
  SELECT gen_random_uuid(), $1, m."id", n, 'fetched', m."createdAt" + make_interval(days => n * n), '{}',
         CASE WHEN NOT m."everLinked" THEN m."outcome"
              WHEN m."outcome" IN ('lost', 'could-not-check') AND n > ${LOOKS_PER_PAGE - 3} THEN m."outcome" ELSE 'linked' END, 'So it was.'
    FROM "Mention" m CROSS JOIN generate_series(1, ${LOOKS_PER_PAGE}) n WHERE m."workspaceId" = $1 AND $2::timestamptz IS NOT NULL`

/** How many pages come of so many letters. */
export function pagesOf(pitches: number): number {
  return Math.round((pitches * MENTIONED) / 100)
}
