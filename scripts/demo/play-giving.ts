import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import { keepPromise, makePromise, releasePromise } from '#lib/features/ledger/promise-commands.ts'
import { promiseSchema } from '#lib/features/ledger/promise-schema.ts'
import { openPressPage, setOnPress } from '#lib/features/mentions/press-page-commands.ts'
import { openPressPageSchema } from '#lib/features/mentions/press-page-schema.ts'
import { leaveThanks, recordThanks, saveThanks } from '#lib/features/mentions/thanks-commands.ts'
import type { DemoMention, DemoPromise, DemoSite } from './demo-story.ts'
import type { Stage } from './play-story.ts'

type With = { prospectId: string; contactId: string | null; pitchId: string | null }

/** What was promised, and what came of it. */
export async function playPromise(stage: Stage, by: number, demo: DemoPromise, whom: With) {
  const scope = stage.as(by, demo.day, 55)
  const dueOn = addDays(localDateOf(stage.as(by, 0).now, 'UTC'), -demo.due)
  const { promiseId } = await makePromise(
    scope,
    promiseSchema.parse({
      ...{ prospectId: whom.prospectId, contactId: whom.contactId ?? '', dueOn },
      ...{ pitchId: demo.inLetter ? (whom.pitchId ?? '') : '', whose: demo.whose, words: demo.words },
    }),
  )
  if (demo.kept) await keepPromise(stage.as(by, demo.kept.day), { promiseId, note: demo.kept.note ?? '' })
  if (demo.released)
    await releasePromise(stage.as(by, demo.released.day), { promiseId, reason: demo.released.reason })
}

/** Thanks for a mention, or that they were let be; and how it stands on the press page. */
export async function playThanks(
  stage: Stage,
  by: number,
  mentionId: string,
  { thanks, onPress }: DemoMention,
) {
  if (onPress)
    await setOnPress(stage.as(by, 0), {
      mentionId,
      title: onPress.title ?? '',
      isOff: onPress.isOff ?? false,
    })
  if (!thanks) return
  const scope = stage.as(by, thanks.day, 40)
  if ('letBe' in thanks) return leaveThanks(scope, { mentionId })
  await saveThanks(scope, { mentionId, contactId: null, body: thanks.words })
  if (thanks.via) await recordThanks(scope, { mentionId, contactId: null, via: thanks.via })
}

/** A Site whose press everybody may read. */
export async function playPress(stage: Stage, siteId: string, press: NonNullable<DemoSite['press']>) {
  const { day, name, intro } = press
  await openPressPage(stage.as(0, day), openPressPageSchema.parse({ siteId, name, intro }))
}
