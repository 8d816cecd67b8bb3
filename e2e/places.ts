import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

const app = path.resolve(import.meta.dirname, '..', 'app')

/** Every page of the app, as its route stands in the folder app/: a test can see that none is missing. */
export function everyRoute(): string[] {
  return readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '')}`)
    .sort()
}

/** Pages that show something else to somebody signed in, or need a secret link: looked at on their own. */
export const SIGNED_OUT = ['/sign-in', '/sign-up', '/forgot', '/robot', '/problem']
export const REDIRECTS = ['/', '/capture']
export const BY_SECRET_LINK = [
  '/invite/[token]',
  '/reset/[token]',
  '/morning-mail/[token]',
  '/notifications/[token]',
]

/**
 * The address of a route in the demo shop: ids are taken from links on pages that show them.
 *
 * @param home /w/slug
 */
export async function placeOf(page: Page, home: string, route: string): Promise<string> {
  const inWorkspace = route.replace('/w/[workspace]', home)
  const parameter = /\[(\w+)\]/.exec(inWorkspace)?.[1]
  if (!parameter) return inWorkspace
  let place = inWorkspace
  for (const [, name = ''] of inWorkspace.matchAll(/\[(\w+)\]/g))
    place = place.replace(`[${name}]`, await idOf(page, home, name))
  return place
}

const WHERE: Record<string, { list: string; link: RegExp }> = {
  siteId: { list: '/sites', link: /\/sites\/([0-9a-f-]{36})/ },
  campaignId: { list: '/campaigns', link: /\/campaigns\/([0-9a-f-]{36})/ },
  prospectId: { list: '/prospects?q=packlight', link: /\/prospects\/([0-9a-f-]{36})/ },
  contactId: { list: '/prospects?q=packlight', link: /\/contacts\/([0-9a-f-]{36})/ },
  channelId: { list: '/prospects?q=packlight', link: /\/channels\/([0-9a-f-]{36})/ },
  noteId: { list: '/reading', link: /\/reading\/([0-9a-f-]{36})/ },
  postId: { list: '/reading-list?show=all', link: /\/reading-list\/([0-9a-f-]{36})/ },
  contributionId: { list: '/contributions?state=all', link: /\/contributions\/([0-9a-f-]{36})/ },
  insightId: { list: '/insights', link: /\/insights\/([0-9a-f-]{36})/ },
  pitchId: { list: '/pitches?state=draft', link: /\/pitches\/([0-9a-f-]{36})/ },
  reportId: { list: '/customer-reports', link: /\/customer-reports\/([0-9a-f-]{36})/ },
  sampleId: { list: '/samples', link: /\/samples\/([0-9a-f-]{36})/ },
  itemId: { list: '/samples/items', link: /\/samples\/items\/([0-9a-f-]{36})/ },
  mentionId: { list: '/mentions', link: /\/mentions\/([0-9a-f-]{36})/ },
  runId: { list: '/checks', link: /\/checks\/([0-9a-f-]{36})/ },
  batchId: { list: '/imports', link: /\/imports\/([0-9a-f-]{36})/ },
  memberId: { list: '/settings/members', link: /\/members\/([0-9a-f-]{36})/ },
  mailboxId: { list: '/settings/mailboxes', link: /\/mailboxes\/([0-9a-f-]{36})/ },
  webhookId: { list: '/settings/webhooks', link: /\/webhooks\/([0-9a-f-]{36})/ },
  digestId: { list: '/requests/new', link: /\/digests\/([0-9a-f-]{36})/ },
  requestId: { list: '/requests', link: /\/requests\/([0-9a-f-]{36})/ },
  touchId: { list: '/touch', link: /\/touch\/([0-9a-f-]{36})/ },
}

/** The first id of its kind; contacts and channels stand one and two pages further on. */
async function idOf(page: Page, home: string, name: string): Promise<string> {
  const { list, link } = WHERE[name] ?? missing(name)
  let html = await htmlOf(page, home + list)
  if (name === 'contactId' || name === 'channelId') {
    html = await htmlOf(page, `${home}/prospects/${/\/prospects\/([0-9a-f-]{36})/.exec(html)?.[1]}`)
  }
  if (name === 'channelId')
    html = await htmlOf(page, `${home}/contacts/${/\/contacts\/([0-9a-f-]{36})/.exec(html)?.[1]}`)
  return link.exec(html)?.[1] ?? missing(`${name} on ${list}`)
}

async function htmlOf(page: Page, address: string): Promise<string> {
  return (await page.request.get(address)).text()
}

function missing(what: string): never {
  throw new Error(`The places do not know ${what}: add it to e2e/places.ts`)
}
