import { readableHost } from '#lib/domain/idn.ts'
import type { LinkQuestion, LinkTarget } from '#lib/domain/link-check/link-question.ts'
import type { MentionProvenance } from '#lib/domain/mention-provenance.ts'

type Asked = {
  url: string
  targetUrl: string | null
  provenance: string
  aboutUs: boolean
  everLinked: boolean
}
type Asking = { name: string; domains: string[]; brandNames: string[]; peopleNames: string[] }

/** What one look asks of a mention's page: is there a link to the Site, or one of its names? */
export function questionOf(mention: Asked, site: Asking): LinkQuestion {
  return {
    url: mention.url,
    targets: targetsOf(site),
    targetUrl: mention.targetUrl,
    brands: [
      ...new Set([...namesOf(site), ...site.domains.flatMap((domain) => [domain, readableHost(domain)])]),
    ],
    followHops: true,
    previously: mention.everLinked ? 'linked' : null,
    saidAboutUs: mention.aboutUs,
    provenance: mention.provenance as MentionProvenance,
  }
}

export function targetsOf(site: Pick<Asking, 'domains'>): LinkTarget[] {
  return site.domains.map((domain) => ({ domain, includeSubdomains: true }))
}

/** Hosts under .example belong to nobody (RFC 2606): the demo's pages are saved copies, and no network is asked. */
export function isDemoAddress(url: string): boolean {
  return /\.example\.?$/i.test(URL.parse(url)?.hostname ?? '')
}

/** Jobs of one host run one after the other. */
export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? 'no-host'
}

/** The names a page is looked through for; the Site's own counts where no brand was given. */
export function namesOf({
  name,
  brandNames,
  peopleNames,
}: Pick<Asking, 'name' | 'brandNames' | 'peopleNames'>): string[] {
  return [...(brandNames.length > 0 ? brandNames : [name]), ...peopleNames]
}
