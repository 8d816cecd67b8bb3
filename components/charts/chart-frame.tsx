import type { ReactNode } from 'react'
import { Disclosure } from '#components/ui/disclosure.tsx'

type ChartFrameProps = {
  /** What the picture says, in one sentence: read aloud in its place. */
  words: string
  /** The picture. */
  children: ReactNode
  /** What its patterns stand for. */
  legend?: ReactNode
  /** The same in figures. */
  table: ReactNode
  /** What the figures are called: "The figures behind the curve". */
  tableName: string
}

/** A picture of figures, with the figures behind it; on paper, they are open. */
export function ChartFrame({ words, children, legend, table, tableName }: ChartFrameProps) {
  return (
    <figure className="flex min-w-0 flex-col gap-3 break-inside-avoid">
      <figcaption className="max-w-measure text-sm text-ink-soft">{words}</figcaption>
      {children}
      {legend ? <div className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-ink-soft">{legend}</div> : null}
      <div className="chart-figures">
        <Disclosure summary={tableName}>{table}</Disclosure>
      </div>
    </figure>
  )
}

/** One entry of a legend: a swatch drawn as the chart draws it, and its word. */
export function LegendEntry({ children, swatch }: { children: ReactNode; swatch: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg aria-hidden viewBox="0 0 24 12" className="h-3 w-6 shrink-0">
        {swatch}
      </svg>
      {children}
    </span>
  )
}

/** Slanted lines, for what must be told apart without colour. */
export function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line x1="0" y1="0" x2="0" y2="6" stroke={colour} strokeWidth="2.5" />
    </pattern>
  )
}
