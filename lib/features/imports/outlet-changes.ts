import { FieldChanges } from './field-changes.ts'
import type { PlanContext, Step } from './import-plan.ts'
import type { KnownProspect, KnownWorld } from './known-things.ts'
import type { WantedProspect } from './wanted-things.ts'

/** What a row would change of an outlet we have. */
export function outletChanges(
  known: KnownProspect,
  wanted: WantedProspect,
  world: KnownWorld,
  context: PlanContext,
): Step {
  const changes = new FieldChanges('prospect', known, world, context)
  changes.value('name', known.name, wanted.name, known.name === known.outletKey)
  changes.value('kind', known.kind, wanted.kind)
  for (const field of ['country', 'language', 'whyCare', 'ownerId'] as const)
    changes.value(field, known[field], wanted[field])
  addGuidelines(changes, known, wanted)
  changes.value('guidelinesNote', known.guidelinesNote, wanted.guidelinesNote)
  addNotForUs(changes, known, wanted)
  changes.note(known.note, wanted.note)
  changes.tags(known.tags, wanted.tags)
  changes.custom(known.custom, wanted.custom)
  return changes.step(known.name)
}

/** Guidelines that were seen have a page, and a page is one that was seen: the two go together. */
function addGuidelines(changes: FieldChanges, known: KnownProspect, wanted: WantedProspect) {
  if (known.guidelines === wanted.guidelines) {
    changes.value('guidelinesUrl', known.guidelinesUrl, wanted.guidelinesUrl)
    return
  }
  changes.value('guidelines', known.guidelines, wanted.guidelines)
  if (changes.set.guidelines && known.guidelinesUrl !== wanted.guidelinesUrl)
    changes.set.guidelinesUrl = { before: known.guidelinesUrl, after: wanted.guidelinesUrl }
}

/** An outlet in use is not set aside by a file unless a person says so; nor is one taken up again. */
function addNotForUs(changes: FieldChanges, known: KnownProspect, wanted: WantedProspect) {
  if (wanted.notForUsAt === null) return
  if (known.notForUsAt !== null) {
    changes.value('notForUsReason', known.notForUsReason, wanted.notForUsReason)
    return
  }
  changes.value('notForUsAt', null, wanted.notForUsAt, false)
  if (changes.set.notForUsAt && wanted.notForUsReason !== known.notForUsReason)
    changes.set.notForUsReason = { before: known.notForUsReason, after: wanted.notForUsReason }
}
