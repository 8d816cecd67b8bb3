import type { FormatRule } from './format-rule.ts'

/** Search Console in English, and trackers of links, by the headers their files really have. */
export const TRACKER_FORMAT_RULES: readonly FormatRule[] = [
  {
    format: 'gsc-sites',
    has: ['site', 'linking pages', 'target pages'],
    only: true,
    columns: { site: 'prospect.url' },
  },
  {
    format: 'gsc-top-linked-pages',
    has: ['target page', 'incoming links', 'linking sites'],
    only: true,
    columns: {},
  },
  {
    format: 'gsc-latest-links',
    has: ['linking page', 'last crawled'],
    only: true,
    columns: { 'linking page': 'mention.sourceUrl' },
  },
  {
    format: 'gsc-sample-links',
    has: ['linking page'],
    only: true,
    columns: { 'linking page': 'mention.sourceUrl' },
  },
  { format: 'gsc-linking-text', has: ['rank', 'link text'], only: true, columns: {} },
  {
    format: 'linksentinel',
    has: ['source_url', 'target_url'],
    oneOf: [['expected_rel', 'expected_anchor_text', 'expected_target_url', 'expected_status']],
    columns: {
      source_url: 'mention.sourceUrl',
      target_url: 'mention.targetUrl',
      expected_anchor_text: 'mention.anchor',
      expected_rel: 'mention.rel',
      cost: 'mention.cost',
      placement_date: 'mention.firstSeen',
      expected_status: 'status',
      notes: 'notes',
      tags: 'tags',
    },
  },
  {
    format: 'base-me',
    has: ['client', 'link', 'date', 'category'],
    columns: { link: 'mention.sourceUrl', category: 'tags', status: 'status' },
  },
  {
    format: 'buzzstream-link-partners',
    has: [],
    oneOf: [['link partner - name', 'link partner - domain']],
    columns: {
      'link partner - name': 'prospect.name',
      'link partner - domain': 'prospect.url',
      'linking from': 'mention.sourceUrl',
      'linking to': 'mention.targetUrl',
      'anchor text': 'mention.anchor',
      'acquisition method': 'mention.provenance',
      'payment - amount': 'mention.cost',
    },
  },
]
