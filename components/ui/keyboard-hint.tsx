/** Keys to press, one after another: `<KeyboardHint keys={['g', 'p']} />`. */
export function KeyboardHint({ keys }: { keys: string[] }) {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex min-w-6 items-center justify-center rounded-sm border border-line bg-desk px-1 font-sans text-sm text-ink-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
