/** From most to least: nobody gives a role above their own. */
export const ROLES = ['owner', 'manager', 'writer', 'reviewer', 'viewer'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Readonly<Record<Role, { label: string; meaning: string }>> = {
  owner: { label: 'Owner', meaning: 'May do everything, members and deletion included.' },
  manager: { label: 'Manager', meaning: 'Looks after sites, campaigns, imports and all pitches.' },
  writer: { label: 'Writer', meaning: 'Reads, writes and sends pitches, and keeps the records.' },
  reviewer: { label: 'Reviewer', meaning: 'Reads everything, leaves remarks, reviews pitches and outcomes.' },
  viewer: { label: 'Viewer', meaning: 'Sees mentions and approved reports of chosen sites, nothing else.' },
}

const EVERYBODY: readonly Role[] = ROLES
const READERS: readonly Role[] = ['owner', 'manager', 'writer', 'reviewer']
const WRITERS: readonly Role[] = ['owner', 'manager', 'writer']
const REVIEWERS: readonly Role[] = ['owner', 'manager', 'reviewer']
const MANAGERS: readonly Role[] = ['owner', 'manager']
const OWNERS: readonly Role[] = ['owner']

/** DESIGN.md, section 3: who may do what. */
export const ACTIONS = {
  'members.manage': OWNERS,
  'workspace.delete': OWNERS,
  'workspace.export': OWNERS,
  'workspace.import': OWNERS,
  'pitches.overrule': OWNERS,
  'mailboxes.disconnect-other': OWNERS,
  'evidence.manage': OWNERS,
  'people.erase': OWNERS,
  'limits.change': OWNERS,
  'workspace.settings': MANAGERS,
  'audit.read': MANAGERS,
  'webhooks.manage': MANAGERS,
  'evidence.bundle': MANAGERS,
  'sites.write': MANAGERS,
  'campaigns.write': MANAGERS,
  'imports.run': MANAGERS,
  'exports.run': MANAGERS,
  'suppressions.lift': MANAGERS,
  'prospects.write': WRITERS,
  'contacts.write': WRITERS,
  'reading.write': WRITERS,
  'pitches.write': WRITERS,
  'pitches.send': WRITERS,
  'touches.write': WRITERS,
  'samples.write': WRITERS,
  'promises.write': WRITERS,
  'mentions.write': WRITERS,
  'facts.write': WRITERS,
  'requests.write': WRITERS,
  'contributions.write': WRITERS,
  'insights.write': WRITERS,
  'customer-reports.write': WRITERS,
  'customer-reports.share': WRITERS,
  'trash.restore': WRITERS,
  'pitches.review': REVIEWERS,
  'outcomes.review': REVIEWERS,
  'reports.approve': REVIEWERS,
  'remarks.write': READERS,
  'prospects.read': READERS,
  'campaigns.read': READERS,
  'pitches.read': READERS,
  'samples.read': READERS,
  'facts.read': READERS,
  'requests.read': READERS,
  'contributions.read': READERS,
  'insights.read': READERS,
  'today.read': READERS,
  'trash.read': READERS,
  'evidence.read': READERS,
  'checks.read': READERS,
  'tokens.make': EVERYBODY,
  'notifications.choose': EVERYBODY,
  'reports.letters': READERS,
  'reports.read': EVERYBODY,
  'mentions.read': EVERYBODY,
  'customer-reports.read': EVERYBODY,
  'sites.read': EVERYBODY,
} as const satisfies Record<string, readonly Role[]>
export type Action = keyof typeof ACTIONS

/** What a workspace may allow its writers besides: to review pitches and outcomes, and to approve reports. */
export type RoleGrants = { writersMayReview?: boolean }

/** As a workspace's settings keep it; what makes no sense there grants nothing. */
export function grantsOf(settings: unknown): RoleGrants {
  const { writersMayReview } = (settings ?? {}) as { writersMayReview?: unknown }
  return { writersMayReview: writersMayReview === true }
}

export function can(role: Role, action: Action, grants: RoleGrants = {}): boolean {
  const roles: readonly Role[] = ACTIONS[action]
  if (roles.includes(role)) return true
  return roles === REVIEWERS && role === 'writer' && grants.writersMayReview === true
}

/**
 * Whether somebody may say of a letter that it may go out. A second pair of eyes is somebody else's: only an owner or a
 * manager may pass what they wrote themselves.
 */
export function mayReviewPitch(role: Role, { isOwn }: { isOwn: boolean }, grants: RoleGrants = {}): boolean {
  return can(role, 'pitches.review', grants) && (!isOwn || MANAGERS.includes(role))
}

/** Whether somebody may approve a report for a customer: as with letters, only an owner or a manager one of their own. */
export function mayApproveReport(
  role: Role,
  { isOwn }: { isOwn: boolean },
  grants: RoleGrants = {},
): boolean {
  return can(role, 'reports.approve', grants) && (!isOwn || MANAGERS.includes(role))
}

/** The roles an inviter may give: their own and those below it. */
export function rolesUpTo(role: Role): Role[] {
  return ROLES.slice(ROLES.indexOf(role))
}
