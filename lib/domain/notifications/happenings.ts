import { can, mayApproveReport, mayReviewPitch, type Role, type RoleGrants } from '../roles.ts'
import { kindsFor, type NotificationKind } from './notification-kinds.ts'

/** What can have happened, and under which kind it is chosen. */
export const KIND_OF = {
  reply: 'reply',
  'link-found': 'outcome',
  'link-lost': 'outcome',
  'pitch-review': 'review',
  'report-review': 'review',
  'pitch-passed': 'review',
  'pitch-remarks': 'review',
  'report-back': 'review',
  'report-approved': 'review',
  'request-due': 'deadline',
  import: 'file',
  export: 'file',
  'mailbox-reading': 'mailbox',
  'mailbox-sending': 'mailbox',
} as const satisfies Record<string, NotificationKind>
export type HappeningWhat = keyof typeof KIND_OF

export function isHappeningWhat(what: string): what is HappeningWhat {
  return what in KIND_OF
}

/** What stands in a list of Today: whoever gets those lists by mail is not told of it twice in one mail. */
export const ON_TODAY: ReadonlySet<HappeningWhat> = new Set([
  'reply',
  'link-found',
  'link-lost',
  'pitch-review',
  'report-review',
  'request-due',
])

export type Happening = {
  what: HappeningWhat
  thingId: string
  /** The same words for the same event, however often it is noticed; others for the next one. */
  key: string
  /** Whom it concerns by name; null: everybody whose role it is. */
  toMembers: readonly string[] | null
  /** Whose work it is: a second pair of eyes is somebody else's. */
  byMembers: readonly string[]
  /** Whose outcome or report it is. */
  siteId: string | null
}

export type Listener = {
  memberId: string
  role: Role
  grants: RoleGrants
  /** Of a viewer: what was chosen for them; of others null, all. */
  siteIds: readonly string[] | null
}

const VIEWERS_HEAR: ReadonlySet<HappeningWhat> = new Set(['link-found', 'link-lost', 'report-approved'])

/** Whether this is to be told to this member, whatever way they chose. */
export function isToldTo(happening: Happening, listener: Listener): boolean {
  const { what, toMembers, siteId } = happening
  const { role, siteIds, memberId } = listener
  if (!kindsFor(role).includes(KIND_OF[what])) return false
  if (role === 'viewer' || siteIds !== null)
    return VIEWERS_HEAR.has(what) && siteId !== null && (siteIds?.includes(siteId) ?? false)
  return toMembers === null ? isTheirs(happening, listener) : toMembers.includes(memberId)
}

function isTheirs({ what, byMembers }: Happening, { memberId, role, grants }: Listener): boolean {
  const isOwn = byMembers.includes(memberId)
  switch (what) {
    case 'pitch-review':
      return !isOwn && mayReviewPitch(role, { isOwn }, grants)
    case 'report-review':
      return !isOwn && mayApproveReport(role, { isOwn }, grants)
    case 'request-due':
      return can(role, 'requests.write', grants)
    case 'link-found':
    case 'link-lost':
      return can(role, 'mentions.read', grants)
    default:
      return false
  }
}
