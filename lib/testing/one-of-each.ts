import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { NOON } from './two-workspaces.ts'

/** A row in every table that hangs on another, as a workspace in use has them. */
export async function oneOfEach(workspaceId: string, memberId: string) {
  const db = databaseAcrossWorkspaces
  const key = `${crypto.randomUUID()}.test`
  const times = { createdAt: NOON, updatedAt: NOON }
  const site = await db().site.create({ data: { workspaceId, name: 'S', ownerName: 'O', createdAt: NOON } })
  await db().memberSite.create({ data: { workspaceId, memberId, siteId: site.id } })
  const campaign = await db().campaign.create({
    data: { workspaceId, siteId: site.id, name: 'C', route: 'product', story: '', createdAt: NOON },
  })
  const prospect = await db().prospect.create({
    data: {
      workspaceId,
      ownerId: memberId,
      kind: 'blogger',
      name: 'P',
      homepage: '',
      outletKey: key,
      liveOutletKey: key,
      ...times,
    },
  })
  const contact = await db().contact.create({ data: { workspaceId, name: 'K', ...times } })
  const common = { workspaceId, prospectId: prospect.id, contactId: contact.id }
  await db().affiliation.create({ data: common })
  const channel = await db().channel.create({
    data: {
      workspaceId,
      contactId: contact.id,
      kind: 'email',
      address: 'k@k.test',
      addressKey: 'k@k.test',
      createdAt: NOON,
    },
  })
  await db().addressOrigin.create({ data: { workspaceId, channelId: channel.id, seenOn: NOON } })
  const pageCopy = await db().pageCopy.create({
    data: { workspaceId, url: 'https://k.test/', status: 'fetched', requestedAt: NOON },
  })
  const reading = await db().readingNote.create({
    data: {
      workspaceId,
      prospectId: prospect.id,
      pageCopyId: pageCopy.id,
      url: 'https://k.test/',
      authorId: memberId,
      ...times,
    },
  })
  const pitch = await db().pitch.create({
    data: {
      ...common,
      campaignId: campaign.id,
      channelId: channel.id,
      readingNoteId: reading.id,
      state: 'draft',
      writerId: memberId,
      ...times,
    },
  })
  const ofPitch = { workspaceId, pitchId: pitch.id }
  await db().pitchRevision.create({
    data: { ...ofPitch, number: 1, subject: '', body: '', savedById: memberId, savedAt: NOON },
  })
  await db().pitchRemark.create({
    data: {
      ...ofPitch,
      revision: 1,
      part: 'body',
      quote: 'Q',
      position: 0,
      text: 'T',
      byId: memberId,
      at: NOON,
      state: 'open',
      onceKey: key,
    },
  })
  await db().message.create({
    data: {
      ...ofPitch,
      contactId: contact.id,
      direction: 'out',
      purpose: 'first',
      via: 'copy',
      body: '',
      at: NOON,
      authorId: memberId,
      onceKey: key,
    },
  })
  await db().followUp.create({ data: { ...ofPitch, number: 1, dueOn: NOON, state: 'due' } })
  const touch = await db().touch.create({
    data: { ...common, kind: 'comment', at: NOON, authorId: memberId },
  })
  await db().promiseMade.create({
    data: {
      ...{ workspaceId, prospectId: prospect.id, contactId: contact.id, pitchId: pitch.id, whose: 'ours' },
      ...{ words: 'Send the sizes', dueOn: NOON, madeAt: NOON, madeById: memberId },
      ...{ state: 'kept', settledAt: NOON, settledById: memberId },
    },
  })
  await db().suppression.create({
    data: { workspaceId, contactId: contact.id, reason: 'objected', at: NOON, byId: memberId },
  })
  const item = await db().sampleItem.create({
    data: { workspaceId, siteId: site.id, name: 'I', currency: 'EUR', ...times },
  })
  const sample = await db().sample.create({
    data: {
      ...common,
      itemId: item.id,
      campaignId: campaign.id,
      pitchId: pitch.id,
      state: 'mention-came',
      words: '',
      offeredAt: NOON,
      offeredById: memberId,
      updatedAt: NOON,
    },
  })
  await db().pressPage.create({
    data: {
      ...{ workspaceId, siteId: site.id, address: randomUUID(), openSince: NOON, openedById: memberId },
      ...{ embedAddress: randomUUID(), embedSince: NOON, embeddedById: memberId },
      updatedAt: NOON,
    },
  })
  const report = await db().customerReport.create({
    data: {
      ...{ workspaceId, siteId: site.id, title: 'R', fromDay: NOON, toDay: NOON, state: 'draft', ...times },
      ...{
        writerId: memberId,
        editedById: memberId,
        handIds: [memberId],
        askedById: memberId,
        decidedById: memberId,
        onceKey: key,
      },
    },
  })
  await db().secretLink.create({
    data: {
      ...{
        workspaceId,
        reportId: report.id,
        purpose: 'share',
        siteIds: [site.id],
        createdAt: NOON,
        expiresAt: NOON,
      },
      tokenHash: createHash('sha256').update(key).digest('hex'),
      revokedAt: NOON,
    },
  })
  const mention = await db().mention.create({
    data: {
      workspaceId,
      siteId: site.id,
      prospectId: prospect.id,
      campaignId: campaign.id,
      pitchId: pitch.id,
      sampleId: sample.id,
      url: 'https://k.test/',
      urlKey: key,
      liveUrlKey: key,
      provenance: 'earned',
      outcome: 'not-looked',
      recordedById: memberId,
      ...times,
    },
  })
  const fact = await db().siteFact.create({
    data: { workspaceId, siteId: site.id, kind: 'proof', title: 'T', text: 'T', ...times },
  })
  const digest = await db().requestDigest.create({
    data: { workspaceId, textHash: key, text: 'T', sentAt: NOON, takenById: memberId, createdAt: NOON },
  })
  const request = await db().request.create({
    data: {
      ...{ ...common, digestId: digest.id, siteId: site.id, mentionId: mention.id, topic: 'T', text: 'T' },
      ...{ textHash: key, liveTextKey: key, state: 'answered', writerId: memberId },
      ...{ sentAt: NOON, sentVia: 'copy', sentById: memberId, ...times },
    },
  })
  await db().requestTick.create({
    data: {
      ...{ workspaceId, requestId: request.id, conditionHash: key, answer: 'met' },
      ...{ factId: fact.id, byId: memberId, at: NOON },
    },
  })
  const run = await db().checkRun.create({
    data: { workspaceId, askedById: memberId, words: '', total: 1, state: 'running', at: NOON },
  })
  const ofMention = { workspaceId, mentionId: mention.id }
  await db().checkRunItem.create({ data: { ...ofMention, runId: run.id, state: 'done' } })
  const look = await db().linkCheck.create({
    data: {
      ...ofMention,
      number: 1,
      runId: run.id,
      kind: 'fetched',
      at: NOON,
      facts: {},
      verdict: 'linked',
      sentence: '',
      requestedById: memberId,
    },
  })
  await db().rawPage.create({
    data: {
      workspaceId,
      linkCheckId: look.id,
      body: new Uint8Array([1]),
      coding: 'zstd',
      size: 1,
      sha256: '',
      keptUntil: NOON,
    },
  })
  await db().outcomeDecision.create({
    data: { ...ofMention, lookNumber: 1, kind: 'confirmed', outcome: 'linked', byId: memberId, at: NOON },
  })
  await db().ownPage.create({
    data: {
      workspaceId,
      siteId: site.id,
      url: 'https://s.test/',
      urlKey: key,
      state: 'not-looked',
      createdAt: NOON,
    },
  })
  await db().putOff.create({
    data: {
      workspaceId,
      memberId,
      kind: 'draft',
      itemId: pitch.id,
      mark: '',
      until: NOON,
      how: 'done',
      at: NOON,
    },
  })
  // One for each member, however often this is asked for.
  await db().morningMail.createMany({
    data: { workspaceId, memberId, wantedSince: NOON },
    skipDuplicates: true,
  })
  await db().calendarFeed.createMany({
    data: { workspaceId, memberId, hash: '', changedAt: NOON },
    skipDuplicates: true,
  })
  await db().notificationWish.createMany({ data: { workspaceId, memberId }, skipDuplicates: true })
  await db().notificationRound.createMany({
    data: { workspaceId, lookedUntil: NOON },
    skipDuplicates: true,
  })
  await db().notification.create({
    data: {
      ...{ workspaceId, memberId, kind: 'review', what: 'pitch-review', thingId: pitch.id, key },
      ...{ way: 'digest', at: NOON },
    },
  })
  const token = await db().apiToken.create({
    data: {
      ...{ workspaceId, memberId, name: 'T', prefix: 'rapport_', tokenHash: randomBytes(32).toString('hex') },
      ...{ scopes: ['sites:read'], siteIds: [], createdAt: NOON, expiresAt: NOON },
    },
  })
  await db().apiAnswer.create({
    data: { workspaceId, tokenId: token.id, key: 'k', requestHash: '', claimedAt: NOON },
  })
  const webhook = await db().webhook.create({
    data: {
      ...{ workspaceId, name: 'W', url: 'https://hooks.example/', types: ['mention.recorded'], siteIds: [] },
      ...{ sealedSecret: '', createdAt: NOON, updatedAt: NOON },
    },
  })
  await db().webhookDelivery.create({
    data: {
      ...{ workspaceId, webhookId: webhook.id, type: 'mention.recorded', objectKey: 'mention:1' },
      ...{ data: {}, at: NOON, nextAt: NOON },
    },
  })
  await db().trashEntry.create({
    data: {
      workspaceId,
      kind: 'touch',
      itemId: touch.id,
      label: '',
      at: NOON,
      byId: memberId,
      purgeAt: NOON,
    },
  })
  return { prospectId: prospect.id, pitchId: pitch.id, touchId: touch.id }
}
