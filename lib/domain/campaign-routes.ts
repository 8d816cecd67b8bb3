export const CAMPAIGN_ROUTES = ['product', 'service'] as const
export type CampaignRoute = (typeof CAMPAIGN_ROUTES)[number]

/** The two ways of earning a link (DESIGN.md, section 1), in the words people read. */
export const CAMPAIGN_ROUTE_TABLE: Readonly<Record<CampaignRoute, { label: string; meaning: string }>> = {
  product: {
    label: 'Product route',
    meaning: 'They may try what we make, because it fills a gap in what they wrote.',
  },
  service: {
    label: 'Service route',
    meaning: 'They may ask what we know: an interview, a quote, a guest spot, a roundup.',
  },
}
