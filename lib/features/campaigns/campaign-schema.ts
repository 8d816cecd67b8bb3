import { z } from 'zod'
import { CAMPAIGN_ROUTES } from '#lib/domain/campaign-routes.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line, text, tick } from '../form-fields.ts'
import { cursorFields } from '../page-cursor.ts'

const MOST_TARGETS = 50

export const campaignSchema = z.object({
  name: line('the name of the campaign', { max: 120 }),
  siteId: id('a site'),
  route: choice(CAMPAIGN_ROUTES, 'a route'),
  story: text('the story', { max: 10_000 }),
  targetUrls: webAddresses(),
})

export const changeCampaignSchema = campaignSchema.extend({ campaignId: id('a campaign') })

export const readCampaignFirstSchema = z.object({ campaignId: id('a campaign'), isReadFirst: tick() })

/** Where in the list of campaigns one is: all of it stands in the address. */
export const campaignListSchema = z.object(cursorFields)

export type CampaignInput = z.output<typeof campaignSchema>

/** One address per line or apart by spaces; a comma may be part of an address. */
function webAddresses() {
  return z
    .string()
    .optional()
    .default('')
    .transform((typed, context) => {
      const entries = [...new Set(typed.split(/\s+/u).filter(Boolean))]
      if (entries.length === 0) {
        context.addIssue({ code: 'custom', message: 'Please name at least one page you hope to see linked.' })
      }
      if (entries.length > MOST_TARGETS) {
        context.addIssue({ code: 'custom', message: `At most ${MOST_TARGETS} pages, please.` })
        return z.NEVER
      }
      const urls = entries.map((entry) => {
        const parsed = parseWebAddress(entry)
        if (parsed.ok) return parsed.url
        context.addIssue({ code: 'custom', message: `${shortened(entry)}: ${parsed.error}` })
        return entry
      })
      return [...new Set(urls)]
    })
}

function shortened(entry: string): string {
  return entry.length > 60 ? `${entry.slice(0, 59)}…` : entry
}
