import { logTouch } from '#lib/features/ledger/touch-commands.ts'
import { touchSchema } from '#lib/features/ledger/touch-schema.ts'
import { addContact } from '#lib/features/prospects/contact-commands.ts'
import { contactSchema } from '#lib/features/prospects/contact-schema.ts'
import { addProspect, markNotForUs, setGuidelines } from '#lib/features/prospects/prospect-commands.ts'
import { guidelinesSchema, prospectSchema } from '#lib/features/prospects/prospect-schema.ts'
import { fetchPageCopy } from '#lib/features/reading/fetch-page-copy.ts'
import { recordReadingNote, startReading } from '#lib/features/reading/reading-commands.ts'
import { readingNoteSchema, startReadingSchema } from '#lib/features/reading/reading-schema.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readPage } from '#lib/server/fetching/read-page.ts'
import type { DemoProspect, DemoReading } from './demo-story.ts'
import { playPromise } from './play-giving.ts'
import { playMention } from './play-mention.ts'
import { ownWordsOf, playOutlet } from './play-outlet.ts'
import { playPitch } from './play-pitch.ts'
import { playSample } from './play-sample.ts'
import type { Stage } from './play-story.ts'

/** Everything that happened with one prospect, in the order it happened. */
export async function playProspect(stage: Stage, demo: DemoProspect) {
  const by = demo.by ?? 0
  const scope = stage.as(by, demo.added)
  const { kind, name, address, country = '', whyCare } = demo
  const { prospectId } = await addProspect(
    scope,
    prospectSchema.parse({ kind, name, address, country, whyCare, ...(await ownWordsOf(scope, demo)) }),
  )
  if (demo.notForUs) await markNotForUs(scope, { prospectId, reason: demo.notForUs })
  if (demo.guidelines)
    await setGuidelines(scope, guidelinesSchema.parse({ prospectId, ...guidelinesOf(demo.guidelines) }))
  const contact = demo.contact ? await playContact(stage, by, demo, prospectId) : null
  for (const { day, ...touch } of demo.touches ?? []) {
    await logTouch(
      stage.as(by, day),
      touchSchema.parse({ prospectId, contactId: contact?.contactId ?? '', ...touch }),
    )
  }
  const noteId = demo.reading ? await playReading(stage, by, prospectId, demo.reading) : null
  await playOutlet(stage, prospectId, demo)
  const pitchId =
    demo.pitch && contact ? await playPitch(stage, by, demo.pitch, { prospectId, ...contact, noteId }) : null
  const to = contact ? { prospectId, contactId: contact.contactId, pitchId } : null
  const sampleId = demo.sample && to ? await playSample(stage, by, demo.sample, to) : null
  for (const promise of demo.promises ?? [])
    await playPromise(stage, by, promise, { prospectId, contactId: contact?.contactId ?? null, pitchId })
  if (demo.mention) {
    const campaign = demo.pitch?.campaign
    await playMention(stage, demo.mention, {
      prospectId,
      pitchId,
      sampleId: demo.mention.ofSample ? sampleId : null,
      campaignId: campaign === undefined ? null : (stage.campaignIds[campaign] ?? null),
      siteId:
        (campaign === undefined ? undefined : stage.campaignSites[campaign]) ??
        stage.siteIds[demo.mention.site ?? 0] ??
        '',
    })
  }
}

function guidelinesOf(guidelines: NonNullable<DemoProspect['guidelines']>) {
  if (guidelines === 'absent') return { guidelines: 'absent' }
  return { guidelines: 'seen', guidelinesUrl: guidelines.url, guidelinesNote: guidelines.note }
}

async function playContact(stage: Stage, by: number, demo: DemoProspect, prospectId: string) {
  const { via, ...person } = demo.contact ?? failed('no contact')
  const seenOn = stage.as(by, demo.added).now.toISOString().slice(0, 10)
  const input = contactSchema.parse({
    ...person,
    prospectId,
    channelKind: via.kind,
    address: via.address,
    originPage: via.page,
    originWords: via.words,
    noUnsolicited: via.noUnsolicited ? 'on' : undefined,
    fitsRole: 'on',
    seenOn,
  })
  const { contactId } = await addContact(stage.as(by, demo.added, 5), input)
  const channel = await databaseAcrossWorkspaces().channel.findFirstOrThrow({
    where: { contactId },
    select: { id: true },
  })
  return { contactId, channelId: channel.id }
}

/** Read through the worker's own handler, from the saved page. */
async function playReading(stage: Stage, by: number, prospectId: string, demo: DemoReading): Promise<string> {
  const scope = stage.as(by, demo.day)
  await savePage(demo.url, demo.html)
  const { noteId } = await startReading(scope, startReadingSchema.parse({ prospectId, url: demo.url }))
  const note = await databaseAcrossWorkspaces().readingNote.findUniqueOrThrow({
    where: { id: noteId },
    select: { pageCopyId: true },
  })
  // A demo address is read from its saved page: the worker's own handler does so by itself.
  const world = { now: () => scope.now, fetchPage: (url: string) => fetchPage(url), readPage }
  await fetchPageCopy({ workspaceId: scope.workspaceId, pageCopyId: note.pageCopyId }, world)
  const { quote, struck, gap = '' } = demo
  await recordReadingNote(stage.as(by, demo.day, 30), readingNoteSchema.parse({ noteId, quote, struck, gap }))
  return noteId
}

/** What "look now" judges for a demo address: the latest saved copy of the page. */
export async function savePage(
  url: string,
  html: string,
  rest: { status?: number; headers?: object; robotsTxt?: string } = {},
) {
  const page = {
    html,
    status: rest.status ?? 200,
    headers: rest.headers ?? {},
    robotsTxt: rest.robotsTxt ?? '',
  }
  await databaseAcrossWorkspaces().savedPage.upsert({
    where: { url },
    create: { url, ...page },
    update: page,
  })
}

function failed(why: string): never {
  throw new Error(`The demo story does not hold together: ${why}`)
}
