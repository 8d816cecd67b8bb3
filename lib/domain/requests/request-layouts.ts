/** Where a request came from, as far as its text says. */
export const REQUEST_LAYOUTS = [
  'haro',
  'sos',
  'qwoted',
  'sourcebottle',
  'social',
  'mail',
  'fields',
  'unknown',
] as const
export type RequestLayout = (typeof REQUEST_LAYOUTS)[number]

export const REQUEST_LAYOUT_LABELS: Readonly<Record<RequestLayout, string>> = {
  haro: 'HARO, or a service after its kind',
  sos: 'Source of Sources',
  qwoted: 'Qwoted',
  sourcebottle: 'SourceBottle',
  social: 'A post with a hashtag',
  mail: 'A mail from a journalist',
  fields: 'A list with fields',
  unknown: 'No layout we know',
}

/** The start is enough to know a service by; names further down may be anybody's. */
const HEAD_CHARACTERS = 20_000
const SERVICES: readonly { layout: RequestLayout; known: RegExp }[] = [
  { layout: 'sos', known: /\bsource of sources\b|sourceofsources\.|\bSOS (?:queries|media|alert|digest)\b/i },
  { layout: 'qwoted', known: /\bqwoted\b/i },
  { layout: 'sourcebottle', known: /\bsource ?bottle\b|\bdrink up!/i },
  {
    layout: 'haro',
    known: /\bHARO\b|\bhelp a reporter\b|helpareporter\.|\bconnectively\b|\bfeatured\.com\b/i,
  },
]

/** Which service's text this is; null where it names none. */
export function namedService(text: string): RequestLayout | null {
  const head = text.slice(0, HEAD_CHARACTERS)
  return SERVICES.find(({ known }) => known.test(head))?.layout ?? null
}

export const REQUEST_HASHTAG = /#(?:journo|press|pr|media|blogger|podcast)_?requests?\b|#bloggersrequired\b/i
