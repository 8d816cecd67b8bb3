import type { CustomFieldKind, CustomNoun } from '#lib/domain/custom-fields.ts'
import type { AskAnswer } from '#lib/domain/link-ask.ts'
import type { OverruleOutcome } from '#lib/domain/link-check/outcome-decisions.ts'
import type { MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { OwnLook } from '#lib/domain/own-look.ts'
import type { BlockKind } from '#lib/domain/pitch-desk/building-blocks.ts'
import type { PromiseSide } from '#lib/domain/promises.ts'
import type { ProspectKind } from '#lib/domain/prospect-kinds.ts'
import type { ThankedBy } from '#lib/domain/thanks.ts'
import type { TouchKind } from '#lib/domain/touch-kinds.ts'
import type { VettingAnswer, VettingQuestion } from '#lib/domain/vetting.ts'
import type { SentVia } from '#lib/features/pitches/pitch-schema.ts'

/** What the demo tells, as data: the seed plays it through the real commands, each at its day. Days are days ago. */
export type DemoStory = {
  workspace: string
  postalAddress: string
  people: DemoPerson[]
  sites: DemoSite[]
  campaigns: DemoCampaign[]
  prospects: DemoProspect[]
  /** What prospects of this story have written lately. */
  feeds?: DemoFeed[]
  /** The workspace's own. */
  fields?: DemoField[]
  /** What is true in many letters. */
  blocks?: DemoBlock[]
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

export type DemoMention = {
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
  posts: { path: string; title: string; day: number; html: string; isRead?: true }[]
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
