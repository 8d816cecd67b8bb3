import type { ContributionKind } from '#lib/domain/contributions/contribution-kinds.ts'
import type { ContributionState } from '#lib/domain/contributions/contribution-states.ts'
import type { Fit } from '#lib/domain/contributions/fit.ts'
import type { CustomFieldKind, CustomNoun } from '#lib/domain/custom-fields.ts'
import type { AskAnswer } from '#lib/domain/link-ask.ts'
import type { OverruleOutcome } from '#lib/domain/link-check/outcome-decisions.ts'
import type { MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { OwnLook } from '#lib/domain/own-look.ts'
import type { BlockKind } from '#lib/domain/pitch-desk/building-blocks.ts'
import type { PromiseSide } from '#lib/domain/promises.ts'
import type { ProspectKind } from '#lib/domain/prospect-kinds.ts'
import type { FactKind } from '#lib/domain/requests/fact-kinds.ts'
import type { AnswerWay, RequestEnding } from '#lib/domain/requests/request-states.ts'
import type { ThankedBy } from '#lib/domain/thanks.ts'
import type { TouchKind } from '#lib/domain/touch-kinds.ts'
import type { VettingAnswer, VettingQuestion } from '#lib/domain/vetting.ts'
import type { EventType } from '#lib/domain/webhooks/event-types.ts'
import type { SentVia } from '#lib/features/pitches/pitch-schema.ts'

/** What the demo tells, as data: the seed plays it through the real commands, each at its day. Days are days ago. */
export type DemoStory = {
  workspace: string
  postalAddress: string
  people: DemoPerson[]
  sites: DemoSite[]
  campaigns: DemoCampaign[]
  /** What may be given away. */
  items?: DemoItem[]
  prospects: DemoProspect[]
  /** What prospects of this story have written lately. */
  feeds?: DemoFeed[]
  /** What was agreed with prospects of this story. */
  works?: DemoWork[]
  /** What was published for others to cite. */
  insights?: DemoInsight[]
  /** For customers. */
  reports?: DemoReport[]
  /** The workspace's own. */
  fields?: DemoField[]
  /** What is true in many letters. */
  blocks?: DemoBlock[]
  /** What may be said of the Sites. */
  facts?: DemoFact[]
  /** What journalists asked for. */
  requests?: DemoRequest[]
  /** Of the pages that campaigns hope for. */
  ownPages?: DemoOwnPage[]
  /** A day on which somebody had all mentions checked at once; none of them is younger. */
  /** A file somebody brought in and has not decided on yet. */
  file?: { day: number; by: number; name: string; text: string }
  checkRun?: { day: number; by: number }
  /** Whose letters somebody else reads before they go, asked for so many days ago. */
  readFirst?: { day: number; by: number; writer: number }
  /** Whose mailbox was connected, so many days ago. It rests. */
  mailbox?: { by: number; day: number }
  /** A program that was told things, and is turned off: no demo speaks to anybody's server. */
  webhook?: { by: number; day: number; name: string; url: string; types: EventType[] }
  /** Mails of that mailbox that wait for its member's word. */
  doubts?: DemoDoubt[]
}

/** One that came in, or lies among what its member sent. */
/** Written on `day`, of the days between `from` and `to`; given to review on `asked`, and then approved and shared. */
export type DemoReport = {
  site: number
  title: string
  words: string
  by: number
  day: number
  from: number
  to: number
  asked?: number
  approved?: { by: number; day: number }
}

export type DemoDoubt = {
  by: number
  day: number
  folder: 'INBOX' | 'Sent'
  from: string
  to: string
  subject: string
  words: string
}

export type DemoPerson = {
  name: string
  email: string
  role: 'owner' | 'manager' | 'writer' | 'reviewer' | 'viewer'
  timeZone: string
  demoRole?: string
  /** Numbers of the sites a viewer may see. */
  sees?: number[]
}

export type DemoSite = {
  name: string
  ownerName: string
  domains: string
  brandNames: string
  peopleNames: string
  timeZone: string
  /** Its press is open to everybody, since so many days ago. */
  press?: { day: number; name: string; intro: string }
}

/** `site`: for letters of that one only; `isOwn`: for those of whoever added it. */
export type DemoBlock = {
  kind: BlockKind
  name: string
  text: string
  day: number
  by?: number
  site?: number
  isOwn?: boolean
}

/** A line of a Site's fact sheet; without `site`, of the first. */
export type DemoFact = {
  kind: FactKind
  title: string
  text: string
  person?: string
  source?: string
  sourceUrl?: string
  saidOn?: string
  site?: number
}

/** A call for sources. `dueIn`: days from today, negative when it has passed; `ticks`: words on its conditions, in their order. */
export type DemoRequest = {
  day: number
  by?: number
  dueIn: number
  hour: string
  topic: string
  outlet: string
  journalist: string
  replyTo: string
  query: string
  asks?: string[]
  ticks?: { answer: 'met' | 'unmet'; evidence: string }[]
  draft?: { day: number; subject: string; body: string }
  answer?: { day: number; subject: string; body: string; via: AnswerWay }
  /** Where it ran, and the day somebody found it. */
  ran?: { day: number; url: string; html: string }
  closed?: { day: number; reason: RequestEnding }
}

export type DemoCampaign = {
  name: string
  site: number
  route: 'product' | 'service'
  story: string
  targetUrls: string
}

export type DemoProspect = {
  kind: ProspectKind
  name: string
  address: string
  country?: string
  whyCare: string
  added: number
  by?: number
  guidelines?: 'absent' | { url: string; note: string }
  notForUs?: string
  language?: string
  tags?: string
  /** By the label of the field. */
  own?: Record<string, string>
  vetting?: DemoVetting[]
  /** What their page for guest writers and advertisers says, a paragraph each; our look at it happens on `looked`. */
  offers?: string[]
  looked?: number
  contact?: {
    name: string
    role: string
    country?: string
    timeZone?: string
    writesAs?: 'company' | 'self'
    via: {
      kind: 'email' | 'form' | 'dm' | 'spoken'
      address: string
      page: string
      words: string
      noUnsolicited?: boolean
    }
  }
  touches?: { day: number; kind: TouchKind; note: string; url?: string }[]
  promises?: DemoPromise[]
  reading?: DemoReading
  pitch?: DemoPitch
  sample?: DemoSample
  mention?: DemoMention
}

/** `due`: days ago, or still to come where it is less than none. `inLetter`: it was made in their conversation. */
export type DemoPromise = {
  day: number
  whose: PromiseSide
  words: string
  due: number
  inLetter?: boolean
  kept?: { day: number; note?: string }
  released?: { day: number; reason: string }
}

/** Choices one a line, as the form takes them. */
export type DemoField = { noun: CustomNoun; label: string; kind: CustomFieldKind; choices?: string }

export type DemoVetting = { day: number; question: VettingQuestion; answer: VettingAnswer; evidence: string }

export type DemoReading = {
  day: number
  url: string
  html: string
  quote: string
  struck: string
  gap?: string
}

export type DemoPitch = {
  campaign: number
  started: number
  subject: string
  body: string
  /** Somebody is asked to read it on that day, and it still waits for them. */
  reviewAsked?: number
  /** What somebody says about words of it while it waits. */
  remark?: { day: number; by: number; quote: string; words: string }
  /** Left out: it stays a draft, or in review. */
  ready?: number
  sent?: { day: number; via: SentVia }
  followUp?: { day: number; subject: string; body: string }
  reply?: { day: number; words: string }
  answer?: { day: number; words: string }
  no?: { day: number; words: string }
  stop?: { day: number; words: string }
  bounce?: { day: number; words: string }
  withdrawn?: number
}

/** Something to give away. `site` is the story's number of it; `stock` left out: nobody counts. */
export type DemoItem = {
  site: number
  name: string
  page?: string
  cost: string
  currency: string
  stock?: string
}

/** What somebody was offered, and the days on which something happened to it. */
export type DemoSample = {
  item: number
  offered: number
  words: string
  accepted?: number
  declined?: number
  takenBack?: number
  sent?: { day: number; carrier?: string; trackingNumber?: string; shipping?: string }
  arrived?: number
  nothing?: number
  cameBack?: number
}

export type DemoMention = {
  /** It came of the sample. */
  ofSample?: true
  site?: number
  recorded: number
  url: string
  provenance: MentionProvenance
  note?: string
  targetUrl?: string
  aboutUs?: boolean
  /** Days on which somebody looked at the saved copy; what the page said then. */
  looks?: {
    day: number
    html: string
    status?: number
    headers?: Record<string, string>
    robotsTxt?: string
  }[]
  ownLook?: { day: number; saw: OwnLook; words: string }
  /** Days ago on which their page came out. */
  cameOut?: number
  /** The one polite ask, and how it ended. */
  ask?: { day: number; reason: string; closed?: { day: number; answer: AskAnswer } }
  /** Words of thanks; without `via` they are written and still to go. */
  thanks?: { day: number; letBe: true } | { day: number; words: string; via?: ThankedBy }
  /** How it stands on the Site's press page. */
  onPress?: { title?: string; isOff?: boolean }
  /** What somebody who may review said to the outcome. */
  decided?: { day: number; by: number } & (
    | { confirmed: true }
    | { overruled: OverruleOutcome; reason: string }
  )
  by?: number
}

/** A prospect somebody follows, and what stands in their feed. */
export type DemoFeed = {
  address: string
  title: string
  followed: number
  /** `audio`: it is an episode. `pageHtml`: what its page says, where that is not what the feed says. */
  posts: {
    path: string
    title: string
    day: number
    html: string
    isRead?: true
    audio?: true
    pageHtml?: string
  }[]
}

/** A piece of work with the prospect at that address. Days ahead are from today; steps and coming out, days ago. */
export type DemoWork = {
  with: string
  kind: ContributionKind
  title: string
  day: number
  by?: number
  site?: number
  state?: 'planned' | 'pitched' | 'agreed'
  dueInDays?: number
  airsInDays?: number
  recording?: { inDays: number; time: string; zone: string }
  bylines?: string[]
  wish?: string
  paid?: string
  note?: string
  /** Why one would want the listing without any search engine. */
  wanted?: string
  fit?: Fit
  sheet?: Partial<Record<'hosts' | 'asked' | 'heard' | 'facts' | 'story1' | 'story2' | 'story3', string>>
  /** What was given, one version after the other. */
  texts?: string[]
  steps?: { day: number; to: Exclude<ContributionState, 'published'> }[]
  out?: { day: number; url: string }
}

export type DemoInsight = {
  title: string
  url: string
  day: number
  publishedDay: number
  whatsNew: string
  citedAs: string
  site?: number
  by?: number
}

/** A page of ours as a look found it. */
export type DemoOwnPage = { url: string; day: number; html: string; status?: number; robotsTxt?: string }

/** A page as such sites look: navigation, article, footer. */
export function page(title: string, article: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title>${head}</head>
<body>
<header><p>${title.split(' — ')[1] ?? ''}</p><nav><a href="/">Home</a> <a href="/about">About</a> <a href="/contact">Contact</a></nav></header>
<main><article><h1>${title.split(' — ')[0]}</h1>
${article}
</article></main>
<footer><p>Thank you for reading to the end.</p></footer>
</body></html>`
}
