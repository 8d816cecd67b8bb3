import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { customKeyOf } from '#lib/domain/custom-fields.ts'
import { tagKeyOf } from '#lib/domain/tags.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import { insertRows } from './insert-rows.ts'
import { TAG_NAMES } from './letter-words.ts'
import { seededChoice } from './seeded-choice.ts'

const DAY_MS = 86_400_000
export const OLDEST_DAYS = 1_095

const PEOPLE = [
  ['Mara Lindqvist', 'owner'],
  ['Jonas Okafor', 'manager'],
  ['Ida Hernández', 'writer'],
  ['Tom Wycliffe', 'writer'],
  ['Sari Virtanen', 'writer'],
  ['Noor Bakker', 'writer'],
  ['Lea Fröhlich', 'reviewer'],
  ['Ms. Quill (customer)', 'viewer'],
] as const

const SITES = [
  ['Fernway', 'fernway.example', 'Mara Lindqvist'],
  ['Loom & Latch', 'loomandlatch.example', 'Loom & Latch Ltd'],
  ['Salt Harbour Tours', 'saltharbour.example', 'Anna Quill'],
] as const

const CAMPAIGNS = [
  ['Numbers on repair', 0, 'service'],
  ['The three-winter tent', 0, 'product'],
  ['Gift guides', 0, 'product'],
  ['Wool you can trace', 1, 'product'],
  ['Weavers speak', 1, 'service'],
  ['Small sizes', 1, 'product'],
  ['Harbours on foot', 2, 'service'],
  ['Winter tours', 2, 'product'],
] as const

const FIELDS = [
  ['prospect', 'Readers a month', 'number', []],
  ['prospect', 'Newsletter', 'choice', ['None', 'Weekly', 'Monthly', 'Now and then']],
  ['prospect', 'Masthead checked', 'date', []],
  ['prospect', 'Media kit', 'link', []],
  ['prospect', 'House style', 'text', []],
  ['contact', 'Introduced by', 'text', []],
  ['contact', 'Last spoke on', 'date', []],
] as const

/** The frame everything of a large workspace hangs in. */
export type Frame = Awaited<ReturnType<typeof openWorkspace>>

/** Makes the workspace with its people, Sites, campaigns, tags and fields of its own. Only the owner's password is by chance. */
export async function openWorkspace(
  client: pg.ClientBase,
  { seed, slug, today, password }: { seed: number; slug: string; today: Date; password: string },
) {
  const chance = seededChoice(seed, 1)
  const opened = new Date(today.getTime() - (OLDEST_DAYS + 5) * DAY_MS)
  const workspaceId = chance.uuid(opened)
  const workspace = {
    id: workspaceId,
    slug,
    name: 'Large workspace',
    postalAddress: '1 Long Row, Farhaven',
    settings: {},
    createdAt: opened,
  }
  const users = PEOPLE.map(([name, role], n) => ({
    id: chance.uuid(opened),
    name,
    email: `${role}-${n}@${slug}.example`,
    createdAt: opened,
  }))
  const passwordHash = await hashPassword(password)
  const unknown = await hashPassword(randomUUID())
  const members = PEOPLE.map(([name, role], n) => ({
    id: chance.uuid(opened),
    workspaceId,
    userId: users[n]?.id ?? '',
    name,
    role,
    joinedAt: opened,
  }))
  const sites = SITES.map(([name, domain, ownerName]) => ({
    id: chance.uuid(opened),
    workspaceId,
    name,
    ownerName,
    domains: [domain],
    brandNames: [name],
    peopleNames: [] as string[],
    timeZone: 'Europe/Berlin',
    createdAt: opened,
  }))
  const campaigns = CAMPAIGNS.map(([name, site, route]) => ({
    id: chance.uuid(opened),
    workspaceId,
    siteId: sites[site]?.id ?? '',
    name,
    route,
    story: `What we found out about ${name.toLowerCase()}, for people who already write about it.`,
    targetUrls: [`https://${SITES[site][1]}/${tagKeyOf(name).replaceAll(' ', '-')}`],
    createdAt: opened,
  }))
  const tags = TAG_NAMES.map((name) => ({
    id: chance.uuid(opened),
    workspaceId,
    name,
    nameKey: tagKeyOf(name),
    createdAt: opened,
  }))
  const fields = FIELDS.map(([noun, label, kind, choices], position) => ({
    id: chance.uuid(opened),
    workspaceId,
    noun,
    label,
    key: customKeyOf(label, []),
    kind,
    choices: [...choices],
    position,
    createdAt: opened,
  }))
  await insertRows(client, 'Workspace', [workspace satisfies Prisma.WorkspaceCreateManyInput])
  const accounts = users.map((user, n) => ({ ...user, passwordHash: n === 0 ? passwordHash : unknown }))
  await insertRows(client, 'User', withDefaults(accounts, { sessionVersion: 1, timeZone: 'Europe/Berlin' }))
  await insertRows(client, 'Member', members satisfies Prisma.MemberCreateManyInput[])
  await insertRows(client, 'Site', sites satisfies Prisma.SiteCreateManyInput[])
  await insertRows(client, 'Campaign', campaigns satisfies Prisma.CampaignCreateManyInput[])
  await insertRows(client, 'Tag', tags satisfies Prisma.TagCreateManyInput[])
  await insertRows(client, 'CustomField', fields satisfies Prisma.CustomFieldCreateManyInput[])
  await insertRows(client, 'MemberSite', [
    { workspaceId, memberId: members.at(-1)?.id ?? '', siteId: sites[0]?.id ?? '' },
  ])
  const writers = members.filter(({ role }) => role !== 'viewer' && role !== 'reviewer')
  return { workspaceId, slug, seed, today, members, writers, sites, campaigns, email: users[0]?.email ?? '' }
}

function withDefaults<T extends object, D extends object>(rows: readonly T[], defaults: D): (T & D)[] {
  return rows.map((row) => ({ ...defaults, ...row }))
}
