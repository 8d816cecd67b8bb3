import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Fact = { term: string; value: ReactNode }

type DefinitionListProps = {
  facts: Fact[]
  /** Lays facts side by side where there is room. */
  columns?: 1 | 2 | 3
  /** Each term over its value: for narrow places. */
  stacked?: boolean
}

/** Key facts about one thing. */
export function DefinitionList({ facts, columns = 1, stacked = false }: DefinitionListProps) {
  return (
    <dl className={classNames('grid gap-x-8', stacked ? 'gap-y-2' : 'gap-y-4', columnClass[columns])}>
      {facts.map(({ term, value }) => (
        <div
          key={term}
          className={columns === 1 && !stacked ? 'sm:grid sm:grid-cols-[10rem_1fr] sm:gap-4' : undefined}
        >
          <dt className="text-sm leading-6 text-ink-soft">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const columnClass = { 1: '', 2: 'sm:grid-cols-2', 3: 'sm:grid-cols-2 lg:grid-cols-3' }
