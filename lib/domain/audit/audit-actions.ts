import { z } from 'zod'
import { aFormat, aHash, aName, anId, aRole, count, ids, isOn, NOTHING, names } from './audit-details.ts'
import type { AuditObject } from './audit-objects.ts'
import { SHARE_ACTIONS } from './share-actions.ts'
import { WEBHOOK_ACTIONS } from './webhook-actions.ts'

export type AuditRule = { words: string; of: AuditObject; details: z.ZodRawShape }

/** Who came in, and with what. */
const SIGN_IN_ACTIONS = {
  'sign-in.done': { words: 'signed in', of: 'member', details: { how: aName } },
  // number: of this person's in an hour. After MOST_FAILED_SIGN_INS no more of that hour are written down.
  'sign-in.failed': {
    words: 'was not let in: the password was wrong',
    of: 'member',
    details: { number: count },
  },
  'sessions.ended': { words: 'signed out everywhere', of: 'member', details: NOTHING },
  'password.changed': { words: 'changed their password', of: 'member', details: NOTHING },
  'password.reset': { words: 'set a new password with a reset link', of: 'member', details: NOTHING },
  'password.link-made': { words: 'made a reset link for a member', of: 'member', details: NOTHING },
  'address.changed': { words: 'changed the address they sign in with', of: 'member', details: NOTHING },
  'account.deleted': { words: 'deleted their account', of: 'member', details: NOTHING },
} as const satisfies Record<string, AuditRule>

/** Who belongs here, as what. */
const MEMBER_ACTIONS = {
  'invitation.made': { words: 'invited somebody', of: 'invitation', details: { role: aRole, siteIds: ids } },
  'invitation.withdrawn': { words: 'withdrew an invitation', of: 'invitation', details: NOTHING },
  'member.joined': { words: 'joined', of: 'member', details: { role: aRole, invitationId: anId } },
  'member.role-changed': {
    words: 'changed a role',
    of: 'member',
    details: { from: aRole, to: aRole, siteIds: ids },
  },
  'member.removed': { words: 'removed a member', of: 'member', details: { role: aRole } },
  'member.left': { words: 'left', of: 'member', details: { role: aRole } },
} as const satisfies Record<string, AuditRule>

/** What the workspace is and how it works. */
const WORKSPACE_ACTIONS = {
  'workspace.opened': { words: 'opened the workspace', of: 'workspace', details: NOTHING },
  'workspace.brought-in': {
    words: 'brought in a whole workspace from a file',
    of: 'workspace',
    details: { batchId: anId },
  },
  'workspace.deletion-asked': {
    words: 'asked for the deletion of the workspace',
    of: 'workspace',
    details: NOTHING,
  },
  'workspace.deletion-taken-back': {
    words: 'took the deletion of the workspace back',
    of: 'workspace',
    details: NOTHING,
  },
  'settings.limits': {
    words: 'changed the limits of this workspace',
    of: 'workspace',
    details: { settings: names },
  },
  'settings.changed': { words: 'changed settings', of: 'workspace', details: { settings: names } },
  'settings.writers-review': {
    words: 'changed whether writers may review',
    of: 'workspace',
    details: { isOn },
  },
  'settings.retention': {
    words: 'changed how long things are kept',
    of: 'workspace',
    details: { settings: names },
  },
  'settings.member-read-first': {
    words: 'changed whether a member\u2019s letters are read first',
    of: 'member',
    details: { isOn },
  },
  'settings.campaign-read-first': {
    words: 'changed whether a campaign\u2019s letters are read first',
    of: 'campaign',
    details: { isOn },
  },
} as const satisfies Record<string, AuditRule>

/** What left the house as a file. */
const EXPORT_ACTIONS = {
  'export.list': { words: 'exported a list', of: 'list', details: { list: aName, format: aFormat } },
  'export.workspace': {
    words: 'had the whole workspace written to a file',
    of: 'workspace',
    details: { exportId: anId, withPages: isOn },
  },
  'export.workspace-fetched': {
    words: 'fetched the file of the whole workspace',
    of: 'workspace',
    details: { exportId: anId },
  },
  'export.person': {
    words: 'fetched the file of everything about a person',
    of: 'contact',
    details: { format: aFormat },
  },
  'export.evidence': {
    words: 'fetched an evidence bundle',
    of: 'site',
    details: { mentions: count, manifestHash: aHash },
  },
} as const satisfies Record<string, AuditRule>

/** Where a person set themselves above a rule or a look, or took something away for good. */
const JUDGEMENT_ACTIONS = {
  'verdict.overruled': {
    words: 'overruled a verdict',
    of: 'mention',
    details: { from: aName, to: aName, lookNumber: count },
  },
  'pitch-gate.overruled': { words: 'overruled the pitch gate', of: 'pitch', details: { rules: names } },
  'sample-words.overruled': {
    words: 'overruled what is said of the words with a sample',
    of: 'sample',
    details: NOTHING,
  },
  'answer-gate.overruled': {
    words: 'overruled what is said of an answer to a request',
    of: 'request',
    details: { rules: names },
  },
  'stop.lifted': { words: 'lifted a stop', of: 'suppression', details: { rows: count } },
  'retention.applied': {
    words: 'let go what the rules of this workspace say',
    of: 'workspace',
    details: { erasureId: anId, rules: names },
  },
  'person.erased': { words: 'erased a person', of: 'contact', details: { why: aName, erasureId: anId } },
} as const satisfies Record<string, AuditRule>

const MAILBOX_ACTIONS = {
  'mailbox.connected': { words: 'connected a mailbox', of: 'mailbox', details: NOTHING },
  'mailbox.login-changed': {
    words: 'changed how a mailbox is signed in to',
    of: 'mailbox',
    details: NOTHING,
  },
  'mailbox.disconnected': { words: 'disconnected a mailbox', of: 'mailbox', details: { isOwn: isOn } },
} as const satisfies Record<string, AuditRule>

/**
 * Everything that is written down of who did what: a closed list. `words` follow a name ("Ana changed a role"), `of` is what it
 * was done to, `details` say which ids and states go with it. Never an address, a name, or a word of a letter.
 */
export const AUDIT_ACTIONS = {
  ...SIGN_IN_ACTIONS,
  ...MEMBER_ACTIONS,
  ...WORKSPACE_ACTIONS,
  ...EXPORT_ACTIONS,
  ...SHARE_ACTIONS,
  ...JUDGEMENT_ACTIONS,
  ...MAILBOX_ACTIONS,
  ...WEBHOOK_ACTIONS,
} as const
export type AuditAction = keyof typeof AUDIT_ACTIONS
export type AuditDetails<A extends AuditAction> = z.input<
  z.ZodObject<(typeof AUDIT_ACTIONS)[A]['details'], z.core.$strict>
>

/** @throws ZodError for a detail that is not allowed: strict, so that nothing comes along that nobody thought of */
export function readAuditDetails(action: AuditAction, details: unknown): Record<string, unknown> {
  return z.strictObject(AUDIT_ACTIONS[action].details as z.ZodRawShape).parse(details)
}

export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(AUDIT_ACTIONS, text)
}
