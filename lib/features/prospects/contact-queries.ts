import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readContactList } from './contact-list.ts'
import { listContacts } from './contact-list-queries.ts'
import { type ActiveSuppression, suppressionsAgainst, suppressionsOfAddress } from './suppression-queries.ts'

/** The people at an outlet, those still there first, with every way to reach them, its origin and what stands against it. */
export async function listContactsOfProspect(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const affiliations = await database().affiliation.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, contact: { deletedAt: null } },
    orderBy: [{ until: { sort: 'desc', nulls: 'first' } }, { contact: { createdAt: 'asc' } }],
    include: { contact: { include: { channels: LIVE_CHANNELS } } },
  })
  const people = affiliations.map(({ contact }) => contact)
  const suppressions = await suppressionsAgainst(
    scope,
    people.flatMap((contact) => contact.channels),
    people.map((contact) => contact.id),
  )
  return affiliations.map(({ contact, id, role, since, until }) => ({
    ...contact,
    affiliationId: id,
    since,
    until,
    roleHere: role || contact.role,
    ...standing(contact, suppressions),
  }))
}

export type ContactOfProspect = Awaited<ReturnType<typeof listContactsOfProspect>>[number]

/** @throws NotFound */
export async function getContact(scope: WorkspaceScope, contactId: string) {
  authorizeToSee(scope, 'prospects.read')
  const contact = await database().contact.findFirst({
    where: { id: contactId, workspaceId: scope.workspaceId, deletedAt: null },
    include: {
      channels: LIVE_CHANNELS,
      affiliations: {
        where: { prospect: { deletedAt: null } },
        orderBy: { until: { sort: 'desc', nulls: 'first' } },
        include: { prospect: { select: { id: true, name: true, outletKey: true, kind: true } } },
      },
    },
  })
  if (!contact) throw new NotFound()
  const [suppressions, removedChannels] = await Promise.all([
    suppressionsAgainst(scope, contact.channels, [contactId]),
    database().channel.findMany({
      where: { workspaceId: scope.workspaceId, contactId, deletedAt: { not: null }, trashId: null },
      orderBy: { deletedAt: 'desc' },
    }),
  ])
  return { ...contact, removedChannels, ...standing(contact, suppressions) }
}

/** @throws NotFound */
export async function getChannel(scope: WorkspaceScope, contactId: string, channelId: string) {
  authorizeToSee(scope, 'prospects.read')
  const channel = await database().channel.findFirst({
    where: {
      id: channelId,
      contactId,
      workspaceId: scope.workspaceId,
      deletedAt: null,
      contact: { deletedAt: null },
    },
    include: { origin: true, contact: { select: { name: true, country: true, writesAs: true } } },
  })
  if (!channel) throw new NotFound()
  return channel
}

/** Whose address this is, or null. */
export async function findContactByAddress(scope: WorkspaceScope, kind: ChannelKind, address: string) {
  authorizeToSee(scope, 'prospects.read')
  const checked = checkChannelAddress(kind, address)
  if (!checked.ok) return null
  const channel = await database().channel.findFirst({
    where: {
      ...{ workspaceId: scope.workspaceId, addressKey: checked.key, deletedAt: null },
      ...{ kind: { not: 'spoken' }, contact: { deletedAt: null } },
    },
    orderBy: { createdAt: 'asc' },
    select: { contact: { select: { id: true, name: true } } },
  })
  return channel?.contact ?? null
}

/** For the command palette: people whose name or address holds these words, with where they work. */
export async function searchContacts(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'prospects.read')
  const { contacts } = await listContacts(scope, readContactList({ q: words }), atMost)
  return contacts
}

const LIVE_CHANNELS = {
  where: { deletedAt: null },
  orderBy: { createdAt: 'asc' },
  include: { origin: true },
} as const

type Reachable = {
  id: string
  channels: { contactId: string; kind: string; address: string; addressKey: string }[]
}

/** `stop` is the stop for the person; each channel carries what stands against it. */
function standing<Contact extends Reachable>(contact: Contact, suppressions: readonly ActiveSuppression[]) {
  const stop = suppressions.find((each) => each.covers === 'person' && each.contactId === contact.id)
  const channels = contact.channels.map((channel: Contact['channels'][number]) => ({
    ...channel,
    suppressions: suppressionsOfAddress(suppressions, channel),
  }))
  return { stop: stop ?? null, channels }
}
