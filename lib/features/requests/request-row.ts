import { checkChannelAddress } from '#lib/domain/channel-address.ts'
import type { ChannelKind } from '#lib/domain/channel-kinds.ts'
import { CONDITION_KINDS, type Condition, type ConditionKind } from '#lib/domain/requests/condition-kinds.ts'
import {
  type RequestEnding,
  type RequestState,
  requestStanding,
} from '#lib/domain/requests/request-states.ts'

/** What a request's answer goes to, and what a stop is asked about it. Null: nothing is said, or nothing that is an address. */
export type ReplyWay = { kind: ChannelKind; address: string; addressKey: string }

export function replyWayOf(replyTo: string): ReplyWay | null {
  const written = replyTo.trim()
  if (written === '') return null
  const kind: ChannelKind = /^https?:\/\//i.test(written)
    ? 'form'
    : /^[^@\s]+@/.test(written)
      ? 'email'
      : 'dm'
  const checked = checkChannelAddress(kind, written)
  return checked.ok ? { kind, address: checked.address, addressKey: checked.key } : null
}

/** Conditions as a row keeps them. */
export function conditionsIn(value: unknown): Condition[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each: unknown) => {
    const { kind, words } = (each ?? {}) as { kind?: unknown; words?: unknown }
    if (typeof words !== 'string' || words === '') return []
    const known = CONDITION_KINDS.some((one) => one === kind)
    return [{ kind: known ? (kind as ConditionKind) : 'other', words }]
  })
}

type Standing = {
  state: string
  closedReason: string | null
  deadlineAt: Date | null
  mention: { outcome: string; deletedAt: Date | null } | null
}

/** Where a row stands now. A page in the trash is no page anybody looks at. */
export function standingOf(row: Standing, now: Date) {
  return requestStanding({
    state: row.state as RequestState,
    closedReason: row.closedReason as RequestEnding | null,
    deadlineAt: row.deadlineAt,
    outcome: row.mention && row.mention.deletedAt === null ? row.mention.outcome : null,
    now,
  })
}
