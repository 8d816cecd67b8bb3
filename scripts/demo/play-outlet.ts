import { listCustomFields } from '#lib/features/prospects/custom-field-queries.ts'
import { lookAtOutlet } from '#lib/features/prospects/look-at-outlet.ts'
import { askForOutletLook } from '#lib/features/prospects/outlet-look-commands.ts'
import { findOutletLook } from '#lib/features/prospects/outlet-look-queries.ts'
import { CUSTOM_PREFIX } from '#lib/features/prospects/own-fields-schema.ts'
import { answerVetting } from '#lib/features/prospects/vetting-commands.ts'
import { fetchPage } from '#lib/server/fetching/fetch-page.ts'
import { readOutlet } from '#lib/server/fetching/page-reader.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { DemoProspect } from './demo-story.ts'
import { savePage } from './play-prospect.ts'
import type { Stage } from './play-story.ts'

/** What the form sends besides what every prospect has: language, tags and the workspace's own fields. */
export async function ownWordsOf(scope: WorkspaceScope, { language, tags, own }: DemoProspect) {
  const fields = own ? await listCustomFields(scope, 'prospect') : []
  const typed = fields.map(({ id, label }) => [CUSTOM_PREFIX + id, own?.[label] ?? ''])
  return { ...(language ? { language } : {}), ...(tags ? { tags } : {}), ...Object.fromEntries(typed) }
}

/** What people found out about an outlet, and what our own look at its pages saw: both from its saved pages. */
export async function playOutlet(stage: Stage, prospectId: string, demo: DemoProspect) {
  const by = demo.by ?? 0
  for (const { day, ...vetting } of demo.vetting ?? [])
    await answerVetting(stage.as(by, day, 40), { prospectId, evidenceUrl: '', ...vetting })
  const day = demo.looked ?? demo.reading?.day
  if (day === undefined) return
  await saveOwnPages(demo)
  const scope = stage.as(by, day, 20)
  // Whoever read a post has asked for it already.
  if (!(await findOutletLook(scope, prospectId))) await askForOutletLook(scope, { prospectId })
  const world = { now: () => scope.now, fetchPage: (url: string) => fetchPage(url), readOutlet }
  await lookAtOutlet({ workspaceId: scope.workspaceId, prospectId }, world)
}

/** Their homepage, and what they say to whoever would write for them. */
async function saveOwnPages({ name, address, reading, guidelines, offers }: DemoProspect) {
  const { origin } = new URL(address)
  const seen = typeof guidelines === 'object' ? guidelines : null
  const links = [
    ...(reading ? [`<a href="${reading.url}">The newest post</a>`] : []),
    ...(seen ? [`<a href="${seen.url}">Work with me</a>`] : []),
    ...(offers ? [`<a href="${origin}/partners">Partners</a>`] : []),
  ]
  await savePage(`${origin}/`, pageOf(name, [`${name}.`, links.join(' ')]))
  if (seen) await savePage(seen.url, pageOf('Work with me', [seen.note]))
  if (offers) await savePage(`${origin}/partners`, pageOf('Partners', offers))
}

function pageOf(title: string, paragraphs: string[]): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')}</body></html>`
}
