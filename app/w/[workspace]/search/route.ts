import type { CommandItem } from '#components/shell/command-search.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { searchCampaigns } from '#lib/features/campaigns/campaign-queries.ts'
import { searchPromises } from '#lib/features/ledger/promise-queries.ts'
import { searchMentions } from '#lib/features/mentions/mention-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { searchContacts } from '#lib/features/prospects/contact-queries.ts'
import { searchProspects } from '#lib/features/prospects/prospect-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

const SHORTEST_QUERY = 2
const OF_EACH = 6
const PROMISE_CHARACTERS = 120

type Context = { params: Promise<{ workspace: string }> }

/** What the command palette finds: prospects, people, promises, campaigns, mentions and sites. A viewer finds what belongs to their own sites. */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'sites.read')
  const words = searchText(new URL(request.url).searchParams.get('q') ?? '').trim()
  if (words.length < SHORTEST_QUERY) return answer([])
  const home = `/w/${workspace}`
  const [prospects, contacts, promises, campaigns, mentions, sites] = await Promise.all([
    can(scope.role, 'prospects.read') ? searchProspects(scope, words, OF_EACH) : [],
    can(scope.role, 'prospects.read') ? searchContacts(scope, words, OF_EACH) : [],
    can(scope.role, 'prospects.read') ? searchPromises(scope, words, OF_EACH) : [],
    can(scope.role, 'campaigns.read') ? searchCampaigns(scope, words, OF_EACH) : [],
    searchMentions(scope, words, OF_EACH),
    listSites(scope),
  ])
  return answer([
    ...prospects.map(({ id, name, outletKey }) => ({
      ...{
        label: name,
        href: `${home}/prospects/${id}`,
        group: 'Prospects',
        hint: readableAddress(outletKey),
      },
    })),
    ...contacts.map(({ id, name, outlets }) => ({
      ...{
        label: name,
        href: `${home}/contacts/${id}`,
        group: 'People',
        hint: outlets[0]?.name,
      },
    })),
    ...promises.map(({ words: promised, prospect }) => ({
      ...{
        label: promised.slice(0, PROMISE_CHARACTERS),
        href: `${home}/prospects/${prospect.id}#promises`,
        group: 'Promises',
        hint: prospect.name,
      },
    })),
    ...campaigns.map(({ id, name, site }) => ({
      ...{ label: name, href: `${home}/campaigns/${id}`, group: 'Campaigns', hint: site.name },
    })),
    ...mentions.map(({ id, url, site }) => ({
      ...{ label: readableAddress(url), href: `${home}/mentions/${id}`, group: 'Mentions', hint: site.name },
    })),
    ...sites
      .filter((site) => holds([site.name, ...site.domains.map(readableAddress)], words))
      .slice(0, OF_EACH)
      .map(({ id, name, ownerName }) => ({
        ...{ label: name, href: `${home}/sites/${id}`, group: 'Sites', hint: ownerName },
      })),
  ])
}

function answer(items: CommandItem[]): Response {
  return Response.json(items, { headers: { 'cache-control': 'no-store' } })
}

function holds(texts: string[], words: string): boolean {
  return texts.some((text) => text.toLowerCase().includes(words.toLowerCase()))
}
