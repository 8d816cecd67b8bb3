import type { PitchTrace } from '#lib/domain/mail/mail-facts.ts'
import { database } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import type { MailTraits } from './mail-traits.ts'

// Which pitches a mail can belong to is asked of the database by what its headers say; no list of pitches is ever loaded.

type In = { workspaceId: string }
/** Who it is for, besides what a mail is judged by. */
export type Candidate = PitchTrace & {
  id: string
  contactId: string
  addressKeys: string[]
  /** When it was closed; null while somebody is waiting. */
  closedAt: Date | null
}

const MOST_PITCHES_OF_A_PERSON = 20
const MOST_PITCHES = 60
const MOST_PEOPLE = 50
const LONGEST_SENT = 60_000

/** Of many mails at once: whose headers name something of a pitch that was sent. */
export async function tellWhichMatter(scope: In, mails: readonly MailTraits[]): Promise<boolean[]> {
  const all = (pick: (mail: MailTraits) => string[]) => [...new Set(mails.flatMap(pick))]
  const houses = all(({ house }) => (house ? [house] : []))
  const [ids, senders, knownHouses, subjects] = [
    await knownIds(
      scope,
      all(({ ids }) => ids),
    ),
    await knownSenders(
      scope,
      all(({ sender }) => (sender ? [sender] : [])),
    ),
    new Set((await peopleOfHouses(scope, houses, 1)).map(({ house }) => house)),
    await knownSubjects(
      scope,
      all(({ subjects }) => subjects),
    ),
  ]
  return mails.map(
    (mail) =>
      mail.ids.some((id) => ids.has(id.toLowerCase())) ||
      (mail.sender !== null && senders.has(mail.sender)) ||
      (mail.house !== null && knownHouses.has(mail.house)) ||
      mail.subjects.some((subject) => subjects.has(subject)),
  )
}

/** The pitches a mail may belong to, with what it is judged by. Those in the trash are not among them. */
export async function findCandidates(
  scope: In,
  { ids, addressKeys, house, subjects }: Omit<MailTraits, 'sender'> & { addressKeys: string[] },
): Promise<Candidate[]> {
  const { workspaceId } = scope
  const db = database()
  const [threads, channels, colleagues, sameSubject] = [
    ids.length === 0
      ? []
      : await db.message.findMany({
          where: { workspaceId, direction: 'out', mailIds: { hasSome: spellingsOf(ids) } },
          distinct: ['pitchId'],
          select: { pitchId: true },
          take: MOST_PITCHES,
        }),
    addressKeys.length === 0
      ? []
      : await db.channel.findMany({
          where: { workspaceId, kind: 'email', addressKey: { in: addressKeys } },
          select: { contactId: true },
          take: MOST_PEOPLE,
        }),
    house === null ? [] : await peopleOfHouses(scope, [house], MOST_PEOPLE),
    await pitchesUnder(scope, subjects),
  ]
  const people = [...channels, ...colleagues].map(({ contactId }) => contactId)
  const theirs =
    people.length === 0
      ? []
      : await db.pitch.findMany({
          where: { workspaceId, contactId: { in: people }, sentAt: { not: null }, deletedAt: null },
          orderBy: { sentAt: 'desc' },
          select: { id: true },
          take: MOST_PITCHES_OF_A_PERSON,
        })
  const pitchIds = [
    ...threads.map(({ pitchId }) => pitchId),
    ...theirs.map(({ id }) => id),
    ...sameSubject.map(({ id }) => id),
  ]
  return tracesOf(scope, [...new Set(pitchIds)].slice(0, MOST_PITCHES))
}

/** What mails are judged by, of pitches that were sent. */
export async function tracesOf({ workspaceId }: In, pitchIds: readonly string[]): Promise<Candidate[]> {
  if (pitchIds.length === 0) return []
  const db = database()
  const pitches = await db.pitch.findMany({
    where: { workspaceId, id: { in: [...pitchIds] }, sentAt: { not: null }, deletedAt: null },
    select: {
      ...{ id: true, subject: true, body: true, sentAt: true, contactId: true, closedAt: true },
      contact: {
        select: { channels: { where: { kind: 'email' }, select: { address: true, addressKey: true } } },
      },
      channel: { select: { kind: true, address: true, addressKey: true } },
      messages: {
        where: { direction: 'out' },
        orderBy: { at: 'asc' },
        select: { body: true, mailIds: true },
      },
    },
  })
  return pitches.map(({ id, subject, body, sentAt, contactId, closedAt, contact, channel, messages }) => {
    const addresses = channel.kind === 'email' ? [channel, ...contact.channels] : contact.channels
    return {
      ...{ id, contactId, subject, sentAt, closedAt },
      messageIds: messages.flatMap(({ mailIds }) => mailIds),
      to: [...new Set(addresses.map(({ address }) => address))],
      addressKeys: [...new Set(addresses.map((each) => each.addressKey))],
      sentText: [body, ...messages.map((message) => message.body)].join('\n\n').slice(0, LONGEST_SENT),
    }
  })
}

async function knownIds({ workspaceId }: In, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await database().message.findMany({
    where: { workspaceId, direction: 'out', mailIds: { hasSome: spellingsOf(ids) } },
    select: { mailIds: true },
  })
  // One that nobody knows to have gone has no message yet.
  const unknown = await database().outgoingMail.findMany({
    where: { workspaceId, state: 'unknown', mailIds: { hasSome: spellingsOf(ids) } },
    select: { mailIds: true },
  })
  return new Set([...found, ...unknown].flatMap(({ mailIds }) => mailIds.map((id) => id.toLowerCase())))
}

async function knownSenders({ workspaceId }: In, addressKeys: readonly string[]): Promise<Set<string>> {
  if (addressKeys.length === 0) return new Set()
  const found = await database().channel.findMany({
    where: {
      ...{ workspaceId, kind: 'email', addressKey: { in: [...addressKeys] } },
      contact: { pitches: { some: { workspaceId, sentAt: { not: null }, deletedAt: null } } },
    },
    distinct: ['addressKey'],
    select: { addressKey: true },
  })
  return new Set(found.map(({ addressKey }) => addressKey))
}

/** Programs keep the case of an id, and some do not. */
export function spellingsOf(ids: readonly string[]): string[] {
  return [...new Set(ids.flatMap((id) => [id, id.toLowerCase()]))]
}

/** People with an address at these domains, or below them, whom somebody wrote to. */
function peopleOfHouses(scope: In, houses: readonly string[], most: number) {
  if (houses.length === 0) return Promise.resolve([])
  return workspaceSql<{ house: string; contactId: string }>(database(), scope)`
    SELECT h."house", c."contactId" FROM unnest(${[...houses]}::text[]) h("house")
     CROSS JOIN LATERAL (
       SELECT c."contactId" FROM "Channel" c
        WHERE c."workspaceId" = ${WORKSPACE} AND c."kind" = 'email'
          AND (reverse(split_part(c."addressKey", '@', 2)) COLLATE "C") >= reverse(h."house") COLLATE "C"
          AND (reverse(split_part(c."addressKey", '@', 2)) COLLATE "C") < (reverse(h."house") || '/') COLLATE "C"
          AND (split_part(c."addressKey", '@', 2) = h."house" OR split_part(c."addressKey", '@', 2) LIKE '%.' || h."house")
          AND EXISTS (SELECT 1 FROM "Pitch" p
            WHERE p."workspaceId" = c."workspaceId" AND p."contactId" = c."contactId"
              AND p."sentAt" IS NOT NULL AND p."deletedAt" IS NULL)
        LIMIT ${most}) c`
}

/** Those of the subjects that something was sent under. */
async function knownSubjects(scope: In, subjects: readonly string[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set()
  const found = await workspaceSql<{ subject: string }>(database(), scope)`
    SELECT s."subject" FROM unnest(${[...subjects]}::text[]) s("subject")
     WHERE EXISTS (SELECT 1 FROM "Pitch" p
       WHERE p."workspaceId" = ${WORKSPACE} AND p."sentAt" IS NOT NULL AND p."deletedAt" IS NULL
         AND rapport_subject_key(p."subject") = rapport_subject_key(s."subject"))`
  return new Set(found.map(({ subject }) => subject))
}

/** The last that were sent under these subjects. */
function pitchesUnder(scope: In, subjects: readonly string[]) {
  if (subjects.length === 0) return Promise.resolve([])
  return workspaceSql<{ id: string }>(database(), scope)`
    SELECT p."id" FROM unnest(${[...subjects]}::text[]) s("subject")
     CROSS JOIN LATERAL (
       SELECT p."id" FROM "Pitch" p
        WHERE p."workspaceId" = ${WORKSPACE} AND p."sentAt" IS NOT NULL AND p."deletedAt" IS NULL
          AND rapport_subject_key(p."subject") = rapport_subject_key(s."subject")
        ORDER BY p."sentAt" DESC LIMIT ${MOST_PITCHES_OF_A_PERSON}) p`
}
