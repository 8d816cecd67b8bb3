import { z } from 'zod'
import { REPORT_GROUPS, REPORT_OUTCOMES, type ReportGroup } from './report-outcomes.ts'
import { REPORT_SECTIONS } from './report-states.ts'

/** Empty where what was kept is no address, as where an erased person's own stood. */
const webPage = z
  .string()
  .regex(/^https?:\/\//i)
  .catch('')

/** One page that is told of. */
export const reportClip = z.object({
  /** Ours; no customer reads it. */
  mentionId: z.string(),
  url: webPage,
  /** What the page calls itself; empty where nobody knows. */
  title: z.string(),
  /** Where it stands, as people read it: "wanderlust.example". */
  outlet: z.string(),
  outcome: z.enum(REPORT_OUTCOMES),
  provenance: z.string(),
  group: z.enum(REPORT_GROUPS),
  /** A person looked, and no machine. */
  seenByPerson: z.boolean(),
  /** A person said so against the looks. Reports of before do not tell it. */
  saidByPerson: z.boolean().default(false),
  /** What stands around the link or the name, as a look saw it; empty where none did, or where it was taken out. */
  words: z.string(),
  /** Dates are days in the Site's zone. */
  publishedOn: z.string().nullable(),
  firstSeenOn: z.string().nullable(),
  lastLookedOn: z.string().nullable(),
  /** Where its looks stood: what its evidence ends with. Null in reports that were approved before this was kept. */
  evidence: z
    .object({
      looks: z.int().min(0),
      headHash: z.string().nullable(),
      /** Since when it comes to this outcome, ISO 8601. */
      outcomeAt: z.string().nullable(),
    })
    .nullable()
    .catch(null),
})
export type ReportClip = z.infer<typeof reportClip>

/** One thing that is not as it was when the last report of this Site was approved. */
export const reportChange = z.object({
  kind: z.enum(['new', 'lost', 'changed']),
  url: webPage,
  title: z.string(),
  outlet: z.string(),
  outcome: z.enum(REPORT_OUTCOMES),
  /** What it was; null for a new one. */
  before: z.enum(REPORT_OUTCOMES).nullable(),
})
export type ReportChange = z.infer<typeof reportChange>

/** Never a drawing that could carry scripts. */
const logo = z.string().regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/, 'is no picture')

/** Everything a report shows. Kept as it is when it is approved; nothing that is read later comes from anywhere else. */
export const reportContent = z.object({
  version: z.literal(1),
  agency: z.object({ name: z.string(), logo: logo.nullable().catch(null) }),
  site: z.object({ id: z.string(), name: z.string(), domain: z.string().nullable() }),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  /** The day it tells of things as they stood on. */
  asOf: z.string(),
  sections: z.array(z.enum(REPORT_SECTIONS)),
  words: z.string(),
  numbers: z.record(z.enum(REPORT_GROUPS), z.int().min(0)),
  clips: z.array(reportClip),
  /** Null: there was no report before. */
  changes: z.object({ since: z.string(), list: z.array(reportChange), more: z.int().min(0) }).nullable(),
})
export type ReportContent = z.infer<typeof reportContent>

/** There is evidence of the pages a report shows: of none where it only counts them. */
export function hasEvidence({ sections }: Pick<ReportContent, 'sections'>): boolean {
  return sections.includes('clips')
}

/** A report as it was kept. @throws ZodError when something else was kept there */
export function readReportContent(kept: unknown): ReportContent {
  return reportContent.parse(kept)
}

/** The numbers are counted from the clips themselves: whoever counts what is shown comes to the same. */
export function numbersOf(clips: readonly Pick<ReportClip, 'group'>[]): Record<ReportGroup, number> {
  const numbers = Object.fromEntries(REPORT_GROUPS.map((group) => [group, 0])) as Record<ReportGroup, number>
  for (const { group } of clips) numbers[group] += 1
  return numbers
}

/**
 * What was read of a report that is approved, without what goes on changing by itself: days and numbers of looks. Two that are alike
 * by this say the same.
 */
export function whatItSays({ asOf: _, clips, ...content }: ReportContent): string {
  return JSON.stringify({
    ...content,
    clips: clips.map(({ lastLookedOn: __, evidence: ___, ...clip }) => clip),
  })
}
