import { z } from 'zod'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import {
  type ActiveSuppression,
  suppressionsAgainst,
  suppressionsOfAddress,
} from '../prospects/suppression-queries.ts'
import type { Row } from './api-noun.ts'

export const STOP_COVERS = ['person', 'address', 'domain'] as const

/** What stands against writing to them. Of a stop that is another person's, why and since when is not said. */
export const STOPS_SCHEMA = {
  stops: z.array(
    z.strictObject({
      covers: z.enum(STOP_COVERS),
      reason: z.string().nullable(),
      at: z.iso.datetime().nullable(),
    }),
  ),
}

/** Of each person: a stop for them, and stops against any address they have. */
export async function stopsOfContacts(scope: WorkspaceScope, rows: readonly Row[]) {
  authorizeToSee(scope, 'prospects.read')
  const ids = rows.map(({ id }) => id)
  const channels = await database().channel.findMany({
    where: { workspaceId: scope.workspaceId, contactId: { in: ids }, deletedAt: null },
    select: { contactId: true, kind: true, address: true, addressKey: true },
  })
  const against = await suppressionsAgainst(scope, channels, ids)
  return ids.map((contactId) => {
    const own = channels.filter((channel) => channel.contactId === contactId)
    const found = own.flatMap((channel) => suppressionsOfAddress(against, channel))
    const ofPerson = against.filter((stop) => stop.covers === 'person' && stop.contactId === contactId)
    return { stops: told([...ofPerson, ...found], contactId) }
  })
}

/** Of each address, whomever a stop against it was written down for. */
export async function stopsOfChannels(scope: WorkspaceScope, rows: readonly Row[]) {
  const channels = rows.map(({ contactId, kind, address, addressKey }) => ({
    ...{ contactId: String(contactId), kind: String(kind) },
    ...{ address: String(address), addressKey: String(addressKey) },
  }))
  const against = await suppressionsAgainst(scope, channels)
  return channels.map((channel) => ({
    stops: told(suppressionsOfAddress(against, channel), channel.contactId),
  }))
}

/** Each once; the addresses that went with a person are told by the person. */
function told(found: readonly ActiveSuppression[], contactId: string) {
  const each = [...new Map(found.map((stop) => [stop.id, stop])).values()]
  const hasPerson = each.some(({ covers }) => covers === 'person')
  return each
    .filter(({ withPerson }) => !(withPerson && hasPerson))
    .map(({ covers, reason, at, ...stop }) =>
      stop.contactId === contactId
        ? { covers, reason, at: at.toISOString() }
        : { covers, reason: null, at: null },
    )
}
