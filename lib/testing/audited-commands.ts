import { Readable } from 'node:stream'
import type { AuditAction } from '#lib/domain/audit/audit-actions.ts'
import { retentionOf } from '#lib/domain/retention.ts'
import { readCampaignFirst } from '#lib/features/campaigns/read-first-commands.ts'
import { exportedFile } from '#lib/features/exports/exported-file.ts'
import { askForWorkspaceZip, fetchWorkspaceZip } from '#lib/features/exports/workspace-export-commands.ts'
import { bringInWorkspace } from '#lib/features/exports/workspace-import-commands.ts'
import { changeMailbox, connectMailbox, disconnectMailbox } from '#lib/features/mailboxes/mailbox-commands.ts'
import { overruleOutcome } from '#lib/features/mentions/decision-commands.ts'
import { closePressEmbed, openPressEmbed } from '#lib/features/mentions/press-embed-commands.ts'
import {
  closePressPage,
  openPressPage,
  renewPressAddress,
} from '#lib/features/mentions/press-page-commands.ts'
import { changeRawPageDays } from '#lib/features/mentions/raw-page-commands.ts'
import { changeLimits } from '#lib/features/pitches/limit-commands.ts'
import { limitsAsked } from '#lib/features/pitches/pitch-limits.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { erasePerson } from '#lib/features/privacy/erase-commands.ts'
import { fetchPersonFile } from '#lib/features/privacy/person-file-commands.ts'
import { changeRetention } from '#lib/features/privacy/retention-commands.ts'
import { liftSuppression, suppressAddress } from '#lib/features/prospects/suppression-commands.ts'
import { recordAnswerSent, saveAnswer } from '#lib/features/requests/answer-commands.ts'
import { changeSample } from '#lib/features/samples/sample-commands.ts'
import { makeCalendarLink, revokeCalendarLink } from '#lib/features/today/calendar-link-commands.ts'
import { invite, revokeInvitation } from '#lib/features/workspaces/invitation-commands.ts'
import { changeRole, leaveWorkspace, removeMember } from '#lib/features/workspaces/member-commands.ts'
import { readWriterFirst } from '#lib/features/workspaces/read-first-commands.ts'
import { makeResetLink } from '#lib/features/workspaces/reset-commands.ts'
import { changeWorkspace, letWritersReview } from '#lib/features/workspaces/workspace-commands.ts'
import { askForDeletion, takeDeletionBack } from '#lib/features/workspaces/workspace-deletion-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, writeALook } from './a-look.ts'
import { aMailbox } from './a-mailbox.ts'
import { aDraft, aLetter, aPitchGround } from './a-pitch.ts'
import { ANSWER, aLetter as aRequestLetter, aRequestSite } from './a-request.ts'
import { anItem, anOffer } from './a-sample.ts'
import { PASSWORD } from './an-account.ts'
import { AUDITED_WEBHOOKS } from './audited-webhooks.ts'
import { aMember } from './two-workspaces.ts'

const db = databaseAcrossWorkspaces

/** Makes ready what the command needs; answers the command, as whoever asks. */
export type Audited = (scope: WorkspaceScope) => Promise<(by: WorkspaceScope) => Promise<unknown>>

const file = (list: string, format: 'csv' | 'json') => (by: WorkspaceScope) =>
  exportedFile(by, list, format, Readable.from(['']), { forExcel: false })

/** Everything a member can do that is written down. A test holds the list against AUDIT_ACTIONS. */
export const AUDITED: Partial<Record<AuditAction, Audited>> = {
  ...AUDITED_WEBHOOKS,
  'invitation.made': async () => (by) =>
    invite(by, { email: 'new@hello.example', role: 'writer', siteIds: [] }),
  'invitation.withdrawn': async (scope) => {
    await invite(scope, { email: 'new@hello.example', role: 'writer', siteIds: [] })
    const { id } = await db().secretLink.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } })
    return (by) => revokeInvitation(by, id)
  },
  'member.role-changed': async ({ workspaceId }) => {
    const { memberId } = await aMember(workspaceId, 'writer')
    return (by) => changeRole(by, { memberId, role: 'manager', siteIds: [] })
  },
  'member.removed': async ({ workspaceId }) => {
    const { memberId } = await aMember(workspaceId, 'writer')
    return (by) => removeMember(by, { memberId, reassignToId: null })
  },
  'password.link-made': async ({ workspaceId }) => {
    const { memberId } = await aMember(workspaceId, 'writer')
    return (by) => makeResetLink(by, memberId)
  },
  'workspace.deletion-asked': async ({ workspaceId, userId }) => {
    const { name } = await db().workspace.findUniqueOrThrow({ where: { id: workspaceId } })
    await db().user.update({
      where: { id: userId ?? '' },
      data: { passwordHash: await hashPassword(PASSWORD) },
    })
    return (by) => askForDeletion(by, { workspaceName: name, currentPassword: PASSWORD })
  },
  'workspace.deletion-taken-back': async ({ workspaceId, now }) => {
    const deletionDueAt = new Date(now.getTime() + 1000)
    await db().workspace.update({ where: { id: workspaceId }, data: { deletionDueAt } })
    return takeDeletionBack
  },
  'settings.limits': async () => (by) => changeLimits(by, { ...limitsAsked({}), maxFollowUps: 0 }),
  'settings.changed': async () => (by) => changeWorkspace(by, { name: 'Else', postalAddress: '' }),
  'settings.writers-review': async () => (by) => letWritersReview(by, { writersMayReview: true }),
  'settings.retention': async () => (by) => changeRetention(by, { ...retentionOf({}), feedPosts: 40 }),
  'settings.member-read-first': async ({ workspaceId }) => {
    const { memberId } = await aMember(workspaceId, 'writer')
    return (by) => readWriterFirst(by, { memberId, isReadFirst: true })
  },
  'settings.campaign-read-first': async (scope) => {
    const { campaign } = await aPitchGround(scope)
    return (by) => readCampaignFirst(by, { campaignId: campaign.id, isReadFirst: true })
  },
  'export.list': async () => file('prospects', 'csv'),
  'export.workspace': async () => (by) => askForWorkspaceZip(by, { withPages: false }),
  'export.workspace-fetched': async ({ workspaceId, memberId, now }) => {
    const blob = { workspaceId, sha256: '', size: 1, chunkSize: 1, isWhole: true, createdAt: now }
    const { id: blobId } = await db().blob.create({
      data: { ...blob, keptUntil: new Date(now.getTime() + 1000) },
    })
    const made = {
      workspaceId,
      kind: 'workspace',
      state: 'ready',
      fileName: 'x.zip',
      byId: memberId,
      at: now,
    }
    const { id } = await db().workspaceExport.create({ data: { ...made, blobId } })
    return (by) => fetchWorkspaceZip(by, id)
  },
  'export.person': async (scope) => {
    const { contact } = await aPitchGround(scope)
    return (by) => fetchPersonFile(by, contact.id, 'json')
  },
  'workspace.brought-in': async () => (by) =>
    bringInWorkspace(by, {
      name: 'x.zip',
      fileName: 'x.zip',
      bytes: Readable.from([Buffer.from('x')]),
    } as never),
  'press-page.opened': async (scope) => {
    const siteId = await aRequestSite(scope)
    return (by) => openPressPage(by, { siteId, name: '', intro: '', isFindable: false })
  },
  'press-page.renewed': async (scope) => {
    const siteId = await aRequestSite(scope)
    await openPressPage(scope, { siteId, name: '', intro: '', isFindable: false })
    return (by) => renewPressAddress(by, { siteId })
  },
  'press-page.closed': async (scope) => {
    const siteId = await aRequestSite(scope)
    await openPressPage(scope, { siteId, name: '', intro: '', isFindable: false })
    return (by) => closePressPage(by, { siteId })
  },
  'press-embed.opened': async (scope) => {
    const siteId = await aRequestSite(scope)
    return (by) => openPressEmbed(by, { siteId, count: 5, kinds: ['link'], withWords: false })
  },
  'press-embed.closed': async (scope) => {
    const siteId = await aRequestSite(scope)
    await openPressEmbed(scope, { siteId, count: 5, kinds: ['link'], withWords: false })
    return (by) => closePressEmbed(by, { siteId })
  },
  'calendar-link.made': async () => makeCalendarLink,
  'calendar-link.ended': async (scope) => {
    await makeCalendarLink(scope)
    return revokeCalendarLink
  },
  'verdict.overruled': async (scope) => {
    const mentionId = await aMention(scope)
    await writeALook(scope, mentionId)
    const { lookCount, reviewSince } = await db().mention.findFirstOrThrow({ where: { id: mentionId } })
    const asked = { mentionId, lookNumber: lookCount, reviewSince }
    return (by) => overruleOutcome(by, { ...asked, outcome: 'page-gone', reason: 'Somebody else has it.' })
  },
  'pitch-gate.overruled': async (scope) => {
    const letter = { ...aLetter('gate'), subject: '' }
    const pitchId = await aDraft(scope, await aPitchGround(scope), letter)
    return (by) => markReady(by, { pitchId, overruleReason: 'We met.' })
  },
  'answer-gate.overruled': async (scope) => {
    await aRequestSite(scope)
    const requestId = await aRequestLetter(scope)
    await saveAnswer(scope, { requestId, revision: 1, subject: 'x', body: ANSWER })
    const sent = { requestId, revision: 2, via: 'copy' as const, overruleReason: 'They know us' }
    return (by) => recordAnswerSent(by, sent)
  },
  'sample-words.overruled': async (scope) => {
    const { prospect, contact } = await aPitchGround(scope)
    const itemId = await anItem(scope, await aRequestSite(scope))
    const sampleId = await anOffer(scope, { itemId, prospectId: prospect.id, contactId: contact.id })
    const words = 'Yours in exchange for a link to us.'
    return (by) =>
      changeSample(by, { sampleId, words, saidOtherwise: true, overruleReason: 'It is a quote.' } as never)
  },
  'stop.lifted': async (scope) => {
    const stop = { addressKey: 'a@stopped.example', domain: null, reason: 'ours', words: '' }
    const { suppressionId } = await suppressAddress(scope, stop as never)
    return (by) => liftSuppression(by, { suppressionId, reason: 'They asked.' })
  },
  'person.erased': async (scope) => {
    const { contact } = await aPitchGround(scope)
    return (by) => erasePerson(by, { contactId: contact.id })
  },
  'mailbox.connected': async () => (by) => connectMailbox(by, aMailbox('anna@hello.example', 'Anna')),
  'mailbox.login-changed': async (scope) => {
    const { mailboxId } = await connectMailbox(scope, aMailbox('anna@hello.example', 'Anna'))
    const change = { ...aMailbox('anna@hello.example', 'Anna'), mailboxId, password: 'another password' }
    return (by) => changeMailbox(by, change)
  },
  'mailbox.disconnected': async (scope) => {
    const { mailboxId } = await connectMailbox(scope, aMailbox('anna@hello.example', 'Anna'))
    return (by) => disconnectMailbox(by, { mailboxId })
  },
}

/** The same action by other ways in. */
export const AUDITED_TOO: readonly [AuditAction, string, Audited][] = [
  ['export.list', 'the audit log itself', async () => file('audit-log', 'json')],
  [
    'settings.retention',
    'for how long pages are kept',
    async () => (by) => changeRawPageDays(by, { rawPageDays: 3 }),
  ],
  [
    'press-page.renewed',
    'by another name',
    async (scope) => {
      const siteId = await aRequestSite(scope)
      await openPressPage(scope, { siteId, name: '', intro: '', isFindable: false })
      return (by) => openPressPage(by, { siteId, name: 'else', intro: '', isFindable: false })
    },
  ],
  [
    'mailbox.disconnected',
    'with a role that may not send',
    async ({ workspaceId }) => {
      const writer = await aMember(workspaceId, 'writer')
      await connectMailbox(writer, aMailbox('anna@hello.example', 'Anna'))
      return (by) => changeRole(by, { memberId: writer.memberId, role: 'reviewer', siteIds: [] })
    },
  ],
]

/** What anybody may do for themselves: nobody is refused. */
export const AUDITED_OF_ONESELF: Partial<Record<AuditAction, Audited>> = {
  'member.left': async ({ workspaceId }) => {
    const heir = await aMember(workspaceId, 'owner')
    return (by) => leaveWorkspace(by, heir.memberId)
  },
}
