import type { CommandItem } from '#components/shell/command-search.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { can } from '#lib/domain/roles.ts'
import { searchCampaigns } from '#lib/features/campaigns/campaign-queries.ts'
import { searchContributions } from '#lib/features/contributions/contribution-list-queries.ts'
import { searchInsights } from '#lib/features/insights/insight-queries.ts'
import { searchPromises } from '#lib/features/ledger/promise-queries.ts'
import { searchMentions } from '#lib/features/mentions/mention-queries.ts'
import { searchText } from '#lib/features/page-params.ts'
import { searchContacts } from '#lib/features/prospects/contact-queries.ts'
import { searchProspects } from '#lib/features/prospects/prospect-queries.ts'
import { searchRequests } from '#lib/features/requests/request-queries.ts'
import { searchSamples } from '#lib/features/samples/sample-list-queries.ts'
import { listSites } from '#lib/features/sites/site-queries.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

const SHORTEST_QUERY = 2
const OF_EACH = 6
const PROMISE_CHARACTERS = 120

type Context = { params: Promise<{ workspace: string }> }

/**
 * What the command palette finds: prospects, people, promises, campaigns, samples, work with outlets, insights, mentions,
 * requests and sites. A viewer finds what belongs to their own sites.
 */
export async function GET(request: Request, { params }: Context) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace, 'sites.read')
  const words = searchText(new URL(request.url).searchParams.get('q') ?? '').trim()
  if (words.length < SHORTEST_QUERY) return answer([])
  const home = `/w/${workspace}`
  const [prospects, contacts, promises, campaigns, samples, works, insights, mentions, requests, sites] =
    await Promise.all([
      can(scope.role, 'prospects.read') ? searchProspects(scope, words, OF_EACH) : [],
      can(scope.role, 'prospects.read') ? searchContacts(scope, words, OF_EACH) : [],
      can(scope.role, 'prospects.read') ? searchPromises(scope, words, OF_EACH) : [],
      can(scope.role, 'campaigns.read') ? searchCampaigns(scope, words, OF_EACH) : [],
      can(scope.role, 'samples.read') ? searchSamples(scope, words, OF_EACH) : [],
      can(scope.role, 'contributions.read') ? searchContributions(scope, words, OF_EACH) : [],
      can(scope.role, 'insights.read') ? searchInsights(scope, words, OF_EACH) : [],
      searchMentions(scope, words, OF_EACH),
      can(scope.role, 'requests.read') ? searchRequests(scope, words, OF_EACH) : [],
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
    ...samples.map(({ id, item, prospect }) => ({
      ...{ label: item.name, href: `${home}/samples/${id}`, group: 'Samples', hint: prospect.name },
    })),
    ...works.map(({ id, title, prospect }) => ({
      ...{ label: title, href: `${home}/contributions/${id}`, group: 'Work', hint: prospect.name },
    })),
    ...insights.map(({ id, title, site }) => ({
      ...{ label: title, href: `${home}/insights/${id}`, group: 'Insights', hint: site.name },
    })),
    ...mentions.map(({ id, url, site }) => ({
      ...{ label: readableAddress(url), href: `${home}/mentions/${id}`, group: 'Mentions', hint: site.name },
    })),
    ...requests.map(({ id, topic, outlet }) => ({
      ...{ label: topic, href: `${home}/requests/${id}`, group: 'Requests', hint: outlet },
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
