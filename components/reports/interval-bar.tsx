/** Where a rate lies, and how wide it may be off: a line from low to high with a dot. Its words stand beside it. */
export function IntervalBar({ percent, low, high, most }: IntervalBarProps) {
  const at = (value: number) => (most === 0 ? 0 : (Math.min(value, most) / most) * 100)
  return (
    <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
      <line
        x1="0"
        x2="100"
        y1="4"
        y2="4"
        stroke="var(--line)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
      <rect
        x={at(low)}
        y="2.5"
        width={Math.max(0.5, at(high) - at(low))}
        height="3"
        fill="var(--accent)"
        opacity="0.35"
      />
      <rect x={Math.max(0, at(percent) - 0.6)} y="0.5" width="1.2" height="7" fill="var(--accent)" />
    </svg>
  )
}

type IntervalBarProps = {
  /** Per cent. */
  percent: number
  low: number
  high: number
  /** Where the line ends, so that bars beside each other can be compared. */
  most: number
}
