import { countryName } from '#lib/domain/countries.ts'
import { ownConditionWords } from '#lib/domain/own-conditions.ts'
import { PROSPECT_KIND_TABLE } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGE_TABLE } from '#lib/domain/prospect-stage.ts'
import type { ProspectChoices } from '#lib/features/prospects/prospect-choices-queries.ts'
import {
  type LastTouch,
  type NextTouch,
  type ProspectList,
  prospectListHref,
} from '#lib/features/prospects/prospect-list.ts'

export const NEXT_TOUCH_LABELS: Readonly<Record<NextTouch, string>> = {
  overdue: 'Follow-up overdue',
  week: 'Follow-up this week',
  none: 'No follow-up due',
}

/** What a last-touch filter says, as people would. */
export function lastTouchLabel(touched: LastTouch): string {
  if (touched === 'never') return 'Never touched'
  const [direction, days] = touched.split('-')
  return direction === 'within' ? `Touched in the last ${days} days` : `Not touched for ${days} days`
}

/** What a list is narrowed down by, each with the address without it. */
export function prospectChips(base: string, list: ProspectList, choices: ProspectChoices) {
  const chips: { label: string; href: string }[] = []
  const add = (label: string, change: Partial<ProspectList>) =>
    chips.push({ label, href: prospectListHref(base, list, change) })
  const named = (rows: readonly { id: string; name: string }[], id: string, gone: string) =>
    rows.find((row) => row.id === id)?.name ?? gone
  const labelOf = (key: string) => choices.fields.find((field) => field.key === key)?.label ?? key
  if (list.q) add(`“${list.q}”`, { q: '' })
  if (list.kind) add(PROSPECT_KIND_TABLE[list.kind].label, { kind: '' })
  if (list.stage) add(PROSPECT_STAGE_TABLE[list.stage].label, { stage: '' })
  for (const tag of list.tag) add(`Tag: ${tag}`, { tag: list.tag.filter((other) => other !== tag) })
  if (list.owner === 'nobody') add('Looked after by nobody', { owner: '' })
  else if (list.owner)
    add(`Looked after by ${named(choices.owners, list.owner, 'somebody who has left')}`, { owner: '' })
  if (list.site) add(`Site: ${named(choices.sites, list.site, 'in the trash')}`, { site: '' })
  if (list.campaign)
    add(`Campaign: ${named(choices.campaigns, list.campaign, 'in the trash')}`, { campaign: '' })
  if (list.batch) add('From one import', { batch: '' })
  if (list.next) add(NEXT_TOUCH_LABELS[list.next], { next: '' })
  if (list.touched) add(lastTouchLabel(list.touched), { touched: '' })
  if (list.link) add('Has a link', { link: '' })
  if (list.unlinked) add('Mentioned, no link', { unlinked: '' })
  if (list.contacted) add('Never written to', { contacted: '' })
  if (list.country) add(countryName(list.country), { country: '' })
  if (list.language) add(`Language: ${list.language}`, { language: '' })
  for (const [key, value] of Object.entries(list.custom)) {
    const { [key]: _, ...custom } = list.custom
    add(`${labelOf(key)}: ${value}`, { custom })
  }
  for (const condition of list.own)
    add(ownConditionWords(labelOf(condition.key), condition), {
      own: list.own.filter((other) => other !== condition),
    })
  return chips
}
