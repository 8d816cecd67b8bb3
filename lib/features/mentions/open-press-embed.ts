import { embedHtml, embedJson, noEmbedHtml } from '#lib/domain/press/press-embed.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { countTry } from '#lib/server/throttle.ts'
import type { Visit } from '../person-action.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { answerOr304 } from './open-press-page.ts'
import { choiceOf, readEmbed } from './press-embed-queries.ts'

const ADDRESS = /^[a-z2-9]{16}$/
/** What was turned off is gone from every cache five minutes later. */
const CACHE = 'public, max-age=300, must-revalidate'
const JSON_FILE = 'press.json'
/** Other sites' scripts may read this answer: everybody may. It knows no cookies, and takes nothing but GET. */
const FOR_EVERYBODY = { 'access-control-allow-origin': '*' }

/**
 * What everybody gets who asks for a Site's press to show it on a page of theirs: HTML for a frame, or JSON. Unknown, turned
 * off, of a Site in the trash or a workspace that is leaving, or another file: the same 404, counted against who asks, as with press pages.
 *
 * @param parts of the address, behind /embed/
 */
export async function embedResponse(
  request: Request,
  parts: readonly string[],
  visit: Visit,
): Promise<Response> {
  const [address = '', file, ...rest] = parts
  const isOdd = rest.length > 0 || (file !== undefined && file !== JSON_FILE)
  const found = isOdd ? null : await findOn(address)
  if (!found) {
    await countTry({ kind: 'link', of: visit.peer }, visit.now)
    return new Response(noEmbedHtml(), {
      status: 404,
      headers: { ...HTML, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' },
    })
  }
  const { workspaceId, siteId, site } = found
  const facts = await readEmbed({ workspaceId, siteId }, site, choiceOf(found))
  const headers = { 'cache-control': CACHE, 'x-robots-tag': 'noindex, nofollow' }
  return file === JSON_FILE
    ? answerOr304(request, embedJson(facts), { ...headers, ...JSON_TYPE, ...FOR_EVERYBODY })
    : answerOr304(request, embedHtml(facts), { ...headers, ...HTML })
}

/** The row behind an address; the one place where nobody knows yet whose it is. */
async function findOn(address: string) {
  if (!ADDRESS.test(address)) return null
  return databaseAcrossWorkspaces().pressPage.findFirst({
    where: { embedAddress: address, site: { deletedAt: null }, ...OF_STANDING },
    select: {
      ...{ workspaceId: true, siteId: true, embedCount: true, embedKinds: true, embedWords: true },
      site: { select: { name: true, timeZone: true } },
    },
  })
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' }
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff' }
