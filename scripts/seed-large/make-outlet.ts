import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { TableRows } from './large-tables.ts'
import { quoteOf, TAG_NAMES } from './letter-words.ts'
import { type Frame, OLDEST_DAYS } from './open-workspace.ts'
import { outletOf } from './outlet-name.ts'
import type { OutletWords } from './outlet-words.ts'
import { FIRST_NAMES, LAST_NAMES, NAMES_IN_OTHER_LETTERS, ROLES_OF_PEOPLE } from './person-words.ts'
import type { SeededChoice } from './seeded-choice.ts'

const DAY_MS = 86_400_000

export type Outlet = ReturnType<typeof makeOutlet>

/** The n-th outlet of `total` with its people and how they are reached, written into `rows`. */
export function makeOutlet(
  chance: SeededChoice,
  frame: Frame,
  { n, total, people: headCount }: { n: number; total: number; people: number },
  rows: TableRows,
) {
  const { workspaceId, today } = frame
  // Oldest first, so that ids, times and places in the tables run the same way.
  const age = OLDEST_DAYS * (1 - n / total)
  const createdAt = new Date(Math.floor(today.getTime() - age * DAY_MS - 3_600_000))
  const id = chance.uuid(createdAt)
  const { name, key, topic, words } = outletOf(n)
  const homepage = `https://${key}/`
  const country = chance.chance(0.85) ? chance.pick(words.countries) : null
  const guidelines = chance.weighted([
    ['seen', 3],
    ['absent', 3],
    [null, 4],
  ] as const)
  const isNotForUs = n % 33 === 7
  const prospect = {
    id,
    workspaceId,
    kind: chance.weighted([
      ['blogger', 58],
      ['journalist', 16],
      ['podcast', 10],
      ['directory', 8],
      ['roundup', 8],
    ] as const),
    name,
    homepage,
    outletKey: key,
    liveOutletKey: key,
    whyCare: chance.chance(0.6) ? `Their readers ask about ${topic.toLowerCase()} every other week.` : '',
    note: chance.chance(0.3)
      ? `Found through a list of ${topic.toLowerCase()} outlets. ${capital(quoteOf(chance))}.`
      : '',
    language: words.language,
    tags: chance.chance(0.55) ? tagsOf(chance) : [],
    custom: chance.chance(0.4) ? customOf(chance, homepage, createdAt) : {},
    country,
    guidelines,
    guidelinesUrl: guidelines === 'seen' ? `${homepage}guidelines` : null,
    guidelinesNote: guidelines === 'seen' ? 'No attachments, one topic a letter.' : '',
    ownerId: chance.chance(0.7) ? chance.pick(frame.writers).id : null,
    notForUsAt: isNotForUs ? later(createdAt, chance.between(1, 9), today) : null,
    notForUsReason: isNotForUs ? 'They sell links.' : '',
    createdAt,
    updatedAt: later(createdAt, chance.between(0, 60), today),
    lastTouchAt: null as Date | null,
  } satisfies Prisma.ProspectCreateManyInput
  rows.Prospect.push(prospect)
  const people = Array.from({ length: headCount }, (_, place) =>
    makePerson(chance, frame, { prospect, place, words }, rows),
  )
  return { prospect, people, topic }
}

/** One of their people, with one or two channels, each with where it was found. */
function makePerson(
  chance: SeededChoice,
  { workspaceId, today }: Frame,
  { prospect, place, words }: { prospect: Prisma.ProspectCreateManyInput; place: number; words: OutletWords },
  rows: TableRows,
) {
  const createdAt = later(prospect.createdAt as Date, place, today)
  const name = personName(chance, words.language)
  const host = prospect.outletKey
  const id = chance.uuid(createdAt)
  const isGone = place > 0 && chance.chance(0.06)
  const hasBounced = chance.chance(0.03)
  const hasStopped = chance.chance(0.008)
  const role = chance.pick(ROLES_OF_PEOPLE)
  rows.Contact.push({
    id,
    workspaceId,
    name,
    role,
    country: prospect.country,
    timeZone: null,
    writesAs: chance.pick(['company', 'self', 'unknown'] as const),
    note: chance.chance(0.15) ? 'Answers in the evening.' : '',
    tags: chance.chance(0.2) ? tagsOf(chance) : [],
    custom: chance.chance(0.1) ? { 'introduced-by': personName(chance, words.language) } : {},
    links: chance.chance(0.25) ? [{ url: `https://${host}/about`, label: 'About' }] : [],
    createdAt,
    updatedAt: createdAt,
  } satisfies Prisma.ContactCreateManyInput)
  rows.Affiliation.push({
    id: chance.uuid(createdAt),
    workspaceId,
    prospectId: prospect.id ?? '',
    contactId: id,
    role,
    since: createdAt,
    until: isGone ? later(createdAt, 300, today) : null,
  } satisfies Prisma.AffiliationCreateManyInput)
  const kinds = chance.weighted([
    [['email'], 74],
    [['form'], 9],
    [['dm'], 4],
    [['email', 'dm'], 13],
  ] as const)
  const mailName = asciiOf(name) || `person${place + 1}`
  const addresses = {
    email: `${mailName}${place > 0 ? place + 1 : ''}@${host}`,
    form: `https://${host}/contact`,
    dm: `@${mailName}.${host.split('.')[0]}`,
  }
  const channelIds = kinds.map((kind, position) => {
    const channelId = chance.uuid(createdAt)
    const address = addresses[kind]
    rows.Channel.push({
      id: channelId,
      workspaceId,
      contactId: id,
      kind,
      address,
      addressKey:
        kind === 'dm'
          ? `dm:${address.slice(1)}`
          : kind === 'form'
            ? `${host}/contact`
            : address.toLowerCase(),
      bouncedAt: hasBounced && position === 0 ? later(createdAt, 30, today) : null,
      bounceNote: hasBounced && position === 0 ? 'No such person here.' : '',
      createdAt,
    } satisfies Prisma.ChannelCreateManyInput)
    rows.AddressOrigin.push({
      id: chance.uuid(createdAt),
      workspaceId,
      channelId,
      page: `https://${host}/about`,
      seenOn: createdAt,
      words: kind === 'email' ? 'Write to us, we read everything.' : 'How to reach us',
      noUnsolicited: chance.chance(0.03),
      fitsRole: true,
    } satisfies Prisma.AddressOriginCreateManyInput)
    return channelId
  })
  return {
    id,
    name,
    channelId: channelIds[0] ?? '',
    kind: kinds[0],
    createdAt,
    isGone,
    hasBounced,
    hasStopped,
  }
}

function personName(chance: SeededChoice, language: string): string {
  if (chance.chance(0.02)) return chance.pick(NAMES_IN_OTHER_LETTERS)
  return `${chance.pick(FIRST_NAMES[language] ?? [])} ${chance.pick(LAST_NAMES[language] ?? [])}`
}

function asciiOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replace(/\s+/g, '.')
    .replace(/[^a-z.-]+/g, '')
    .replace(/^[.-]+|[.-]+$/g, '')
}

function tagsOf(chance: SeededChoice): string[] {
  return [...new Set(Array.from({ length: chance.between(1, 4) }, () => chance.pick(TAG_NAMES)))]
}

function customOf(chance: SeededChoice, homepage: string, createdAt: Date) {
  return {
    'readers-a-month': chance.between(1, 900) * 100,
    newsletter: chance.pick(['None', 'Weekly', 'Monthly', 'Now and then']),
    'masthead-checked': createdAt.toISOString().slice(0, 10),
    ...(chance.chance(0.3) ? { 'media-kit': `${homepage}media-kit` } : {}),
    ...(chance.chance(0.2) ? { 'house-style': 'British spelling, first names' } : {}),
  }
}

export function later(from: Date | string, days: number, today: Date): Date {
  return new Date(Math.min(new Date(from).getTime() + days * DAY_MS, today.getTime()))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
