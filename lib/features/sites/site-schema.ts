import { z } from 'zod'
import { parseSiteDomain } from '#lib/domain/site-domain.ts'
import { id, line, list, timeZone } from '../form-fields.ts'

const MOST_DOMAINS = 20

export const siteSchema = z.object({
  name: line('the name of the site', { max: 120 }),
  ownerName: line('whose site it is', { max: 120 }),
  domains: list({ max: MOST_DOMAINS }).superRefine((entries, context) => {
    if (entries.length === 0)
      context.addIssue({ code: 'custom', message: 'Please name at least one domain, like example.com.' })
    for (const entry of entries) {
      const parsed = parseSiteDomain(entry)
      if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.error })
    }
  }),
  brandNames: list({ max: 30 }),
  peopleNames: list({ max: 30 }),
  timeZone: timeZone(),
})

export const changeSiteSchema = siteSchema.extend({ siteId: id('a site') })

export type SiteInput = z.output<typeof siteSchema>
