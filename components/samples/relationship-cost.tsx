import { writtenMoney } from '#components/ui/written.ts'
import type { Money } from '#lib/domain/samples/sample-money.ts'
import type { RelationshipCost } from '#lib/features/samples/sample-queries.ts'

/** What was given to one outlet in all, and what came of it, told beside each other and divided by nothing. */
export function RelationshipCostLine({ cost }: { cost: RelationshipCost }) {
  const { things, shipping, gifts, mentionCame, nothingCame } = cost
  if (gifts === 0) return null
  const paid = [
    things.length > 0 ? `${inWords(things)} in things` : '',
    shipping.length > 0 ? `${inWords(shipping)} in postage` : '',
  ].filter(Boolean)
  return (
    <div className="flex flex-col gap-1">
      <p>
        {gifts === 1 ? 'One gift' : `${gifts} gifts`}
        {paid.length > 0 ? `: ${paid.join(', ')}` : ''}. {cameWords(mentionCame, nothingCame)}
      </p>
      <p className="text-sm text-ink-soft">
        Counted for the relationship and never for a link: a gift buys none, and a price for one would say it
        did.
      </p>
    </div>
  )
}

function inWords(amounts: readonly Money[]): string {
  return amounts.map(({ minor, currency }) => writtenMoney(minor, currency)).join(' and ')
}

function cameWords(mentionCame: number, nothingCame: number): string {
  const words = [
    mentionCame > 0 ? `Of ${mentionCame} a mention came` : '',
    nothingCame > 0 ? `of ${nothingCame} nothing came, which is fine` : '',
  ].filter(Boolean)
  if (words.length === 0) return ''
  const line = words.join(', ')
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`
}
