import { hostOfChannelAddress } from '#lib/domain/channel-address.ts'
import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const SUPPRESSIONS_PER_PAGE = 50

type Address = { contactId: string; kind: string; address: string; addressKey: string }

/**
 * What stands against writing to this person on this channel: a stop for the person, for the address (whoever has it),
 * or for its domain or one above it. Empty when nothing does.
 *
 * @throws NotFound when the channel is not theirs
 */
export async function suppressionsFor(scope: WorkspaceScope, contactId: string, channelId: string) {
  authorizeToSee(scope, 'prospects.read')
  const channel = await database().channel.findFirst({
    where: { id: channelId, contactId, workspaceId: scope.workspaceId },
    select: { contactId: true, kind: true, address: true, addressKey: true },
  })
  if (!channel) throw new NotFound()
  return suppressionsAgainst(scope, [channel])
}

/** The same for the addresses of several people at once. A person without an address counts by their id alone. */
export async function suppressionsAgainst(
  scope: WorkspaceScope,
  addresses: readonly Address[],
  contactIds: readonly string[] = [],
) {
  authorizeToSee(scope, 'prospects.read')
  return database().suppression.findMany({
    where: {
      workspaceId: scope.workspaceId,
      liftedAt: null,
      OR: [
        { contactId: { in: [...contactIds, ...addresses.map((each) => each.contactId)] } },
        { addressKey: { in: addresses.map((each) => each.addressKey) } },
        { domain: { in: addresses.flatMap(domainsAbove) } },
      ],
    },
    orderBy: { at: 'asc' },
    include: { by: { select: { name: true } } },
  })
}

export type ActiveSuppression = Awaited<ReturnType<typeof suppressionsAgainst>>[number]

/** Which of these stand against one address. */
export function suppressionsOfAddress(suppressions: readonly ActiveSuppression[], address: Address) {
  const domains = domainsAbove(address)
  return suppressions.filter(
    (suppression) =>
      suppression.contactId === address.contactId ||
      suppression.addressKey === address.addressKey ||
      (suppression.domain !== null && domains.includes(suppression.domain)),
  )
}

/** Everyone who is not written to any more, newest first: one row for a person, whatever addresses went with them. */
export async function listSuppressions(scope: WorkspaceScope, { page = 1 }: { page?: number } = {}) {
  authorizeToSee(scope, 'prospects.read')
  const where: Prisma.SuppressionWhereInput & { workspaceId: string } = {
    workspaceId: scope.workspaceId,
    OR: [{ contactId: null }, { addressKey: null, domain: null }],
  }
  const [total, suppressions] = await Promise.all([
    database().suppression.count({ where }),
    database().suppression.findMany({
      where,
      orderBy: [{ liftedAt: { sort: 'desc', nulls: 'first' } }, { at: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * SUPPRESSIONS_PER_PAGE,
      take: SUPPRESSIONS_PER_PAGE,
      include: {
        by: { select: { name: true } },
        liftedBy: { select: { name: true } },
        contact: { select: { id: true, name: true, deletedAt: true } },
      },
    }),
  ])
  return { suppressions, total, page, pages: Math.max(1, Math.ceil(total / SUPPRESSIONS_PER_PAGE)) }
}

/** "a@news.example.com" is stopped by a stop for news.example.com, and by one for example.com. */
function domainsAbove({ kind, address }: Address): string[] {
  const labels = hostOfChannelAddress(kind as ChannelKind, address)?.split('.') ?? []
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}
