import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { pitchesPerArm } from '#lib/domain/pitches-per-arm.ts'

/** What the largest study of outreach found: FACTS.md, section 5. */
const USUAL = 0.085
const TWICE = 0.17
const A_LITTLE_BETTER = 0.11

/** Why two ways of writing are not tried against each other here, with the sum. */
export function WhyNoTest({ sent }: { sent: number }) {
  const twice = pitchesPerArm(USUAL, TWICE)
  const little = pitchesPerArm(USUAL, A_LITTLE_BETTER)
  return (
    <Panel>
      <Disclosure summary="Why there is no A/B test here">
        <div className="flex max-w-measure flex-col gap-3">
          <p>
            {`Say that 8.5 % answer, as in a study of 12 million letters, and that another way of writing would get twice as many, 17 %. To tell the two apart you would have to send ${writtenNumber(twice.perArm)} pitches per arm: ${writtenNumber(twice.perArm)} written one way and ${writtenNumber(twice.perArm)} the other. If the better one gets 11 %, it takes ${writtenNumber(little.perArm)} each.`}
          </p>
          <p>
            {sent < 2 * twice.perArm
              ? `You sent ${writtenNumber(sent)} in this time. With fewer letters a test mostly finds luck, and people would get your second-best letter for nothing.`
              : `You sent ${writtenNumber(sent)} in this time, to people who are not alike. What differs between two of your letters is mostly whom they went to.`}{' '}
            So Rapport shows what happened, with how far it may be off, and leaves the writing to you.
          </p>
          <p className="text-sm text-ink-soft">
            The sum, for being 95 % sure and noticing the difference four times out of five:
          </p>
          <p className="font-serif text-sm wrap-anywhere">{twice.sum}</p>
        </div>
      </Disclosure>
    </Panel>
  )
}
