import { randomUUID } from 'node:crypto'
import { makeApiToken } from '#lib/features/api-tokens/api-token-commands.ts'
import { addBlock } from '#lib/features/blocks/block-commands.ts'
import { addBlockSchema } from '#lib/features/blocks/block-schema.ts'
import { addCampaign } from '#lib/features/campaigns/campaign-commands.ts'
import { campaignSchema } from '#lib/features/campaigns/campaign-schema.ts'
import { addContribution } from '#lib/features/contributions/contribution-commands.ts'
import { addContributionSchema, preparationSchema } from '#lib/features/contributions/contribution-schema.ts'
import { answerFit, savePreparation, saveText } from '#lib/features/contributions/preparation-commands.ts'
import { readReport } from '#lib/features/customer-reports/read-report.ts'
import { addReport } from '#lib/features/customer-reports/report-commands.ts'
import { addReportSchema } from '#lib/features/customer-reports/report-schema.ts'
import { approveReport, askForReview } from '#lib/features/customer-reports/review-commands.ts'
import { shareReport } from '#lib/features/customer-reports/share-commands.ts'
import { mergeTwo } from '#lib/features/duplicates/merge-commands.ts'
import { addFeed, followProspect } from '#lib/features/feeds/feed-commands.ts'
import { markPostRead } from '#lib/features/feeds/post-commands.ts'
import { addInsight, tieMention } from '#lib/features/insights/insight-commands.ts'
import { addInsightSchema } from '#lib/features/insights/insight-schema.ts'
import { makePromise } from '#lib/features/ledger/promise-commands.ts'
import { logTouch } from '#lib/features/ledger/touch-commands.ts'
import { touchSchema } from '#lib/features/ledger/touch-schema.ts'
import { connectMailbox } from '#lib/features/mailboxes/mailbox-commands.ts'
import { startCheckRun } from '#lib/features/mentions/check-run-commands.ts'
import { recordMention } from '#lib/features/mentions/mention-commands.ts'
import { recordMentionSchema } from '#lib/features/mentions/mention-schema.ts'
import { openPressPage } from '#lib/features/mentions/press-page-commands.ts'
import { packPage } from '#lib/features/mentions/raw-page.ts'
import { scheduleOwnPages } from '#lib/features/mentions/schedule-own-pages.ts'
import { saveDraft } from '#lib/features/pitches/draft-commands.ts'
import { startPitch } from '#lib/features/pitches/pitch-commands.ts'
import { markReady } from '#lib/features/pitches/ready-commands.ts'
import { addRemark } from '#lib/features/pitches/remark-commands.ts'
import { recordSent } from '#lib/features/pitches/sending-commands.ts'
import { addContact } from '#lib/features/prospects/contact-commands.ts'
import { contactSchema } from '#lib/features/prospects/contact-schema.ts'
import { addCustomField } from '#lib/features/prospects/custom-field-commands.ts'
import { askForOutletLook } from '#lib/features/prospects/outlet-look-commands.ts'
import { addProspect, setGuidelines } from '#lib/features/prospects/prospect-commands.ts'
import { guidelinesSchema, prospectSchema } from '#lib/features/prospects/prospect-schema.ts'
import { suppressAddress } from '#lib/features/prospects/suppression-commands.ts'
import { suppressAddressSchema } from '#lib/features/prospects/suppression-schema.ts'
import { answerVetting } from '#lib/features/prospects/vetting-commands.ts'
import { pastePage, recordReadingNote, startReading } from '#lib/features/reading/reading-commands.ts'
import { pasteSchema, readingNoteSchema, startReadingSchema } from '#lib/features/reading/reading-schema.ts'
import { saveAnswer } from '#lib/features/requests/answer-commands.ts'
import { keepRequests, takeDigest } from '#lib/features/requests/digest-commands.ts'
import { tieOutlet } from '#lib/features/requests/outlet-commands.ts'
import { tickCondition } from '#lib/features/requests/request-commands.ts'
import { conditionHashOf } from '#lib/features/requests/request-keys.ts'
import { conditionsIn } from '#lib/features/requests/request-row.ts'
import { addFact } from '#lib/features/sites/fact-commands.ts'
import { addFactSchema } from '#lib/features/sites/fact-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import { moveToTrash } from '#lib/features/trash/trash-commands.ts'
import { makeWebhook } from '#lib/features/webhooks/webhook-commands.ts'
import { invite } from '#lib/features/workspaces/invitation-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { writeALook } from './a-look.ts'
import { aMailInDoubt } from './a-mail-in-doubt.ts'
import { aMailbox } from './a-mailbox.ts'
import { anItem, anOffer, GOOD_WORDS } from './a-sample.ts'
import { aPreview } from './an-import.ts'

export type FullWorkspace = Awaited<ReturnType<typeof aFullWorkspace>>

/** One of everything, made by the real commands; every text in it carries `mark`, so that a leak can be found. */
export async function aFullWorkspace(scope: WorkspaceScope, mark: string) {
  const { workspaceId, memberId } = scope
  const host = `${mark.toLowerCase()}.example`
  const { siteId } = await addSite(
    scope,
    siteSchema.parse({
      name: mark,
      ownerName: mark,
      domains: host,
      brandNames: mark,
      peopleNames: mark,
      timeZone: 'UTC',
    }),
  )
  const { campaignId } = await addCampaign(
    scope,
    campaignSchema.parse({
      name: mark,
      siteId,
      route: 'service',
      story: mark,
      targetUrls: `https://${host}/`,
    }),
  )
  const { prospectId } = await addProspect(
    scope,
    prospectSchema.parse({
      kind: 'blogger',
      name: mark,
      address: `https://blog-${host}`,
      whyCare: mark,
      country: '',
    }),
  )
  await setGuidelines(scope, guidelinesSchema.parse({ prospectId, guidelines: 'absent' }))
  const { tagId, fieldId } = await anOwnTagAndField(scope, mark, prospectId)
  const address = `ana@blog-${host}`
  const { contactId } = await addContact(
    scope,
    contactSchema.parse({
      prospectId,
      name: `Ana ${mark}`,
      channelKind: 'email',
      address,
      originPage: `https://blog-${host}/about`,
      originWords: mark,
      fitsRole: 'on',
    }),
  )
  const db = databaseAcrossWorkspaces()
  const { id: channelId } = await db.channel.findFirstOrThrow({ where: { contactId } })
  const { id: affiliationId } = await db.affiliation.findFirstOrThrow({ where: { contactId } })
  const { noteId } = await startReading(
    scope,
    startReadingSchema.parse({ prospectId, url: `https://blog-${host}/post` }),
  )
  await pastePage(
    scope,
    pasteSchema.parse({ noteId, title: mark, text: `${mark} and four good words stand here.` }),
  )
  await recordReadingNote(
    scope,
    readingNoteSchema.parse({ noteId, quote: 'and four good words stand here', struck: mark, gap: '' }),
  )
  const setup = { campaignId, prospectId, contactId, channelId, readingNoteId: noteId }
  const { pitchId } = await startPitch(scope, setup)
  const body = `Hello Ana,\n\n${mark}: I found you on blog-${host} and liked the four good words. If you would rather not hear from me, tell me.\n\n${scope.actorName}, ${mark}`
  await saveDraft(scope, { pitchId, subject: `${mark} and the four good words`, body, revision: 1 })
  const quote = `${mark}: I found you`
  await addRemark(scope, {
    pitchId,
    revision: 2,
    part: 'body',
    quote,
    position: null,
    text: mark,
    once: randomUUID(),
  })
  const { id: remarkId } = await db.pitchRemark.findFirstOrThrow({ where: { pitchId } })
  await markReady(scope, { pitchId })
  await recordSent(scope, { pitchId, via: 'mailto' })
  const { id: followUpId } = await db.followUp.findFirstOrThrow({ where: { pitchId } })
  const { id: revisionId } = await db.pitchRevision.findFirstOrThrow({ where: { pitchId } })
  await logTouch(scope, touchSchema.parse({ prospectId, contactId, kind: 'met', note: mark }))
  const { id: touchId } = await db.touch.findFirstOrThrow({ where: { prospectId } })
  const itemId = await anItem(scope, siteId, { name: `${mark} bag` })
  const sampleId = await anOffer(
    scope,
    { itemId, prospectId, contactId },
    { words: `${mark}. ${GOOD_WORDS}` },
  )
  const { promiseId } = await makePromise(scope, {
    ...{ prospectId, contactId, pitchId, whose: 'ours', words: mark, dueOn: '2026-03-01' },
  })
  const mentionUrl = `https://blog-${host}/mention`
  const { mentionId } = await recordMention(
    scope,
    recordMentionSchema.parse({
      siteId,
      prospectId,
      campaignId,
      pitchId,
      url: mentionUrl,
      provenance: 'earned',
      note: mark,
    }),
  )
  await openPressPage(scope, { siteId, name: '', intro: mark, isFindable: false })
  const linkCheckId = await aKeptLook(scope, mentionId, mark)
  await scheduleOwnPages(scope.now)
  const { id: ownPageId } = await db.ownPage.findFirstOrThrow({ where: { workspaceId } })
  const { runId } = await startCheckRun(scope, { site: siteId })
  await suppressAddress(
    scope,
    suppressAddressSchema.parse({
      target: 'domain',
      address: `stop-${host}`,
      value: `stop-${host}`,
      reason: 'ours',
      words: mark,
    }),
  )
  const { id: suppressionId } = await db.suppression.findFirstOrThrow({ where: { workspaceId } })
  const { feedId, postId } = await aFeedWithAPost(scope, prospectId, mark)
  const workMade = await someWork(scope, mark, host, { siteId, prospectId, contactId, campaignId, mentionId })
  const { prospectId: trashedId } = await addProspect(
    scope,
    prospectSchema.parse({
      kind: 'blogger',
      name: mark,
      address: `https://old-${host}`,
      whyCare: mark,
      country: '',
    }),
  )
  const { trashId } = await moveToTrash(scope, 'prospect', trashedId)
  const { id: batchId } = await aPreview(
    scope,
    `Name,Website,Email,Notes\nZoe ${mark},zoe-${host},zoe@zoe-${host},${mark}\n`,
    `${mark}.csv`,
  )
  const { blockId } = await addBlock(
    scope,
    addBlockSchema.parse({
      kind: 'paragraph',
      name: mark,
      text: `${mark} sews bags.`,
      siteId,
      whose: 'mine',
    }),
  )
  const { factId, digestId, requestId, conditionHash } = await aRequest(scope, {
    ...{ mark, siteId, prospectId, contactId, address },
  })
  const { mailboxId } = await connectMailbox(scope, aMailbox(`anna@${host}`, mark))
  const { incomingMailId, noticeId } = await mailsOf(scope, { pitchId, mailboxId, mark })
  const mailId = await aMailInDoubt(scope, mark, { mailboxId, pitchId, contactId })
  const { blobId } = await db.importBatch.findFirstOrThrow({ where: { workspaceId } })
  const { mergeId, mergeableId } = await aMergeAndAPair(scope, mark, host, prospectId)
  const { tokenId } = await makeApiToken(scope, {
    ...{ name: mark, days: '30', scopes: ['mentions:read'], siteIds: [siteId] },
  })
  const answer = { key: mark, requestHash: mark, claimedAt: scope.now, status: 200, body: mark }
  await db.apiAnswer.create({ data: { workspaceId, tokenId, ...answer } })
  const { webhookId } = await makeWebhook(scope, {
    ...{ name: mark, url: `https://hooks.${host}/`, types: ['mention.recorded'], siteIds: [siteId] },
  })
  const { id: deliveryId } = await db.webhookDelivery.create({
    data: {
      ...{ workspaceId, webhookId, type: 'mention.recorded', objectKey: `mention:${mentionId}`, data: {} },
      ...{ at: scope.now, nextAt: scope.now, lastAnswer: mark, state: 'dead', settledAt: scope.now },
    },
  })
  await invite(scope, { email: `guest@${host}`, role: 'writer', siteIds: [] })
  const { id: invitationId } = await db.secretLink.findFirstOrThrow({ where: { workspaceId } })
  const reports = await reportsOf(scope, mark, siteId)
  return {
    mark,
    host,
    address,
    mentionUrl,
    once: randomUUID(),
    workspaceId,
    memberId,
    siteId,
    campaignId,
    prospectId,
    contactId,
    channelId,
    affiliationId,
    noteId,
    pitchId,
    followUpId,
    revisionId,
    remarkId,
    touchId,
    itemId,
    sampleId,
    promiseId,
    mentionId,
    linkCheckId,
    webhookId,
    deliveryId,
    feedId,
    postId,
    ...workMade,
    ...reports,
    ownPageId,
    runId,
    suppressionId,
    trashId,
    batchId,
    blobId: blobId ?? '',
    mergeId,
    mergeableId,
    invitationId,
    tokenId,
    tagId,
    fieldId,
    mailboxId,
    blockId,
    factId,
    digestId,
    requestId,
    conditionHash,
    mailId,
    incomingMailId,
    noticeId,
  }
}

type OfRequest = { mark: string; siteId: string; prospectId: string; contactId: string; address: string }

/** A line of the fact sheet, and a journalist's request with an answer being written. */
async function aRequest(scope: WorkspaceScope, { mark, siteId, prospectId, contactId, address }: OfRequest) {
  const { workspaceId } = scope
  const fact = { siteId, kind: 'proof', title: mark, text: mark, source: mark, sourceUrl: '' }
  const { factId } = await addFact(scope, addFactSchema.parse(fact))
  const text = `Summary: ${mark}\nName: Ana ${mark}\nEmail: ${address}\nMedia Outlet: ${mark}\nDeadline: 2027-01-12 17:00 UTC\nQuery: ${mark}\nRequirements: ${mark} in the UK only.`
  const { digestId } = await takeDigest(scope, { text })
  const said = {
    outlet: mark,
    journalist: mark,
    replyTo: address,
    topic: mark,
    deadlineWords: '2027-01-12 17:00 UTC',
  }
  await keepRequests(scope, { digestId, parts: [{ part: 0, ...said }] })
  const { id: requestId, conditions } = await databaseAcrossWorkspaces().request.findFirstOrThrow({
    where: { workspaceId },
  })
  const [condition] = conditionsIn(conditions)
  const conditionHash = condition ? conditionHashOf(condition) : ''
  await tieOutlet(scope, { requestId, prospectId, contactId })
  await tickCondition(scope, { requestId, condition: conditionHash, answer: 'met', factId, evidence: mark })
  await saveAnswer(scope, { requestId, revision: 1, subject: mark, body: mark })
  return { factId, digestId, requestId, conditionHash }
}

/** An episode that was agreed, with a text of two versions; and an insight that a page cites. */
async function someWork(
  scope: WorkspaceScope,
  mark: string,
  host: string,
  of: { siteId: string; prospectId: string; contactId: string; campaignId: string; mentionId: string },
) {
  const { mentionId, ...rest } = of
  const { contributionId } = await addContribution(
    scope,
    addContributionSchema.parse({
      ...rest,
      ...{
        kind: 'podcast',
        title: mark,
        state: 'agreed',
        note: mark,
        dueOn: '2026-03-06',
        airsOn: '2026-03-01',
      },
      ...{ recordingOn: '2026-03-05', recordingTime: '12:00', recordingZone: 'UTC', paidNote: mark },
    }),
  )
  await saveText(scope, { contributionId, revision: 1, text: mark })
  await saveText(scope, { contributionId, revision: 2, text: `${mark}, better` })
  await answerFit(scope, { contributionId, question: 'say', answer: 'yes', words: mark })
  const sheet = {
    hosts: mark,
    asked: mark,
    heard: mark,
    facts: mark,
    story1: mark,
    wishUrl: `https://${host}/`,
  }
  await savePreparation(scope, preparationSchema.parse({ contributionId, ...sheet }))
  const { insightId } = await addInsight(
    scope,
    addInsightSchema.parse({
      ...{ title: mark, url: `https://${host}/count`, siteId: of.siteId, whatsNew: mark, citedAs: mark },
    }),
  )
  await tieMention(scope, { insightId, mentionId })
  return { contributionId, insightId }
}

/** A report in review; and one that was approved and shared by a link with a password. */
async function reportsOf(scope: WorkspaceScope, mark: string, siteId: string) {
  const writing = {
    siteId,
    title: mark,
    words: mark,
    from: '2020-01-01',
    to: '2030-01-01',
    sections: ['clips'],
  }
  const add = () => addReport(scope, addReportSchema.parse({ ...writing, once: randomUUID() }))
  const { reportId: sharedReportId } = await add()
  await askForReview(scope, { reportId: sharedReportId })
  const { read } = await readReport(scope, sharedReportId)
  await approveReport(scope, { reportId: sharedReportId, read, reason: mark })
  const { linkId: shareLinkId } = await shareReport(scope, {
    ...{ reportId: sharedReportId, days: 7, password: 'a long password' },
  })
  const { reportId } = await add()
  await askForReview(scope, { reportId })
  return { reportId, sharedReportId, shareLinkId }
}

/** A mail that may be an answer, and an out of office. */
async function mailsOf(
  { workspaceId, now }: WorkspaceScope,
  { pitchId, mailboxId, mark }: { pitchId: string; mailboxId: string; mark: string },
) {
  const db = databaseAcrossWorkspaces()
  const of = { workspaceId, mailboxId, pitchId, state: 'offered', at: now, seenAt: now, mailIds: [] }
  const words = { fromAddress: `${mark}@elsewhere.example`, subject: mark, text: mark }
  const mail = await db.incomingMail.create({
    data: { ...of, ...words, kind: 'reply', confidence: 'ask', messageKey: `${mark} 1` },
  })
  const notice = await db.incomingMail.create({
    data: { ...of, ...words, kind: 'auto-reply', messageKey: `${mark} 2` },
  })
  await db.mailFolder.create({
    data: { workspaceId, mailboxId, path: mark, role: 'inbox', uidValidity: '1', lastUid: 1 },
  })
  return { incomingMailId: mail.id, noticeId: notice.id }
}

/** A tag and a field of the workspace's own, an answer about the outlet, and a look at its pages. */
async function anOwnTagAndField(scope: WorkspaceScope, mark: string, prospectId: string) {
  const { workspaceId, now } = scope
  const db = databaseAcrossWorkspaces()
  const tag = await db.tag.create({
    data: { workspaceId, name: mark, nameKey: mark.toLowerCase(), createdAt: now },
  })
  const { fieldId } = await addCustomField(scope, {
    ...{ noun: 'prospect', label: mark, kind: 'text', choices: [] },
  })
  await db.prospect.updateMany({
    where: { id: prospectId },
    data: { tags: [mark], custom: { [mark.toLowerCase()]: mark } },
  })
  await answerVetting(scope, {
    ...{ prospectId, question: 'on-topic', answer: 'yes', evidence: mark, evidenceUrl: '' },
  })
  await askForOutletLook(scope, { prospectId })
  return { tagId: tag.id, fieldId }
}

/** One prospect that was merged into the first, and one that may be the same. */
async function aMergeAndAPair(scope: WorkspaceScope, mark: string, host: string, prospectId: string) {
  const { workspaceId, now } = scope
  const another = (address: string) =>
    addProspect(scope, prospectSchema.parse({ kind: 'blogger', name: mark, address, whyCare: mark }))
  const { prospectId: goneId } = await another(`https://merged-${host}`)
  const { prospectId: mergeableId } = await another(`https://double-${host}`)
  const db = databaseAcrossWorkspaces()
  const kept = await db.prospect.findFirstOrThrow({ where: { workspaceId, id: prospectId } })
  const seen = { kept: kept.updatedAt, gone: now }
  const { mergeId } = await mergeTwo(scope, {
    kind: 'prospect',
    keptId: prospectId,
    goneId,
    seen,
    choices: {},
  })
  const [oneId = '', otherId = ''] = [prospectId, mergeableId].sort()
  const reasons = [{ kind: 'same-name', what: mark }]
  await db.duplicatePair.create({
    data: { workspaceId, kind: 'prospect', oneId, otherId, reasons, weight: 60, foundAt: now },
  })
  return { mergeId, mergeableId }
}

/** A look with its page. */
async function aKeptLook(scope: WorkspaceScope, mentionId: string, mark: string): Promise<string> {
  const page = await packPage(new TextEncoder().encode(mark), 'text/html')
  const facts = { anchorText: mark, context: mark }
  const { looks } = await writeALook(scope, mentionId, { page, facts, sentence: mark })
  return looks[0]?.id ?? ''
}

/** A followed prospect's feed, and a post of it that somebody has read. */
async function aFeedWithAPost(scope: WorkspaceScope, prospectId: string, mark: string) {
  const { workspaceId, now } = scope
  await followProspect(scope, { prospectId })
  const { feedId } = await addFeed(scope, {
    prospectId,
    url: `https://blog-${mark.toLowerCase()}.example/feed`,
  })
  const { id: postId } = await databaseAcrossWorkspaces().feedPost.create({
    data: {
      workspaceId,
      feedId,
      prospectId,
      guidKey: mark,
      url: `https://blog-${mark.toLowerCase()}.example/new-post`,
      title: mark,
      author: mark,
      summary: mark,
      text: mark,
      seenAt: now,
      listedAt: now,
    },
  })
  await markPostRead(scope, { postId })
  return { feedId, postId }
}
