import type { CustomValues } from '#lib/domain/custom-fields.ts'
import type { ImportRecord, OutletFacts } from '#lib/domain/imports/import-record.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { siteOfMailAddress } from '#lib/domain/own-mail-domain.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import type { PlanContext } from './import-plan.ts'
import { cut, NAME_MAX, nameKeyOf, plain } from './stored-text.ts'
import type { WantedProspect } from './wanted-things.ts'

/** The outlet of a row, with what the file says of it. */
export function wantedOutlet(
  { prospect, contact }: ImportRecord,
  { note, tags }: { note: string; tags: string[] },
  custom: CustomValues,
  context: PlanContext,
): WantedProspect {
  const { url, name = '', kind, ...said } = prospect ?? {}
  const outlet = url ? outletKeyOf(url) : null
  const outletKey = said.outletKey ?? (outlet?.ok ? outlet.key : null)
  return {
    outletKey,
    homepage: outletKey === null ? '' : homepageOf(url ?? '', outletKey),
    name: cut(name, NAME_MAX),
    kind: kind ?? '',
    country: said.country ?? null,
    language: said.language ?? null,
    whyCare: plain(said.whyCare),
    ownerId: said.owner ? (context.members.get(nameKeyOf(said.owner)) ?? null) : null,
    guidelines: said.guidelines ?? null,
    guidelinesUrl: said.guidelinesUrl ?? null,
    guidelinesNote: plain(said.guidelinesNote),
    notForUsAt: setAside(said, context),
    notForUsReason: plain(said.notForUsReason),
    note,
    tags,
    custom,
    guess: url || !name ? null : guessOf(contact, context),
  }
}

/** When it was set aside, as the file says; a reason without a day is of today, and no day is yet to come. */
function setAside(said: OutletFacts, { now }: PlanContext): string | null {
  if (!said.notForUsAt && !said.notForUsReason) return null
  const at = new Date(said.notForUsAt ?? now)
  return (at > now ? now : at).toISOString()
}

/** The one site that all addresses with a domain of their own give away; never ours. */
function guessOf(contact: ImportRecord['contact'], { isOurPage }: PlanContext): WantedProspect['guess'] {
  const addresses = contact?.emails ?? (contact?.email ? [contact.email] : [])
  const sites = addresses.flatMap((address) => {
    const site = siteOfMailAddress(address)
    return site && !isOurPage(new URL(site.url)) ? [{ ...site, address }] : []
  })
  return sites.every(({ outletKey }) => outletKey === sites[0]?.outletKey) ? (sites[0] ?? null) : null
}

function homepageOf(url: string, outletKey: string): string {
  const parsed = parseWebAddress(url)
  if (!parsed.ok || outletKey.includes('/')) return `https://${outletKey}`
  return parsed.host.endsWith(outletKey) ? new URL(parsed.url).origin : `https://${outletKey}`
}
